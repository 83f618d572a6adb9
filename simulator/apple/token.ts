import { AppleError } from './errors.ts';
import type { Location, World } from './world.ts';

/**
 * The location whose token a request carries as it lies in the file, or the number that says why
 * not (apple.md §1.1, §2.7).
 */
export const locationBy = (world: World, authorization: string | undefined): Location => {
  if (authorization === undefined || authorization === '') throw new AppleError(9601);
  const bearer = /^Bearer (\S+)$/.exec(authorization)?.[1];
  if (bearer === undefined) throw new AppleError(9722);
  const location = world.locations.find(({ token }) => token.text === bearer);
  if (location === undefined) throw new AppleError(9622);
  const { state, expires } = location.token;
  if (state === 'revoked') throw new AppleError(9625);
  if (state === 'expired' || world.settings.now() >= expires) throw new AppleError(9621);
  return location;
};
