import type { Language } from '#core/language/language.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { RecordWords } from '#ui/text.ts';

/** How customers, authorizations and orders are described wherever all kinds appear. */
export const recordWords = async (
  language: Language,
): Promise<Pick<RecordWords, 'fields' | 'choices' | 'notBack'>> => {
  const [fields, choices, notBack] = await Promise.all([
    loadAdobeVipWords(language, 'vipFields'),
    loadAdobeVipWords(language, 'vipChoices'),
    loadAdobeVipWords(language, 'vipNotBack'),
  ]);
  return { fields, choices, notBack };
};
