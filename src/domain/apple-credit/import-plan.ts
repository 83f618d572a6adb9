import type { Day } from '../day.ts';
import { planCodeSheet } from './import-code-rows.ts';
import { openDesk } from './import-desk.ts';
import { planOrderRow } from './import-order-rows.ts';
import type { Choice, ImportPlan, IncomingFile, Known } from './import-rows.ts';

/** Says row by row what an import would do; pure, so that the tap does exactly what was shown. */
export const planImport = (file: IncomingFile, known: Known, choice: Choice, today: Day): ImportPlan => {
  const desk = openDesk(file, known, today);
  file.sheets.forEach((sheet, at) => {
    if (sheet.kind === 'codes') planCodeSheet(desk, sheet, at, choice.destination);
    else sheet.rows.forEach((row, index) => planOrderRow(desk, row, { sheet: at, index }, choice.orders));
  });
  return desk.close();
};
