import { toHex } from '#platform/hex.ts';

/** An id made by hash has 128 bits. */
const BYTES = 16;

const encoder = new TextEncoder();

/**
 * 128 bits of HMAC-SHA256 over the parts, as hex. As a JSON list the parts cannot run into each
 * other.
 */
export const keyedHash = async (key: CryptoKey, parts: readonly string[]): Promise<string> => {
  const signed = await crypto.subtle.sign('HMAC', key, encoder.encode(JSON.stringify(parts)));
  return toHex(new Uint8Array(signed, 0, BYTES));
};
