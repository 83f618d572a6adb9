import type { Language } from '#core/language/language.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { Told } from '#ui/text.ts';

/** How customers, authorizations and orders are described wherever all kinds appear. */
export const told = async (language: Language): Promise<Pick<Told, 'fields' | 'choices'>> => {
  const [fields, choices] = await Promise.all([
    loadAdobeVipWords(language, 'vipFields'),
    loadAdobeVipWords(language, 'vipChoices'),
  ]);
  return { fields, choices };
};
