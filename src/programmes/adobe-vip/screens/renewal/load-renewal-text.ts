import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { Language } from '#core/language/language.ts';
import { PAIR } from '#ui/shell/frame-place.ts';
import type { Catalogues } from '#ui/text.ts';

/** Those of the lists alone, which are all that a list without a customer beside it says. */
export const loadRenewalListText = async (
  language: Language,
): Promise<Catalogues['vipRenewals']> => {
  return (await loadAdobeVipWords(language, 'renewalList')) as Catalogues['vipRenewals'];
};

/**
 * What the customer beside a list of renewals says; nothing where there is no room for one and none
 * is asked for.
 */
export const loadBesideText = async (
  language: Language,
  address: URLSearchParams,
): Promise<Partial<Pick<Catalogues, 'vip' | 'vipRenewals'>>> => {
  if (!address.has('customer') && !matchMedia(PAIR).matches) return {};
  const { loadVipText } = await import('../load-vip-text.ts');
  const [vip, vipRenewals] = await Promise.all([
    loadVipText(language),
    loadAdobeVipWords(language, 'vipRenewals'),
  ]);
  return { vip, vipRenewals };
};
