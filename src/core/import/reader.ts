import type { ProgrammeId } from '../record/record.ts';
import type { Problem, Result } from '../result.ts';
import type { HiddenColumns, LooksAfter, Shelf, Shelved } from './shelf.ts';
import type { SheetFile } from './sheet.ts';
import type { KnowsHeadings } from './tables/knows-headings.ts';

/**
 * How sure a programme can be that a file is its own, the surest first. The surest claim wins the
 * file; of two equal claims, the one of the programme that comes first in the lists.
 */
export const SURENESS = [
  /** Headings of its own, or a saved answer, that no other programme has. */
  'alone',
  /** Headings that name what it reads, or what it would read if the file were complete. */
  'named',
  /** Such headings, unless the values below them have the shape of what another programme knows. */
  'named-unless-shaped',
  /** Values of a shape that is more than a code or a number. */
  'shaped',
  /** Values alone, where no other programme has more to go by. */
  'guessed',
  /** Anything that can be read as its own. */
  'readable',
  /** It holds what must not be read as anything else. */
  'refused',
  /** Nothing tells what it is, but it may be mapped by hand. */
  'likely',
  /** Values alone; another programme would know more, but the workspace does not manage it. */
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
  /** Columns that may hold another programme's codes: no other reading shows what is in them. */
  hidden(): HiddenColumns;
};

/**
 * Why a file holds nothing to import, whosever it may be. `only-hidden`: but a sheet that is hidden
 * in it does; its name is `sheet`.
 */
export type NothingToRead =
  | 'no-list'
  | 'no-codes'
  | 'offer-codes'
  | 'only-hidden'
  | 'nothing-known';

/** How a programme sees an opened file; nothing is read before it is needed. */
export type Opening<Stands = Shelf, Own extends string = string> = {
  /**
   * Why the file should be its own: what it reads in it, or why that is refused. Undefined where
   * it has no such reason.
   */
  readonly claims: Partial<
    Readonly<
      Record<
        Sureness,
        (others: Others) => Result<Shelved<Stands>, Problem<NothingToRead | Own>> | undefined
      >
    >
  >;
  isShaped?(sheet: string, column: number): boolean;
  isKnown?(): boolean;
  hidden?(): HiddenColumns;
};

/**
 * How a programme reads the files that are its own, and refuses them beside what holds for all.
 * Pure: it lives in the worker with the rows.
 */
export type Reader<
  Stands = Shelf,
  As extends string = string,
  Own extends string = never,
> = KnowsHeadings & {
  readonly programme: ProgrammeId;
  /** The kinds of sheet the user can choose from; the first where nothing else decides. */
  readonly readsAs: readonly [As, ...As[]];
  open(file: SheetFile, looksAfter: LooksAfter): Opening<Stands, Own>;
  /**
   * Reads a sheet as what the user says it is. Undefined where it holds no such thing; without
   * `skipped`, all other sheets are skipped.
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
