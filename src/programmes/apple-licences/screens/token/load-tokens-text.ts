import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words of the tokens. Not among those of `load-text.ts`, which home carries. */
export const loadTokensText = async (language: Language): Promise<Catalogues['tokens']> =>
  language === 'sv'
    ? (await import('#programmes/apple-licences/words/sv/tokens.ts')).tokens
    : (await import('#programmes/apple-licences/words/en/tokens.ts')).tokens;
