import { randomBytes } from '#platform/ids.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** Encrypted text with its iv, both base64. */
export type Box = { readonly iv: string; readonly text: string };

/** Length of an AES-GCM iv in bytes (NIST SP 800-38D recommends 96 bits). */
const IV_BYTES = 12;

/** 32 bytes as a key for boxes, which cannot be taken out again. */
export const sealingKey = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

// As a JSON list the parts cannot run into each other, whatever they hold.
const bound = (to: readonly string[]): Uint8Array<ArrayBuffer> =>
  encoder.encode(JSON.stringify(to));

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Encrypts with AES-256-GCM under a fresh iv; opens again only with the same `to` as associated
 * data.
 */
export const encrypt = async (
  key: CryptoKey,
  text: string,
  to: readonly string[],
): Promise<Box> => {
  const iv = randomBytes(IV_BYTES);
  const algorithm = { name: 'AES-GCM', iv, additionalData: bound(to) };
  const bytes = await crypto.subtle.encrypt(algorithm, key, encoder.encode(text));
  return { iv: toBase64(iv), text: toBase64(new Uint8Array(bytes)) };
};

/** Decrypts; throws when key, associated data or a single bit differ. */
export const decrypt = async (key: CryptoKey, box: Box, to: readonly string[]): Promise<string> => {
  const algorithm = { name: 'AES-GCM', iv: fromBase64(box.iv), additionalData: bound(to) };
  return decoder.decode(await crypto.subtle.decrypt(algorithm, key, fromBase64(box.text)));
};
