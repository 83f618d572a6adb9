import type { AnyOutline } from '#programmes/imports.ts';
import { columnsAtFault } from './dry-run/cells-at-fault.ts';
import type { DryRun, Importing, Line } from './importing.ts';
import { keptHeading } from './not-read.ts';

/** A dry run whose rows say in which cell they are kept out, for the import's record. */
export const withCells = (
  dryRun: DryRun,
  by: Pick<Importing, 'reasonFields'>,
  sheets: readonly AnyOutline[],
): DryRun => {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const rows = dryRun.plan.rows.map((row): Line => {
    const [column] = columnsAtFault(row, by, byName.get(row.sheet));
    return column === undefined
      ? row
      : { ...row, cell: { at: column.index, heading: keptHeading(column) } };
  });
  return { ...dryRun, plan: { ...dryRun.plan, rows } };
};
