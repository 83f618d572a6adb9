import { addDays, type Day } from '#core/day/day.ts';
import type { RenewalEdition } from './renewal-editions.ts';
import { renewalDays } from './renewal-stage.ts';
import type { VipEdition } from '../edition/vip-edition.ts';

/** What the three notices around an anniversary say (C11; adobe.md §4, e-mails 1–3). */
export type NoticeKind = 'time-to-renew' | 'renewal-due' | 'access-ends';

/** A notice and the day it belongs to, which it keeps when it is shown later. */
export type Notice = { readonly notice: NoticeKind; readonly on: Day };

/**
 * The notices of an anniversary, by day: the window opens, the term has ended, access ends soon.
 * Adobe names no day for the last one, so it goes out `lastNotice` days before the last day of a
 * late order. In an edition without late days that is before the anniversary.
 */
export const noticesOf = (
  anniversary: Day,
  renewal: RenewalEdition,
  lastNotice: VipEdition,
): readonly Notice[] => {
  const { windowOpens, lastOrderDay } = renewalDays(anniversary, renewal);
  const notices: readonly Notice[] = [
    { notice: 'time-to-renew', on: windowOpens },
    { notice: 'renewal-due', on: anniversary },
    { notice: 'access-ends', on: addDays(lastOrderDay, -lastNotice.value) },
  ];
  return notices.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

/**
 * The notice that fits a letter of today: the last whose day has come, or the first of all before
 * that.
 */
export const noticeOfDay = (notices: readonly Notice[], today: Day): NoticeKind =>
  (notices.findLast(({ on }) => on <= today) ?? notices[0])?.notice ?? 'time-to-renew';
