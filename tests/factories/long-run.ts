/**
 * Whether this is `npm run test:long`, which does the rest of what is long; `npm test` does a part
 * of it.
 */
export const IS_LONG = import.meta.env['LONG_RUN'] !== undefined;

/** One in so many of a matrix; in the long run the others. */
export const someOf = <Case>(all: readonly Case[], every: number): readonly Case[] =>
  all.filter((_, at) => (at % every === 0) !== IS_LONG);
