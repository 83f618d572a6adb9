import type { Day } from '../day.ts';
import { planCodeSheet } from './import-code-rows.ts';
import { openDesk } from './import-desk.ts';
import { planOrderRow } from './import-order-rows.ts';
import type { Choice, ImportPlan, IncomingFile, Known } from './import-rows.ts';

/** Says row by row what an import would do; pure, so that the tap does exactly what was shown. */
export const planImport = (file: IncomingFile, known: Known, choice: Choice, today: Day): ImportPlan => {
  const rows = planRows(file, known, choice, today);
  let row = rows.next();
  while (row.done !== true) row = rows.next();
  return row.value;
};

/** As `planImport`, a row at a time: a caller with many rows can take a breath between them. */
export function* planRows(
  file: IncomingFile,
  known: Known,
  choice: Choice,
  today: Day,
): Generator<void, ImportPlan, void> {
  const desk = openDesk(file, known, today);
  for (const [at, sheet] of file.sheets.entries()) {
    yield;
    if (sheet.kind === 'codes') yield* planCodeSheet(desk, sheet, at, choice.destination);
    else
      for (const [index, row] of sheet.rows.entries()) {
        planOrderRow(desk, row, { sheet: at, index }, choice.orders);
        yield;
      }
  }
  return desk.close();
}
