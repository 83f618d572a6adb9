import type * as z from '../schema.ts';
import type { Day } from '../day/day.ts';
import type { Deadline } from '../reminder/deadline.ts';
import type { Data, Programme, VolymRecord } from './record.ts';
import type { StepForms } from './step-data.ts';

/** What a command needs of the world, handed in because the domain has no clock and no ids. */
export type Doing = {
  readonly today: Day;
  /** ms since 1970 */
  readonly now: number;
  /** Person id of the one who does it. */
  readonly by: string;
  /** A new id for a step. */
  readonly newId: () => string;
};

/** A name in parts: what the data says, or a code that is put into words on the screen. */
export type Title =
  | { readonly text: string }
  | { readonly code: string; readonly params?: Readonly<Record<string, string>> };

/**
 * Everything the house must know of one kind of record, all pure. A kind's commands stand beside it
 * as `(record, input, doing) => Result<record, Problem>`.
 */
export type Kind<D extends Data = Data> = {
  readonly id: string;
  readonly programme: Programme;
  /** Loose schema: unknown fields survive. */
  readonly schema: z.ZodMiniType<D>;
  readonly version: number;
  /**
   * Brings `data` of an older version to this one; called when read, written back only when the
   * user edits.
   */
  upgrade(data: Data): unknown;
  title(record: VolymRecord<D>): Title;
  /**
   * From the record's own fields only, so that the stored `dueOn` cannot go stale through a
   * relative: those that nobody met yet. On a day (`today`) a later one may stand in the place of
   * one that nobody answered, never an earlier one.
   */
  deadlines(record: VolymRecord<D>, today?: Day): readonly Deadline[];
  /** More steps are written by no app on one record (MOST_STEPS where it is not said). */
  readonly mostSteps?: number;
  /**
   * So many bytes of each part are written by no app, as JSON; `change` is one entry of the
   * history.
   */
  readonly mostBytes?: Readonly<Record<'data' | 'history' | 'change' | 'clashes', number>>;
  /**
   * What the data of its steps must be where something is reckoned with it. A step or value that is
   * not named may say what it likes.
   */
  readonly stepData?: StepForms;
  /** Fields of `data` that history and logs must never write out. */
  readonly secretFields: readonly string[];
  /** Fields of `data` that the app remembers by itself: the history says nothing of them. */
  readonly fieldsWithoutHistory?: readonly string[];
  /**
   * Of these, what every device derives alike from other records: that it was written is no news of
   * the record.
   */
  readonly derivedFields?: readonly string[];
  /**
   * Maps in `data` whose entries are whole: two devices' entries meet side by side, never field by
   * field.
   */
  readonly entryFields?: readonly string[];
  /**
   * Of such a map, the one in `data` that names the entries which were taken off for good: they
   * come back from nowhere.
   */
  readonly takenOff?: Readonly<Record<string, string>>;
  /**
   * Fields that nobody can answer for: of two values the newer stands, and no question is asked.
   */
  readonly neverAsked?: readonly string[];
};
