import type { Language, Messages } from '#core/language/language.ts';
import type { vipHolders } from '#programmes/adobe-vip/words/sv/vip-holders.ts';

/** Words of the sheet where those are written down who have a licence. */
export type HoldersWords = Messages<typeof vipHolders>;

/** Those words: they come with the sheet. */
export const loadHoldersText = async (language: Language): Promise<HoldersWords> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-holders.ts')).vipHolders
    : (await import('#programmes/adobe-vip/words/en/vip-holders.ts')).vipHolders;
