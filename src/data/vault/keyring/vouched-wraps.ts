import type { Wrap } from '#workspace/rules/vault/keyring.ts';
import { fromBase64 } from '../seal/base64.ts';
import { keyedHash } from '../seal/keyed-hash.ts';
import type { RawKeys } from '../keys.ts';

type HoldsKey = Pick<RawKeys, 'fingerprint'>;

/**
 * The proof for a wrap: a hash under the key that recognizes codes, which is in every wrap of a
 * workspace and never changes. A member who never opened the keyring cannot make it; the hash of a
 * code has a single part, so neither can pass as the other.
 */
export const vouchFor = async (keys: HoldsKey, wrap: Omit<Wrap, 'madeOn'>): Promise<string> =>
  hashOf(await vouchingKey(keys), wrap);

const vouchingKey = ({ fingerprint }: HoldsKey): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    fromBase64(fingerprint),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );

const hashOf = (key: CryptoKey, wrap: Omit<Wrap, 'madeOn'>): Promise<string> => {
  const { id, by, number, mark = '', workspaceKey = '', derivation, salt, iv, keys } = wrap;
  const { name, memoryKiB, passes, lanes } = derivation;
  const costs = [name, ...[memoryKiB, passes, lanes].map(String)];
  return keyedHash(key, [
    'a wrap',
    id,
    by,
    String(number),
    mark,
    workspaceKey,
    ...costs,
    salt,
    iv,
    keys,
  ]);
};

/** Whether someone made a wrap who had opened the keyring with these keys before. */
export const isVouched = async (keys: HoldsKey, wrap: Wrap): Promise<boolean> =>
  wrap.vouched !== undefined && wrap.vouched === (await vouchFor(keys, wrap));

/** The same question for many wraps: the key for it is made ready once. */
export const vouching = async (keys: HoldsKey): Promise<(wrap: Wrap) => Promise<boolean>> => {
  const key = await vouchingKey(keys);
  return async (wrap) => wrap.vouched !== undefined && wrap.vouched === (await hashOf(key, wrap));
};
