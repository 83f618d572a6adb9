import { textOf } from '#core/text/form-text.ts';
import type { Written } from '../../ground.ts';
import { renameBatch } from '../rules/code/code-batch-commands.ts';
import { amendOrder } from '../rules/order/order-commands.ts';
import { editPurchaser } from '../rules/purchaser/purchaser-commands.ts';
import type { CreditKindId } from './kinds.ts';

/** How the fields of orders, their codes and those who buy are written by hand. */
export const written: Written<CreditKindId> = {
  'credit-order': {
    fields: [
      'amount',
      'currency',
      'institution',
      'purchaserName',
      'purchaserAppleId',
      'channel',
      'reseller',
      'owner',
      'deputy',
      'buyerAppleId',
      'orderNumber',
      'creditNumber',
      'purchaseOrderNumber',
      'orderDate',
      'inboxLink',
    ],
    write: (order, { field, value, reason }, doing, { firstUse }) =>
      amendOrder(order, { [field]: textOf(value) }, reason, doing, firstUse),
  },
  'redemption-code': undefined,
  'code-batch': {
    fields: ['name'],
    write: (batch, { value }) => renameBatch(batch, textOf(value)),
  },
  // A purchaser's Apple ID says who it is.
  'content-purchaser': {
    fields: ['name', 'institution', 'manager'],
    write: (purchaser, { field, value }) =>
      editPurchaser(purchaser, { ...purchaser.data, [field]: textOf(value) }, []),
  },
};
