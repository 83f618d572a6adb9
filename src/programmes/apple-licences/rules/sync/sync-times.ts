/**
 * Hours of the day, by the device's own clock, from which a sync is due (B7: "twice a day"; picture
 * 09).
 */
export const SYNC_HOURS: readonly number[] = [6, 18];

const HOUR = 3_600_000;

/**
 * After a failure that may pass it is tried again so much later (ms), and not first at the next of
 * the hours.
 */
export const RETRY_AFTER = HOUR;

/** What is known of a token's syncs, for when the next one is due; moments in ms, 0 for never. */
export type SyncTimes = {
  /** When it was tried last. */
  readonly at: number;
  /** Why that try brought nothing; '' when it went well. */
  readonly code: string;
  /** The same may go well another time: nobody has to do anything. */
  readonly mayPass?: boolean | undefined;
  /** Apple asked not to be asked before. */
  readonly notBefore?: number | undefined;
};

/**
 * The moment of an hour on the day of another moment, by the device's own clock (ms): a day on
 * which the clock changes has 23 or 25 hours, so that none can be reckoned from midnight. Hours
 * from 24 on are of the next day.
 */
export type HourOfDay = (moment: number, hour: number) => number;

/**
 * When the next sync is due, in ms: at the next of the hours after the last try, an hour after a
 * failure that may pass, and not before Apple wants to be asked. 0 where none was tried yet.
 */
export const nextSyncAt = (times: SyncTimes | undefined, hourOf: HourOfDay): number => {
  if (times === undefined || times.at === 0) return 0;
  const { at, code, mayPass = false, notBefore = 0 } = times;
  const hours = [...SYNC_HOURS, (SYNC_HOURS[0] ?? 0) + 24].map((hour) => hourOf(at, hour));
  const slot = hours.find((moment) => moment > at) ?? at + 24 * HOUR;
  const next = code !== '' && mayPass ? Math.min(slot, at + RETRY_AFTER) : slot;
  return Math.max(next, notBefore);
};

/**
 * Whether a moment (ms) is so far in the future that a clock which was wrong wrote it: it says
 * nothing.
 */
export const isAhead = (moment: number, now: number): boolean => moment > now + HOUR;

/** Whether a sync is due now. */
export const isSyncDue = (times: SyncTimes | undefined, now: number, hourOf: HourOfDay): boolean =>
  (times !== undefined && isAhead(times.at, now)) || nextSyncAt(times, hourOf) <= now;
