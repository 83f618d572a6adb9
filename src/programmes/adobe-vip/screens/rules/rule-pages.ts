import { ORDER_RULE } from '#programmes/adobe-vip/rules/order/order-editions.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { loadVipText } from '../load-vip-text.ts';
import type { Catalogues } from '#ui/text.ts';
import type { RulePages } from '#workspace/screens/rules/rule-page.ts';

/** What explains the days to order. */
export const rulePages: RulePages<Partial<Catalogues>> = {
  [ORDER_RULE]: {
    page: () => import('./VipOrderRule.svelte'),
    words: async (language) => {
      // The sheet covers the customer's whole screen.
      const [vip, vipRenewals] = await Promise.all([
        loadVipText(language),
        loadAdobeVipWords(language, 'vipRenewals'),
      ]);
      return { vip, vipRenewals };
    },
  },
};
