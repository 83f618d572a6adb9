import { ok, refuse } from '#core/result.ts';
import type { OpenedKeys } from '../vault/keys.ts';
import { outsideLock, type LockWorld } from '../vault/lock/outside-lock.ts';
import type { Vault } from '../vault/vault.ts';
import { fileKeyOf } from './file-key.ts';
import type { Header } from './header.ts';

/** A file as something to unlock: asked and counted like the vault. */
export type FileLock = Pick<Vault, 'unlock' | 'attempts'> & {
  /** The workspace's keys and the file's own, from the unlocking until it locks by itself. */
  readonly opened: { readonly keys: OpenedKeys; readonly file: CryptoKey } | undefined;
  /** Locks it: nobody is waiting for what it opened. */
  forget(): void;
};

/**
 * The lock of a file, opened by passphrase or kit as they were when it was made. Refuses as
 * `outsideLock` does.
 */
export const fileLock = (header: Header, world: LockWorld): FileLock => {
  let opened: FileLock['opened'];
  const onlocked = (): void => {
    opened = undefined;
    world.onlocked?.();
  };
  const lock = outsideLock(header, { ...world, onlocked });
  const unlock: FileLock['unlock'] = async (secret, waiter) => {
    const answer = await lock.unlock(secret, waiter);
    const keys = lock.opened;
    if (!answer.ok || keys === undefined) return answer;
    const file = await fileKeyOf(header, keys.workspace);
    // Locked meanwhile.
    if (lock.opened !== keys) return refuse('given-up');
    if (file === undefined) {
      lock.forget();
      return refuse('not-opened');
    }
    opened = { keys, file };
    return ok(undefined);
  };
  const forget = (): void => {
    lock.forget();
    opened = undefined;
  };
  return {
    attempts: lock.attempts,
    unlock,
    forget,
    get opened() {
      return opened;
    },
  };
};
