import { termEnds } from '#programmes/adobe-vip/rules/anniversary/term-ends.ts';
import { numberKey } from '#programmes/adobe-vip/rules/number-key.ts';
import { linesOnce } from '#programmes/adobe-vip/rules/order/lines-once.ts';
import { productKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { bookOnDesk, livesUnder } from '../match/desk-records.ts';
import type { OnDesk, VipDesk } from '../match/desk.ts';
import { noteAtOrder } from './tell-row.ts';

/**
 * Says in the rows of orders whose term has ended without a renewal that is known that their
 * licences do not count any more (adobe.md §3, §8.40): they may have been renewed elsewhere. `rows`
 * are those of the customer.
 */
export const sayEnded = (
  desk: VipDesk,
  customer: OnDesk<'vip-customer'>,
  rows: readonly number[],
): void => {
  const listed = new Set(
    rows
      .filter((at) => desk.rows[at]?.vip === 'order' && desk.rows[at].outcome === 'new')
      .map((at) => numberKey(desk.rows[at]?.number ?? '')),
  );
  if (listed.size === 0) return;
  const ends = termEnds(bookOnDesk(desk, customer), desk.known.today);
  if (ends.length === 0) return;
  const plans = Object.values(customer.data.plans);
  for (const { data } of livesUnder(desk, 'vip-order', customer.id)) {
    if (!listed.has(numberKey(data.orderNumber))) continue;
    const since = data.renews > data.orderDate ? data.renews : data.orderDate;
    const end = ends.find(({ anniversary }) => anniversary > since);
    if (end === undefined || end.goneOn === '') continue;
    const renewed = [...end.renewed.values()].filter(({ quantity }) => quantity > 0);
    const isGone = linesOnce(data.lines).some(({ line }) => {
      const isSame = ({ product }: { readonly product: string }): boolean =>
        productKey(product) === productKey(line.product);
      // Who counted them since knows what was renewed.
      const isCounted = plans.some(
        (plan) => plan.owned !== undefined && plan.on >= end.goneOn && isSame(plan),
      );
      return !isCounted && !renewed.some(isSame);
    });
    if (!isGone) continue;
    const note = { code: 'term-ended' as const, params: { day: end.anniversary } };
    noteAtOrder(desk.rows, rows, data.orderNumber, note);
  }
};
