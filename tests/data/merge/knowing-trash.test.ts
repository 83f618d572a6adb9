import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { toTrash } from '#core/record/trash.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';

const doing = (by: string, now: number) => ({
  today: '2026-11-20',
  now,
  by,
  newId: () => `${by}-${now}`,
});

test('X12: throwing a record away knowing all that was written in it is not undone if the answer to that write was lost', () => {
  const base: Copy = stored(orderWith([['ordered', '2026-09-01']]), undefined, doing('eva', 1_000));
  // Sara's write reached the server, its answer did not reach her; Johan read it, and threw the
  // order away.
  const saras: Copy = stored(
    valueOf(editOrder(base as CreditOrder, { amount: '777.00' })),
    base,
    doing('sara', 5_000),
  );
  const johans: Copy = stored(
    valueOf(toTrash(saras, doing('johan', 8_000))),
    saras,
    doing('johan', 8_000),
  );
  const merged = merge(base, saras, johans);
  expect([merged.trashedOn, merged.clashes]).toEqual(['2026-11-20', []]);
});
