import type { LooksAfter } from '#core/import/shelf.ts';
import {
  READ_AS,
  readerOf,
  readers,
  type AnyOutline,
  type FileContent,
  type ReadAs,
} from '#programmes/imports.ts';

/** A sheet with what it is read as, and what someone may say that it is. */
export type Reading = {
  readonly name: string;
  readonly now: ReadAs;
  readonly choices: readonly ReadAs[];
};

/**
 * The sheets of a file that may be something other than they were taken for. A saved answer has no
 * columns: it says what it is.
 */
export const readingsOf = (
  {
    programme,
    openedAs,
    sheets,
  }: Pick<FileContent, 'programme' | 'sheets'> & Pick<Opening, 'openedAs'>,
  looksAfter: LooksAfter,
): Reading[] =>
  (sheets as readonly AnyOutline[])
    .filter(({ columns }) => columns.length > 0)
    .flatMap((sheet) => {
      const now = readAsOf(programme, sheet);
      return now === undefined ? [] : [{ name: sheet.name, now }];
    })
    .map(({ name, now }) => ({ name, now, choices: choicesOf(now, openedAs, looksAfter) }))
    .filter(({ choices }) => choices.length > 1);

/** What the file was taken for when it was opened. */
export type Opening = { readonly openedAs: FileContent['programme'] };

const readAsOf = (id: FileContent['programme'], { kind }: AnyOutline): ReadAs | undefined => {
  const reader = readers.find(({ programme }) => programme === id);
  return reader?.readsAs.find((as) => as === kind) ?? reader?.readsAs[0];
};

/**
 * What the workspace manages, and what the sheet is read as now. A kind that accepts only its own
 * sheets is offered only where the file was taken for it.
 */
const choicesOf = (
  now: ReadAs,
  openedAs: FileContent['programme'],
  looksAfter: LooksAfter,
): readonly ReadAs[] =>
  READ_AS.filter((as) => {
    const { programme, readsAs, readsItsOwnOnly } = readerOf(as);
    if (programme === openedAs) return true;
    const isHere = looksAfter?.includes(programme) ?? true;
    return !readsItsOwnOnly && (isHere || readsAs.includes(now));
  });
