import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words of the sheet that asks for a return, which its own address loads. */
export const loadVipReturnsText = async (language: Language): Promise<Catalogues['vipReturns']> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-returns.ts')).vipReturns
    : (await import('#programmes/adobe-vip/words/en/vip-returns.ts')).vipReturns;
