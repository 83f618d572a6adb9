import type { Day } from '../day/day.ts';
import type { Step } from './step.ts';

/** The programmes that Volym knows, in the order in which people meet them. */
export const PROGRAMMES = ['apple-credit', 'apple-licences', 'adobe-vip'] as const;

/** A programme that someone manages. */
export type ProgrammeId = (typeof PROGRAMMES)[number];

/**
 * The part of a workspace that a record belongs to; `workspace` holds what all programmes share.
 */
export type Programme = ProgrammeId | 'workspace';

/**
 * One changed field, for the record's history. A sealed value is never written out: `from` and `to`
 * are then absent.
 */
export type Change = {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly field: string;
  readonly from?: unknown;
  readonly to?: unknown;
  /**
   * The conflicting values, when the entry is the answer to a question; left out where they are
   * secret.
   */
  readonly asked?: readonly unknown[];
  /**
   * The answers that it was chosen from, as their moment and who gave it: a question that came to
   * have another one is not closed.
   */
  readonly settles?: readonly string[];
};

/**
 * One person's value for the field, who wrote it and when. If the question was asked again since,
 * `said` is the first moment, and `at` the later one.
 */
export type Answer = {
  readonly value: unknown;
  readonly by: string;
  readonly at: number;
  readonly said?: number;
};

/** Which answer it is, on every device: who gave it and when, whatever it holds. */
export const answerKey = ({ by, at, said = at }: Pick<Answer, 'by' | 'at' | 'said'>): string =>
  `${said}-${by}`;

/**
 * A field that two or more devices changed to different values: all values are kept until someone
 * answers (docs/decisions/sync.md). `was` is what they agreed on before, when that is known; the
 * answers are sorted by time, and the latest holds meanwhile.
 */
export type Clash = {
  readonly id: string;
  readonly field: string;
  readonly was?: unknown;
  readonly answers: readonly [Answer, Answer, ...Answer[]];
  /**
   * Of a record that one deleted and another changed: the steps and changes that the first did not
   * know, by their ids.
   */
  readonly news?: readonly string[];
};

/** The content of a record; `v` is its kind's version. Kinds give their own fields. */
export type Data = { readonly v: number };

/**
 * What the one collection stores, whatever the programme (docs/decisions/records.md). `dueOn`,
 * `newestFirst`, `updatedAt` and `updatedBy` are computed when written; empty strings stand for
 * "none", since RxDB indexes only required fields.
 */
export type VolymRecord<D extends Data = Data> = {
  readonly id: string;
  readonly kind: string;
  readonly programme: Programme;
  /** Id of the record this one is under, or ''. */
  readonly parent: string;
  /** Earliest open deadline, or NOTHING_DUE. */
  readonly dueOn: Day;
  /** `NEWEST_BASE - updatedAt`: an ascending index that reads newest first. */
  readonly newestFirst: number;
  readonly updatedAt: number;
  readonly updatedBy: string;
  /** The day it went to the trash, or ''. */
  readonly trashedOn: Day;
  readonly data: D;
  readonly steps: readonly Step[];
  readonly history: readonly Change[];
  readonly clashes: readonly Clash[];
};

/** What a command returns and a writer takes: the record's own part, before the computed fields. */
export type Draft<D extends Data = Data> = Pick<
  VolymRecord<D>,
  'id' | 'kind' | 'programme' | 'parent' | 'data'
> &
  Partial<Pick<VolymRecord<D>, 'steps' | 'trashedOn' | 'clashes'>>;

/** Upper bound of `newestFirst` (ms since 1970, year 5138). */
export const NEWEST_BASE = 99_999_999_999_999;
