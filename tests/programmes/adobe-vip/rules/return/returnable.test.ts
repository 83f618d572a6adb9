import { expect, test } from 'vitest';
import { customerHistory } from '#programmes/adobe-vip/rules/customer/customer-history.ts';
import { reachable, returnReach } from '#programmes/adobe-vip/rules/return/return-reach.ts';
import { returnableLines, windowOfOrder } from '#programmes/adobe-vip/rules/return/returnable.ts';
import { isConsumable } from '#programmes/adobe-vip/rules/product/sku.ts';
import { orderLine, returnWith, stepOf, vipOrderWith } from '#tests/factories/vip.ts';

const orders = [
  vipOrderWith({ orderDate: '2026-10-19', lines: { a: orderLine(10) } }, 'old'),
  vipOrderWith({ orderDate: '2026-11-12', lines: { a: orderLine(3) } }, 'second'),
  vipOrderWith(
    {
      orderDate: '2026-11-09',
      lines: { a: orderLine(4), b: orderLine(2, { product: 'Photoshop' }) },
    },
    'first',
  ),
];
const linesOn = (today: string, returns = [] as ReturnType<typeof returnWith>[]) =>
  returnableLines({ orders, returns }, 'illustrator|team', today);

test('C6: rule 21: lines of 4 and 3 of one product, from several orders, give 3, 4 and 7; earlier ones are only shown', () => {
  const lines = linesOn('2026-11-20');
  expect(lines.map(({ id, lastDay, isOpen }) => [id, lastDay, isOpen])).toEqual([
    ['first/a', '2026-11-23', true],
    ['second/a', '2026-11-26', true],
    ['old/a', '2026-11-02', false],
  ]);
  expect(
    reachable(
      returnReach(
        lines.filter(({ isOpen }) => isOpen),
        'line',
      ),
    ),
  ).toEqual([3, 4, 7]);
});

test('C6: rule 18: the day of the order is day 0 and the fourteenth is the last; a month later nothing is shown', () => {
  expect(windowOfOrder(orders[2]!)).toEqual({ from: '2026-11-09', lastDay: '2026-11-23' });
  const openOn = (today: string) =>
    linesOn(today)
      .filter(({ isOpen }) => isOpen)
      .map(({ id }) => id);
  expect(openOn('2026-11-23')).toEqual(['first/a', 'second/a']);
  expect(openOn('2026-11-24')).toEqual(['second/a']);
  expect(linesOn('2026-12-02').map(({ id }) => id)).toContain('old/a');
  expect(linesOn('2026-12-03').map(({ id }) => id)).not.toContain('old/a');
});

test('C6: rule 19: a line that is spoken for goes; one that was denied comes back', () => {
  const asked = returnWith({ order: 'first', lines: { a: 4 } });
  expect(linesOn('2026-11-20', [asked]).map(({ id }) => id)).toEqual(['second/a', 'old/a']);
  const denied = returnWith({ order: 'first', lines: { a: 4 } }, [
    stepOf('return-denied', '2026-11-20'),
  ]);
  expect(linesOn('2026-11-20', [denied])).toHaveLength(3);
});

test('C6: an order whose day is not known has no window and breaks nothing', () => {
  const order = vipOrderWith({ orderDate: '' });
  expect(
    returnableLines({ orders: [order], returns: [] }, 'illustrator|team', '2026-11-20'),
  ).toEqual([]);
  const [event] = customerHistory(
    { orders: [order], authorizations: [], returns: [] },
    '2026-11-20',
  );
  expect(event).toMatchObject({ kind: 'ordered', returnUntil: '' });
});

test.each([
  ['65297600CAT1A12', true],
  ['65297600CA01A12', false],
  ['', false],
])('C6: rule 23: whether %s is a consumable: %s', (sku, consumable) => {
  expect(isConsumable(sku)).toBe(consumable);
});
