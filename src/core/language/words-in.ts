import { LANGUAGES, type Language } from './language.ts';

type AsMany<List extends readonly unknown[], Part> = { readonly [Place in keyof List]: Part };

/** What loads something in each language, in the order of LANGUAGES: none can be left out. */
type InEachLanguage<Words> = AsMany<typeof LANGUAGES, () => Promise<Words>>;

/**
 * Loads words from one file per language. Each file is imported in its own function: with two in
 * one function the bundler would fetch both.
 */
export const wordsIn =
  <Words>(...loaders: InEachLanguage<Words>) =>
  (language: Language): Promise<Words> =>
    // There are as many as languages.
    loaders[LANGUAGES.indexOf(language)]!();
