import type { VolymRecord } from '#core/record/record.ts';
import { foldedText } from '#core/text/found-text.ts';
import { isFine } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import { breath } from '#platform/breath.ts';
import { isOfKind } from '#data/records/found.ts';

const numbersOf = (record: VolymRecord): readonly string[] => {
  if (isOfKind(record, 'vip-order') && isFine(record))
    return [record.data.orderNumber, record.data.purchaseOrderNumber];
  if (isOfKind(record, 'purchase-authorization') && isFine(record))
    return [record.data.requestNumber, record.data.purchaseOrderNumber];
  if (isOfKind(record, 'return-authorization') && isFine(record)) return [record.data.reference];
  return [];
};

/** So many customers are asked for in one question, with a breath after it. */
const AT_ONCE = 100;

/**
 * The numbers of what is under each customer, folded: those of all orders, authorizations and
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
      const known = numbersOf(record).filter(Boolean);
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
