import { expect, test } from 'vitest';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Draft } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { orderLine, vipOrderWith } from '#tests/factories/vip.ts';

const made = (by: string, now: number, data: Partial<VipOrderData>): Copy =>
  stored(vipOrderWith(data) as Draft, undefined, {
    today: '2026-11-22',
    now,
    by,
    newId: () => `${by}-${now}`,
  });
const lines = { 'line-001': orderLine(6) };
const standing = ({ data, clashes }: Copy) => [
  (data as VipOrderData).authorization,
  clashes.filter(({ field }) => field === 'authorization').length,
];

test.each([
  ['first', 1_000, 2_000],
  ['last', 2_000, 1_000],
])(
  'X8: an order of an authorization stays one beside the same from a list, noted %s',
  (_, ordered, listed) => {
    const [one, other] = [
      made('sara', ordered, { authorization: 'a1' }),
      made('kim', listed, { authorization: '', lines }),
    ];
    for (const both of [
      merge(undefined, one, other),
      merge(undefined, other, one),
      merge(other, one, other),
    ])
      expect(standing(both)).toEqual(['a1', 0]);
  },
);

// The authorizations say themselves which order covers them.
test('X8: if two devices noted one order on two authorizations, the newer one counts', () => {
  const [one, other] = [
    made('sara', 1_000, { authorization: 'a1' }),
    made('kim', 2_000, { authorization: 'a2' }),
  ];
  expect(standing(merge(undefined, one, other))).toEqual(['a2', 0]);
});
