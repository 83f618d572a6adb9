import type { Language, Messages } from '#core/language/language.ts';
import type { vipRule } from '#programmes/adobe-vip/words/sv/vip-rule.ts';

/** Words of the rule behind an authorization's last day. */
export type VipRuleWords = Messages<typeof vipRule>;

/** The words of that rule: they come with its sheet. */
export const loadVipRuleText = async (language: Language): Promise<VipRuleWords> =>
  language === 'sv'
    ? (await import('#programmes/adobe-vip/words/sv/vip-rule.ts')).vipRule
    : (await import('#programmes/adobe-vip/words/en/vip-rule.ts')).vipRule;
