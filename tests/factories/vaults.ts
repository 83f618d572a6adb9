import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import type { Draft } from '#core/record/record.ts';
import { openSettings, type Settings } from '#data/device/settings.ts';
import { createKeyring } from '#data/vault/keyring/keyring.ts';
import type { OpenedKeys } from '#data/vault/keys.ts';
import { openVault, type Vault, type VaultParts } from '#data/vault/vault.ts';
import type { PresenceListener, WatchPresence } from '#platform/browser/presence.ts';
import { deriveHere } from './derive-here.ts';
import { keptStorage } from './kept-storage.ts';
import { quickDerivation } from './quick-derivation.ts';
import { setClock, type SetClock } from './set-clock.ts';

/** The passphrase of every keyring made here. */
export const PASSPHRASE = 'lykta granit pendel kanel vinter';

/** The words of every kit made here. */
export const KIT = 'segel bok ugn timmer draken linje puls hamn ek skrift moln grind';

/** A keyring under those two secrets, quickly derived. */
export const makeKeyring = (): Promise<{ keyring: Draft<KeyringData>; opened: OpenedKeys }> =>
  createKeyring(
    { passphrase: PASSPHRASE, kitWords: KIT.split(' '), kitNumber: 1, today: '2026-11-20' },
    { derive: deriveHere, derivation: quickDerivation },
  );

/** Presence that a test acts out. */
export type ActedPresence = {
  readonly watch: WatchPresence;
  act(sign: keyof PresenceListener): void;
};

/** Nobody there yet. */
export const actedPresence = (): ActedPresence => {
  const listeners = new Set<PresenceListener>();
  return {
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act: (sign) => [...listeners].forEach((listener) => listener[sign]?.()),
  };
};

/** A vault with everything around it in the test's hand. */
export type VaultInHand = {
  readonly vault: Vault;
  readonly settings: Settings;
  readonly clock: SetClock;
  readonly presence: ActedPresence;
  readonly workspaceId: string;
  /** The same device after a restart of the app, or another tab. */
  again(parts?: Partial<VaultParts>): Vault;
};

let made = 0;

/** A locked vault on its own device. */
export const vaultInHand = async (): Promise<VaultInHand> => {
  const { keyring } = await makeKeyring();
  const [settings, clock, presence] = [openSettings(keptStorage()), setClock(), actedPresence()];
  made += 1;
  const workspaceId = `test-${made}`;
  const again: VaultInHand['again'] = (parts) =>
    openVault({
      workspaceId,
      settings,
      clock,
      watch: presence.watch,
      keyring: () => Promise.resolve(keyring.data),
      ...parts,
    });
  return { vault: again(), settings, clock, presence, workspaceId, again };
};
