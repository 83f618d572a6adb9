import type { OnDemand } from '../programme.ts';
import type { LicenceKindId } from './ground/kinds.ts';

/** What is asked of this programme once the first paint is over. */
export const onDemand: OnDemand<LicenceKindId> = {
  example: () => import('./work/example/example.ts'),
  whileOpen: () => import('./screens/while-open.ts'),
  undoElsewhere: ({ apple }) =>
    apple === undefined
      ? undefined
      : async (...undone) =>
          (await import('./screens/at-apple/undo-at-apple.ts')).undoAtApple(...undone),
  kinds: async (language) =>
    (await import('./words/load.ts')).loadAppleLicencesWords(language, 'kinds'),
  recordWords: async () => (await import('./screens/history/record-words.ts')).recordWords,
  refusals: () => import('./screens/history/refusals.ts'),
  about: async (language) =>
    (await import('./words/load.ts')).loadAppleLicencesWords(language, 'about'),
  rules: () => import('./screens/rules/rule-pages.ts'),
  settings: {
    section: () => import('./screens/settings/AccountsEdition.svelte'),
    words: async (language) => ({
      accounts: await (
        await import('./words/load.ts')
      ).loadAppleLicencesWords(language, 'accounts'),
    }),
  },
  importing: () => import('./screens/import/importing.ts'),
  imported: () => import('./screens/import/imported.ts'),
};
