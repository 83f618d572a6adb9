import type { Language } from '#i18n/language.ts';
import type { Catalogues } from '../text.ts';

/** The words of the duration calculator, which its own address loads. */
export const loadVipCalculatorText = async (
  language: Language,
): Promise<Catalogues['vipCalculator']> =>
  language === 'sv'
    ? (await import('#i18n/sv/vip-calculator.ts')).vipCalculator
    : (await import('#i18n/en/vip-calculator.ts')).vipCalculator;
