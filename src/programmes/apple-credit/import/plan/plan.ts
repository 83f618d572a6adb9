import type { Day } from '#core/day/day.ts';
import { planCodeSheet } from './code-rows.ts';
import { openDesk } from '../match/desk.ts';
import { planOrderRow } from './order-rows.ts';
import { destinationFor, type Choice } from '#core/import/choice.ts';
import type { ImportPlan, IncomingFile, Known } from './planned.ts';

/** A row of an order, whose steps and fields are compared, takes as long as this many others. */
const STEPS_OF_AN_ORDER = 4;

/** Says row by row what an import would do; pure, so that the tap does exactly what was shown. */
export const planImport = (
  file: IncomingFile,
  known: Known,
  choice: Choice,
  today: Day,
): ImportPlan => {
  const rows = planRows(file, known, choice, today);
  let row = rows.next();
  while (row.done !== true) row = rows.next();
  return row.value;
};

/**
 * As `planImport`, in steps that say how many rows they went over: a caller can take a breath
 * between them.
 */
export function* planRows(
  file: IncomingFile,
  known: Known,
  choice: Choice,
  today: Day,
): Generator<number, ImportPlan, void> {
  const rows = file.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const desk = openDesk(file, known, today);
  yield rows;
  for (const [at, sheet] of file.sheets.entries()) {
    if (sheet.kind === 'codes')
      yield* planCodeSheet(desk, sheet, at, destinationFor(choice, sheet.name));
    else
      for (const [index, row] of sheet.rows.entries()) {
        planOrderRow(desk, row, { sheet: at, index }, choice.orders);
        yield STEPS_OF_AN_ORDER;
      }
  }
  yield rows;
  return desk.close();
}
