import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';

const doingOf = (by: string, now: number) => ({
  today: '2026-11-20',
  now,
  by,
  newId: () => `${by}-${now}`,
});
const write = (by: string, now: number, copy: Copy, amount: string): Copy =>
  stored(valueOf(editOrder(copy as CreditOrder, { amount })), copy, doingOf(by, now));

test('X8: a value that its own writer knowingly wrote over is no answer: two devices changed it, and two answers remain', () => {
  const agreed: Copy = stored(
    orderWith([['ordered', '2026-09-01']]),
    undefined,
    doingOf('eva', 1_000),
  );
  // Sara's first amount is on the server. Johan, who was away, met it there, and the question was
  // asked.
  const first = write('sara', 5_000, agreed, '1.00');
  const asked = merge(agreed, write('johan', 6_000, agreed, '2.00'), first);
  // Sara corrected herself before she heard of it.
  const second = write('sara', 8_000, first, '3.00');
  const [clash] = merge(first, second, asked).clashes;
  expect(clash?.answers.map(({ value }) => value)).toEqual(['2.00', '3.00']);
});
