import { createKeyring, openKeyring } from '#data/vault/keyring/keyring.ts';
import { openField, sealField } from '#data/vault/seal/sealed-field.ts';
import { systemClock } from '#platform/clock.ts';
import { measured, type Measured } from './measure.ts';

/** Derivation of the key (in its worker), and opening 1,000 sealed codes once the key is there. */
export const unlockAndDecrypt = async (): Promise<{ derive: Measured; decrypt: Measured }> => {
  const passphrase = 'lykta granit pendel kanel vinter';
  const kitWords = Array.from({ length: 12 }, (_, at) => `ord${at}`);
  const { keyring, opened } = await createKeyring({
    passphrase,
    kitWords,
    kitNumber: 1,
    today: systemClock.today(),
  });
  const keyId = keyring.data.vaultKey;
  const key = opened.vault.get(keyId) as CryptoKey;
  const place = (at: number) => ({ id: `code-${at}`, field: 'sealed' });
  const sealed = await Promise.all(
    Array.from({ length: 1000 }, (_, at) => sealField(key, keyId, `FAKE${at}`, place(at))),
  );
  const derive = await measured(() =>
    openKeyring(keyring.data, { by: 'passphrase', text: passphrase }),
  );
  const decrypt = await measured(() =>
    Promise.all(sealed.map((field, at) => openField(key, field, place(at)))),
  );
  return { derive, decrypt };
};
