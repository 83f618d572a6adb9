import type { ContentTokenData } from './content-token.ts';

type Said = keyof ContentTokenData & string;
type Fields = Readonly<Record<string, unknown>>;

/**
 * What people say of a token, field by field: of two devices that took one file each may have said
 * something else.
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
 * Which of two copies of a token is in a field, of which nothing was agreed before: the one
 * that says something, where the other leaves it open; of an Apple ID in other letters either, on
 * every device the same. Undefined where someone must be asked.
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
