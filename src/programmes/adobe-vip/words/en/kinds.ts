import type { Messages } from '#core/language/language.ts';
import type { kinds as source, readAs as readAsSource } from '../sv/kinds.ts';

/** What its records are called, in English. */
export const kinds = {
  'vip-customer': {
    name: 'VIP customer',
    imported: 'Customers',
    restore: 'Restore the customer',
  },
  'purchase-authorization': {
    name: 'Purchase authorization',
    imported: 'Purchase authorizations',
    restore: 'Restore the authorization',
  },
  'vip-order': {
    name: 'VIP order',
    imported: 'Orders',
    restore: 'Restore the order',
  },
  'return-authorization': {
    name: 'Return authorization',
    imported: 'Returns',
    restore: 'Restore the return',
  },
  'price-list-item': {
    name: 'Price list item',
    imported: 'Prices',
    restore: 'Restore the price',
  },
  'invoice-line': {
    name: 'Invoice line',
    imported: 'Invoice lines',
    restore: 'Restore the invoice line',
  },
} satisfies Messages<typeof source>;

/** What its sheets are read as, in English. */
export const readAs = {
  customers: 'VIP: customers',
  authorizations: 'VIP: authorizations',
  orders: 'VIP: orders',
  prices: 'VIP: price list',
  invoices: 'VIP: reconciliation report',
  holders: 'VIP: who has a licence',
} satisfies Messages<typeof readAsSource>;
