import type { Day } from '#core/day/day.ts';
import type { Language } from '#core/language/language.ts';
import { separatedText } from '#core/import/sheet.ts';
import { saveFile } from '#platform/browser/save-file.ts';

/** A Byte Order Mark, without which Excel takes å for two letters. */
const BOM = '\ufeff';

/**
 * What a spreadsheet of the language takes for a decimal mark. Where that is a comma, something else
 * is between the cells of a csv file.
 */
const DECIMAL_MARKS: Readonly<Record<Language, ',' | '.'>> = { sv: ',', en: '.' };

/** What is between the cells of a csv file that a spreadsheet of the language opens. */
export const separatorIn = (language: Language): ';' | ',' =>
  DECIMAL_MARKS[language] === ',' ? ';' : ',';

/** An amount as a spreadsheet of the language reads it. */
export const amountIn = (language: Language, amount: string): string =>
  amount.replace('.', DECIMAL_MARKS[language]);

/** A csv file of this text, as Excel reads it. */
export const csvFile = (text: string): string => BOM + text;

/** A column of a table that leaves the app: its heading, and what it says of a row. */
export type Column<Row> = readonly [heading: string, value: (row: Row) => string | number];

/** Rows as a csv file that a spreadsheet of the language opens. */
export const csvTable = <Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: Language,
): string => {
  const headings = columns.map(([heading]) => heading);
  const lines = rows.map((row) => columns.map(([, value]) => String(value(row))));
  return csvFile(separatedText([headings, ...lines], separatorIn(language)));
};

/** Hands a table to the device as a file of a name and the day. */
export const saveTable = (name: string, today: Day, table: string): void =>
  saveFile(`${name}-${today}.csv`, table, 'text/csv');
