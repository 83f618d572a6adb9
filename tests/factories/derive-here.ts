import type { Derive } from '#data/vault/derive.ts';
import { stretchPlainly } from '#data/vault/plain-argon2.ts';
import { sealingKey } from '#data/vault/sealed-box.ts';

/** Derives where there are no workers, at the cost that is asked for. */
export const deriveHere: Derive = async (text, salt, derivation) => {
  const secret = new TextEncoder().encode(text);
  return sealingKey(
    (await stretchPlainly({ secret, salt, derivation }, () => undefined)) as BufferSource,
  );
};
