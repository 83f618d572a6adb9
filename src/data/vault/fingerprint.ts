/** Length of an id made by hash: 128 bits as hexadecimal. */
const HEX_LENGTH = 32;

const encoder = new TextEncoder();

/** A code as it is compared: capitals, letters and digits alone. `fake-2a` and `FAKE 2A` are one code. */
export const plainCode = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** 128 bits of HMAC-SHA256 over the parts, as hex. As a JSON list the parts cannot run into each other. */
export const keyedHash = async (key: CryptoKey, parts: readonly string[]): Promise<string> => {
  const signed = await crypto.subtle.sign('HMAC', key, encoder.encode(JSON.stringify(parts)));
  const hex = [...new Uint8Array(signed)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.slice(0, HEX_LENGTH);
};

/** What names a code without showing it: equal for equal codes, in whatever way they were written. */
export const fingerprintOf = (key: CryptoKey, code: string): Promise<string> => {
  const plain = plainCode(code);
  if (plain === '') throw new TypeError('an empty code has no fingerprint');
  return keyedHash(key, [plain]);
};
