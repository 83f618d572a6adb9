import type { LooksAfter } from '#core/import/shelf.ts';
import type { AnyOutline, FileContent } from '#programmes/imports.ts';
import { programmeReading, READ_AS, readBy, type ReadAs } from '#programmes/reads-as.ts';
import type { LotContent } from './lot/lot-content.ts';

/** A sheet with what it is read as, and what someone may say that it is. */
export type Reading = {
  readonly name: string;
  /** Undefined where it is not read. */
  readonly now: ReadAs | undefined;
  readonly choices: readonly ReadAs[];
  /** Which file it is, where nothing was found in the whole of it. */
  readonly refused?: number;
};

/**
 * The sheets of files with what else each may be: anything that Volym reads, what the workspace
 * manages first. A saved answer has no columns: it says what it is.
 */
export const readingsOf = (
  { parts, skipped, refused }: Pick<LotContent, 'parts' | 'skipped' | 'refused'>,
  looksAfter: LooksAfter,
): Reading[] => {
  const read = parts.flatMap(({ programme, sheets }) =>
    (sheets as readonly AnyOutline[])
      .filter(({ columns }) => columns.length > 0)
      .flatMap((sheet): Reading[] => {
        const now = readAsOf(programme, sheet);
        const choices = choicesOf(programme, looksAfter);
        return now === undefined ? [] : [{ name: sheet.name, now, choices }];
      }),
  );
  const choices = choicesOf(undefined, looksAfter);
  const unread = skipped.filter(({ mayBeSaid }) => mayBeSaid);
  const files = refused.filter(({ mayBeSaid }) => mayBeSaid);
  return [
    ...read,
    ...unread.map(({ name }): Reading => ({ name, now: undefined, choices })),
    ...files.map(({ name, at }): Reading => ({ name, now: undefined, choices, refused: at })),
  ];
};

const readAsOf = (id: FileContent['programme'], { kind }: AnyOutline): ReadAs | undefined => {
  const choices = readBy(id);
  return choices.find((as) => as === kind) ?? choices[0];
};

/**
 * Everything that Volym reads, what the workspace manages first; so is what belongs to the programme
 * that a file was taken for, if it was.
 */
export const choicesOf = (
  now: FileContent['programme'] | undefined,
  looksAfter: LooksAfter,
): readonly ReadAs[] => {
  const isNear = (as: ReadAs): boolean => {
    const programme = programmeReading(as);
    return programme === now || (looksAfter?.includes(programme) ?? true);
  };
  return [...READ_AS.filter(isNear), ...READ_AS.filter((as) => !isNear(as))];
};
