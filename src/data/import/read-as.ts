import type { LooksAfter } from '#core/import/shelf.ts';
import type { AnyOutline, FileContent } from '#programmes/imports.ts';
import { programmeReading, READ_AS, readBy, type ReadAs } from '#programmes/reads-as.ts';

/** A sheet with what it is read as, and what someone may say that it is. */
export type Reading = {
  readonly name: string;
  readonly now: ReadAs;
  readonly choices: readonly ReadAs[];
};

/**
 * The sheets of a file with what else each may be: anything that Volym reads, what the workspace
 * manages first. A saved answer has no columns: it says what it is.
 */
export const readingsOf = (
  { programme, sheets }: Pick<FileContent, 'programme' | 'sheets'>,
  looksAfter: LooksAfter,
): Reading[] =>
  (sheets as readonly AnyOutline[])
    .filter(({ columns }) => columns.length > 0)
    .flatMap((sheet) => {
      const now = readAsOf(programme, sheet);
      if (now === undefined) return [];
      return [{ name: sheet.name, now, choices: choicesOf(programme, looksAfter) }];
    });

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
