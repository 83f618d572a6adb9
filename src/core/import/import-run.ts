import * as z from '../schema.ts';
import { count, dayGiven, moment, words } from '../record/field-schemas.ts';
import type { Day } from '../day/day.ts';
import type { Kind } from '../record/kind.ts';
import type { VolymRecord } from '../record/record.ts';

/**
 * How many rows of a sheet ended how (A5). Duplicates are shown under "same" and can be filtered.
 */
export type RowCounts = {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly duplicate: number;
  readonly unreadable: number;
};

/**
 * A field with its value before and after. Of a map, `entries` says that only the entries that
 * differ are named: each was written, and goes back, by itself.
 */
export type ImportedField = {
  readonly from: unknown;
  readonly to: unknown;
  readonly entries?: true | undefined;
};

/**
 * A change that an import made to a record that existed: fields with their values before and after,
 * and steps it added.
 */
export type ImportedChange = {
  readonly id: string;
  readonly fields: Readonly<Record<string, ImportedField>>;
  readonly steps: readonly string[];
};

/** A record that stayed when an import was undone. */
export type KeptByUndo = {
  readonly id: string;
  readonly reason: string;
  /**
   * Fields that stayed: those that a later import holds return when that one is undone. Absent when
   * there are none.
   */
  readonly fields?: readonly string[] | undefined;
};

/**
 * Where a record was before an import took it out of the trash, or moved it away from an order in
 * the trash.
 */
export type FormerPlace = {
  readonly id: string;
  /** Its parent; '' for an order or batch. */
  readonly parent: string;
  /** The day it went to the trash; '' for a code that only its order took out of sight. */
  readonly trashedOn: Day;
  /** Moment of its latest step: a later one was written since. */
  readonly at: number;
  /** Fields that it had and the import gave again; one that was absent is so again. */
  readonly data: Readonly<Record<string, unknown>>;
};

/**
 * Where in its row a cell is: its column, counted from 0, and its heading; '' where that may be a
 * secret, or there is none.
 */
export type RowCell = { readonly at: number; readonly heading: string };

/** What became of the rows of one sheet: reasons are named by their place in the list. */
export type EndedSheet = {
  readonly name: string;
  readonly reasons: readonly string[];
  /** Which cell of its rows a reason is about, by the place of the reason. Absent without any. */
  readonly cells?: readonly (RowCell & { readonly why: number })[] | undefined;
  readonly rows: string;
};

/** What became of each row of an import, as short as its record can hold it. */
export type EndedRows = {
  readonly sheets: readonly EndedSheet[];
  /** Records that rows led to, and that the import's record does not name anyway. */
  readonly records: readonly string[];
};

/**
 * What of an import's files was not read: a whole file or sheet, columns of a sheet, or a part that a
 * file lacks. No cell is in it.
 */
export type NotRead = {
  /** `file`, `sheet`, `columns` or `part`; a version to come may know more. */
  readonly what: string;
  /** The file or sheet, as it is called among all that were chosen. */
  readonly name: string;
  /** The code of the reason; '' of columns. */
  readonly why: string;
  /** What is put into the reason's sentence. */
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  /** The first of its columns. */
  readonly columns?: readonly RowCell[] | undefined;
  /** How many columns are not among them. */
  readonly more?: number | undefined;
  /** How many cells of all these columns have something in them. */
  readonly cells?: number | undefined;
};

/** Of several files: which one a sheet is of, and what it is called there; '' where it has no name. */
export type SheetOfFile = { readonly name: string; readonly file: string; readonly own: string };

/**
 * One import, with what it takes to undo it on any device. Codes are found through `parents` and
 * their own `origin`; what stood in the rows is never stored, only how each ended and why.
 */
export type ImportRunData = {
  readonly v: number;
  readonly fileName: string;
  /** Keyed hash of the file's content: the same file is recognised under another name. */
  readonly file: string;
  /** Each of several files that were chosen together; `file` is then what all of them are. */
  readonly files?: readonly { readonly name: string; readonly file: string }[] | undefined;
  /** Of several files, which one each sheet is of that was read. Absent in older runs. */
  readonly sheets?: readonly SheetOfFile[] | undefined;
  readonly sheet: string;
  readonly rows: number;
  readonly counts: RowCounts;
  readonly unreadable: readonly {
    readonly row: number;
    readonly sheet: string;
    readonly reason: string;
  }[];
  /** Orders and batches under which this run put codes. */
  readonly parents: readonly string[];
  /** Orders and batches that this run made. */
  readonly created: readonly string[];
  /** Orders and batches that it brought back from the trash. */
  readonly restored: readonly string[];
  /**
   * Where what it brought back had lain. Codes that only came back to where they were are left out;
   * absent in older runs.
   */
  readonly former?: readonly FormerPlace[] | undefined;
  readonly changed: readonly ImportedChange[];
  /**
   * How many assigned licences it marked as free because a complete list no longer names them; no
   * row mentions them. Absent when there are none.
   */
  readonly freed?: number | undefined;
  /** Names of locations that were not here before it. Absent when there are none. */
  readonly newPlaces?: readonly string[] | undefined;
  /** What became of each row, in short (`ended-rows.ts`). Absent in older runs. */
  readonly ended?: EndedRows | undefined;
  /** What of its files was not read. Absent in older runs, and when there is nothing. */
  readonly notRead?: readonly NotRead[] | undefined;
  /** Records that stayed when it was undone, because they had been changed since. */
  readonly kept: readonly KeptByUndo[];
};

/** The record of an import; what it brought names its id as `run` in its origin. */
export type ImportRun = VolymRecord<ImportRunData>;

const counts = z.looseObject({
  new: count,
  changed: count,
  same: count,
  duplicate: count,
  unreadable: count,
});

/** Sixteen characters for each row of the largest file: a longer text is none. */
const MOST_ENDED = 1_600_000;

/**
 * Whether a text can be rows in short (`ended-rows.ts`): there is no room in it for what stood in
 * them.
 */
export const isEndedText = (given: string): boolean =>
  given.length <= MOST_ENDED && /^[\dA-Za-z+\-=/@*~]*$/.test(given);

const ended = z.string().check(z.refine(isEndedText));

/**
 * The state of an import, from its steps: `started` with the first write, `imported` with the last,
 * `undone`. An import interrupted between the first two is undone like any other, or completed by
 * importing the file again.
 */
export const importState = ({
  steps,
}: Pick<ImportRun, 'steps'>): 'unfinished' | 'imported' | 'undone' =>
  steps.some(({ kind }) => kind === 'undone')
    ? 'undone'
    : steps.some(({ kind }) => kind === 'imported')
      ? 'imported'
      : 'unfinished';

/** One import. */
export const importRun: Kind<ImportRunData, 'workspace'> = {
  id: 'import-run',
  programme: 'workspace',
  schema: z.looseObject({
    v: z.number(),
    fileName: words,
    file: words,
    files: z.optional(z.array(z.looseObject({ name: words, file: words }))),
    sheets: z.optional(z.array(z.looseObject({ name: words, file: words, own: words }))),
    sheet: words,
    rows: count,
    counts,
    unreadable: z._default(z.array(z.looseObject({ row: count, sheet: words, reason: words })), []),
    parents: z._default(z.array(words), []),
    created: z._default(z.array(words), []),
    restored: z._default(z.array(words), []),
    former: z.optional(
      z.array(
        z.looseObject({
          id: words,
          parent: words,
          trashedOn: dayGiven,
          at: moment,
          data: z.record(z.string(), z.unknown()),
        }),
      ),
    ),
    changed: z._default(
      z.array(
        z.looseObject({
          id: words,
          fields: z.record(
            z.string(),
            z.looseObject({
              from: z.unknown(),
              to: z.unknown(),
              entries: z.optional(z.literal(true)),
            }),
          ),
          steps: z.array(words),
        }),
      ),
      [],
    ),
    freed: z.optional(count),
    newPlaces: z.optional(z.array(words)),
    ended: z.optional(
      z.looseObject({
        sheets: z.array(
          z.looseObject({
            name: words,
            reasons: z.array(words),
            cells: z.optional(z.array(z.looseObject({ why: count, at: count, heading: words }))),
            rows: ended,
          }),
        ),
        records: z.array(words),
      }),
    ),
    notRead: z.optional(
      z.array(
        z.looseObject({
          what: words,
          name: words,
          why: words,
          params: z.optional(z.record(z.string(), z.unknown())),
          columns: z.optional(z.array(z.looseObject({ at: count, heading: words }))),
          more: z.optional(count),
          cells: z.optional(count),
        }),
      ),
    ),
    kept: z._default(
      z.array(z.looseObject({ id: words, reason: words, fields: z.optional(z.array(words)) })),
      [],
    ),
  }),
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.fileName }),
  deadlines: () => [],
  secretFields: [],
  // What an import did is no opinion: two devices that undo it, or note what stayed, are asked
  // nothing.
  neverAsked: [
    'counts',
    'parents',
    'created',
    'restored',
    'former',
    'changed',
    'freed',
    'newPlaces',
    'ended',
    'kept',
  ],
};
