import type { Messages } from '#core/language/language.ts';
import type { restore as source } from '../sv/restore.ts';

/** What takes a record of each kind out of the trash. */
export const restore = {
  'vip-customer': 'Restore the customer',
  'purchase-authorization': 'Restore the authorization',
  'vip-order': 'Restore the order',
  'return-authorization': 'Restore the return',
  'price-list-item': 'Restore the price',
  'invoice-line': 'Restore the invoice line',
} satisfies Messages<typeof source>;
