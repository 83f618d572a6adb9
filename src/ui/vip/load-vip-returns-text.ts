import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../text.ts';

/** The words of the sheet that asks for a return, which its own address loads. */
export const loadVipReturnsText = async (language: Language): Promise<Catalogues['vipReturns']> =>
  language === 'sv'
    ? (await import('#i18n/sv/vip-returns.ts')).vipReturns
    : (await import('#i18n/en/vip-returns.ts')).vipReturns;
