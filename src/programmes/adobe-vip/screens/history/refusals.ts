import type { Language } from '#core/language/language.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import type { Refusals } from '#ui/text.ts';
import type { VipProblems } from '#programmes/adobe-vip/ground/problems.ts';
import { daysWritten } from '../days-written.ts';

const ofVip = async (language: Language) => {
  const { problems } = await loadAdobeVipWords(language, 'vip');
  return { sentences: problems, written: daysWritten };
};

/** The sentences of what customers, authorizations and orders are refused with. */
export const refusals = {
  'vip-customer': ofVip,
  'purchase-authorization': ofVip,
  'vip-order': ofVip,
  'return-authorization': ofVip,
  'price-list-item': ofVip,
  'invoice-line': ofVip,
} satisfies {
  readonly [Id in keyof VipProblems]: (
    language: Language,
  ) => Promise<Refusals<VipProblems[Id]['code']>>;
};
