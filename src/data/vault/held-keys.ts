import { BehaviorSubject, type Observable } from 'rxjs';
import type { Clock } from '#platform/clock.ts';
import type { WatchPresence } from '#platform/browser/presence.ts';
import { startAutoLock, type LockLimits } from './lock/auto-lock.ts';
import type { OpenedKeys } from './keys.ts';

/** Something that needs the open vault was asked of the locked one. */
export class VaultLocked extends Error {
  override readonly name = 'VaultLocked';
}

/** Whether the keys are held. */
export type VaultState = 'locked' | 'open';

/**
 * The opened keys of one tab: in memory only, and only until they are dropped by hand or by the
 * auto-lock.
 */
export type HeldKeys = {
  readonly state$: Observable<VaultState>;
  readonly now: OpenedKeys | undefined;
  /** When they were dropped (ms). */
  readonly droppedAt: number | undefined;
  /**
   * Aborted by the next drop, even while no keys are held: an unlocking in progress then has no
   * effect.
   */
  readonly untilDropped: AbortSignal;
  hold(keys: OpenedKeys): void;
  drop(): void;
  /** The keys; throws `VaultLocked`. */
  needed(): OpenedKeys;
  onHide(listener: () => void): () => void;
};

/** Holds nothing at first. */
export const holdKeys = (
  clock: Clock,
  limits: () => LockLimits,
  watch?: WatchPresence,
): HeldKeys => {
  const state = new BehaviorSubject<VaultState>('locked');
  const hiders = listeners();
  const dropping = renewedSignal();
  let keys: OpenedKeys | undefined;
  let droppedAt: number | undefined;
  let stopAutoLock: (() => void) | undefined;

  const drop = (): void => {
    dropping.renew();
    if (keys === undefined) return;
    stopAutoLock?.();
    hiders.call();
    keys = undefined;
    droppedAt = clock.now();
    state.next('locked');
  };
  const hold = (opened: OpenedKeys): void => {
    keys = opened;
    stopAutoLock?.();
    stopAutoLock = undefined;
    state.next('open');
    const parts = { clock, limits, onLeft: hiders.call, onDue: drop };
    const stop = startAutoLock(watch === undefined ? parts : { ...parts, watch });
    // Left while it was opened, with no time allowed out of sight: it is locked again already.
    if (state.value === 'locked') stop();
    else stopAutoLock = stop;
  };
  return {
    state$: state.asObservable(),
    get now() {
      return keys;
    },
    get droppedAt() {
      return droppedAt;
    },
    get untilDropped() {
      return dropping.now;
    },
    hold,
    drop,
    onHide: hiders.add,
    needed: () => keys ?? isLocked(),
  };
};

const isLocked = (): never => {
  throw new VaultLocked('the vault is locked');
};

/** Who is called, until they say that they want it no more. */
const listeners = () => {
  const all = new Set<() => void>();
  const add = (listener: () => void): (() => void) => {
    all.add(listener);
    return () => void all.delete(listener);
  };
  return { add, call: (): void => all.forEach((listener) => listener()) };
};

/** A signal that is aborted with each renewal; from then on there is another. */
const renewedSignal = () => {
  let current = new AbortController();
  const renew = (): void => {
    const before = current;
    // A listener that waits for the next drop gets the new signal.
    current = new AbortController();
    before.abort();
  };
  return {
    get now() {
      return current.signal;
    },
    renew,
  };
};
