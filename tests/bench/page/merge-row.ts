import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder, type OrderInput } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { newId } from '#platform/ids.ts';
import { systemClock } from '#platform/clock.ts';
import { orders } from './rows.ts';

const TIMES = 2_000;

/** Each change later than the one before, as two devices would make them. */
const changed = (before: Copy, input: OrderInput, by: string): Copy => {
  const edited = editOrder(before as CreditOrder, input);
  if (!edited.ok) throw new Error(edited.problem.code);
  const now = before.updatedAt + 1000;
  return stored(edited.value, before, { today: systemClock.today(), now, by, newId });
};

const withHistory = (entries: number): Copy => {
  let order = orders(1).records[0] as Copy;
  for (let at = 0; at < entries; at += 1)
    order = changed(order, { amount: `${at + 1}.00` }, 'bench');
  return order;
};

const timed = (work: () => unknown): number => {
  for (let time = 0; time < TIMES / 10; time += 1) work();
  const start = performance.now();
  for (let time = 0; time < TIMES; time += 1) work();
  return ((performance.now() - start) / TIMES) * 1000;
};

/**
 * µs for the meeting of two copies of an order with such a history, each of which wrote another
 * field since both agreed; beside it a copy and two comparisons of the same, made by the browser.
 */
export const mergeCost = (entries: number): { readonly merge: number; readonly bare: number } => {
  const base = withHistory(entries);
  const mine = changed(base, { amount: '7.00' }, 'one');
  const theirs = changed(base, { reseller: 'Nordby Data' }, 'other');
  const { amount, reseller } = (merge(base, mine, theirs) as CreditOrder).data;
  if (amount !== '7.00' || reseller !== 'Nordby Data') throw new Error('a change was lost');
  return {
    merge: timed(() => merge(base, mine, theirs)),
    bare: timed(() => {
      const copy = structuredClone(mine);
      const text = JSON.stringify(copy);
      return text === JSON.stringify(theirs) || text === JSON.stringify(base);
    }),
  };
};
