import { describe, expect, test } from 'vitest';
import { orderDue } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import {
  areUsable,
  authorizationState,
} from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import { whyNotAuthorized } from '#programmes/adobe-vip/rules/customer/customer-state.ts';
import { firstOrderPlaced } from '#programmes/adobe-vip/rules/order/first-order.ts';
import { placedAlone } from '#tests/factories/placed-alone.ts';
import { readOpenAcquisitions } from '#programmes/adobe-vip/import/read/open-acquisitions.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { dayInZone } from '#core/day/zone-day.ts';
import { authorizationWith, customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';

const CREATED = '2026-11-20';
/** State, whether the licences work, and whether a new authorization is refused. */
const standing = (days: 30 | 14 | 7, today: string) => {
  const authorization = authorizationWith({ createdOn: CREATED, days });
  const refused = whyNotAuthorized([authorization], today)?.code ?? '';
  return [authorizationState(authorization, today), areUsable(authorization, today), refused];
};

describe('C3: the rules of the order days', () => {
  test('C3: rule 1: thirty days: pending on day 30', () => {
    expect(standing(30, '2026-12-20')).toEqual(['pending', true, '']);
  });

  test('C3: rule 2: overdue on day 31: the licences work, and a new authorization is refused', () => {
    expect(standing(30, '2026-12-21')).toEqual(['overdue', true, 'customer-past-due']);
  });

  test('C3: rule 3: overdue on day 60', () => {
    expect(standing(30, '2027-01-19')).toEqual(['overdue', true, 'customer-past-due']);
  });

  test('C3: rule 4: suspended on day 61: the licences do not work, and a new authorization is refused', () => {
    expect(standing(30, '2027-01-20')).toEqual(['suspended', false, 'customer-past-due']);
  });

  test('C3: rule 5: fourteen days: pending on day 14, overdue on day 15; whether licences work is not said', () => {
    expect(standing(14, '2026-12-04')).toEqual(['pending', true, '']);
    expect(standing(14, '2026-12-05')).toEqual(['overdue', undefined, 'customer-past-due']);
  });

  test('C3: rule 6: seven days in the Marketplace: expired on day 8 with its licences, and the customer is free', () => {
    expect(standing(7, '2026-11-27')).toEqual(['pending', true, '']);
    expect(standing(7, '2026-11-28')).toEqual(['expired', false, '']);
    const customer = customerWith({ programme: 'vip-marketplace' });
    const book = {
      customer,
      authorizations: [authorizationWith({ createdOn: CREATED, days: 7 })],
      orders: [],
      returns: [],
    };
    const owned = (today: string) => plansOf(book, today).map((plan) => plan.owned);
    expect([owned('2026-11-27'), owned('2026-11-28')]).toEqual([[6], []]);
  });

  test.each([
    ['rule 7: thirty days', '2027-01-31', 30, '2027-03-02'],
    ['rule 7: thirty days over a leap day', '2028-01-31', 30, '2028-03-01'],
    ['rule 8: fourteen days to a leap day', '2028-02-15', 14, '2028-02-29'],
    ['rule 8: fourteen days', '2027-02-15', 14, '2027-03-01'],
  ] as const)('C3: %s from %s, %i: %s', (_, createdOn, days, due) => {
    expect(orderDue(authorizationWith({ createdOn, days }))).toBe(due);
  });

  test('C3: rule 12: a moment is of its day in the zone: Pacific in the Marketplace, another where one lives elsewhere', () => {
    const moment = '2026-11-21T05:30:00Z';
    const licence = {
      creationDate: moment,
      quantity: 1,
      productName: 'Illustrator',
      baseOfferId: '65297600CA01A12',
    };
    const read = readOpenAcquisitions(
      { customerId: '1009990001', unpaidLicenses: [licence] },
      'saved',
    );
    expect(read).toMatchObject({ value: [{ createdOn: '2026-11-20', daysToOrder: 7 }] });
    expect(orderDue(authorizationWith({ createdOn: '2026-11-20', days: 7 }))).toBe('2026-11-27');
    const createdOn = dayInZone(moment, 'Europe/Stockholm');
    expect(createdOn).toBe('2026-11-21');
    expect(orderDue(authorizationWith({ createdOn, days: 7 }))).toBe('2026-11-28');
  });
});

describe('C7: what is added', () => {
  test('C7: rule 35: more of a product that is owned is the same plan, and the anniversary stays', () => {
    const key = planKey('Illustrator', 'team');
    const counted = {
      product: 'Illustrator',
      sku: '',
      owned: 5,
      assigned: 5,
      on: '2026-10-01',
      at: 1,
    };
    const customer = customerWith({ plans: { [key]: { ...counted, licenceType: 'team' } } });
    const orders = [vipOrderWith({ lines: { a: orderLine(3) } })];
    const authorizations = [authorizationWith({ createdOn: CREATED })];
    const plans = plansOf({ customer, authorizations, orders, returns: [] }, CREATED);
    expect(plans.map((plan) => [plan.key, plan.owned])).toEqual([[key, 5 + 3 + 6]]);
    expect(firstOrderPlaced(customer, placedAlone(CREATED, ''))).toMatchObject({
      ok: false,
      problem: { code: 'nothing-to-follow' },
    });
  });
});
