import type { SkippedSheet } from '#core/import/shelf.ts';
import type { Sheet, SheetFile } from '#core/import/sheet.ts';

/**
 * A file without the sheets that are hidden in it: whoever chose it may not know of them. One in
 * which every sheet is hidden stays as it is.
 */
export const withoutHidden = (file: SheetFile): SheetFile => {
  const sheets = file.sheets.filter(({ isHidden }) => isHidden !== true);
  const isSame = sheets.length === 0 || sheets.length === file.sheets.length;
  return isSame ? file : { ...file, sheets };
};

/** The hidden sheets that were left out and hold something. */
export const hiddenSheets = (file: SheetFile): readonly Sheet[] => {
  const { sheets } = withoutHidden(file);
  return file.sheets.filter((sheet) => !sheets.includes(sheet) && sheet.rows.length > 0);
};

/** What was skipped in a file, with its hidden sheets. */
export const withHidden = (
  skipped: readonly SkippedSheet[],
  file: SheetFile,
): readonly SkippedSheet[] => {
  const hidden = hiddenSheets(file).map(({ name }) => ({ name, reason: 'hidden' as const }));
  const others = skipped.filter(({ reason }) => reason !== 'hidden');
  return hidden.length === 0 ? skipped : others.concat(hidden);
};
