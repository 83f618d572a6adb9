import type { Clock } from '#platform/clock.ts';
import type { WatchPresence } from '#platform/browser/presence.ts';
import type { Settings } from '../../device/settings.ts';
import { limitsOf, startAutoLock } from './auto-lock.ts';

/** What locks by itself where no vault holds the keys. */
export type LocksLater = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly watch?: WatchPresence | undefined;
};

/**
 * Locks once the limits of the auto-lock are reached, for what a passphrase opened outside of the
 * vault, which may be locked all the time. Once, and not after the returned function was called.
 */
export const lockLater = (
  { settings, clock, watch }: LocksLater,
  lock: () => void,
): (() => void) => {
  const over = new AbortController();
  const onDue = (): void => {
    if (over.signal.aborted) return;
    over.abort();
    lock();
  };
  const parts = { clock, limits: () => limitsOf(settings), onLeft: () => undefined, onDue };
  const stop = startAutoLock(watch === undefined ? parts : { ...parts, watch });
  // Left already, with no time allowed out of sight.
  if (over.signal.aborted) stop();
  else over.signal.addEventListener('abort', stop);
  return () => over.abort();
};
