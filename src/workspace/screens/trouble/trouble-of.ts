import { storeTroubleOf, type StoreTrouble } from '#data/records/store-trouble.ts';

/** What became of something that nobody caught: the store took nothing, or a bug. */
export type Trouble = StoreTrouble | 'unforeseen';

/**
 * What the user has to know of it; undefined for a request that was given up, which is nobody's
 * trouble.
 */
export const troubleOf = (error: unknown): Trouble | undefined => {
  const isGivenUp = error instanceof DOMException && error.name === 'AbortError';
  return storeTroubleOf(error) ?? (isGivenUp ? undefined : 'unforeseen');
};
