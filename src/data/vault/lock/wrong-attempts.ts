import type { WrongAttempts } from '../../device/settings.ts';

/** The wait after the first, second … wrong answer in ms (X9): two are free; the last one stays. */
export const WAITS: readonly number[] = [0, 0, 5_000, 30_000, 120_000, 600_000];

/** No wrong answer yet, or the last one was right. */
export const NO_ATTEMPTS: WrongAttempts = { count: 0, since: 0 };

/** The full wait after this many wrong answers in a row. */
export const waitAfter = (count: number): number =>
  count < 1 ? 0 : (WAITS[Math.min(count, WAITS.length) - 1] ?? 0);

/** One more wrong answer at this moment. */
export const oneMore = (attempts: WrongAttempts, now: number): WrongAttempts => ({
  count: attempts.count + 1,
  since: now,
});

/**
 * The attempts as of this moment. If the clock was set back, the wait begins again from now: it
 * neither ends early nor lasts until the clock has caught up.
 */
export const seenNow = (attempts: WrongAttempts, now: number): WrongAttempts =>
  attempts.since > now ? { ...attempts, since: now } : attempts;

/** The rest of the wait, in ms; never more than the full wait. */
export const waitLeft = (attempts: WrongAttempts, now: number): number => {
  const whole = waitAfter(attempts.count);
  return Math.min(whole, Math.max(0, attempts.since + whole - now));
};
