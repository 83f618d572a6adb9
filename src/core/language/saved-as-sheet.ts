/**
 * What a spreadsheet program opens and saves as a sheet; of all else the sheet itself must be
 * fetched.
 */
const SAVED_AS_SHEET = ['excel-binary', 'office-document', 'xml'];

/**
 * Whether saving a file of this kind as a spreadsheet helps; the kinds are the ones that
 * `wrong-type` names.
 */
export const isSavedAsSheet = (what: string | number): boolean =>
  SAVED_AS_SHEET.includes(String(what));
