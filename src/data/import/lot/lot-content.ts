import type { SheetPlace } from '#core/import/mapping.ts';
import type { Gap, SkippedSheet } from '#core/import/shelf.ts';
import type { SheetNames } from '#core/import/source-file.ts';
import type { FileContent } from '#programmes/imports.ts';
import type { OpenProblem } from '../read/open-problem.ts';

/** A file, with what tells its bytes from all others, and those of its sheets that are read. */
export type LotFile = {
  readonly name: string;
  /** What it is called among all files. */
  readonly label: string;
  readonly digest: string;
  /** When it was last written (ms), where something says so. */
  readonly writtenAt?: number | undefined;
  readonly sheets: readonly SheetNames[];
};

/** What one programme reads of the files, as if all of it were in one. */
export type LotPart = FileContent & {
  readonly files: readonly LotFile[];
  /** Something that was chosen with it is not read, or not to its end: nothing is absent from it. */
  readonly isPart?: true;
};

/** A file that is left out: what is wrong with it, and whether it may be said what it is. */
export type RefusedFile = {
  readonly at: number;
  readonly name: string;
  readonly problem: OpenProblem;
  readonly mayBeSaid: boolean;
  /** What it is known by the next time; undefined where it may not be said what it is. */
  readonly place?: SheetPlace | undefined;
};

/** A sheet that is not read, and whether it may be said what it is: no saved answer has columns. */
export type UnreadSheet = SkippedSheet & {
  readonly mayBeSaid: boolean;
  /** What it is known by the next time; undefined where it may not be said what it is. */
  readonly place?: SheetPlace | undefined;
};

/** A gap, and in which of several files it is. */
export type FileGap = Gap & { readonly file?: string };

/** What the files hold that were chosen together, as their columns are mapped now. */
export type LotContent = {
  /** How many were chosen. */
  readonly fileCount: number;
  /** One for each programme that reads something in them. */
  readonly parts: readonly LotPart[];
  readonly skipped: readonly UnreadSheet[];
  readonly gaps: readonly FileGap[];
  readonly refused: readonly RefusedFile[];
};

/** What a programme reads in several files, as if it were one. */
export const joinedContent = (contents: readonly FileContent[]): FileContent => {
  const [first, ...more] = contents;
  if (first === undefined) throw new RangeError('nothing to join');
  if (more.length === 0) return first;
  const joined = {
    ...first,
    sheets: contents.flatMap(({ sheets }): readonly unknown[] => sheets),
    mapped: contents.flatMap(({ mapped }) => mapped),
    questions: contents.flatMap(({ questions }) => questions),
  };
  const whole = contents.flatMap((content) => ('whole' in content ? content.whole : []));
  // All are of one programme, and so is what they are together.
  return ('whole' in first ? { ...joined, whole } : joined) as FileContent;
};
