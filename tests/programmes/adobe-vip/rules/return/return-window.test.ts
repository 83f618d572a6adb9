import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { returnEditions } from '#programmes/adobe-vip/rules/return/return-editions.ts';
import { RETURN_PART_RULE } from '#programmes/adobe-vip/rules/return/return-part-editions.ts';
import { returnPartOn } from '#programmes/adobe-vip/rules/return/return-part.ts';
import { mayReturnOn, returnWindow } from '#programmes/adobe-vip/rules/return/return-window.ts';
import { editionKey } from '#programmes/adobe-vip/rules/edition/edition-key.ts';
import fixture from '#tests/fixtures/adobe/return-windows.json' with { type: 'json' };

const [edition] = returnEditions;
const windowFrom = (orderDate: string) => returnWindow({ orderDate, edition });
const orders = readFileSync(
  join(import.meta.dirname, '../../../../fixtures/adobe/orders.csv'),
  'utf8',
).split('\n');

describe('until when an order can go back', () => {
  test.each(fixture.cases)('C6: order $order of $orderDate: until $lastReturnDay', (order) => {
    // The day as the file has it: Order Number, VIP ID, Order Date.
    const orderDate = orders.find((row) => row.startsWith(order.order))?.split(',')[2];
    expect(orderDate).toBe(order.orderDate);
    expect(windowFrom(order.orderDate).lastDay).toBe(order.lastReturnDay);
    expect(mayReturnOn(windowFrom(order.orderDate), fixture.referenceToday)).toBe(
      order.returnableToday,
    );
  });

  test('C6: rule 18: on day 14 a return is allowed, on day 15 not, over a leap day as well', () => {
    const window = windowFrom('2026-11-20');
    expect(mayReturnOn(window, '2026-12-04')).toBe(true);
    expect(mayReturnOn(window, '2026-12-05')).toBe(false);
    expect(mayReturnOn(window, '2026-11-20')).toBe(true);
    expect(mayReturnOn(window, '2026-11-19')).toBe(false);
    expect(windowFrom('2028-02-15').lastDay).toBe('2028-02-29');
  });

  test('C6: an order without a day has no window', () => {
    expect(windowFrom('')).toEqual({ from: '', lastDay: '' });
    expect(mayReturnOn(windowFrom(''), '2026-12-04')).toBe(false);
  });
});

describe('what part of an order can go back', () => {
  const key = editionKey(RETURN_PART_RULE, 'vip');
  const marketplaceKey = editionKey(RETURN_PART_RULE, 'vip-marketplace');

  test('C6: rule 20: in the Marketplace the day of the return decides', () => {
    expect(returnPartOn('2026-07-25', 'vip-marketplace').part).toBe('line');
    expect(returnPartOn('2026-08-12', 'vip-marketplace').part).toBe('line');
    expect(returnPartOn('2026-08-13', 'vip-marketplace').part).toBe('quantity');
    const choice = { [marketplaceKey]: 'adobe-vip.return-part-mp-line' };
    expect(returnPartOn('2026-08-13', 'vip-marketplace', choice).part).toBe('quantity');
  });

  test('C6: in VIP the chosen edition decides on every day, whole lines at first start', () => {
    expect(returnPartOn('2026-11-20', 'vip').part).toBe('line');
    const choice = { [key]: 'adobe-vip.return-part-quantity' };
    expect(returnPartOn('2020-01-01', 'vip', choice).part).toBe('quantity');
    expect(
      returnPartOn('2026-11-20', 'vip', { [key]: 'adobe-vip.return-part-line' }, choice).part,
    ).toBe('line');
  });
});
