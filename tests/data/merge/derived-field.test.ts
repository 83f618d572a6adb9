import { expect, test } from 'vitest';
import { meeting } from '#programmes/apple-credit/rules/order/same-order.ts';
import { leaveFor } from '#programmes/apple-credit/rules/order/join-orders.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';

const OLDER = '0199a123-0000-7000-8000-000000000001';
const doing = { today: '2026-11-20', now: 9_000, by: 'phone', newId: () => 'phone-1' };

test.each([
  ['taken off', ''],
  ['taken off and noted again', OLDER],
])('A5: what an order meets, %s elsewhere, asks nothing of who joined it', (_, now) => {
  const order = orderWith([['ordered', '2026-09-01']], {}, 'b'.repeat(32));
  const agreed = stored({ ...order, data: meeting(order.data, OLDER) }, undefined, {
    ...doing,
    now: 1_000,
  });
  const data = meeting(order.data, now);
  const elsewhere: Copy = {
    ...agreed,
    data: data,
    updatedAt: 9_500,
    newestFirst: agreed.newestFirst - 8_500,
  };
  const joined = stored(
    valueOf(leaveFor({ ...order, ...agreed, data: meeting(order.data, OLDER) }, OLDER, doing)),
    agreed,
    doing,
  );
  for (const merged of [merge(agreed, joined, elsewhere), merge(agreed, elsewhere, joined)])
    expect(merged).toMatchObject({
      trashedOn: '2026-11-20',
      data: { joinedTo: OLDER },
      clashes: [],
    });
});
