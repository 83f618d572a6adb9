import { expect, test } from 'vitest';
import { assignOrder } from '#programmes/apple-credit/rules/order/assign-order.ts';
import { orderWith } from '#tests/factories/credit.ts';

const order = orderWith([['ordered', '2026-09-01']]);
const assign = (owner: string, deputy: string) => assignOrder(order as never, { owner, deputy });

test('X18: an order is given to someone, with a deputy, and taken from them', () => {
  expect(assign('sara', 'johan')).toMatchObject({
    ok: true,
    value: { data: { owner: 'sara', deputy: 'johan' } },
  });
  expect(assign('', '')).toMatchObject({ ok: true, value: { data: { owner: '', deputy: '' } } });
  expect(assign('sara', 'johan')).toMatchObject({ value: { steps: order.steps } });
});

test('X18: nobody is their own deputy, and there is none without an owner', () => {
  expect(assign('sara', 'sara')).toMatchObject({ ok: false, problem: { code: 'deputy-is-owner' } });
  expect(assign('', 'johan')).toMatchObject({ ok: false, problem: { code: 'owner-needed' } });
});
