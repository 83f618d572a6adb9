import type { AsOf } from '#core/day/local-time.ts';
import type { ContentToken } from './content-token.ts';
import { sealedTextOf } from './sealed-text.ts';
import { fileOf } from './token-files.ts';
import { tokenState, type TokenState } from './token-life.ts';

/** Where licences or users are: a location by Apple's `uId`, by its name, or neither. */
export type Located = { readonly location: string; readonly locationId: string };

/**
 * States in which Apple would refuse it, or in which another token is asked for the same location.
 */
const OUT: readonly TokenState[] = ['expired', 'revoked', 'invalid', 'duplicate'];

/**
 * The token that Apple can be asked with for a location: live, and with its text kept here. What
 * is at no location is the only such token's, if there is but one.
 */
export const tokenFor = (
  tokens: readonly ContentToken[],
  { location, locationId }: Located,
  asOf: AsOf,
): ContentToken | undefined => {
  const live = tokens.filter(
    (token) =>
      token.trashedOn === '' &&
      sealedTextOf(token) !== undefined &&
      !OUT.includes(tokenState(fileOf(token), token.steps, asOf)),
  );
  if (location === '' && locationId === '') return live.length === 1 ? live[0] : undefined;
  const sameId =
    locationId === '' ? undefined : live.find(({ data }) => data.locationId === locationId);
  const isNamed = ({ data }: ContentToken): boolean =>
    (locationId === '' || data.locationId === '') &&
    location !== '' &&
    data.location.toLowerCase() === location.toLowerCase();
  return sameId ?? live.find(isNamed);
};
