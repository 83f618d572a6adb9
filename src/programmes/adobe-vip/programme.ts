import BuildingComplex from '@lucide/svelte/icons/building-complex';
import CalendarSync from '@lucide/svelte/icons/calendar-sync';
import { paths } from '#ui/paths.ts';
import type { ProgrammeContract, ScreenOf } from '../programme.ts';
import type { PurchaseAuthorization } from './rules/authorization/purchase-authorization.ts';
import type { InvoiceLine } from './rules/product/invoice-line.ts';
import type { PriceListItem } from './rules/product/price-list-item.ts';
import type { ReturnAuthorization } from './rules/return/return-authorization.ts';
import type { VipOrder } from './rules/order/vip-order.ts';

/** What is shown in the order and authorization history of its customer. */
const inItsHistory: ScreenOf = ({ parent = '' }) =>
  parent === '' ? undefined : paths.vipHistory(parent);

const firstProduct = ({ data }: PurchaseAuthorization | VipOrder): string =>
  Object.values(data.lines)[0]?.product ?? '';

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
  settings: () => import('./screens/settings/VipEditions.svelte'),
  importing: () => import('./screens/import/importing.ts'),
  onDemand: () => import('./on-demand.ts'),
  names: {
    'purchase-authorization': firstProduct,
    'vip-order': (order: VipOrder) => order.data.orderNumber || firstProduct(order),
    // By Adobe's number of it, or by how many licences go back.
    'return-authorization': ({ data }: ReturnAuthorization, { history }) =>
      data.reference ||
      history.licences(Object.values(data.lines).reduce((sum, quantity) => sum + quantity, 0)),
    'price-list-item': ({ data: { product, sku } }: PriceListItem) =>
      [product, sku].filter(Boolean).join(' '),
    'invoice-line': ({ data: { invoiceNumber, line } }: InvoiceLine) =>
      [invoiceNumber, line].filter(Boolean).join(' · '),
  },
} satisfies ProgrammeContract;
