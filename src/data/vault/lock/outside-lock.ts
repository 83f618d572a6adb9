import { ok, refuse } from '#core/result.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { countedTry } from './counted-try.ts';
import { derivingFor, type Derive } from '../derive/derive.ts';
import { openKeyring } from '../keyring/keyring.ts';
import type { OpenedKeys } from '../keys.ts';
import { lockLater, type LocksLater } from './lock-later.ts';
import { openOutsideAttempts } from './outside-attempts.ts';
import type { Vault } from '../vault.ts';

/** A keyring from outside as something to unlock: asked and counted like the vault. */
export type OutsideLock = Pick<Vault, 'unlock' | 'attempts'> & {
  /** The workspace's keys, from the unlocking until it locks by itself. */
  readonly opened: OpenedKeys | undefined;
  /** Locks it: nobody is waiting for what it opened. */
  forget(): void;
};

/** What a lock of a keyring from outside needs of this device. */
export type LockWorld = LocksLater & {
  readonly derive?: Derive | undefined;
  /** Told when it locks by itself, by the limits of the auto-lock. */
  readonly onlocked?: (() => void) | undefined;
};

/**
 * The lock of a keyring that is in a file or a database, opened by passphrase or kit. Refuses as
 * the vault does, and with `given-up` if it has been locked again by then.
 */
export const outsideLock = (
  { workspace, keyring }: { readonly workspace: string; readonly keyring: KeyringData },
  { settings, clock, watch, derive, onlocked }: LockWorld,
): OutsideLock => {
  const count = openOutsideAttempts(workspace, settings, clock);
  let opened: OpenedKeys | undefined;
  let stop: (() => void) | undefined;
  const forget = (): void => {
    stop?.();
    opened = undefined;
  };
  const locked = (): void => {
    forget();
    onlocked?.();
  };
  const parts = { workspaceId: workspace, keyring: () => Promise.resolve(keyring) };
  return {
    attempts: count.seen,
    unlock: async (secret, waiter) => {
      const known = { ontry: waiter?.onwrap, isAll: waiter?.isAll };
      const open = (there: KeyringData) =>
        openKeyring(there, secret, derivingFor(waiter, derive), known);
      const answer = await countedTry(parts, count, open, waiter?.signal);
      if (!answer.ok) return answer;
      stop?.();
      opened = answer.value;
      stop = lockLater({ settings, clock, watch }, locked);
      // Left while it was opened, with no time allowed out of sight.
      return opened === undefined ? refuse('given-up') : ok(undefined);
    },
    forget,
    get opened() {
      return opened;
    },
  };
};
