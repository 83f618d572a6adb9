import KeyRound from '@lucide/svelte/icons/key-round';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import { paths } from '#ui/paths.ts';
import type { ContractOf, ScreenOf } from '../programme.ts';

/** What is under an app is shown on its screen. */
const onItsApp: ScreenOf = ({ parent = '' }) => (parent === '' ? undefined : paths.app(parent));

/** Apple tokens, apps and licences: who uses what a token has bought. */
export const appleLicences = {
  id: 'apple-licences',
  icon: KeyRound,
  group: 'apple',
  places: (words) => [
    { id: 'apps', tab: words.apps, href: paths.apps(), icon: LayoutGrid, letters: ['a'] },
    { id: 'tokens', tab: words.tokens, href: paths.tokens(), icon: KeyRound, letters: ['t'] },
  ],
  made: ({ newToken, empty }) => ({ label: newToken, sentence: empty.tokens }),
  newAt: paths.newToken(),
  // People are added by a sheet of their own.
  madeAt: [
    [paths.users(), undefined],
    [paths.apps(), paths.newApp()],
    [paths.tokens(), paths.newToken()],
  ],
  screens: {
    'content-token': ({ id }) => paths.token(id),
    'volume-app': ({ id }) => paths.app(id),
    'volume-user': ({ id }) => paths.user(id),
    'assigned-licence': onItsApp,
    'app-deployment': onItsApp,
  },
  besideHome: {
    'content-token': {
      load: () => import('./screens/token/TokenPane.svelte'),
      words: async (language) => ({
        tokens: await (await import('./words/load.ts')).loadAppleLicencesWords(language, 'tokens'),
      }),
    },
  },
  missed: 'expired',
  onDemand: () => import('./on-demand.ts'),
} satisfies ContractOf<'apple-licences'>;
