import { addDays, daysBetween, type Day } from '#core/day/day.ts';
import type { Edition } from '#core/edition.ts';
import { livedSince, type LivedDay } from '#core/day/lived-days.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { hasLog } from './codes.ts';
import { kindOf } from './kinds.ts';

/** Rule: how many days a record is in the trash before it goes for good. */
export const TRASH_RULE = 'workspace.trash';

/** A month in the trash. */
export const trash30 = {
  id: 'workspace.trash-30',
  rule: TRASH_RULE,
  value: 30,
  unit: 'days',
  validFrom: '2026-11-20',
  source: 'Volym, X12',
  confidence: 'documented',
} as const satisfies Edition;

const { value: DAYS } = trash30;

/** Whether a record may lie in the trash and go from there; others are the workspace itself. */
const mayGo = ({ kind }: Pick<VolymRecord, 'kind'>): boolean =>
  (kindOf(kind)?.programme ?? 'workspace') !== 'workspace';

/** Last day on which a record can be taken out of the trash. */
export const lastDayInTrash = ({ trashedOn }: Pick<VolymRecord, 'trashedOn'>): Day =>
  addDays(trashedOn, DAYS);

/**
 * Days left until then: never more than the rule has, whatever day another device's clock wrote.
 */
export const daysLeftInTrash = (record: Pick<VolymRecord, 'trashedOn'>, today: Day): number =>
  Math.min(DAYS, Math.max(0, daysBetween(today, lastDayInTrash(record))));

/**
 * Whether a record's time in the trash is over: its last day has passed, and this device has lived
 * through as many days since. A clock that is wrong by a year ends nothing.
 */
export const isTrashTimeOver = (
  record: Pick<VolymRecord, 'trashedOn'>,
  today: Day,
  lived: readonly LivedDay[],
): boolean =>
  record.trashedOn !== '' &&
  today > lastDayInTrash(record) &&
  livedSince(lived, record.trashedOn) >= DAYS;

/** Whether something was done with a code. */
export const isUsed = (code: Pick<VolymRecord, 'kind' | 'steps'>): boolean => hasLog(code);

/**
 * Whether a code keeps what it is in from going by itself: one that is in use, and one with a
 * log. Codes that were thrown away one by one go in their time, and with the last of them what they
 * lay in.
 */
export const holdsItsOrder = (code: Pick<VolymRecord, 'kind' | 'trashedOn' | 'steps'>): boolean =>
  code.trashedOn === '' || hasLog(code);

/** Why a record does not go for good. */
export type KeptInTrash = 'no-trash' | 'asked' | 'has-log' | 'has-codes';

/**
 * Why a record must stay although it is in the trash, or undefined when it may go. A code's log
 * is never lost, so the code and what it is under stay (A6, X9). What holds codes goes only by
 * hand: a code is money without a last day.
 */
export const whyKept = (
  record: VolymRecord,
  codes: readonly Pick<VolymRecord, 'kind' | 'steps'>[],
  by: 'time' | 'hand',
): KeptInTrash | undefined => {
  if (record.trashedOn === '' || !mayGo(record)) return 'no-trash';
  if (record.clashes.length > 0) return 'asked';
  if ([record, ...codes].some(hasLog)) return 'has-log';
  return by === 'time' && codes.length > 0 ? 'has-codes' : undefined;
};
