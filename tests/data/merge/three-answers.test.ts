import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';

const writing = (by: string, now: number) => {
  const doing = { today: '2026-11-20', now, by, newId: () => `${by}-1` };
  return (copy: Copy, fields: Partial<CreditOrder['data']>): Copy =>
    stored(valueOf(editOrder(copy as CreditOrder, fields)), copy, doing);
};

const agreed = (): Copy =>
  stored(orderWith([['ordered', '2026-09-01']]), undefined, {
    today: '2026-09-01',
    now: 1_000,
    by: 'eva',
    newId: () => 'eva-1',
  });

const asked = ({ clashes }: Copy): unknown[] =>
  clashes.flatMap(({ answers }) => answers.map(({ value }) => value));

// Three write one field without a network, and come back one after the other: nobody knew of
// another's.
const three = (field: 'inboxLink' | 'amount', values: readonly [string, string, string]): Copy => {
  const base = agreed();
  const [first, second, third] = (['sara', 'johan', 'amina'] as const).map((by, at) =>
    writing(by, 5_000 + 1_000 * at)(base, { [field]: values[at] }),
  ) as [Copy, Copy, Copy];
  return merge(base, third, merge(base, second, first));
};

test('X8: of three links that were written at once each is asked about: no history tells them', () => {
  const links = ['https://a.example/1', 'https://b.example/2', 'https://c.example/3'] as const;
  const merged = three('inboxLink', links);
  expect(new Set(asked(merged))).toEqual(new Set(links));
});

test('X8: of three amounts that were written at once each is asked about', () => {
  const amounts = ['1.00', '2.00', '3.00'] as const;
  expect(new Set(asked(three('amount', amounts)))).toEqual(new Set(amounts));
});

test('X8: the one who answered knew two links of three: the third one is asked about beside the answer', () => {
  const base = agreed();
  const [first, second, third] = (['sara', 'johan', 'amina'] as const).map((by, at) =>
    writing(by, 7_000 - 1_000 * at)(base, { inboxLink: `https://${by}.example/` }),
  ) as [Copy, Copy, Copy];
  const two = merge(base, second, first);
  const answered = writing('eva', 9_000)(two, { inboxLink: 'https://johan.example/' });
  expect(answered.clashes).toEqual([]);
  const three = merge(two, merge(base, third, two), two);
  for (const end of [
    merge(two, answered, three),
    merge(two, three, answered),
    merge(undefined, three, answered),
  ])
    expect(asked(end)).toContain('https://amina.example/');
});

test('X8: two that each brought their own back over one deletion wrote in one moment, and both are asked about beside a third', () => {
  const made = (by: string, now: number, amount: string): Copy =>
    stored(orderWith([], { amount }), undefined, {
      today: '2026-11-20',
      now,
      by,
      newId: () => `${by}-1`,
    });
  const deletion: Copy = { ...made('eva', 9_000, '4.00'), _deleted: true };
  const [first, second] = [made('sara', 5_000, '1.00'), made('johan', 6_000, '2.00')].map((copy) =>
    merge(undefined, copy, deletion),
  ) as [Copy, Copy];
  expect([first.updatedAt, first.updatedBy]).toEqual([second.updatedAt, second.updatedBy]);
  const third = made('amina', 20_000, '3.00');
  const [one, other] = [merge(undefined, first, third), merge(undefined, second, third)];
  const [here, there] = [merge(third, one, other), merge(third, other, one)];
  expect(new Set(asked(here))).toEqual(new Set(['1.00', '2.00', '3.00']));
  expect(there.clashes).toEqual(here.clashes);
});
