import type { Day } from '#core/day/day.ts';
import {
  LONG_WAIT_DAYS,
  waitedDays,
  type UserRow,
} from '#programmes/apple-licences/rules/user/user-waits.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';

/**
 * How long an invitation has waited, in words, and whether that is long; '' of who is not invited.
 */
export const waitWords = (
  row: UserRow,
  today: Day,
  words: LicenceWords,
): { readonly label: string; readonly isLong: boolean } => {
  if (row.terms !== 'invited') return { label: '', isLong: false };
  const days = waitedDays(row, today);
  if (days === undefined) return { label: words.users.noDay, isLong: false };
  return { label: words.users.waited(days), isLong: days >= LONG_WAIT_DAYS };
};
