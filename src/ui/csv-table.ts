import type { Day } from '#core/day/day.ts';
import type { Language } from '#core/language/language.ts';
import { LINE_END, separatedText } from '#core/import/sheet.ts';
import { breath } from '#platform/breath.ts';
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

/** So many rows are written between two breaths: no task of the page is long, on a slow phone too. */
const ROWS = 200;

/**
 * Rows as a csv file that a spreadsheet of the language opens. The page may paint and answer while
 * many are written; a row is taken from `rows` when its turn comes.
 */
export const csvTable = async <Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  language: Language,
): Promise<string> => {
  const separator = separatorIn(language);
  const written: string[] = [];
  let lines: string[][] = [columns.map(([heading]) => heading)];
  for (const row of rows) {
    lines.push(columns.map(([, value]) => String(value(row))));
    if (lines.length < ROWS) continue;
    written.push(separatedText(lines, separator));
    lines = [];
    await breath();
  }
  if (lines.length > 0) written.push(separatedText(lines, separator));
  return csvFile(written.join(LINE_END));
};

/** Hands a table to the device as a file of a name and the day. */
export const saveTable = (name: string, today: Day, table: string): void =>
  saveFile(`${name}-${today}.csv`, table, 'text/csv');
