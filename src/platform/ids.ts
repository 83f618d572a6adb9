import { toHex } from './hex.ts';

/** Random bytes from the device's own source, for keys and salts. */
export const randomBytes = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));

/**
 * A whole number from 0 up to but not including `below` (at most 2^32), all equally likely: values
 * of the incomplete last round are drawn again.
 */
export const randomIndex = (below: number): number => {
  if (!Number.isInteger(below) || below < 1 || below > 2 ** 32)
    throw new RangeError('below must be 1 to 2^32');
  const fair = 2 ** 32 - (2 ** 32 % below);
  const drawn = new Uint32Array(1);
  do crypto.getRandomValues(drawn);
  while ((drawn[0] ?? 0) >= fair);
  return (drawn[0] ?? 0) % below;
};

/**
 * A number from 0 up to 1, each as likely as the other: for waits that should not all end at once.
 */
export const chance = (): number => randomIndex(2 ** 32) / 2 ** 32;

/** The moment in the last id (ms), and the id's place among those of that moment. */
let [moment, place] = [0, 0];

/** Twelve bits hold the place; the upper half of its range is left for counting. */
const PLACES = 2 ** 12;

/**
 * A new id: uuid version 7 (RFC 9562 §6.2), so that ids made later sort later, even within a
 * millisecond (the lines of an authorization stay in the order they were typed).
 */
export const newId = (): string => {
  const now = Date.now();
  place = now > moment ? randomIndex(PLACES / 2) : place + 1;
  moment = Math.max(now, moment);
  if (place === PLACES) [moment, place] = [moment + 1, 0];
  const bytes = randomBytes(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(moment / 2 ** 32));
  view.setUint32(2, moment % 2 ** 32);
  view.setUint16(6, 0x7000 | place);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = toHex(bytes);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
};
