import type { Sentences } from '#core/language/sentence.ts';

/**
 * Why an app is not written down where another one is it already: its form says it, and the history
 * that brings its number back.
 */
export const appIsHere = {
  'app-is-here': ({ name = '' }) => `The app is already at that location: ${name}.`,
} satisfies Sentences<'app-is-here'>;
