const SECOND = 1_000;

/**
 * First wait after a failure, and how much longer each next one is: what Fleet does at 9646
 * (apple.md §2.7).
 */
const FIRST_WAIT = 5 * SECOND;
const GROWTH = 3;

/**
 * The longest wait of Volym's own: Apple asks for minutes, not seconds, once more than five tries
 * have failed (9603).
 */
const LONGEST_WAIT = 15 * 60 * SECOND;

/**
 * What Apple asks for is obeyed up to a day: longer is a clock that goes wrong, and the next sync
 * is due anyway.
 */
const LONGEST_ASKED = 24 * 60 * 60 * SECOND;

/**
 * How long to wait, in ms, after so many failed tries in a row (1 after the first). Each wait is
 * three times the last one; `random` (0 to 1) spreads the devices over its second half.
 */
export const backOff = (tries: number, random: number): number => {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * GROWTH ** Math.max(0, tries - 1));
  return Math.round(wait * (0.5 + random / 2));
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The one form of a date that a server may send (RFC 9110 §5.6.7). The two older ones end in a wait
 * of our own.
 */
const HTTP_DATE = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

const momentOf = (written: string): number | undefined => {
  const [, date, month = '', ...rest] = HTTP_DATE.exec(written) ?? [];
  const [year = 0, hour = 0, minute = 0, second = 0] = rest.map(Number);
  if (date === undefined || !MONTHS.includes(month)) return undefined;
  return Date.UTC(year, MONTHS.indexOf(month), Number(date), hour, minute, second);
};

/**
 * The wait that `Retry-After` asks for, in ms from `now` (a moment in ms): whole seconds or an HTTP
 * date (apple.md §2.7). Undefined when it asks for none, cannot be read, or names a moment that has
 * passed.
 */
export const askedWait = (header: string | undefined, now: number): number | undefined => {
  const written = header?.trim() ?? '';
  const until = momentOf(written);
  const wait = /^\d+$/.test(written)
    ? Number(written) * SECOND
    : until === undefined
      ? 0
      : until - now;
  return wait > 0 ? Math.min(wait, LONGEST_ASKED) : undefined;
};
