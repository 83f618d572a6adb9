/**
 * Whether what is long is done whole, as `npm run test:long` does; `npm test` does a part of it.
 */
export const IS_WHOLE = import.meta.env['WHOLE_MATRICES'] !== undefined;

/** All of a matrix where it is gone over whole, else one in so many of it. */
export const someOf = <Case>(all: readonly Case[], every: number): readonly Case[] =>
  IS_WHOLE ? all : all.filter((_, at) => at % every === 0);
