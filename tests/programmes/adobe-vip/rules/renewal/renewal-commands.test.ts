import { array, assert, boolean, integer, option, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import {
  customerRenewal,
  isRenewed,
  lastClosed,
  type CustomerRenewal,
} from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { needRenewal } from '#programmes/adobe-vip/rules/renewal/renewal-need.ts';
import {
  closeRenewal,
  declineRenewal,
  renewalOrderOf,
  reopenRenewal,
  whyNotRenewed,
  type RenewalInput,
} from '#programmes/adobe-vip/rules/renewal/renewal-commands.ts';
import { takeAddedBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { currentSteps } from '#core/record/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { customerWith, orderLine, stepOf, vipOrderWith } from '#tests/factories/vip.ts';
import { needCases } from './renewal-cases.ts';

const AD = '2027-03-15';
const key = planKey('Illustrator', 'team');
const plans = (owned: number, assigned: number) => ({
  [key]: {
    product: 'Illustrator',
    licenceType: 'team' as const,
    sku: '65297600BA01A12',
    owned,
    assigned,
    on: '2027-01-10',
    at: 1,
  },
});
const vip = (owned = 50, assigned = owned) =>
  customerWith({ anniversary: AD, plans: plans(owned, assigned) });
const marketplace = customerWith({
  anniversary: AD,
  plans: plans(16, 16),
  programme: 'vip-marketplace',
  renewalEdition: 'adobe-vip.renewal-marketplace-14',
});
const renewalOf = (
  customer: VipCustomer,
  today = '2027-03-01',
  orders: readonly VipOrder[] = [],
): CustomerRenewal => {
  const found = customerRenewal({ customer, authorizations: [], orders, returns: [] }, today);
  if (found === undefined) throw new Error('no renewal');
  return found;
};
const inputOf = (quantity: number, orderDate = '2027-03-01'): RenewalInput => ({
  orderNumber: ' 7700 ',
  orderDate,
  lines: { [key]: { quantity, sku: ' 65297600BA02A12 ' } },
});
const codeOn = (customer: VipCustomer, input: RenewalInput, today = '2027-06-01') =>
  whyNotRenewed(customer, input, renewalOf(customer), today)?.code;
const renewed = (quantity: number) =>
  vipOrderWith({
    orderType: 'renewal',
    renews: AD,
    orderDate: '2027-03-01',
    lines: { a: orderLine(quantity) },
  });

describe('C10: renewal orders', () => {
  test.each([
    ['2027-02-12', 'renewal-too-early'],
    ['2027-02-13', undefined],
    ['2027-04-14', undefined],
    ['2027-04-15', 'renewal-too-late'],
  ])('§8.38, §8.40: VIP, ordered on %s: %s', (day, code) => {
    expect(codeOn(vip(), inputOf(50, day))).toBe(code);
  });

  test.each([
    ['2027-03-29', 16, undefined],
    ['2027-03-29', 17, 'late-renewal-too-many'],
    ['2027-03-30', 16, 'renewal-too-late'],
    ['2027-03-01', 17, undefined],
  ])('§8.41: Marketplace, ordered on %s, %i licences: %s', (day, quantity, code) => {
    expect(codeOn(marketplace, inputOf(quantity, day))).toBe(code);
  });

  test('C10: what is missing or cannot be is refused with its field; the product is named', () => {
    const customer = vip();
    expect(codeOn(customer, { ...inputOf(5), orderNumber: ' ' })).toBe('order-number-needed');
    expect(codeOn(customer, inputOf(5, '2027-02-30'))).toBe('day-needed');
    expect(codeOn(customer, inputOf(5, '2027-03-01'), '2027-02-28')).toBe('day-ahead');
    expect(codeOn(customer, inputOf(0))).toBe('lines-needed');
    expect([codeOn(customer, inputOf(1.5)), codeOn(customer, inputOf(-1))]).toEqual([
      'count-not-whole',
      'count-not-whole',
    ]);
    const tooMany = whyNotRenewed(
      marketplace,
      inputOf(17, '2027-03-20'),
      renewalOf(marketplace),
      '2027-03-21',
    );
    expect(tooMany?.params).toEqual({ product: 'Illustrator', most: 16 });
  });

  test('C10: the order is a renewal of its anniversary, by plan with SKU and quantity', () => {
    const given = { renewing: renewalOf(vip()), level: '3' as const, currency: 'EUR' };
    const order = valueOf(
      renewalOrderOf('order-1', vip(), inputOf(50), given, doingOn('2027-03-01')),
    );
    expect(order).toMatchObject({
      parent: 'customer-1',
      data: {
        orderNumber: '7700',
        orderType: 'renewal',
        renews: AD,
        level: '3',
        currency: 'EUR',
        authorization: '',
      },
    });
    expect(Object.values(order.data.lines)).toEqual([orderLine(50, { sku: '65297600BA02A12' })]);
  });

  test('C14: an order of consumables alone has no level', () => {
    const given = { renewing: renewalOf(vip()), level: 'none' as const, currency: '' };
    const order = valueOf(
      renewalOrderOf('order-1', vip(), inputOf(50), given, doingOn('2027-03-01')),
    );
    expect(order.data.level).toBe('');
  });

  test.each(needCases)(
    '§8.44: $used used, $renewed renewed: $expected.needRenewal left without',
    (given) => {
      const found = renewalOf(vip(50, given.used), '2027-03-02', [renewed(given.renewed)]);
      expect(found.need).toBe(given.expected.needRenewal);
      expect(found.isPartial).toBe(given.expected.needRenewal > 0);
      expect(isRenewed(found)).toBe(given.expected.needRenewal === 0);
    },
  );

  test('C10: where nobody counted the assigned, a renewal is whole when all that is owned is renewed', () => {
    expect(isRenewed(renewalOf(vip(50, 0), '2027-03-02', [renewed(45)]))).toBe(false);
    expect(isRenewed(renewalOf(vip(50, 0), '2027-03-02', [renewed(50)]))).toBe(true);
    expect(isRenewed(renewalOf(vip(50, 0)))).toBe(false);
  });

  test.each([
    ['vip', 40, true],
    ['vip', 39, false],
    ['vip-marketplace', 40, false],
    ['vip-marketplace', 99, false],
    ['vip-marketplace', 100, true],
  ] as const)(
    '§8.46: %s: %i of 100 renewed, 40 assigned: over %s',
    (programme, quantity, isOver) => {
      const customer = customerWith({ anniversary: AD, plans: plans(100, 40), programme });
      expect(isRenewed(renewalOf(customer, '2027-03-02', [renewed(quantity)]))).toBe(isOver);
    },
  );

  const product = (name: string, owned: number, assigned?: number) => ({
    [planKey(name, 'team')]: {
      product: name,
      licenceType: 'team' as const,
      sku: '',
      owned,
      on: '2027-01-10',
      at: 1,
      ...(assigned === undefined ? {} : { assigned }),
    },
  });
  const line = (name: string, quantity: number) => ({
    [name]: orderLine(quantity, { product: name, sku: '' }),
  });

  test.each([
    ['one product of which nobody said it is left out', product('B', 20), line('A', 10), false],
    ['some of it is renewed', product('B', 20), { ...line('A', 10), ...line('B', 19) }, false],
    ['all of it is renewed', product('B', 20), { ...line('A', 10), ...line('B', 20) }, true],
    ['nobody has any of it', product('B', 20, 0), line('A', 10), true],
    ['some have one of it', product('B', 20, 1), line('A', 10), false],
  ])('C10: a renewal is over when every product is: %s', (_, other, lines, isOver) => {
    const customer = customerWith({
      anniversary: AD,
      plans: { ...product('A', 10, 10), ...other },
    });
    const order = vipOrderWith({
      orderType: 'renewal',
      renews: AD,
      orderDate: '2027-03-01',
      lines,
    });
    expect(isRenewed(renewalOf(customer, '2027-03-02', [order]))).toBe(isOver);
  });

  test('C10: a renewal that is over leaves nobody without, and lapses nothing of which it is not known', () => {
    const count = integer({ min: 0, max: 9 });
    const plan = record({
      owned: count,
      assigned: option(count, { nil: undefined }),
      renewed: count,
    });
    assert(
      property(array(plan, { maxLength: 4 }), boolean(), (given, renewsItself) => {
        const all = given.map(({ owned, assigned = 0, renewed: done }, at) => ({
          key: `${at}`,
          product: `${at}`,
          licenceType: 'team' as const,
          sku: '',
          isConsumable: false,
          owned,
          assigned,
          renewed: done,
          need: needRenewal({ used: assigned, renewed: done }),
          ...(given[at]!.assigned === undefined && { assignedUnknown: true as const }),
        }));
        const isSafe = all.every(
          (plan) => plan.need === 0 && (!plan.assignedUnknown || plan.owned <= plan.renewed),
        );
        const isAll = all.every((plan) => plan.owned <= plan.renewed);
        return !isRenewed({ plans: all, renewsItself }) || (renewsItself ? isAll : isSafe);
      }),
    );
  });

  test('C10: bought after the anniversary is not to be renewed at it', () => {
    const bought = vipOrderWith({ orderDate: '2027-03-20', lines: { a: orderLine(4) } });
    expect(renewalOf(vip(50), '2027-03-25', [bought]).owned).toBe(50);
  });
});

describe('C10: a renewal that is over', () => {
  const after = (
    customer: VipCustomer,
    data: Partial<VipCustomerData> = {},
    steps = customer.steps,
  ) => anniversaryDue({ ...customer.data, ...data }, steps);

  test('§8.45: closed or declined, the next one is the following year’s, however late it was ordered', () => {
    const doing = doingOn('2027-03-25');
    const closed = valueOf(closeRenewal(vip(), { anniversary: AD, on: '2027-03-25' }, doing));
    expect(after(vip(), {}, closed.steps)).toBe('2028-03-15');
    const declined = valueOf(declineRenewal(vip(), AD, doing));
    expect(after(vip(), {}, declined.steps)).toBe('2028-03-15');
  });

  test('C10: it is closed once, and only the one that comes', () => {
    const done = customerWith({ anniversary: AD }, [
      stepOf('renewal-closed', '2027-03-01', { anniversary: AD }),
    ]);
    const doing = doingOn('2027-03-25');
    expect(closeRenewal(done, { anniversary: AD, on: '2027-03-25' }, doing)).toMatchObject({
      problem: { code: 'renewal-ended-already' },
    });
    expect(declineRenewal(vip(), '2028-03-15', doing).ok).toBe(false);
  });

  const ended = (kind: string, anniversary: string, on = anniversary) =>
    stepOf(kind, on, { anniversary });
  test.each([
    ['closed by mistake', [ended('renewal-closed', AD)], AD, AD],
    ['declined by mistake', [ended('renewal-declined', AD)], AD, AD],
    [
      'ended on two devices',
      [ended('renewal-declined', AD), ended('renewal-closed', AD, '2027-03-16')],
      AD,
      AD,
    ],
    [
      'after another year',
      [ended('renewal-closed', AD), ended('renewal-closed', '2028-03-15')],
      '2028-03-15',
      '2028-03-15',
    ],
    [
      'under a later one',
      [ended('renewal-closed', AD), ended('renewal-closed', '2028-03-15')],
      AD,
      'changed-since',
    ],
    ['never ended', [], AD, 'changed-since'],
  ])('C10: opened again: %s', (_, steps, anniversary, then) => {
    const customer = customerWith({ anniversary: AD }, steps);
    const answer = reopenRenewal(customer, anniversary, doingOn('2028-03-20'));
    expect(answer.ok ? after(customer, {}, answer.value.steps) : answer.problem.code).toBe(then);
  });

  test('C10: the last one that ended is that of the latest anniversary, on whatever day the others were noted', () => {
    const steps = [
      ended('renewal-closed', '2028-03-15', '2028-03-01'),
      ended('renewal-declined', AD, '2028-04-02'),
    ];
    expect(lastClosed({ customer: customerWith({}, steps) })?.anniversary).toBe('2028-03-15');
  });

  test('C10: not opened again once the next anniversary is written down', () => {
    const moved = customerWith({ anniversary: '2028-03-15' }, [ended('renewal-closed', AD)]);
    expect(reopenRenewal(moved, AD, doingOn('2027-04-01')).ok).toBe(false);
  });

  test('X12: opened again and undone, it is ended as it was, on the same day', () => {
    const before = customerWith({ anniversary: AD }, [ended('renewal-declined', AD)]);
    const doing = doingOn('2027-04-01');
    const opened = { ...before, ...valueOf(reopenRenewal(before, AD, doing)) } as VipCustomer;
    const back = valueOf(takeAddedBack(opened, { before, after: opened }, doing));
    expect(after(before, {}, back.steps)).toBe('2028-03-15');
    expect(currentSteps(back.steps ?? [])).toMatchObject([
      { kind: 'renewal-declined', on: AD, by: 'sara' },
    ]);
    const twice = { ...opened, ...back } as VipCustomer;
    expect(takeAddedBack(twice, { before, after: opened }, doing)).toMatchObject({
      problem: { code: 'changed-since' },
    });
  });
});
