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
 * Everything the app must know about one kind of record, all of it pure. A kind's commands are in
 * files next to it, as `(record, input, doing) => Result<record, Problem>`.
 */
export type Kind<D extends Data = Data, P extends Programme = Programme> = {
  readonly id: string;
  readonly programme: P;
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
   * The deadlines that nobody has met yet, from the record's own fields only, so that the stored
   * `dueOn` cannot go stale when a related record changes. Given a day (`today`), a deadline that
   * nobody answered may be replaced by a later one, never by an earlier one.
   */
  deadlines(record: VolymRecord<D>, today?: Day): readonly Deadline[];
  /** The most steps that an app writes on one record (MOST_STEPS if absent). */
  readonly mostSteps?: number;
  /**
   * The most bytes that an app writes in each part, as JSON; `change` is one entry of the history.
   */
  readonly mostBytes?: Readonly<Record<'data' | 'history' | 'change' | 'clashes', number>>;
  /**
   * What the data of its steps must be where something is reckoned with it. A step or value that is
   * not named may say what it likes.
   */
  readonly stepData?: StepForms;
  /** Fields of `data` that history and logs must never write out. */
  readonly secretFields: readonly string[];
  /** Fields of `data` that the app keeps for itself: they are left out of the history. */
  readonly fieldsWithoutHistory?: readonly string[];
  /**
   * Those of them that every device derives in the same way from other records: writing one does
   * not count as a change to the record.
   */
  readonly derivedFields?: readonly string[];
  /**
   * Maps in `data` whose entries are merged as a whole: entries from two devices are kept side by
   * side, never merged field by field.
   */
  readonly entryFields?: readonly string[];
  /**
   * For such a map, the field of `data` that names entries removed for good: no merge brings them
   * back.
   */
  readonly takenOff?: Readonly<Record<string, string>>;
  /**
   * Fields that nobody can be asked about: the newer of two values wins, and no question is asked.
   */
  readonly neverAsked?: readonly string[];
};
