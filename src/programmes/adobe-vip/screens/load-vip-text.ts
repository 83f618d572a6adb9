import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

let isWhole = false;

/** The words of the VIP customers. */
export const loadVipText = async (language: Language): Promise<Catalogues['vip']> => {
  const vip = await loadAdobeVipWords(language, 'vip');
  isWhole = true;
  return vip;
};

/**
 * Those of the list alone, which are all that it says without a customer beside it. Once the others
 * are here they stay: what was done on a customer's page is taken back from the list, too.
 */
export const loadVipListText = async (language: Language): Promise<Catalogues['vip']> => {
  if (isWhole) return loadVipText(language);
  return (await loadAdobeVipWords(language, 'vipList')) as Catalogues['vip'];
};
