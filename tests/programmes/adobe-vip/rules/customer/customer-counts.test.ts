import { describe, expect, test } from 'vitest';
import { customerCounts } from '#programmes/adobe-vip/rules/customer/customer-counts.ts';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';

const today = '2026-11-22';

describe('C7: what the list says of a customer', () => {
  test('C7: what was ordered counts in its row, whether or not it was authorized here first', () => {
    const plan = {
      product: 'Illustrator',
      licenceType: 'team',
      sku: '',
      owned: 10,
      assigned: 0,
    } as const;
    const customer = customerWith({
      plans: { 'illustrator|team': { ...plan, on: '2026-11-10', at: 1 } },
    });
    const ordered = stepOf('ordered', '2026-11-21', {
      order: 'order-1',
      orderNumber: '1',
      line: 'a',
    });
    const authorization = authorizationWith({ steps: [ordered] });
    const orders = [
      vipOrderWith({
        orderDate: '2026-11-21',
        authorization: authorization.id,
        lines: { a: orderLine(6, { authorizationLine: 'a' }) },
      }),
      vipOrderWith({ orderDate: '2026-11-21', lines: { a: orderLine(3) } }, 'order-2'),
    ];
    const book = { customer, authorizations: [authorization], orders, returns: [] };
    expect(customerCounts(book, today).licences).toBe(19);
    expect(customerCounts(book, today).licences).toBe(plansOf(book, today)[0]!.owned);
  });

  test('C10: rule 46: an early order in the Marketplace moves the anniversary in the list as on its own page', () => {
    const customer = customerWith({
      programme: 'vip-marketplace',
      anniversary: '2026-12-13',
      renewalEdition: 'adobe-vip.renewal-marketplace-14',
    });
    const order = vipOrderWith({
      orderType: 'renewal',
      renews: '2026-12-13',
      orderDate: '2026-11-20',
    });
    const book = { customer, authorizations: [], orders: [order], returns: [] };
    expect(customerCounts(book, today).anniversary).toBe('2027-12-13');
    // What is left renews on the unchanged day, which decides its section.
    expect(customerRows([customer], [], today)[0]).toMatchObject({ state: 'ready', days: 21 });
  });
});
