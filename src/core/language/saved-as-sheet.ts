/**
 * What a spreadsheet program opens and saves as a sheet; of all else the sheet itself must be
 * fetched.
 */
const SAVED_AS_SHEET = ['numbers', 'opendocument', 'excel-binary', 'office-document', 'xml'];

/**
 * Whether it is of any use to save a file of this kind as a spreadsheet; the kinds are those of
 * `wrong-type`.
 */
export const isSavedAsSheet = (what: string | number): boolean =>
  SAVED_AS_SHEET.includes(String(what));
