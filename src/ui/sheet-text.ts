import { separatedText } from '#core/import/sheet.ts';
import type { Texts } from './text.ts';

/** A Byte Order Mark, without which Excel takes å for two letters. */
const BOM = '\ufeff';

/**
 * Rows as a csv file that a spreadsheet of the language opens: a semicolon between cells in
 * Swedish, a comma in English.
 */
export const sheetText = (
  rows: readonly (readonly string[])[],
  language: Texts['language'],
): string => BOM + separatedText(rows, language === 'sv' ? ';' : ',');
