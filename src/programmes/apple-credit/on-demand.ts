import type { OnDemand } from '../programme.ts';
import type { CreditKindId } from './ground/kinds.ts';

/** The parts of this programme that are needed after the first paint. */
export const onDemand: OnDemand<CreditKindId> = {
  example: () => import('./work/example/example.ts'),
  whileOpen: () => import('./screens/while-open.ts'),
  kinds: async (language) =>
    (await import('./words/load.ts')).loadAppleCreditWords(language, 'kinds'),
  recordWords: async (language) =>
    (await import('./screens/history/record-words.ts')).recordWords(language),
  refusals: () => import('./screens/history/refusals.ts'),
  about: async (language) =>
    (await import('./words/load.ts')).loadAppleCreditWords(language, 'about'),
  rules: () => import('./screens/rules/rule-pages.ts'),
  settings: {
    section: () => import('./screens/settings/ResendAddresses.svelte'),
    words: async (language) => ({
      resend: await (await import('./words/load.ts')).loadAppleCreditWords(language, 'resend'),
    }),
  },
  importing: () => import('./screens/import/importing.ts'),
  imported: () => import('./screens/import/imported.ts'),
};
