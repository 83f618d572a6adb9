import type { Language } from '#core/language/language.ts';
import type { Catalogues } from '#ui/text.ts';

/** The words of the duration calculator, which its own address loads. */
export const loadVipCalculatorText = async (
  language: Language,
): Promise<Catalogues['vipCalculator']> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-calculator.ts')).vipCalculator
    : (await import('#programmes/adobe-vip/words/en/vip-calculator.ts')).vipCalculator;
