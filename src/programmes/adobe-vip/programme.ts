import BuildingComplex from '@lucide/svelte/icons/building-complex';
import CalendarSync from '@lucide/svelte/icons/calendar-sync';
import { paths } from '#ui/paths.ts';
import type { ContractOf, ScreenOf } from '../programme.ts';

/** What is shown in the order and authorization history of its customer. */
const inItsHistory: ScreenOf = ({ parent = '' }) =>
  parent === '' ? undefined : paths.vipHistory(parent);

/** Adobe VIP: customers, purchase authorizations, orders, returns and renewals. */
export const adobeVip = {
  id: 'adobe-vip',
  icon: BuildingComplex,
  group: 'adobe',
  places: (words) => [
    {
      id: 'vip',
      tab: words.vipTab,
      name: words.vip,
      href: paths.vip(),
      icon: BuildingComplex,
      letters: ['v'],
    },
    {
      id: 'renewals',
      tab: words.renewals,
      href: paths.renewals(),
      icon: CalendarSync,
      letters: ['r'],
    },
  ],
  made: ({ newCustomer, empty }) => ({ label: newCustomer, sentence: empty.customers }),
  newAt: paths.newVipCustomer(),
  madeAt: [
    [paths.vip(), paths.newVipCustomer()],
    [paths.renewals(), paths.newVipCustomer()],
  ],
  screens: {
    'vip-customer': ({ id }) => paths.vipCustomer(id),
    // What is to be done about it is done on the customer's screen.
    'purchase-authorization': ({ parent = '' }) =>
      parent === '' ? undefined : paths.vipCustomer(parent),
    'vip-order': inItsHistory,
    'return-authorization': inItsHistory,
    'invoice-line': () => paths.vipReconcile(),
  },
  // What a customer is reminded of is its renewal.
  dueAt: { 'vip-customer': paths.vipRenewal },
  // Of an order at Adobe a day was missed; nothing of the record itself has gone.
  missed: 'lastDay',
  onDemand: () => import('./on-demand.ts'),
} satisfies ContractOf<'adobe-vip'>;
