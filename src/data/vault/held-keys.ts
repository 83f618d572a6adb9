import { BehaviorSubject, type Observable } from 'rxjs';
import type { Clock } from '#platform/clock.ts';
import type { WatchPresence } from '#platform/presence.ts';
import { startAutoLock, type LockLimits } from './auto-lock.ts';
import type { OpenedKeys } from './keys.ts';

/** Something that needs the open vault was asked of the locked one. */
export class VaultLocked extends Error {
  override readonly name = 'VaultLocked';
}

/** Whether the keys are held. */
export type VaultState = 'locked' | 'open';

/** The opened keys of one tab: in memory only, and only until they are dropped by hand or by the auto-lock. */
export type HeldKeys = {
  readonly state$: Observable<VaultState>;
  readonly now: OpenedKeys | undefined;
  /** When they were dropped (ms). */
  readonly droppedAt: number | undefined;
  hold(keys: OpenedKeys): void;
  drop(): void;
  /** The keys; throws `VaultLocked`. */
  needed(): OpenedKeys;
  onHide(listener: () => void): () => void;
};

/** Holds nothing at first. */
export const holdKeys = (clock: Clock, limits: () => LockLimits, watch?: WatchPresence): HeldKeys => {
  const state = new BehaviorSubject<VaultState>('locked');
  const hiders = new Set<() => void>();
  let keys: OpenedKeys | undefined;
  let droppedAt: number | undefined;
  let stopAutoLock: (() => void) | undefined;

  const hide = (): void => hiders.forEach((hider) => hider());
  const drop = (): void => {
    if (keys === undefined) return;
    stopAutoLock?.();
    hide();
    keys = undefined;
    droppedAt = clock.now();
    state.next('locked');
  };
  const hold = (opened: OpenedKeys): void => {
    keys = opened;
    stopAutoLock?.();
    stopAutoLock = undefined;
    state.next('open');
    const parts = { clock, limits, onLeft: hide, onDue: drop };
    const stop = startAutoLock(watch === undefined ? parts : { ...parts, watch });
    // Left while it was opened, with no time allowed out of sight: it is locked again already.
    if (state.value === 'locked') stop();
    else stopAutoLock = stop;
  };
  const onHide = (listener: () => void): (() => void) => {
    hiders.add(listener);
    return () => void hiders.delete(listener);
  };
  return {
    state$: state.asObservable(),
    get now() {
      return keys;
    },
    get droppedAt() {
      return droppedAt;
    },
    ...{ hold, drop, onHide, needed: () => keys ?? isLocked() },
  };
};

const isLocked = (): never => {
  throw new VaultLocked('the vault is locked');
};
