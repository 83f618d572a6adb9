import { ok, refuse } from '#domain/result.ts';
import type { OpenedKeys } from '../vault/keys.ts';
import { outsideLock, type LockWorld } from '../vault/outside-lock.ts';
import type { Vault } from '../vault/vault.ts';
import { fileKeyOf } from './file-key.ts';
import type { Header } from './header.ts';

/** A file as something to unlock: asked and counted like the vault. */
export type FileLock = Pick<Vault, 'unlock' | 'attempts'> & {
  /** The workspace's keys and the file's own, once it was unlocked. */
  readonly opened: { readonly keys: OpenedKeys; readonly file: CryptoKey } | undefined;
};

/** The lock of a file, opened by passphrase or kit as they were when it was made. Refuses as the vault does. */
export const fileLock = (header: Header, world: LockWorld): FileLock => {
  const lock = outsideLock(header, world);
  let opened: FileLock['opened'];
  const unlock: FileLock['unlock'] = async (secret, waiter) => {
    const answer = await lock.unlock(secret, waiter);
    if (!answer.ok || lock.opened === undefined) return answer;
    const file = await fileKeyOf(header, lock.opened.workspace);
    if (file === undefined) return refuse('not-opened');
    opened = { keys: lock.opened, file };
    return ok(undefined);
  };
  return {
    attempts: lock.attempts,
    unlock,
    get opened() {
      return opened;
    },
  };
};
