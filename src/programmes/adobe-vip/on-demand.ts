import type { OnDemand } from '../programme.ts';
import type { VipKindId } from './ground/kinds.ts';
import { ORDER_RULE } from './rules/order/order-editions.ts';

/** What is asked of this programme once the first paint is over. */
export const onDemand: OnDemand<VipKindId> = {
  example: () => import('./work/example/example.ts'),
  kinds: async (language) => (await import('./words/load.ts')).loadAdobeVipWords(language, 'kinds'),
  recordWords: async (language) =>
    (await import('./screens/history/record-words.ts')).recordWords(language),
  about: async (language) => (await import('./words/load.ts')).loadAdobeVipWords(language, 'about'),
  rules: {
    [ORDER_RULE]: {
      page: () => import('./screens/rules/VipOrderRule.svelte'),
      words: async (language) => {
        const [{ loadVipText }, { loadAdobeVipWords }] = await Promise.all([
          import('./screens/load-vip-text.ts'),
          import('./words/load.ts'),
        ]);
        // The sheet covers the customer's whole screen.
        const [vip, vipRenewals] = await Promise.all([
          loadVipText(language),
          loadAdobeVipWords(language, 'vipRenewals'),
        ]);
        return { vip, vipRenewals };
      },
    },
  },
  settings: {
    section: () => import('./screens/settings/VipEditions.svelte'),
    words: async (language) => ({
      vipSettings: await (
        await import('./words/load.ts')
      ).loadAdobeVipWords(language, 'vipSettings'),
    }),
  },
  importing: () => import('./screens/import/importing.ts'),
  imported: () => import('./screens/import/imported.ts'),
};
