import type { Language, Messages } from '#core/language/language.ts';
import type { vipShared } from '#programmes/adobe-vip/words/sv/vip-shared.ts';

/** Words of a number that several customers have. */
export type VipSharedWords = Messages<typeof vipShared>;

/** The words of such a number: they come when there is one. */
export const loadVipSharedText = async (language: Language): Promise<VipSharedWords> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-shared.ts')).vipShared
    : (await import('#programmes/adobe-vip/words/en/vip-shared.ts')).vipShared;
