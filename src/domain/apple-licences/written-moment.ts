import { instantOf, type Instant } from '../instant.ts';

/** A moment of another system. What lies before 1990 is a blank of it, as Graph's `0001-01-01T00:00:00Z`: undefined, as what is none. */
export const readMoment = (written: string): Instant | undefined => {
  const instant = instantOf(written);
  return instant === undefined || instant < '1990' ? undefined : instant;
};
