import type { Day } from '#core/day/day.ts';
import type { Language } from '#core/language/language.ts';
import { separatedText } from '#core/import/sheet.ts';
import { saveFile } from '#platform/browser/save-file.ts';

/** A Byte Order Mark, without which Excel takes å for two letters. */
const BOM = '\ufeff';

/** A column of a table that leaves the app: its heading, and what it says of a row. */
export type Column<Row> = readonly [heading: string, value: (row: Row) => string | number];

/**
 * Rows as a csv file that a spreadsheet of the language opens: a semicolon between cells in
 * Swedish, a comma in English.
 */
export const csvTable = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: Language,
): string => {
  const headings = columns.map(([heading]) => heading);
  const lines = rows.map((row) => columns.map(([, value]) => String(value(row))));
  return BOM + separatedText([headings, ...lines], language === 'sv' ? ';' : ',');
};

/** Hands a table to the device as a file of a name and the day. */
export const saveTable = (name: string, today: Day, table: string): void =>
  saveFile(`${name}-${today}.csv`, table, 'text/csv');
