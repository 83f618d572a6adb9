import { keyedHash } from './keyed-hash.ts';

/**
 * A code in the form that is compared: only capital letters and digits. `fake-2a` and `FAKE 2A` are
 * the same code.
 */
export const plainCode = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What names a code without showing it: equal for equal codes, in whatever way they were written.
 */
export const fingerprintOf = (key: CryptoKey, code: string): Promise<string> => {
  const plain = plainCode(code);
  if (plain === '') throw new TypeError('an empty code has no fingerprint');
  return keyedHash(key, [plain]);
};
