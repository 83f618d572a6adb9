import type { Language } from './language.ts';

/**
 * Loads words from one file per language. Each file is imported in its own function: with two in
 * one function the bundler would fetch both.
 */
export const wordsIn =
  <Words>(swedish: () => Promise<Words>, english: () => Promise<Words>) =>
  (language: Language): Promise<Words> =>
    language === 'sv' ? swedish() : english();
