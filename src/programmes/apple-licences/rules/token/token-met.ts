import type { ContentTokenData } from './content-token.ts';

type Said = keyof ContentTokenData & string;
type Fields = Readonly<Record<string, unknown>>;

/**
 * What people enter about a token, field by field: two devices that added the same file may have
 * entered different things.
 */
export const TOKEN_SAID: readonly Said[] = [
  'name',
  'appleId',
  'location',
  'system',
  'systemName',
  'alsoIn',
  'downloadedBy',
  'downloadedOn',
];

/**
 * Which of two copies of a token wins in a field without an agreed value: the one with a value, if
 * the other has none; for Apple IDs that differ only in case either, the same on every device.
 * Undefined if someone must be asked.
 */
export const tokenMet = (
  field: Said,
  one: Fields,
  other: Fields,
  base?: Fields,
): Fields | undefined => {
  if (base !== undefined) return undefined;
  const [a, b] = [textIn(one, field), textIn(other, field)];
  if (a === '' || b === '') return a === '' ? other : one;
  const isAlike = field === 'appleId' && a.toLowerCase() === b.toLowerCase();
  return isAlike ? (a < b ? one : other) : undefined;
};

const textIn = (copy: Fields, field: Said): string => {
  const value = copy[field];
  return typeof value === 'string' ? value : '';
};
