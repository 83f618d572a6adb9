import type { OnDemand } from '../programme.ts';
import type { VipKindId } from './ground/kinds.ts';

/** What is asked of this programme once the first paint is over. */
export const onDemand: OnDemand<VipKindId> = {
  example: () => import('./work/example/example.ts'),
  kinds: async (language) => (await import('./words/load.ts')).loadAdobeVipWords(language, 'kinds'),
  recordWords: async (language) =>
    (await import('./screens/history/record-words.ts')).recordWords(language),
  refusals: () => import('./screens/history/refusals.ts'),
  about: async (language) => (await import('./words/load.ts')).loadAdobeVipWords(language, 'about'),
  rules: () => import('./screens/rules/rule-pages.ts'),
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
