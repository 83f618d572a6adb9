import { dayOfInstant, instantOf, type Instant } from '#core/day/instant.ts';
import { LAST_PLAUSIBLE } from '#core/day/plausible-day.ts';

/**
 * A moment of another system. A moment before 1990, or past all days that are meant, is a blank of
 * it, as Graph's `0001-01-01T00:00:00Z`: undefined, as what is none.
 */
export const readMoment = (written: string): Instant | undefined => {
  const instant = instantOf(written);
  return instant === undefined || instant < '1990' || dayOfInstant(instant) > LAST_PLAUSIBLE
    ? undefined
    : instant;
};
