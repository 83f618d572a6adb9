import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/**
 * The words of resend requests. Not among those of `load-text.ts`, which home carries: two screens
 * and a letter read them.
 */
export const loadResendText = async (language: Language): Promise<Catalogues['resend']> =>
  language === 'sv'
    ? (await import('#programmes/apple-credit/words/sv/resend.ts')).resend
    : (await import('#programmes/apple-credit/words/en/resend.ts')).resend;
