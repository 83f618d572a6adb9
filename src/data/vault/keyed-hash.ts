import { toHex } from '#platform/hex.ts';

/** Length of an id made by hash: 128 bits as hexadecimal. */
const HEX_LENGTH = 32;

const encoder = new TextEncoder();

/** 128 bits of HMAC-SHA256 over the parts, as hex. As a JSON list the parts cannot run into each other. */
export const keyedHash = async (key: CryptoKey, parts: readonly string[]): Promise<string> => {
  const signed = await crypto.subtle.sign('HMAC', key, encoder.encode(JSON.stringify(parts)));
  return toHex(new Uint8Array(signed)).slice(0, HEX_LENGTH);
};
