import type { Sheet, SheetFile, SheetRow } from '#core/import/sheet.ts';

/** A sheet with these cells from row 1 on; more of a row can be given by its number. */
export const sheetOf = (
  rows: readonly (readonly string[])[],
  name = '',
  more: Readonly<Record<number, Partial<SheetRow>>> = {},
): Sheet => ({ name, rows: rows.map((cells, at) => ({ number: at + 1, cells, ...more[at + 1] })) });

/** A read file with these sheets. */
export const fileOf = (...sheets: readonly Sheet[]): SheetFile => ({
  name: 'codes.csv',
  digest: '0'.repeat(64),
  sheets,
});
