import type { Language } from '#core/language/language.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { RecordWords } from '#ui/text.ts';

/** How customers, authorizations and orders are described wherever all kinds appear. */
export const recordWords = async (
  language: Language,
): Promise<Pick<RecordWords, 'fields' | 'choices'>> => {
  const [fields, choices] = await Promise.all([
    loadAdobeVipWords(language, 'vipFields'),
    loadAdobeVipWords(language, 'vipChoices'),
  ]);
  return { fields, choices };
};
