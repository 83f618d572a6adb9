import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../text.ts';

/** The words of the tokens. Not among those of `load-text.ts`, which home carries. */
export const loadTokensText = async (language: Language): Promise<Catalogues['tokens']> =>
  language === 'sv'
    ? (await import('#i18n/sv/tokens.ts')).tokens
    : (await import('#i18n/en/tokens.ts')).tokens;
