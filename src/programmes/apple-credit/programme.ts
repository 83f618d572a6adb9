import Ticket from '@lucide/svelte/icons/ticket';
import { paths } from '#ui/paths.ts';
import type { ProgrammeContract } from '../programme.ts';
import type { CreditOrder } from './rules/order/credit-order.ts';
import type { RedemptionCode } from './rules/code/redemption-code.ts';

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
        credit: await (await import('./words/load.ts')).loadCreditText(language),
      }),
    },
  },
  missed: 'expired',
  settings: () => import('./screens/settings/ResendAddresses.svelte'),
  importing: () => import('./screens/import/importing.ts'),
  onDemand: () => import('./on-demand.ts'),
  sameAs: {
    'credit-order': {
      meets: ({ data }: CreditOrder) => data.meets ?? '',
      door: () => import('./screens/same-order/SameOrderDoor.svelte'),
      question: () => import('./screens/same-order/SameOrderQuestion.svelte'),
    },
  },
  joinedTo: { 'credit-order': ({ data }: CreditOrder) => data.joinedTo ?? '' },
  names: {
    'credit-order': ({ data }: CreditOrder, { format, history }) =>
      [format.money(data.amount, data.currency), data.orderNumber].filter(Boolean).join(' · ') ||
      history.nameless,
    'redemption-code': ({ data }: RedemptionCode, { credit, format }) =>
      credit.code.titleNumber(format.number(data.number)),
  },
} satisfies ProgrammeContract;
