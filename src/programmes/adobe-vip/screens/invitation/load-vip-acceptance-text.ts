import type { Language, Messages } from '#core/language/language.ts';
import type { vipAcceptance } from '#programmes/adobe-vip/words/sv/vip-acceptance.ts';

/** Words of the sheets where it is noted that a customer was invited, and accepted the terms. */
export type VipAcceptanceWords = Messages<typeof vipAcceptance>;

/** Those words: they come with the sheet. */
export const loadVipAcceptanceText = async (language: Language): Promise<VipAcceptanceWords> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-acceptance.ts')).vipAcceptance
    : (await import('#programmes/adobe-vip/words/en/vip-acceptance.ts')).vipAcceptance;
