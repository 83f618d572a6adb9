import type { OnDemand } from '../programme.ts';
import type { CreditKindId } from './ground/kinds.ts';

/** The parts of this programme that are needed after the first paint. */
export const onDemand: OnDemand<CreditKindId> = {
  example: () => import('./work/example/example.ts'),
  whileOpen: () => import('./screens/while-open.ts'),
  kinds: async (language) => (await import('./words/load.ts')).loadKindWords(language),
  told: async (language) => (await import('./screens/history/told.ts')).told(language),
  about: async (language) => (await import('./words/load.ts')).loadAbout(language),
  settings: {
    section: () => import('./screens/settings/ResendAddresses.svelte'),
    words: async (language) => ({
      resend: await (await import('./words/load.ts')).loadResendText(language),
    }),
  },
  importing: () => import('./screens/import/importing.ts'),
  imported: () => import('./screens/import/imported.ts'),
};
