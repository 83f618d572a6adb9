import { doingOf } from '../import/import-steps.ts';
import { addDays, type Day } from '../day/day.ts';
import type { Doing } from './kind.ts';
import { UNDO_DAYS } from './undo-days.ts';

/**
 * What can be done to many records at once and be undone later (X12). An import has its own record
 * and its own undo.
 */
export type ActKind =
  | 'handed-out'
  | 'resend-requested'
  | 'resent'
  | 'validated'
  | 'rejected'
  | 'restored'
  | 'licences-given'
  | 'licences-taken-back'
  | 'apps-gone'
  | 'deployed'
  | 'invited'
  | 'reminded'
  | 'accepted'
  | 'retired'
  | 'returned';

/** A record that an act was about to write. */
export type ActedOn = {
  readonly id: string;
  /** The day it had gone to the trash, when the act took it out. */
  readonly trashedOn?: Day;
  /** The act made it, or took it out of the trash: undone, it goes there. */
  readonly isMade?: true;
  /** It counts the others: when undone, its count follows what became of them. */
  readonly isCount?: true;
  /** Fields that the act changes, as they were. */
  readonly was?: Readonly<Record<string, unknown>>;
};

/**
 * One action on many records at once, with what its undo must know; noted before the first record
 * is written. The ids of its steps begin with its own id, so that no clock and no other tab can
 * confuse them. Never a secret: kinds, days and ids alone.
 */
export type Act = {
  readonly id: string;
  readonly kind: ActKind;
  readonly on: Day;
  /** When it began, in ms. */
  readonly at: number;
  /** Person id. */
  readonly by: string;
  readonly records: readonly ActedOn[];
  /** Id of the token through which Apple did it too: it is undone there as well, or not at all. */
  readonly apple?: string;
};

/** The `Doing` of an act's command on one record: its steps are known as the act's. */
export const doingOfAct = ({ id }: Pick<Act, 'id'>, doing: Doing): Doing => doingOf(id, doing);

/** So many are kept; older ones give way. */
export const ACTS_KEPT = 40;

/**
 * Those that may still be undone, the newest first: of the last thirty days, and no more than
 * forty.
 */
export const undoableActs = (acts: readonly Act[], today: Day): Act[] =>
  acts
    .filter(({ on }) => today <= addDays(on, UNDO_DAYS))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, ACTS_KEPT);
