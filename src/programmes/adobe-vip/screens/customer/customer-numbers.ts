import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { foldedText } from '#core/text/found-text.ts';
import { conditionOf } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { ownEntry } from '#core/own-entry.ts';
import { breath } from '#platform/breath.ts';

const NUMBERS: Readonly<Record<string, (record: never) => readonly string[]>> = {
  'vip-order': ({ data }: VipOrder) => [data.orderNumber, data.purchaseOrderNumber],
  'purchase-authorization': ({ data }: PurchaseAuthorization) => [
    data.requestNumber,
    data.purchaseOrderNumber,
  ],
  'return-authorization': ({ data }: ReturnAuthorization) => [data.reference],
};

/** So many customers are asked for in one question, with a breath after it. */
const AT_ONCE = 100;

/**
 * The numbers of what lies under each customer, folded: those of all orders, authorizations and
 * returns, read once and not at each key. An invoice names an order or a PO number, and seldom the
 * customer as it is called here.
 */
export const readNumbers = async (
  records: Pick<Records, 'find'>,
  customers: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const numbers = new Map<string, string>();
  for (let start = 0; start < customers.length; start += AT_ONCE) {
    const found = await records.find({ parents: customers.slice(start, start + AT_ONCE) });
    for (const record of found) {
      const of = conditionOf(record) === 'fine' ? ownEntry(NUMBERS, record.kind) : undefined;
      const known = of?.(record as never).filter(Boolean) ?? [];
      if (known.length > 0)
        numbers.set(
          record.parent,
          `${numbers.get(record.parent) ?? ''} ${foldedText(known.join(' '))}`,
        );
    }
    await breath();
  }
  return numbers;
};
