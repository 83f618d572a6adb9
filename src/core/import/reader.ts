import type { ProgrammeId } from '../record/record.ts';
import type { Result } from '../result.ts';
import type { HiddenColumns, LooksAfter, Shelf, Shelved } from './shelf.ts';
import type { SheetFile } from './sheet.ts';

/**
 * How sure a programme can be that a file is its own, the surest first. The surest claim has the
 * file; of two that are as sure, that of the programme which people meet first.
 */
export const SURENESS = [
  /** Its headings, or a saved answer, that nobody else has. */
  'alone',
  /** Headings that name what it reads, or what it would read were it whole. */
  'named',
  /** Such headings, where the values below them have not the shape of what another one knows. */
  'named-unless-shaped',
  /** Values of a shape that is more than a code or a number. */
  'shaped',
  /** Values alone, where nobody else knows the file by more than that. */
  'guessed',
  /** Anything that can be read as its own. */
  'readable',
  /** It holds what must not be read as anything else. */
  'refused',
  /** Nothing tells what it is, but it may be mapped by hand. */
  'likely',
  /** Values alone, although another one would know more, which nobody manages. */
  'left',
  /** Nothing to read: why, for those who look after it. */
  'nothing',
  /** Nothing to read: why, for all others. */
  'nothing-else',
] as const;

/** One of them. */
export type Sureness = (typeof SURENESS)[number];

/** What a programme needs to know of the others before it claims a file. */
export type Others = {
  /** Whether another one knows values in a column by their shape. */
  isShaped(sheet: string, column: number): boolean;
  /** Whether another one knows the file by more than values that look like its own. */
  isKnown(): boolean;
  /** Columns that may hold the codes of another one: no other reading shows what is in them. */
  hidden(): HiddenColumns;
};

/** What a programme makes of a file that is opened; nothing is read before it is asked for. */
export type Opening<Stands = Shelf> = {
  /**
   * Why the file should be its own: what it reads in it, or why that is refused. Undefined where
   * it has no such reason.
   */
  readonly claims: Partial<
    Readonly<Record<Sureness, (others: Others) => Result<Shelved<Stands>> | undefined>>
  >;
  isShaped?(sheet: string, column: number): boolean;
  isKnown?(): boolean;
  hidden?(): HiddenColumns;
};

/** How a programme reads the files that are its own. Pure: it lives in the worker with the rows. */
export type Reader<Stands = Shelf, As extends string = string> = {
  readonly programme: ProgrammeId;
  /** What a sheet can be said to be, as it is offered; where no kind of sheet says it, the first. */
  readonly readsAs: readonly [As, ...As[]];
  /** No sheet can be read so that was taken for something of another programme. */
  readonly readsItsOwnOnly: boolean;
  open(file: SheetFile, looksAfter: LooksAfter): Opening<Stands>;
  /**
   * Reads a sheet as what someone says it is. Undefined where it holds no such thing; `skipped`
   * is left out where all other sheets are.
   */
  readAs(
    file: SheetFile,
    sheet: string,
    as: As,
    others: Pick<Others, 'hidden'>,
  ): { readonly shelf: Stands; readonly skipped?: Shelved['skipped'] } | undefined;
};

/** Answers what the first call made. */
export const once = <Made>(make: () => Made): (() => Made) => {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
};
