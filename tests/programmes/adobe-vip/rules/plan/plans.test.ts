import { describe, expect, test } from 'vitest';
import { customerCounts } from '#programmes/adobe-vip/rules/customer/customer-counts.ts';
import { sayPlan } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import { sayHolders, sayNewHolder } from '#programmes/adobe-vip/rules/plan/licence-holders.ts';
import { plansOf, type CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type {
  RecordedPlan,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';

const NINE = Date.UTC(2026, 10, 20, 8);
const key = planKey('Illustrator', 'team');
const saidPlan = (
  owned: number,
  assigned: number,
  at = NINE - 1,
  on = '2026-11-19',
): RecordedPlan => ({
  product: 'Illustrator',
  licenceType: 'team',
  sku: '',
  owned,
  assigned,
  on,
  at,
});
const planIn = (given: Partial<CustomerBook>, today = '2026-11-20') =>
  plansOf(
    { customer: customerWith(), authorizations: [], orders: [], returns: [], ...given },
    today,
  )[0];

describe('C7: licences in use', () => {
  test('C7: an authorization makes licences usable at once, before any order', () => {
    expect(planIn({ authorizations: [authorizationWith()] })).toMatchObject({
      owned: 6,
      free: 6,
      authorized: 6,
    });
  });

  test('C7: how many are assigned is unknown until someone says it, or names who has one', () => {
    const unknown = (given: Partial<VipCustomerData>) =>
      planIn({ customer: customerWith(given), authorizations: [authorizationWith()] })
        ?.assignedUnknown;
    const { assigned: _, ...uncounted } = saidPlan(10, 0);
    expect(unknown({})).toBe(true);
    expect(unknown({ plans: { [key]: uncounted } })).toBe(true);
    expect(unknown({ plans: { [key]: saidPlan(10, 0) } })).toBeUndefined();
    expect(unknown({ holders: { h: { name: 'Pia', group: '', plan: key } } })).toBeUndefined();
  });

  test('C7: its order adds nothing; an order without one does', () => {
    const ordered = stepOf('ordered', '2026-11-20', {
      order: 'order-1',
      orderNumber: '7700',
      line: 'a',
    });
    const order = vipOrderWith({
      authorization: 'authorization-1',
      lines: { a: orderLine(6, { authorizationLine: 'a' }) },
    });
    const covered = planIn({
      authorizations: [authorizationWith({ steps: [ordered] })],
      orders: [order],
    });
    expect(covered).toMatchObject({ owned: 6, authorized: 0, sku: '65297600BA01A12' });
    expect(planIn({ orders: [vipOrderWith()] })).toMatchObject({
      owned: 4,
      authorized: 0,
      sku: '65297600BA01A12',
    });
    expect(planIn({ orders: [vipOrderWith({ orderType: 'renewal' })] })).toBeUndefined();
  });

  test('C7: what was said counts, and what happened since on top of it', () => {
    const customer = customerWith({ plans: { [key]: saidPlan(10, 8) } });
    expect(planIn({ customer })).toMatchObject({ owned: 10, assigned: 8, free: 2 });
    expect(planIn({ customer, authorizations: [authorizationWith()] })).toMatchObject({
      owned: 16,
      free: 8,
    });
    const later = customerWith({ plans: { [key]: saidPlan(16, 8, NINE + 1, '2026-11-20') } });
    expect(planIn({ customer: later, authorizations: [authorizationWith()] })).toMatchObject({
      owned: 16,
    });
  });

  test('C7: what happened before the day that was counted is counted, whenever it is written down', () => {
    const customer = customerWith({ plans: { [key]: saidPlan(10, 8, NINE - 1, '2026-11-20') } });
    const earlier = authorizationWith({ createdOn: '2026-11-18' });
    expect(planIn({ customer, authorizations: [earlier] })).toMatchObject({ owned: 10 });
    expect(planIn({ customer, orders: [vipOrderWith({ orderDate: '2026-11-19' })] })).toMatchObject(
      { owned: 10 },
    );
    expect(planIn({ customer, authorizations: [authorizationWith()] })).toMatchObject({
      owned: 16,
    });
  });

  test.each([
    ['its name', { product: 'illustrator ' }],
    [
      'its SKU of another level, under another name',
      { product: 'Illustrator Pro', sku: '65297600BA03A12' },
    ],
    ['its SKU alone', { product: '65297600BA03A12', sku: '65297600BA03A12' }],
  ])(
    'C7: an order noted without a licence type is of the only plan of its product, by %s',
    (_by, named) => {
      const plans = { [key]: { ...saidPlan(10, 8), sku: '65297600BA01A12' } };
      const order = vipOrderWith({ lines: { a: orderLine(4, { licenceType: '', ...named }) } });
      const book = {
        customer: customerWith({ plans }),
        authorizations: [],
        orders: [order],
        returns: [],
      };
      expect(plansOf(book, '2026-11-20')).toMatchObject([{ key, owned: 14, assigned: 8, free: 6 }]);
    },
  );

  test('C7: an order noted without a licence type is of the only authorization of its product', () => {
    const orders = [vipOrderWith({ lines: { a: orderLine(4, { licenceType: '' }) } })];
    expect(planIn({ orders, authorizations: [authorizationWith()] })).toMatchObject({
      key,
      owned: 10,
      authorized: 6,
    });
  });

  test('C7: with two licence types of a product, an order that says none stays open', () => {
    const authorizations = [
      authorizationWith(),
      authorizationWith({
        id: 'authorization-2',
        licenceType: 'enterprise',
        createdOn: '2026-11-19',
      }),
    ];
    const orders = [vipOrderWith({ lines: { a: orderLine(4, { licenceType: '' }) } })];
    const plans = plansOf(
      { customer: customerWith(), authorizations, orders, returns: [] },
      '2026-11-20',
    );
    expect(plans.map(({ licenceType, owned }) => [licenceType, owned]).sort()).toEqual([
      ['', 4],
      ['enterprise', 6],
      ['team', 6],
    ]);
  });

  test('C9: the SKU of a plan is the one that was said or ordered last', () => {
    const bought = (sku: string, orderDate: string, id: string) =>
      vipOrderWith({ orderDate, lines: { a: orderLine(4, { sku }) } }, id);
    const orders = [
      bought('65297600BA02A12', '2026-11-10', 'two'),
      bought('65297600BA01A12', '2026-10-01', 'one'),
    ];
    expect(planIn({ orders })?.sku).toBe('65297600BA02A12');
    const counted = (on: string) =>
      customerWith({ plans: { [key]: { ...saidPlan(10, 8, NINE, on), sku: '65297600BA03A12' } } });
    expect(planIn({ orders, customer: counted('2026-11-09') })?.sku).toBe('65297600BA02A12');
    expect(planIn({ orders, customer: counted('2026-11-10') })?.sku).toBe('65297600BA03A12');
    const named = {
      ...saidPlan(10, 8, NINE, '2026-10-01'),
      sku: '65297600BA03A12',
      skuOn: '2026-11-12',
    };
    expect(planIn({ orders, customer: customerWith({ plans: { [key]: named } }) })?.sku).toBe(
      '65297600BA03A12',
    );
  });

  test('C6: what was renewed early and went back is of the next term: this one keeps its licences to its end', () => {
    const customer = customerWith({ anniversary: '2027-03-15', plans: { [key]: saidPlan(10, 8) } });
    const renewing = {
      orderType: 'renewal' as const,
      renews: '2027-03-15',
      lines: { a: orderLine(10) },
    };
    const on = (orderDate: string, grantedOn: string, today: string) => {
      const returns = [returnWith({ lines: { a: 4 } }, [stepOf('return-granted', grantedOn)])];
      return planIn(
        { customer, orders: [vipOrderWith({ ...renewing, orderDate })], returns },
        today,
      )?.owned;
    };
    expect(on('2027-03-01', '2027-03-05', '2027-03-05')).toBe(10);
    expect(on('2027-03-01', '2027-03-05', '2027-04-14')).toBe(10);
    expect(on('2027-03-01', '2027-03-05', '2027-04-15')).toBe(6);
    // Once the term has begun they go on the day.
    expect(on('2027-03-10', '2027-03-16', '2027-03-16')).toBe(6);
  });

  test('C7: what is removed, withdrawn or returned goes', () => {
    const removed = stepOf('line-removed', '2026-11-20', { line: 'a', quantity: '2' });
    expect(planIn({ authorizations: [authorizationWith({ steps: [removed] })] })).toMatchObject({
      owned: 4,
      authorized: 4,
    });
    const withdrawn = stepOf('authorization-withdrawn', '2026-11-20');
    expect(
      planIn({ authorizations: [authorizationWith({ steps: [removed, withdrawn] })] }),
    ).toBeUndefined();
    const granted = returnWith({ lines: { a: 3 } }, [stepOf('return-granted', '2026-11-21')]);
    expect(planIn({ orders: [vipOrderWith()], returns: [granted] })).toMatchObject({ owned: 1 });
    const denied = returnWith({ lines: { a: 3 } }, [
      ...granted.steps,
      stepOf('return-denied', '2026-11-22', {}, NINE + 9),
    ]);
    expect(planIn({ orders: [vipOrderWith()], returns: [denied] })).toMatchObject({ owned: 4 });
    expect(
      planIn({ orders: [vipOrderWith()], returns: [returnWith({ lines: { a: 3 } })] }),
    ).toMatchObject({
      owned: 4,
    });
  });

  test('C3: in the Marketplace licences go on the day after the last one', () => {
    const authorizations = [authorizationWith({ days: 7 })];
    expect(planIn({ authorizations }, '2026-11-27')).toMatchObject({ owned: 6 });
    expect(planIn({ authorizations }, '2026-11-28')).toBeUndefined();
  });

  test('C7: what expired before it was counted again is not taken off twice', () => {
    const authorizations = [authorizationWith({ days: 7, createdOn: '2026-11-01' })];
    const customer = customerWith({ plans: { [key]: saidPlan(9, 0, NINE + 1, '2026-11-20') } });
    expect(planIn({ customer, authorizations })).toMatchObject({ owned: 9 });
  });

  test('C1: the list of customers counts what waits for its order on top of what was said before it', () => {
    const inRow = (
      given: Partial<VipCustomerData>,
      open: Parameters<typeof authorizationWith>[0][],
    ) =>
      customerCounts(
        {
          customer: customerWith(given),
          authorizations: open.map(authorizationWith),
          orders: [],
          returns: [],
        },
        '2026-11-20',
      ).licences;
    const plans = { [key]: saidPlan(10, 8) };
    expect(inRow({ plans }, [{}])).toBe(16);
    expect(inRow({ plans }, [{ createdOn: '2026-11-18' }])).toBe(10);
    expect(inRow({ plans }, [{ licenceType: 'enterprise', createdOn: '2026-11-18' }])).toBe(16);
    const removed = stepOf('line-removed', '2026-11-20', { line: 'a', quantity: '2' });
    expect(inRow({ plans }, [{ steps: [removed] }])).toBe(14);
    expect(inRow({}, [{}, { id: 'two' }])).toBe(12);
  });

  test('C7: as many are assigned as have a name, also where nobody counted', () => {
    const holders = { h1: { name: 'Pia Strand', group: 'Foto', plan: key } };
    const customer = customerWith({ plans: { [key]: saidPlan(10, 0) }, holders });
    expect(planIn({ customer })).toMatchObject({ assigned: 1, free: 9 });
  });

  describe('C7: how many are assigned is what a person last said or listed', () => {
    const named = (count: number, at?: number, from = 0): VipCustomerData['holders'] =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `h${from + index}`,
          {
            name: `Pia ${from + index}`,
            group: '',
            plan: key,
            ...(at === undefined ? {} : { at }),
          },
        ]),
      );
    const assigned = (count: number, holders: VipCustomerData['holders'], assignedAt?: number) => {
      const plan = { ...saidPlan(20, count), ...(assignedAt === undefined ? {} : { assignedAt }) };
      return planIn({ customer: customerWith({ plans: { [key]: plan }, holders }) })?.assigned;
    };

    test.each([
      ['a part of them are named', 9, named(3, 200), 9],
      ['all of them are named, and three more', 9, named(12, 200), 12],
      ['it is lower than the names there were', 5, named(12, 50), 5],
      ['someone was named since', 5, { ...named(12, 50), ...named(1, 200, 12) }, 6],
      [
        'those were named before, and three more since',
        5,
        { ...named(5, 50), ...named(3, 200, 5) },
        8,
      ],
      [
        'stale names were taken off, and someone was named since',
        5,
        { ...named(4, 50), ...named(1, 200, 4) },
        5,
      ],
      ['nobody knows when the names were written', 5, named(12), 5],
      ['nobody has one', 0, named(12, 50), 0],
    ])('C7: said, and %s', (_, count, holders, then) => {
      expect(assigned(count, holders, 100)).toBe(then);
    });

    test('C7: a count of which nobody knows when it was said does not take away who has a name', () => {
      expect([assigned(5, named(12, 50)), assigned(5, named(12))]).toEqual([12, 12]);
    });

    test('C7: a count given by hand overrides the names, until another name comes', () => {
      const moments = doingOn();
      const names = Array.from({ length: 12 }, (_, index) => `Pia ${index}`);
      const counted = customerWith({ plans: { [key]: saidPlan(20, 9) } });
      const now = (customer: CustomerBook['customer']) => planIn({ customer })?.assigned;
      const illustrator = { product: 'Illustrator', licenceType: 'team' } as const;
      const after = (draft: ReturnType<typeof sayPlan>) => ({
        ...counted,
        data: valueOf(draft).data,
      });
      const listed = after(sayHolders(counted, names, { group: '', plan: key }, moments));
      expect(now(listed)).toBe(12);
      const lower = after(sayPlan(listed, { ...illustrator, assigned: 5 }, moments));
      expect(now(lower)).toBe(5);
      const more = after(sayNewHolder(lower, { name: 'Nils', group: '', plan: key }, moments));
      expect(now(more)).toBe(6);
      expect(now(after(sayPlan(more, { ...illustrator, owned: 30 }, moments)))).toBe(6);
    });
  });
});
