import { describe, expect, test } from 'vitest';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type {
  RecordedPlan,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder, VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { vip as english } from '#programmes/adobe-vip/words/en/vip.ts';
import { vip as swedish } from '#programmes/adobe-vip/words/sv/vip.ts';
import type { Language } from '#core/language/language.ts';
import { customerTable } from '#programmes/adobe-vip/screens/list/customer-table.ts';
import { loadAdobeVipWords } from '#programmes/adobe-vip/words/load.ts';
import { orderLevelOf } from '#programmes/adobe-vip/screens/order/order-level.ts';
import { customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';

const today = '2026-11-20';
const plansOf = (product: string, owned: number, sku = ''): Record<string, RecordedPlan> => ({
  [planKey(product, 'team')]: {
    product,
    licenceType: 'team',
    sku,
    owned,
    assigned: 3,
    on: today,
    at: 1,
  },
});

const uncounted = (product: string, owned: number): Record<string, RecordedPlan> => ({
  [planKey(product, 'team')]: { product, licenceType: 'team', sku: '', owned, on: today, at: 1 },
});

const lineOf = async (
  given: Partial<VipCustomerData>,
  language: Language = 'sv',
  orders: readonly VipOrder[] = [],
): Promise<string> => {
  const { customers: words } = await loadAdobeVipWords(language, 'vipTables');
  const around = {
    under: () => ({ authorizations: [], orders, returns: [] }),
    who: (id: string) => (id === 'sara' ? 'Sara Lindholm' : ''),
    editions: undefined,
    today,
  };
  const text = { vip: language === 'sv' ? swedish : english, language };
  const rows = customerRows([customerWith(given)], [], today);
  const [, line = ''] = (await customerTable(rows, around, words, text)).split('\r\n');
  return line;
};

describe('X17: the customers as a file', () => {
  test.each([
    ['nothing owned', {}, ';;0;0;'],
    ['nine', { plans: plansOf('Illustrator', 9) }, ';1;9;3;'],
    ['ten', { plans: plansOf('Illustrator', 10) }, ';2;10;3;'],
    ['ten consumables', { plans: plansOf('Stock', 10, '65297600CAT1A12') }, ';;10;3;'],
    ['nobody said how many are assigned', { plans: uncounted('Illustrator', 9) }, ';1;9;;'],
    [
      'of one of two nobody said',
      { plans: { ...plansOf('Illustrator', 9), ...uncounted('Acrobat', 1) } },
      ';2;10;;',
    ],
    ['what the console says', { level: '4', plans: plansOf('Illustrator', 10) }, ';4;10;3;'],
    [
      'a commitment to fifty',
      {
        plans: plansOf('Illustrator', 10),
        commitment: { acceptedOn: today, lastDay: '2029-11-19', minimum: 50 },
      },
      ';3;10;3;',
    ],
  ])('X17: level, owned and assigned of %s', async (_, given, counts) => {
    expect(await lineOf(given)).toContain(`;2027-06-08${counts}Sara Lindholm`);
  });

  test('C14: rule 37: the level is the one that its next order is placed at, as a look-back gave it', async () => {
    const ordered = (quantity: number, orderDate: string, more: Partial<VipOrderData> = {}) =>
      vipOrderWith({ orderDate, lines: { a: orderLine(quantity) }, ...more }, `order-${orderDate}`);
    const orders = [ordered(30, '2025-06-01'), ordered(30, '2025-08-01')];
    const renewed = ordered(5, '2026-03-10', { orderType: 'renewal', renews: '2026-03-15' });
    const given = { anniversary: '2027-03-15' };
    const customer = customerWith(given);
    const book = { customer, authorizations: [], orders: [...orders, renewed], returns: [] };
    const lines = [{ sku: '65297600BA01A12', quantity: 2 }];
    expect(orderLevelOf(book, { lines, day: today, today }, undefined).level).toBe('3');
    expect(await lineOf(given, 'sv', book.orders)).toContain(';2027-03-15;3;');
  });

  test('C9: rule 40: the anniversary is the one that is shown, the next after the last day of a late order', async () => {
    expect(await lineOf({ anniversary: '2026-10-21' })).toContain(';2026-10-21;');
    expect(await lineOf({ anniversary: '2026-10-20' })).toContain(';2027-10-20;');
  });

  test('X17: English has commas, and no cell is run as a formula', async () => {
    expect(
      await lineOf({ name: '=Linden, AB', programme: 'vip-marketplace', owner: '' }, 'en'),
    ).toBe(
      `"'=Linden, AB",5A20C8F190D73B627E4D,VIP Marketplace,Commercial,Nothing to do,2027-06-08,,0,0,`,
    );
  });
});
