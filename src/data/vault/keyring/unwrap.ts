import * as z from '#core/schema.ts';
import type { Wrap } from '#workspace/rules/vault/keyring.ts';
import { fromBase64 } from '../seal/base64.ts';
import type { Derive } from '../derive/derive.ts';
import type { RawKeys } from '../keys.ts';
import { decrypt } from '../seal/sealed-box.ts';
import { readingsOf, type Secret } from '../seal/secret.ts';

/**
 * The raw keys, or undefined when the secret, in whatever way it is read, is not the wrap's, or the
 * wrap was changed. Throws `DeriveFailed`.
 */
export const unwrapKeys = async (
  wrap: Wrap,
  secret: Secret,
  derive: Derive,
): Promise<RawKeys | undefined> => {
  for (const reading of readingsOf(secret)) {
    const raw = await unwrapBy(reading, wrap, derive);
    if (raw !== undefined) return raw;
  }
  return undefined;
};

/**
 * The raw keys by a secret's kept form alone, or undefined when it does not open the wrap. Throws
 * `DeriveFailed`.
 */
export const unwrapBy = async (
  secret: string,
  wrap: Wrap,
  derive: Derive,
): Promise<RawKeys | undefined> => {
  let salt: Uint8Array<ArrayBuffer>;
  try {
    salt = fromBase64(wrap.salt);
  } catch {
    return undefined;
  }
  const key = await derive(secret, salt, wrap.derivation);
  try {
    const text = await decrypt(key, { iv: wrap.iv, text: wrap.keys }, [wrap.id, wrap.by]);
    return rawKeys.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

// Loose: a later app may put more keys in.
const rawKeys: z.ZodMiniType<RawKeys> = z.looseObject({
  v: z.number(),
  workspace: z.object({ id: z.string(), key: z.string() }),
  id: z.string(),
  fingerprint: z.string(),
  vault: z.record(z.string(), z.string()),
  inUse: z.optional(
    z.looseObject({ generation: z.number(), vaultKey: z.string(), by: z.string(), at: z.number() }),
  ),
  keysBefore: z.optional(z.array(z.string())),
  wrapsTakenOff: z.optional(z.array(z.string())),
});
