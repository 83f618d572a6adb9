import { expect, test } from 'vitest';
import { lineByMonths } from '#domain/adobe-vip/line-by-months.ts';

const order = { unitPrice: '4188.00', quantity: 6, orderDate: '2026-11-20', anniversary: '2027-04-19' };

test('C12: a broken month is priced both ways', () => {
  expect(lineByMonths(order)).toMatchObject({
    value: { down: 4, downPrice: '8376.00', up: 5, upPrice: '10470.00', nextProrationDate: '2026-12-19' },
  });
});

test('C12: within the last month there is no whole one, and no price of it', () => {
  expect(lineByMonths({ ...order, orderDate: '2027-03-20' })).toMatchObject({
    value: { down: 0, downPrice: '', up: 1, upPrice: '2094.00' },
  });
});

test('C12: ordered on a proration date both are the same', () => {
  expect(lineByMonths({ ...order, orderDate: '2026-12-19' })).toMatchObject({
    value: { down: 4, downPrice: '8376.00', up: 4, upPrice: '8376.00' },
  });
});

test.each([
  [{ unitPrice: 'x' }, 'price-not-understood'],
  [{ quantity: 0 }, 'quantity-not-whole'],
  [{ orderDate: '2027-02-29' }, 'not-a-day'],
])('C12: what cannot be reckoned is refused: %j, %s', (given, code) => {
  expect(lineByMonths({ ...order, ...given })).toMatchObject({ ok: false, problem: { code } });
});
