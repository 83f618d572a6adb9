import type { Language } from '#core/language/language.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { credit as english } from '#programmes/apple-credit/words/en/credit.ts';
import { resend as englishResend } from '#programmes/apple-credit/words/en/resend.ts';
import { credit as swedish } from '#programmes/apple-credit/words/sv/credit.ts';
import { resend as swedishResend } from '#programmes/apple-credit/words/sv/resend.ts';
import { shellTexts } from '#tests/ui/texts.ts';

/** The texts that the screens of credit read. */
export const creditTexts = (language: Language = 'sv'): Texts => ({
  ...shellTexts(language),
  credit: language === 'sv' ? swedish : english,
  resend: language === 'sv' ? swedishResend : englishResend,
});
