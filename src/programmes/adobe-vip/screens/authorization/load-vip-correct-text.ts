import type { Language, Messages } from '#core/language/language.ts';
import type { vipCorrect } from '#programmes/adobe-vip/words/sv/vip-correct.ts';

/** Words of the sheets that put right what was noted. */
export type VipCorrectWords = Messages<typeof vipCorrect>;

/** Those words: they come with their sheets. */
export const loadVipCorrectText = async (language: Language): Promise<VipCorrectWords> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-correct.ts')).vipCorrect
    : (await import('#programmes/adobe-vip/words/en/vip-correct.ts')).vipCorrect;
