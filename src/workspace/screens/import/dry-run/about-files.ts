import { grouped } from '#core/grouped.ts';
import { foreignText } from '#core/text/foreign-text.ts';
import { firstNamed } from '#ui/first-named.ts';
import type { Texts } from '#ui/text.ts';
import type { ImportScreen } from '../import-screen.svelte.ts';

/** More names than these make a line that nobody reads; the rest is counted. */
const NAMED = 3;

/** What was read, as far as it tells which file something is about. */
export type ReadFiles = Pick<ImportScreen, 'isSeveral' | 'programmes' | 'partOf'>;

/**
 * The files, or sheets, that a question or note is about: a file that it is about as a whole by its
 * own name. Empty where nothing else was read that it could be about.
 */
export const filesAbout = (sheets: readonly string[], read: ReadFiles): readonly string[] => {
  const parts = read.programmes.flatMap((programme) => read.partOf(programme)?.files ?? []);
  const files = [...grouped(parts, ({ label }) => label)].map(([label, pieces]) => ({
    label,
    names: pieces.flatMap((piece) => piece.sheets.map(({ name }) => name)),
  }));
  return files.flatMap(({ label, names }) => {
    const about = names.filter((name) => sheets.includes(name));
    if (about.length < names.length) return about;
    return read.isSeveral ? [label] : [];
  });
};

/** The same in words; '' where nothing has to be told apart. */
export const aboutWords = (
  sheets: readonly string[],
  read: ReadFiles,
  { import: { beside }, format }: Pick<Texts, 'import' | 'format'>,
): string =>
  format.list(
    firstNamed(
      filesAbout(sheets, read).map((name) => foreignText(name)),
      NAMED,
      beside.morePlaces,
    ),
  );

/** A sentence with the files in front of it that it is about. */
export const inFiles = (about: string, sentence: string): string =>
  about === '' ? sentence : `${about}: ${sentence}`;
