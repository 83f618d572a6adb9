import { ok } from '#domain/result.ts';
import type { KeyringData } from '#domain/workspace/keyring.ts';
import type { Clock } from '#platform/clock.ts';
import type { Settings } from '../settings.ts';
import { countedTry } from './counted-try.ts';
import { toldTo, type Derive } from './derive.ts';
import { openKeyring } from './keyring.ts';
import type { OpenedKeys } from './keys.ts';
import { openOutsideAttempts } from './outside-attempts.ts';
import type { Vault } from './vault.ts';

/** A keyring from outside as something to unlock: asked and counted like the vault. */
export type OutsideLock = Pick<Vault, 'unlock' | 'attempts'> & {
  /** The workspace's keys, once it was unlocked. */
  readonly opened: OpenedKeys | undefined;
};

/** What a lock of a keyring from outside needs of this device. */
export type LockWorld = { readonly settings: Settings; readonly clock: Clock; readonly derive?: Derive };

/** The lock of a keyring that lies in a file or a database, opened by passphrase or kit. Refuses as the vault does. */
export const outsideLock = (
  { workspace, keyring }: { readonly workspace: string; readonly keyring: KeyringData },
  { settings, clock, derive }: LockWorld,
): OutsideLock => {
  const count = openOutsideAttempts(workspace, settings, clock);
  let opened: OpenedKeys | undefined;
  const parts = { workspaceId: workspace, keyring: () => Promise.resolve(keyring) };
  return {
    attempts: count.seen,
    unlock: async (secret, waiter) => {
      const known = { ontry: waiter?.onwrap, isAll: waiter?.isAll };
      const open = (there: KeyringData) => openKeyring(there, secret, toldTo(waiter, derive), known);
      const answer = await countedTry(parts, count, open, waiter?.signal);
      if (!answer.ok) return answer;
      opened = answer.value;
      return ok(undefined);
    },
    get opened() {
      return opened;
    },
  };
};
