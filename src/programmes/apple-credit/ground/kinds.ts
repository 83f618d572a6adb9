import { codeBatch } from '../rules/code/code-batch.ts';
import { redemptionCode } from '../rules/code/redemption-code.ts';
import { creditOrder } from '../rules/order/credit-order.ts';
import { contentPurchaser } from '../rules/purchaser/content-purchaser.ts';

/** The kinds of record of Apple volume credit. */
export const kinds = {
  'credit-order': creditOrder,
  'redemption-code': redemptionCode,
  'code-batch': codeBatch,
  'content-purchaser': contentPurchaser,
};

/** Id of one of them. */
export type CreditKindId = keyof typeof kinds;
