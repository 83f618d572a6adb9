import * as z from '#core/schema.ts';
import { randomBytes } from '#platform/ids.ts';
import { fromBase64Url, toBase64Url } from '../../vault/seal/base64url.ts';
import type { DeviceKeys } from '../../vault/device-keys.ts';
import { FOR_NEWCOMER, readyHandedKeys } from '../../vault/keys.ts';
import { decrypt, sealingKey, type Box } from '../../vault/seal/sealed-box.ts';
import type { Vault } from '../../vault/vault.ts';

/** 256 random bits as text for an address or a header. */
export const newToken = (): string => toBase64Url(randomBytes(32));

const keyOf = (token: string): Promise<CryptoKey> => sealingKey(fromBase64Url(token));

/**
 * The keys of a workspace for a device that is invited: `keys` wait on the server until they are
 * fetched once, `opens` is in the link alone. Throws `VaultLocked`.
 */
export const sealedForNewcomer = async (
  vault: Pick<Vault, 'sealForNewcomer'>,
): Promise<{ readonly opens: string; readonly keys: string }> => {
  const opens = newToken();
  return { opens, keys: JSON.stringify(await vault.sealForNewcomer(await keyOf(opens))) };
};

const box = z.object({ iv: z.string(), text: z.string() });

/** Nobody changes the keys of a workspace more often than this. */
const MOST_CHANGES = 10_000;

const isGeneration = (given: number): boolean =>
  Number.isInteger(given) && given >= 0 && given <= MOST_CHANGES;

// Loose: a later app may hand over more.
const handed = z.looseObject({
  workspace: z.object({ id: z.string(), key: z.string() }),
  id: z.string(),
  generation: z.optional(
    z.pipe(
      z.number(),
      z.transform((given) => (isGeneration(given) ? given : undefined)),
    ),
  ),
});

/**
 * The keys that were handed over, ready for use; undefined when the link's key does not open them.
 */
export const openHandedKeys = async (
  opens: string,
  keys: string,
): Promise<DeviceKeys | undefined> => {
  try {
    const sealed: Box = box.parse(JSON.parse(keys));
    return await readyHandedKeys(
      handed.parse(JSON.parse(await decrypt(await keyOf(opens), sealed, FOR_NEWCOMER))),
    );
  } catch {
    return undefined;
  }
};
