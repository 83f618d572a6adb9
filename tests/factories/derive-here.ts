import type { Derive } from '#data/vault/derive/derive.ts';
import { stretchPlainly } from '#data/vault/derive/plain-argon2.ts';
import { sealingKey } from '#data/vault/seal/sealed-box.ts';

/** Derives where there are no workers, at the cost that is asked for. */
export const deriveHere: Derive = async (text, salt, derivation) => {
  const secret = new TextEncoder().encode(text);
  return sealingKey(
    (await stretchPlainly({ secret, salt, derivation }, () => undefined)) as BufferSource,
  );
};
