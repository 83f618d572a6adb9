import Ticket from '@lucide/svelte/icons/ticket';
import { paths } from '#ui/paths.ts';
import type { ContractOf } from '../programme.ts';

/** Apple volume credit: orders, their redemption codes, and those who buy. */
export const appleCredit = {
  id: 'apple-credit',
  icon: Ticket,
  group: 'apple',
  places: (words) => [
    {
      id: 'credit',
      tab: words.creditTab,
      name: words.credit,
      href: paths.credit(),
      icon: Ticket,
      letters: ['k', 'c'],
    },
  ],
  made: ({ newOrder, empty }) => ({ label: newOrder, sentence: empty.sentence }),
  newAt: paths.newOrder(),
  madeAt: [[paths.credit(), paths.newOrder()]],
  screens: {
    'credit-order': ({ id }) => paths.order(id),
    'code-batch': ({ id }) => paths.order(id),
    'redemption-code': ({ id, parent = '' }) =>
      parent === '' ? undefined : paths.code(parent, id),
    'content-purchaser': ({ id }) => paths.purchaser(id),
  },
  besideHome: {
    'credit-order': {
      load: () => import('./screens/order/OrderPane.svelte'),
      words: async (language) => ({
        credit: await (await import('./words/load.ts')).loadAppleCreditWords(language, 'credit'),
      }),
    },
  },
  missed: 'expired',
  onDemand: () => import('./on-demand.ts'),
} satisfies ContractOf<'apple-credit'>;
