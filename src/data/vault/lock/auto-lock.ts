import type { Clock } from '#platform/clock.ts';
import { watchPresence, type WatchPresence } from '#platform/browser/presence.ts';
import type { Settings } from '../../device/settings.ts';

/** Since when the app is out of sight (undefined: in sight), and when it was last used; ms. */
export type Use = { readonly hiddenSince: number | undefined; readonly usedAt: number };

/** How long it may be hidden or idle; ms. */
export type LockLimits = { readonly hiddenMs: number; readonly idleMs: number };

/** The limits that this device has set, as they are now. */
export const limitsOf = ({ current }: Pick<Settings, 'current'>): LockLimits => ({
  hiddenMs: current.lockAfterHiddenMs,
  idleMs: current.lockAfterIdleMs,
});

/**
 * Whether it is time to lock, and why. Calculated from moments rather than timers, which pause in a
 * sleeping tab. A clock set back further than a limit counts as past the limit.
 */
export const lockDue = (
  use: Use,
  limits: LockLimits,
  now: number,
): 'hidden' | 'idle' | undefined => {
  if (use.hiddenSince !== undefined && Math.abs(now - use.hiddenSince) >= limits.hiddenMs)
    return 'hidden';
  return Math.abs(now - use.usedAt) >= limits.idleMs ? 'idle' : undefined;
};

/**
 * How long from now until it may be due, in ms; never below a moment, so that a timer cannot spin.
 */
export const untilDue = (use: Use, limits: LockLimits, now: number): number => {
  const idle = use.usedAt + limits.idleMs - now;
  const hidden = use.hiddenSince === undefined ? Infinity : use.hiddenSince + limits.hiddenMs - now;
  return Math.max(50, Math.min(idle, hidden));
};

/** What the auto-lock works with and tells. */
export type AutoLockParts = {
  readonly clock: Clock;
  limits(): LockLimits;
  /** The app was left: what is shown must be hidden at once. */
  onLeft(): void;
  onDue(why: 'hidden' | 'idle'): void;
  readonly watch?: WatchPresence;
};

/**
 * Watches until the returned function is called; starts as if just used, and with the page as it
 * is: it may be hidden already.
 */
export const startAutoLock = ({
  clock,
  limits,
  onLeft,
  onDue,
  watch = watchPresence,
}: AutoLockParts): (() => void) => {
  let use: Use = { hiddenSince: undefined, usedAt: clock.now() };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const check = (): boolean => {
    clearTimeout(timer);
    const why = lockDue(use, limits(), clock.now());
    if (why === undefined)
      timer = setTimeout(check, Math.min(untilDue(use, limits(), clock.now()), 2 ** 31 - 1));
    else onDue(why);
    return why === undefined;
  };
  const stopWatching = watch({
    left: onLeft,
    hidden: () => {
      use = { ...use, hiddenSince: use.hiddenSince ?? clock.now() };
      check();
    },
    // Before anything else: the timers may have slept while the time ran out.
    shown: () => {
      if (check()) use = { ...use, hiddenSince: undefined };
    },
    // A first touch after a long sleep must not count before the time is looked at.
    active: () => {
      if (lockDue(use, limits(), clock.now()) === undefined) use = { ...use, usedAt: clock.now() };
      else check();
    },
  });
  check();
  return () => {
    clearTimeout(timer);
    stopWatching();
  };
};
