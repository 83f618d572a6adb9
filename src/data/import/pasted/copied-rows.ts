import { textOfPage } from './page-text.ts';

/** What was copied or dragged, as the browser hands it over; '' where it has no such form. */
export type Copied = { readonly html: string; readonly text: string };

/**
 * What was copied as text with a row a line. Where it has a table, tabs part the cells: the text
 * that mail programs copy beside it has each cell on a line of its own, or runs them together.
 */
export const copiedRows = ({ html, text }: Copied): string => {
  const isWhole = text.includes('\t') && isOfSpreadsheet(html);
  const page = isWhole || !/<table\b/i.test(html) ? undefined : textOfPage(html);
  return page?.hasTable === true || text.trim() === '' ? (page?.text ?? text) : text;
};

/** Whether a spreadsheet program copied it: its text has the cells in their places. */
const isOfSpreadsheet = (html: string): boolean =>
  /google-sheets-html-origin|<meta[^>]{1,200}(?:Excel|LibreOffice|OpenOffice)/i.test(html);
