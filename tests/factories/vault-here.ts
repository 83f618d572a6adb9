import { openSettings } from '#data/device/settings.ts';
import { stretchPlainly } from '#data/vault/derive/plain-argon2.ts';
import { createKeyring } from '#data/vault/keyring/keyring.ts';
import { sealingKey } from '#data/vault/seal/sealed-box.ts';
import { openVault, type Vault } from '#data/vault/vault.ts';
import { keptStorage } from './kept-storage.ts';
import { quickDerivation as derivation } from './quick-derivation.ts';
import { setClock } from './set-clock.ts';

/**
 * An open vault where there are no workers, for devices that share its keys: nothing about it is
 * remembered.
 */
export const openVaultHere = async (): Promise<Vault> => {
  const derive = async (text: string, salt: Uint8Array<ArrayBuffer>) => {
    const secret = new TextEncoder().encode(text);
    return sealingKey(
      (await stretchPlainly({ secret, salt, derivation }, () => undefined)) as BufferSource,
    );
  };
  const kitWords = Array.from({ length: 12 }, (_, at) => `ord${at}`);
  const secrets = {
    passphrase: 'ekorre tistel fjord lampa sadel',
    kitWords,
    kitNumber: 1,
    today: '2026-11-20',
  };
  const { keyring, opened } = await createKeyring(secrets, { derive, derivation });
  return openVault({
    workspaceId: 'here',
    keyring: () => Promise.resolve(keyring.data),
    opened,
    derive,
    settings: openSettings(keptStorage()),
    clock: setClock(),
    watch: () => () => undefined,
  });
};
