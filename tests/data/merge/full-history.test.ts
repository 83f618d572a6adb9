import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { stored } from '#data/records/envelope.ts';
import { HISTORY_LENGTH } from '#data/records/history.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';

let ids = 0;
const writing = (by: string, from: number) => {
  let now = from;
  return (copy: Copy, fields: Partial<CreditOrder['data']>): Copy => {
    const doing = { today: '2026-11-20', now: (now += 10), by, newId: () => `${by}-${(ids += 1)}` };
    return stored(valueOf(editOrder(copy as CreditOrder, fields)), copy, doing);
  };
};

const agreed = (): Copy =>
  stored(orderWith([['ordered', '2026-09-01']]), undefined, {
    today: '2026-09-01',
    now: 1_000,
    by: 'eva',
    newId: () => 'eva-1',
  });

/**
 * Someone else wrote the record so often that its history no longer goes back to what was agreed.
 */
const writtenOften = (
  from: Copy,
  first: Partial<CreditOrder['data']>,
  last: Partial<CreditOrder['data']>,
): Copy => {
  const write = writing('sara', 10_000);
  let copy = write(from, first);
  for (let at = 0; at < HISTORY_LENGTH; at += 1)
    copy = write(copy, { reseller: at % 2 === 0 ? 'Fjord' : 'Atea' });
  return write(copy, last);
};

const tells = (copy: Copy, value: string): boolean =>
  JSON.stringify([copy.data, copy.history, copy.clashes]).includes(value);

// Johan's device was away, and wrote once before Sara wrote the record more often than its history
// is long.
const away = (base: Copy): Copy => writing('johan', 5_000)(base, { amount: '777.00' });

test('X8: what was written without a network stays or is asked about, also where the record was written two hundred times since', () => {
  const base = agreed();
  // Both gave it the same owner; then Johan wrote an amount, and Sara, who knew nothing of it,
  // another one.
  const johans = writing('johan', 5_000)(base, { owner: 'amina', amount: '777.00' });
  const saras = writtenOften(base, { owner: 'amina' }, { amount: '888.00' });
  expect(tells(merge(base, johans, saras), '777.00')).toBe(true);
});

test('X8: so it does where nobody knows what was agreed: a backup merged in, a server that went back, two leaves', () => {
  const base = agreed();
  const johans = away(base);
  const saras = writtenOften(base, {}, { amount: '888.00' });
  for (const merged of [merge(undefined, johans, saras), merge(undefined, saras, johans)])
    expect(tells(merged, '777.00')).toBe(true);
});

test('X8: what a server acknowledged and forgot stays or is asked about, also where the record was written two hundred times since', () => {
  const before: Copy = stored(orderWith([['ordered', '2026-09-01']]), undefined, {
    today: '2026-09-01',
    now: 1_000,
    by: 'eva',
    newId: () => 'eva-1',
  });
  // The server took Johan's amount, and was put back to before it. He goes on from what was agreed
  // on, away.
  const agreed = writing('johan', 5_000)(before, { amount: '777.00' });
  const johans = writing('johan', 6_000)(agreed, { owner: 'amina' });
  // Sara never heard of that amount, nor wrote one.
  const sara = writing('sara', 10_000);
  let saras = before;
  for (let at = 0; at <= HISTORY_LENGTH; at += 1)
    saras = sara(saras, { reseller: at % 2 === 0 ? 'Fjord' : 'Atea' });
  // Its value is kept, or is one of a question's answers; that Sara put another in its place
  // would not be true.
  const { data, clashes } = merge(agreed, johans, saras);
  expect(JSON.stringify([data, clashes])).toContain('777.00');
});
