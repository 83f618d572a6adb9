import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plansOf, type CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { addDays } from '#core/day/day.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';

const AD = '2027-03-15';
const key = planKey('Illustrator', 'team');
const counted = (owned: number, on = '2027-01-10') => ({
  [key]: {
    product: 'Illustrator',
    licenceType: 'team' as const,
    sku: '',
    owned,
    assigned: owned,
    on,
    at: 1,
  },
});
const closed = stepOf('renewal-closed', '2027-03-01', { anniversary: AD });
const renewal = (quantity: number, orderDate = '2027-03-01', id = 'renewal-1') =>
  vipOrderWith(
    { orderType: 'renewal', renews: AD, orderDate, lines: { a: orderLine(quantity) } },
    id,
  );
const ownedOn = (
  today: string,
  given: Partial<CustomerBook> = {},
  product = 'Illustrator',
): number =>
  plansOf(
    {
      customer: customerWith({ anniversary: AD, plans: counted(50) }),
      authorizations: [],
      orders: [],
      returns: [],
      ...given,
    },
    today,
  ).find((plan) => plan.product === product)?.owned ?? 0;
const LAST = '2027-04-14';
const GONE = '2027-04-15';

describe('C10: the end of a term', () => {
  test('§8.40: what was not renewed is owned on the last day of a late order and gone on the next', () => {
    expect([ownedOn(LAST), ownedOn(GONE)]).toEqual([50, 0]);
  });

  test('C10: of a partial renewal the renewed ones stay, also when it was closed early', () => {
    const orders = [renewal(45)];
    const customer = customerWith({ anniversary: AD, plans: counted(50) }, [closed]);
    expect([ownedOn(LAST, { orders }), ownedOn(GONE, { orders })]).toEqual([50, 45]);
    expect([ownedOn(LAST, { orders, customer }), ownedOn(GONE, { orders, customer })]).toEqual([
      50, 45,
    ]);
  });

  test('C10: a list that brought the next anniversary changes nothing of the one that was renewed', () => {
    const customer = customerWith({ anniversary: '2028-03-15', plans: counted(50) }, [closed]);
    expect(ownedOn(GONE, { customer, orders: [renewal(45)] })).toBe(45);
  });

  test('C10: what was returned of a renewal is not renewed', () => {
    const granted = returnWith({ order: 'renewal-1', lines: { a: 5 } }, [
      stepOf('return-granted', '2027-04-01'),
    ]);
    expect(ownedOn(GONE, { orders: [renewal(45)], returns: [granted] })).toBe(40);
  });

  test('C10: what is bought in the new term stays, ordered or authorized', () => {
    const bought = vipOrderWith({ orderDate: '2027-03-20', lines: { a: orderLine(4) } });
    const authorizations = [authorizationWith({ createdOn: '2027-04-01', steps: [] })];
    expect(ownedOn(LAST, { orders: [renewal(45), bought] })).toBe(54);
    expect(ownedOn(GONE, { orders: [renewal(45), bought] })).toBe(49);
    expect(ownedOn(GONE, { orders: [renewal(45)], authorizations })).toBe(51);
  });

  test('C10: more than was owned is there from the anniversary on, or from the late order', () => {
    expect([
      ownedOn('2027-03-14', { orders: [renewal(60)] }),
      ownedOn(AD, { orders: [renewal(60)] }),
    ]).toEqual([50, 60]);
    const late = { orders: [renewal(60, '2027-03-25')] };
    expect([ownedOn('2027-03-24', late), ownedOn('2027-03-25', late), ownedOn(GONE, late)]).toEqual(
      [50, 60, 60],
    );
  });

  test('C10: renewed as another product, the new one comes and the old one goes', () => {
    const orders = [
      vipOrderWith({
        orderType: 'renewal',
        renews: AD,
        orderDate: '2027-03-01',
        lines: { a: orderLine(50, { product: 'Photoshop' }) },
      }),
    ];
    expect([ownedOn(GONE, { orders }), ownedOn(GONE, { orders }, 'Photoshop')]).toEqual([0, 50]);
  });

  test('C7: what was counted after the end of the term is not taken off again', () => {
    const customer = customerWith({ anniversary: AD, plans: counted(50, '2027-05-01') });
    expect(ownedOn('2027-05-02', { customer })).toBe(50);
  });

  test('§4: the Marketplace renews by itself what nobody declined', () => {
    const data = {
      programme: 'vip-marketplace' as const,
      renewalEdition: 'adobe-vip.renewal-marketplace-14',
    };
    const customer = customerWith({ ...data, anniversary: AD, plans: counted(50) });
    expect(ownedOn('2027-03-30', { customer })).toBe(50);
    const steps = [stepOf('renewal-declined', '2027-03-01', { anniversary: AD })];
    expect(ownedOn('2027-03-29', { customer: { ...customer, steps } })).toBe(50);
    expect(ownedOn('2027-03-30', { customer: { ...customer, steps } })).toBe(0);
  });

  test('C10: after the late window as many are owned as were renewed, whatever was before', () => {
    assert(
      property(
        integer({ min: 0, max: 200 }),
        integer({ min: 0, max: 200 }),
        integer({ min: -30, max: 30 }),
        (a, b, at) => {
          const customer = customerWith({ anniversary: AD, plans: counted(a) });
          expect(ownedOn(GONE, { customer, orders: [renewal(b, addDays(AD, at))] })).toBe(b);
        },
      ),
    );
  });
});
