import { linesOnce } from '#programmes/adobe-vip/rules/order/lines-once.ts';
import type { RenewalEvent } from '#programmes/adobe-vip/rules/renewal/renewal-history.ts';
import { sheetText } from '#ui/sheet-text.ts';
import type { Texts } from '#ui/text.ts';

const HEADS = [
  'customer',
  'vipId',
  'on',
  'state',
  'anniversary',
  'orderNumber',
  'purchaseOrderNumber',
  'product',
  'level',
  'sku',
  'renewed',
] as const;

/**
 * The history of renewals as a csv file, a line for each product of an order and one for each
 * customer that did not renew.
 */
export const renewalHistoryTable = (
  events: readonly RenewalEvent[],
  { vipRenewals: words, language }: Pick<Texts, 'vipRenewals' | 'language'>,
): string => {
  const lines = events.flatMap((event): string[][] => {
    const { name, vipId } = event.customer.data;
    if (event.kind === 'declined')
      return [[name, vipId, event.on, words.event.declined, ...HEADS.slice(4).map(() => '')]];
    const { renews, orderNumber, purchaseOrderNumber, level, lines: ordered } = event.order.data;
    const timing = event.timing === undefined ? '' : words.timing[event.timing];
    const about = [name, vipId, event.on, timing, renews, orderNumber, purchaseOrderNumber];
    return linesOnce(ordered).map(({ line }) => [
      ...about,
      line.product,
      level,
      line.sku,
      `${line.quantity}`,
    ]);
  });
  return sheetText([HEADS.map((head) => words.csvHeads[head]), ...lines], language);
};
