import type { Language, Messages } from '#core/language/language.ts';
import type { vipRules } from '#programmes/adobe-vip/words/sv/vip-rules.ts';

/** Words of the choice between editions. */
export type VipRulesWords = Messages<typeof vipRules>;

/** The words of that choice: they come with its sheet. */
export const loadVipRulesText = async (language: Language): Promise<VipRulesWords> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-rules.ts')).vipRules
    : (await import('#programmes/adobe-vip/words/en/vip-rules.ts')).vipRules;
