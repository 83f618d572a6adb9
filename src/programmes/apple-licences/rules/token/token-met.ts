import type { ContentTokenData } from './content-token.ts';

type TokenField = keyof ContentTokenData & string;
type Fields = Readonly<Record<string, unknown>>;

/**
 * What people enter about a token, field by field: two devices that added the same file may have
 * entered different things.
 */
export const TOKEN_FIELDS: readonly TokenField[] = [
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
  field: TokenField,
  left: Fields,
  right: Fields,
  base?: Fields,
): Fields | undefined => {
  if (base !== undefined) return undefined;
  const [a, b] = [textIn(left, field), textIn(right, field)];
  if (a === '' || b === '') return a === '' ? right : left;
  const isAlike = field === 'appleId' && a.toLowerCase() === b.toLowerCase();
  return isAlike ? (a < b ? left : right) : undefined;
};

const textIn = (copy: Fields, field: TokenField): string => {
  const value = copy[field];
  return typeof value === 'string' ? value : '';
};
