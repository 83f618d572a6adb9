import { ok, refuse } from '#domain/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Settings } from '../settings.ts';
import { countedTry } from '../vault/counted-try.ts';
import type { Derive } from '../vault/derive.ts';
import { openKeyring } from '../vault/keyring.ts';
import type { OpenedKeys } from '../vault/keys.ts';
import type { Vault } from '../vault/vault.ts';
import { openFileAttempts } from './file-attempts.ts';
import { fileKeyOf } from './file-key.ts';
import type { Header } from './header.ts';

/** A file as something to unlock: asked and counted like the vault. */
export type FileLock = Pick<Vault, 'unlock' | 'attempts'> & {
  /** The workspace's keys and the file's own, once it was unlocked. */
  readonly opened: { readonly keys: OpenedKeys; readonly file: CryptoKey } | undefined;
};

/** The lock of a file, opened by passphrase or kit as they were when it was made. Refuses as the vault does. */
export const fileLock = (
  header: Header,
  { settings, clock, derive }: { readonly settings: Settings; readonly clock: Clock; readonly derive?: Derive },
): FileLock => {
  const count = openFileAttempts(header.workspace, settings, clock);
  let opened: FileLock['opened'];
  const parts = { workspaceId: header.workspace, keyring: () => Promise.resolve(header.keyring) };
  const unlock: FileLock['unlock'] = async (secret) => {
    const answer = await countedTry(parts, count, (keyring) => openKeyring(keyring, secret, derive));
    if (!answer.ok) return answer;
    const file = await fileKeyOf(header, answer.value.workspace);
    if (file === undefined) return refuse('not-opened');
    opened = { keys: answer.value, file };
    return ok(undefined);
  };
  return {
    attempts: count.seen,
    unlock,
    get opened() {
      return opened;
    },
  };
};
