import { array, assert, nat, option, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import {
  cannotGoBack,
  correctCovered,
  correctOrder,
  orderCorrectionProblems,
  whyNotRemoved,
} from '#programmes/adobe-vip/rules/order/correct-order.ts';
import { firstOrderKnown } from '#programmes/adobe-vip/rules/order/first-order.ts';
import {
  followAuthorization,
  followFirstOrder,
} from '#programmes/adobe-vip/rules/order/follow-first-order.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { currentSteps } from '#core/record/step.ts';
import { timeIn } from '#tests/factories/local-time.ts';
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
import { anyDay } from '#tests/programmes/adobe-vip/rules/renewal/renewal-cases.ts';

const doing = doingOn();
const TODAY = '2026-11-20';
const covered = { order: 'order-1', orderNumber: '77000412', line: 'a' };
const authorization = authorizationWith({
  createdOn: '2026-11-02',
  purchaseOrderNumber: 'TL-0442',
  requestNumber: 'R1',
  steps: [stepOf('ordered', '2026-11-10', covered)],
});
const order = vipOrderWith({
  orderDate: '2026-11-10',
  authorization: authorization.id,
  purchaseOrderNumber: 'TL-0442',
  lines: { a: orderLine(6, { authorizationLine: 'a' }), b: orderLine(4) },
});
const book: CustomerBook = {
  customer: customerWith(),
  authorizations: [authorization],
  orders: [order],
  returns: [],
};
const asked = returnWith({ lines: { b: 3 } });
const askedOn = (day: string, ...answers: readonly string[]) => ({
  ...asked,
  steps: [stepOf('return-asked', day), ...answers.map((kind) => stepOf(kind, '2026-11-19'))],
});

describe('C4: a noted order is put right', () => {
  test('C4: its number, day, purchase order number and lines; the rest stays', () => {
    const correction = {
      orderNumber: ' 77000413 ',
      orderDate: '2026-11-12',
      purchaseOrderNumber: 'TL-0443',
      lines: { b: { quantity: 5, sku: ' 65297600BA02A12 ' } },
    };
    const { data } = valueOf(correctOrder(order, correction, book, doing));
    expect(data).toEqual({
      ...order.data,
      orderNumber: '77000413',
      orderDate: '2026-11-12',
      purchaseOrderNumber: 'TL-0443',
      lines: {
        a: order.data.lines.a,
        b: { ...order.data.lines.b, quantity: 5, sku: '65297600BA02A12' },
      },
    });
  });

  test.each([
    ['nothing noted since', {}, []],
    [
      'a return that was asked for between the days',
      { returns: [askedOn('2026-11-05')] },
      ['orderDate', 'lines'],
    ],
    ['one that was denied', { returns: [askedOn('2026-11-05', 'return-denied')] }, []],
    [
      'an authorization that was put right to a later day',
      {
        authorizations: [
          { ...authorization, data: { ...authorization.data, createdOn: '2026-11-12' } },
        ],
      },
      ['orderDate'],
    ],
  ] as const)('C4: what of a correction cannot go back beside %s', (_, since, stays) => {
    const right = {
      ...order,
      data: { ...order.data, orderDate: '2026-11-03', lines: { b: orderLine(9) } },
    };
    const back = { ...order.data, lines: { b: orderLine(2) } };
    expect(cannotGoBack(right, back, { was: book, now: { ...book, ...since } })).toEqual(stays);
    // What was so before may be so again.
    const now = { ...book, ...since };
    expect(cannotGoBack(right, { ...back, lines: right.data.lines }, { was: now, now })).toEqual(
      [],
    );
  });

  test('C4: a line that two devices noted in two quantities, which then has the one that counts under both names', () => {
    const of = { authorizationLine: 'line-001', authorization: authorization.id };
    const lines = { a: orderLine(6, of), 'line-001': orderLine(7, of) };
    const two = { ...order, data: { ...order.data, lines } };
    const { data } = valueOf(
      correctOrder(two, { lines: { a: { sku: '65297600BA02A12' } } }, book, doing),
    );
    expect(Object.values(data.lines).map(({ quantity, sku }) => `${quantity} ${sku}`)).toEqual([
      '7 65297600BA02A12',
      '7 65297600BA02A12',
    ]);
  });

  test.each([
    ['order-number-needed', { orderNumber: ' ' }, {}],
    ['day-needed', { orderDate: '' }, {}],
    ['day-ahead', { orderDate: '2026-11-21' }, {}],
    ['order-before-authorization', { orderDate: '2026-11-01' }, {}],
    ['quantity-not-whole', { lines: { b: { quantity: 0 } } }, {}],
    ['quantity-not-whole', { lines: { b: { quantity: 1.5 } } }, {}],
    ['quantity-of-authorization', { lines: { a: { quantity: 5 } } }, {}],
    ['quantity-below-returned', { lines: { b: { quantity: 2 } } }, { returns: [asked] }],
    [undefined, { lines: { b: { quantity: 3 } } }, { returns: [asked] }],
    [undefined, { purchaseOrderNumber: 'x'.repeat(36) }, {}],
    [
      'purchase-order-too-long',
      { purchaseOrderNumber: 'x'.repeat(36) },
      { customer: customerWith({ programme: 'vip-marketplace' as const }) },
    ],
    // What is asked back was ordered by then (adobe.md §2); denied, nothing is.
    [
      'order-after-return',
      { orderDate: '2026-11-16' },
      { returns: [askedOn('2026-11-15'), askedOn('2026-11-18')] },
    ],
    [
      undefined,
      { orderDate: '2026-11-15' },
      { returns: [askedOn('2026-11-15'), askedOn('2026-11-18')] },
    ],
    [
      'order-after-return',
      { orderDate: '2026-11-16' },
      { returns: [askedOn('2026-11-15', 'return-granted')] },
    ],
    [undefined, { orderDate: '2026-11-16' }, { returns: [askedOn('2026-11-15', 'return-denied')] }],
    [undefined, { orderDate: '2026-11-16' }, { returns: [returnWith({ order: 'order-2' }, [])] }],
    [undefined, { orderNumber: '77000413' }, { returns: [askedOn('2026-11-01')] }],
    // What is not touched is not asked about again.
    [undefined, { purchaseOrderNumber: 'TL-0443' }, { orders: [], authorizations: [] }],
  ])('C4: %s: %j', (code, correction, more) => {
    expect(orderCorrectionProblems(order, correction, { ...book, ...more }, TODAY)[0]?.code).toBe(
      code,
    );
  });

  test('C4: west of Adobe an order of its day is put right as it was noted: with that day, and none after it', () => {
    const marketplace = authorizationWith({ createdOn: '2026-12-01', days: 7 });
    const noted = vipOrderWith({ orderDate: '2026-12-03', authorization: marketplace.id });
    const asked = { ...book, authorizations: [marketplace], orders: [noted] };
    // 01:00 on 3 December in California.
    const time = timeIn('Pacific/Honolulu', '2026-12-03T09:00:00Z');
    expect(time.today).toBe('2026-12-02');
    const on = (orderDate: string) =>
      orderCorrectionProblems(noted, { orderNumber: '77000413', orderDate }, asked, time).map(
        ({ code }) => code,
      );
    expect([on('2026-12-03'), on('2026-12-04')]).toEqual([[], ['day-ahead']]);
  });

  test('C4: all that is wrong with a correction is shown at once, each at its field', () => {
    const correction = {
      orderNumber: ' ',
      orderDate: '',
      lines: { a: { quantity: 5 }, b: { quantity: 0 } },
    };
    expect(
      orderCorrectionProblems(order, correction, book, TODAY).map(({ field, code }) => [
        field,
        code,
      ]),
    ).toEqual([
      ['orderNumber', 'order-number-needed'],
      ['orderDate', 'day-needed'],
      ['lines.a', 'quantity-of-authorization'],
      ['lines.b', 'quantity-not-whole'],
    ]);
  });

  test('C4: its authorization bears the new number and day, and the old ones once that is undone', () => {
    const right = {
      ...order,
      data: { ...order.data, orderNumber: '77000413', orderDate: '2026-11-12' },
    };
    const after = {
      ...authorization,
      ...valueOf(correctCovered(authorization, right, doing)),
    } as typeof authorization;
    const shownOf = (known: typeof authorization) =>
      currentSteps(known.steps).flatMap(({ kind, on, data }) =>
        kind === 'ordered' ? [on, data?.orderNumber] : [],
      );
    expect(shownOf(after)).toEqual(['2026-11-12', '77000413']);
    expect(linesNow(after)).toMatchObject([{ order: 'order-1', orderNumber: '77000413' }]);
    expect(correctCovered(after, right, doing).ok).toBe(false);
    const back = valueOf(takeChangeBack(after, { before: authorization, after }, doing));
    expect(shownOf({ ...after, ...back } as typeof authorization)).toEqual([
      '2026-11-10',
      '77000412',
    ]);
  });

  test('C6: an order that something goes back of stays; once Adobe denied that, it may go', () => {
    expect(whyNotRemoved(order, { returns: [] })).toBeUndefined();
    expect(whyNotRemoved(order, { returns: [asked] })?.code).toBe('order-has-returns');
    const denied = returnWith({ lines: { b: 3 } }, [stepOf('return-denied', '2026-11-20')]);
    expect(whyNotRemoved(order, { returns: [denied] })).toBeUndefined();
  });
});

describe('C10: a noted renewal is put right', () => {
  const AD = '2026-12-13';
  const plans = {
    'illustrator|team': {
      product: 'Illustrator',
      licenceType: 'team' as const,
      sku: '',
      owned: 16,
      assigned: 16,
      on: '2026-10-01',
      at: 1,
    },
  };
  const ended = stepOf('renewal-closed', '2026-12-20', { anniversary: AD });
  const renewed = (quantity: number, orderDate: string): VipOrder =>
    vipOrderWith({
      orderType: 'renewal',
      renews: AD,
      orderDate,
      lines: { a: orderLine(quantity) },
    });
  const bookOf = (order: VipOrder, more = {}): CustomerBook => ({
    authorizations: [],
    orders: [order],
    returns: [],
    customer: customerWith({ anniversary: AD, plans, ...more }, [ended]),
  });
  const marketplace = {
    programme: 'vip-marketplace' as const,
    renewalEdition: 'adobe-vip.renewal-marketplace-14',
  };

  test.each([
    ['renewal-too-early', { orderDate: '2026-11-12' }, {}],
    ['renewal-too-late', { orderDate: '2027-01-13' }, {}],
    [undefined, { orderDate: '2026-11-13' }, {}],
    [undefined, { lines: { a: { quantity: 16 } } }, marketplace],
    ['late-renewal-too-many', { lines: { a: { quantity: 17 } } }, marketplace],
    // Of an anniversary before: what was owned then is not known.
    [undefined, { orderDate: '2026-11-12' }, { anniversary: '2027-12-13' }],
  ])('C10: %s: %j', (code, correction, more) => {
    const order = renewed(10, '2026-12-20');
    expect(
      orderCorrectionProblems(order, correction, bookOf(order, more), '2027-02-01')[0]?.code,
    ).toBe(code);
  });
});

describe('C1: the customer follows its first order', () => {
  const first = vipOrderWith({ orderDate: '2026-11-10' });
  const later = vipOrderWith({ orderDate: '2026-11-16' }, 'order-2');
  const customer = customerWith({
    firstOrderOn: '2026-11-10',
    anniversary: '2027-11-10',
    anniversaryDay: 10,
  });
  const moved = { ...first, data: { ...first.data, orderDate: '2026-11-12' } };
  const past = { ...first, data: { ...first.data, orderDate: '2026-11-18' } };
  const renewal = { ...later, data: { ...later.data, orderType: 'renewal' as const } };

  test.each([
    ['on another day', customer, moved, [later], ['2026-11-12', '2027-11-12', 12]],
    ['past another one', customer, past, [later], ['2026-11-16', '2027-11-16', 16]],
    ['gone, another is the first', customer, undefined, [later], ['2026-11-16', '2027-11-16', 16]],
    ['gone, and there is none', customer, undefined, [renewal], ['', '', undefined]],
    [
      'where someone wrote the anniversary down',
      customerWith({ ...customer.data, anniversary: '2027-06-08', anniversaryDay: undefined }),
      moved,
      [later],
      ['2026-11-12', '2027-06-08', undefined],
    ],
    [
      'where a renewal of a year before ended',
      {
        ...customer,
        steps: [stepOf('renewal-closed', '2026-11-10', { anniversary: '2026-11-10' })],
      },
      moved,
      [],
      ['2026-11-12', '2027-11-10', 10],
    ],
    [
      'where a renewal ended',
      {
        ...customer,
        steps: [stepOf('renewal-closed', '2027-11-10', { anniversary: '2027-11-10' })],
      },
      moved,
      [],
      ['2026-11-12', '2027-11-10', 10],
    ],
    [
      'where another day is written down',
      customerWith({ firstOrderOn: '2026-10-01' }),
      moved,
      [],
      'nothing-to-follow',
    ],
    [
      'where nothing is written down',
      customerWith({ firstOrderOn: '' }),
      moved,
      [],
      'nothing-to-follow',
    ],
  ])('C1: %s', (_, customer, now, others, then) => {
    const answer = followFirstOrder(
      customer,
      { was: first, now },
      { authorizations: [], orders: [first, ...others] },
    );
    const result = answer.ok
      ? [
          answer.value.data.firstOrderOn,
          answer.value.data.anniversary,
          answer.value.data.anniversaryDay,
        ]
      : answer.problem.code;
    expect(result).toEqual(then);
  });

  test.each<
    readonly [
      string,
      string | undefined,
      readonly string[],
      Partial<VipCustomerData>,
      readonly unknown[],
    ]
  >([
    ['a day later', '2023-01-17', [], {}, ['2023-01-17', '2027-01-16', 16]],
    ['a year later', '2024-01-16', [], {}, ['2024-01-16', '2027-01-16', 16]],
    ['taken away', undefined, [], {}, ['', '2027-01-16', 16]],
    [
      'taken away, another is first',
      undefined,
      ['2023-05-01'],
      {},
      ['2023-05-01', '2027-01-16', 16],
    ],
    [
      'a day later, and the orders reach that year',
      '2023-01-17',
      ['2026-03-01'],
      {},
      ['2023-01-17', '2027-01-17', 17],
    ],
    [
      'a day later, and nobody said it',
      '2023-01-17',
      [],
      { anniversary: '2024-01-16' },
      ['2023-01-17', '2024-01-17', 17],
    ],
  ])(
    'C1: an anniversary that the orders do not reach was said, and stays: %s',
    (_, day, more, given, then) => {
      const was = vipOrderWith({ orderDate: '2023-01-16' });
      const others = more.map((orderDate, at) => vipOrderWith({ orderDate }, `other-${at}`));
      const now = day === undefined ? undefined : { ...was, data: { ...was.data, orderDate: day } };
      const customer = customerWith({
        firstOrderOn: '2023-01-16',
        anniversary: '2027-01-16',
        anniversaryDay: 16,
        ...given,
      });
      const { data } = valueOf(
        followFirstOrder(customer, { was, now }, { authorizations: [], orders: [was, ...others] }),
      );
      expect([data.firstOrderOn, data.anniversary, data.anniversaryDay]).toEqual(then);
    },
  );

  test('C1: an order of a later term that is put right, or taken away, throws no anniversary back', () => {
    const order = vipOrderWith({ orderDate: '2023-01-16' });
    const was = vipOrderWith({ orderDate: '2026-03-01' }, 'order-2');
    const known = customerWith({
      firstOrderOn: '2023-01-16',
      anniversary: '2027-01-16',
      anniversaryDay: 16,
    });
    const byList = {
      id: 'c',
      at: 2,
      by: 'sara',
      field: 'anniversary',
      from: '2024-01-16',
      to: '2027-01-16',
    };
    const now = { ...was, data: { ...was.data, orderDate: '2025-03-01' } };
    const { anniversaryDay: _, ...dayless } = known.data;
    for (const changed of [
      { was, now },
      { was, now: undefined },
    ])
      for (const customer of [
        { ...known, history: [byList] },
        { ...known, data: dayless },
      ])
        expect(
          followFirstOrder(customer, changed, { authorizations: [], orders: [order, was] }),
        ).toMatchObject({
          problem: { code: 'nothing-to-follow' },
        });
  });

  test.each<readonly [string, string | undefined, readonly string[], string]>([
    ['put right to an earlier term', '2023-03-01', [], '2024-01-16'],
    ['put right to a term between', '2025-03-01', [], '2026-01-16'],
    ['taken away', undefined, [], '2024-01-16'],
    ['taken away beside another of its term', undefined, ['2026-05-01'], 'nothing-to-follow'],
    ['put later', '2028-03-01', [], 'nothing-to-follow'],
  ])('C1: an order of a later term that alone set the anniversary: %s', (_, day, more, then) => {
    const order = vipOrderWith({ orderDate: '2023-01-16' });
    const was = vipOrderWith({ orderDate: '2026-03-01' }, 'order-2');
    const orders = [
      order,
      was,
      ...more.map((orderDate, at) => vipOrderWith({ orderDate }, `other-${at}`)),
    ];
    const now = day === undefined ? undefined : { ...was, data: { ...was.data, orderDate: day } };
    const counted = customerWith({
      firstOrderOn: '2023-01-16',
      anniversary: '2027-01-16',
      anniversaryDay: 16,
    });
    const change = { at: 2, by: 'sara', from: '' };
    const history = [
      { ...change, id: 'a', field: 'firstOrderOn', to: '2023-01-16' },
      { ...change, id: 'b', field: 'anniversary', to: '2027-01-16' },
    ];
    for (const customer of [counted, { ...counted, history }]) {
      const answer = followFirstOrder(customer, { was, now }, { authorizations: [], orders });
      expect(answer.ok ? answer.value.data.anniversary : answer.problem.code).toBe(then);
    }
  });

  test('C1: if the remaining orders fit no anniversary, the current one stays', () => {
    const was = vipOrderWith({ orderDate: '2025-01-10' });
    const renews = vipOrderWith(
      { orderDate: '2026-01-05', orderType: 'renewal', renews: '2026-01-10' },
      'order-2',
    );
    const customer = customerWith({
      firstOrderOn: '2025-01-10',
      anniversary: '2026-01-10',
      anniversaryDay: 10,
    });
    const now = { ...was, data: { ...was.data, orderDate: '2025-07-01' } };
    const followed = followFirstOrder(
      customer,
      { was, now },
      { authorizations: [], orders: [was, renews] },
    );
    expect(followed).toMatchObject({
      value: { data: { firstOrderOn: '', anniversary: '2026-01-10' } },
    });
  });

  test('C1: it takes the term that a later order is in, as when all of them were noted', () => {
    const one = vipOrderWith({ orderDate: '2024-06-08' });
    const other = vipOrderWith({ orderDate: '2026-07-01' }, 'order-2');
    const known = firstOrderKnown(customerWith({ anniversary: '' }), {
      orders: [one.data, other.data],
      authorizedOn: [],
    });
    expect(known).toMatchObject({ anniversary: '2027-06-08' });
    const now = { ...one, data: { ...one.data, orderDate: '2024-06-18' } };
    const followed = followFirstOrder(
      customerWith(known),
      { was: one, now },
      { authorizations: [], orders: [one, other] },
    );
    expect(followed).toMatchObject({
      value: {
        data: { firstOrderOn: '2024-06-18', anniversary: '2027-06-18', anniversaryDay: 18 },
      },
    });
  });

  test('C1: a later order that is put before the first one is the first', () => {
    const now = { ...later, data: { ...later.data, orderDate: '2026-11-05' } };
    const followed = followFirstOrder(
      customer,
      { was: later, now },
      { authorizations: [], orders: [first, later] },
    );
    expect(followed).toMatchObject({
      value: { data: { firstOrderOn: '2026-11-05', anniversary: '2027-11-05' } },
    });
    const after = { ...later, data: { ...later.data, orderDate: '2026-11-17' } };
    const still = followFirstOrder(
      customer,
      { was: later, now: after },
      { authorizations: [], orders: [first, later] },
    );
    expect(still).toMatchObject({ problem: { code: 'nothing-to-follow' } });
  });

  test('C1: rule 27: in the edition of 2018 the earliest authorization counts once the order came after it', () => {
    const editions = { 'adobe-vip.anniversary.vip': 'adobe-vip.anniversary-2018' };
    const was = vipOrderWith({ orderDate: '2026-01-05' });
    const authorizations = [authorizationWith({ createdOn: '2026-01-10' })];
    const known = firstOrderKnown(customerWith({ anniversary: '', editions }), {
      orders: [was.data],
      authorizedOn: ['2026-01-10'],
    });
    expect(known).toMatchObject({ anniversary: '2027-01-05' });
    const now = { ...was, data: { ...was.data, orderDate: '2026-01-20' } };
    const followed = followFirstOrder(
      customerWith({ editions, ...known }),
      { was, now },
      { authorizations, orders: [was] },
    );
    expect(followed).toMatchObject({
      value: {
        data: { firstOrderOn: '2026-01-20', anniversary: '2027-01-10', anniversaryDay: 10 },
      },
    });
  });

  test.each<
    readonly [
      string,
      Partial<VipCustomerData>,
      readonly string[],
      readonly string[],
      readonly unknown[] | string,
    ]
  >([
    ['it moves along', {}, ['2026-01-16'], ['2026-01-10'], ['2026-01-16', '2027-01-12', 12]],
    [
      'beside a later one',
      {},
      ['2026-01-16'],
      ['2026-01-10', '2026-01-14'],
      ['2026-01-16', '2027-01-12', 12],
    ],
    [
      'beside an earlier one',
      { anniversary: '2027-01-08' },
      ['2026-01-16'],
      ['2026-01-10', '2026-01-08'],
      'nothing-to-follow',
    ],
    [
      'said otherwise',
      { anniversary: '2027-06-08' },
      ['2026-01-16'],
      ['2026-01-10'],
      'nothing-to-follow',
    ],
    [
      'said of a later year',
      { anniversary: '2029-01-10' },
      ['2026-01-16'],
      ['2026-01-10'],
      'nothing-to-follow',
    ],
    ['no first order', { firstOrderOn: '' }, ['2026-01-16'], ['2026-01-10'], 'nothing-to-follow'],
    [
      'of orders',
      { editions: {}, anniversary: '2027-01-16' },
      ['2026-01-16'],
      ['2026-01-10'],
      'nothing-to-follow',
    ],
    [
      'of orders, years later',
      { editions: {}, anniversary: '2027-01-16' },
      ['2026-01-16', '2028-03-01'],
      ['2026-01-10'],
      'nothing-to-follow',
    ],
    [
      'a first order that someone said',
      { firstOrderOn: '2026-01-14' },
      ['2026-01-16'],
      ['2026-01-10'],
      ['2026-01-14', '2027-01-12', 12],
    ],
  ])(
    'C1: rule 27: an authorization of 2026-01-10 that was of 01-12, %s',
    (_, given, days, authorizedOn, then) => {
      const editions = { 'adobe-vip.anniversary.vip': 'adobe-vip.anniversary-2018' };
      const customer = customerWith({
        editions,
        firstOrderOn: '2026-01-16',
        anniversary: '2027-01-10',
        ...given,
      });
      const orders = days.map((orderDate) => ({ orderDate, orderType: 'new' as const }));
      const changed = { was: '2026-01-10', now: '2026-01-12' };
      const answer = followAuthorization(customer, changed, { orders, authorizedOn });
      const result = answer.ok
        ? [
            answer.value.data.firstOrderOn,
            answer.value.data.anniversary,
            answer.value.data.anniversaryDay,
          ]
        : answer.problem.code;
      expect(result).toEqual(then);
      // It is counted still, and follows the next correction too.
      if (!answer.ok) return;
      const back = followAuthorization(
        { ...customer, data: answer.value.data },
        { was: changed.now, now: changed.was },
        {
          orders,
          authorizedOn: authorizedOn.map((day) => (day === changed.was ? changed.now : day)),
        },
      );
      expect(back).toMatchObject({
        value: { data: { anniversary: '2027-01-10', anniversaryDay: 10 } },
      });
    },
  );

  test('C1: whatever order is moved or taken away, it is as if the others alone had been noted, where another one is first', () => {
    const orderedOn = array(anyDay, { minLength: 1, maxLength: 4 });
    assert(
      property(orderedOn, nat(3), option(anyDay, { nil: undefined }), (days, at, day) => {
        const orders = days.map((orderDate, id) => vipOrderWith({ orderDate }, `order-${id}`));
        const was = orders[at % orders.length]!;
        const now =
          day === undefined ? undefined : { ...was, data: { ...was.data, orderDate: day } };
        const noted = (all: readonly VipOrder[]) => {
          const unset = customerWith({ anniversary: '' });
          const placed = { orders: all.map(({ data }) => data), authorizedOn: [] };
          return { ...unset, data: { ...unset.data, ...firstOrderKnown(unset, placed) } };
        };
        const result = noted(orders);
        const followed = followFirstOrder(result, { was, now }, { authorizations: [], orders });
        const left = orders.filter(({ id }) => id !== was.id);
        const then = followed.ok ? followed.value.data : result.data;
        const anew = noted(now === undefined ? left : [...left, now]).data;
        // An order of a later term puts off no anniversary.
        const isSame =
          anew.firstOrderOn === result.data.firstOrderOn &&
          anew.anniversary >= result.data.anniversary;
        expect(then).toEqual(isSame ? result.data : anew);
      }),
    );
  });
});
