import type { ImportRunData, NotRead } from '#core/import/import-run.ts';

/** The file that something was in, and its sheet there; '' where that has no name. */
export type RowPlace = { readonly file: string; readonly sheet: string };

/** What of an import's record tells its files apart. */
export type Placed = Pick<ImportRunData, 'fileName' | 'sheets'>;

/** The file and sheet of rows, by what the sheet is called among those of all files. */
export const placeOf = (sheet: string, { fileName, sheets = [] }: Placed): RowPlace => {
  if (sheets.length === 0) return { file: fileName, sheet: withoutFile(sheet, fileName) };
  const found = sheets.find(({ name }) => name === sheet);
  if (found !== undefined) return { file: found.file, sheet: withoutFile(found.own, found.file) };
  // A sheet that is not read is called by its file, too.
  const beside = sheets.find(({ file }) => sheet.startsWith(`${file} · `));
  if (beside !== undefined)
    return { file: beside.file, sheet: sheet.slice(`${beside.file} · `.length) };
  // Of one file that was read beside others, sheets have their own names.
  const [only, ...others] = new Set(sheets.map(({ file }) => file));
  return others.length === 0 && sheets.every(({ name, own }) => name === own)
    ? { file: only ?? fileName, sheet }
    : { file: sheet, sheet: '' };
};

/**
 * A saved answer is called as its file, which has no sheets; of several in one file those after the
 * first have a number.
 */
const withoutFile = (sheet: string, file: string): string => {
  if (sheet === file) return '';
  const number = sheet.startsWith(`${file} (`) ? sheet.slice(file.length + 1) : '';
  return /^\(\d+\)$/.test(number) ? number : sheet;
};

/** The same of what was not read: a file that was left out is none of those that were. */
export const placeOfUnread = ({ what, name }: NotRead, run: Placed): RowPlace =>
  what === 'file' || (what === 'part' && name !== '')
    ? { file: name, sheet: '' }
    : placeOf(name, run);
