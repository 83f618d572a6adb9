import type { AnyOutline } from '#programmes/imports.ts';
import type { Texts } from '#ui/text.ts';
import type { ImportScreen } from '../import-screen.svelte.ts';

/** Why a sheet is read as it is: who said so, or what in it tells; '' where nothing does. */
export const whyReadAs = (
  screen: Pick<ImportScreen, 'sheets' | 'saidOf'>,
  name: string,
  { import: words }: Pick<Texts, 'import'>,
): string => {
  const said = screen.saidOf(name);
  if (said !== undefined) return words.readAs.said[said];
  const sheet = screen.sheets.find((one) => one.name === name);
  if (sheet === undefined) return '';
  const known = (sheet.columns as readonly AnyOutline['columns'][number][]).filter(
    ({ field }) => field !== '',
  );
  const names = known.map(({ heading, index }) => heading || words.columnNumber(index + 1));
  if (names.length === 0) return '';
  // Which of two columns counts is asked of headings that are known.
  const isGuessed = sheet.needsMapping && sheet.twice?.isOpen !== true;
  return isGuessed || sheet.headerRow === 0
    ? words.readAs.byContent(names)
    : words.readAs.byHeadings(names);
};
