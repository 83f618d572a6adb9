import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  authorizationProblems,
  noteExpiry,
} from '#programmes/adobe-vip/rules/authorization/authorization-commands.ts';
import {
  localOrderDue,
  orderDue,
  orderUntil,
} from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import {
  areUsable,
  authorizationState,
  daysToOrder,
  hadExpiredOn,
  suspendedFrom,
} from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import { customerRows } from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import { customerState } from '#tests/factories/customer-state.ts';
import { historyLines } from '#programmes/adobe-vip/rules/order/history-lines.ts';
import { authorizationCorrectionProblems } from '#programmes/adobe-vip/rules/authorization/correct-authorization.ts';
import { orderCorrectionProblems } from '#programmes/adobe-vip/rules/order/correct-order.ts';
import { customerHistory } from '#programmes/adobe-vip/rules/customer/customer-history.ts';
import { whyNotOrdered } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { whyNotWithdrawn } from '#programmes/adobe-vip/rules/authorization/withdraw.ts';
import { addDays, isDay, NOTHING_DUE } from '#core/day/day.ts';
import { homeRows, isNow } from '#workspace/rules/reminders/home.ts';
import { authorizationWith, customerWith, stepOf, vipOrderWith } from '#tests/factories/vip.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { timeIn } from '#tests/factories/local-time.ts';

const STOCKHOLM = 'Europe/Stockholm';
/** Created on 20 December in California: its last day there is 27 December. */
const marketplace = authorizationWith({ createdOn: '2026-12-20', days: 7 });
const STILL = timeIn(STOCKHOLM, '2026-12-28T07:30:00Z');
const OVER = timeIn(STOCKHOLM, '2026-12-28T08:00:00Z');

describe('C3: a Marketplace authorization ends with the day in California', () => {
  test('C3: an authorization that is open at 23:30 in California is not expired at 08:30 in Stockholm', () => {
    expect(authorizationState(marketplace, STILL)).toBe('pending');
    expect(authorizationState(marketplace, OVER)).toBe('expired');
  });

  test('C3: home, the list, the counts and the commands ask the same', () => {
    const customer = customerWith({ programme: 'vip-marketplace' });
    const book = { customer, authorizations: [marketplace], orders: [], returns: [] };
    const told = (time: typeof STILL) => ({
      home: homeRows([marketplace], time).map(({ urgency, action, days }) => [
        urgency,
        action,
        days,
      ]),
      list: customerRows([customer], [marketplace], time)[0]?.state,
      days: customerRows([customer], [marketplace], time)[0]?.days,
      state: customerState(
        { authorizations: [marketplace], hasProducts: true, renewal: 'none' },
        time,
      ),
      owned: plansOf(book, time).map(({ owned }) => owned),
      withdrawn: whyNotWithdrawn(marketplace, {}, [], time)?.code,
      noted: noteExpiry(marketplace, { ...doingOn(time.today), now: time.now }).ok,
    });
    expect(told(STILL)).toEqual({
      home: [['soon', 'place-order', 0]],
      list: 'pending',
      days: 0,
      state: 'pending',
      owned: [6],
      withdrawn: undefined,
      noted: false,
    });
    expect(told(OVER)).toEqual({
      home: [['late', 'note-expiry', 0]],
      list: 'expired',
      days: 0,
      state: 'expired',
      owned: [],
      withdrawn: 'expired-already',
      noted: true,
    });
  });

  test.each([
    ['Pacific/Honolulu', 'in the evening after it', '2026-12-28T08:30:00Z', 10],
    ['Pacific/Honolulu', 'that morning', '2026-12-27T20:00:00Z', 4],
    ['America/Los_Angeles', 'the next morning', '2026-12-28T17:00:00Z', 10],
    ['America/Los_Angeles', 'in the evening before it', '2026-12-28T07:30:00Z', 4],
    [STOCKHOLM, 'later that morning', '2026-12-28T08:30:00Z', 10],
    [STOCKHOLM, 'in its last half hour', '2026-12-28T07:30:00Z', 4],
  ])(
    'C3, C7: in %s an expiry lowers what was counted before its moment alone: %s',
    (zone, _, counted, owned) => {
      const { today: on, now: at } = timeIn(zone, counted);
      const said = {
        product: 'Illustrator',
        licenceType: 'team' as const,
        sku: '',
        owned: 10,
        on,
        at,
      };
      const plans = { [planKey('Illustrator', 'team')]: said };
      const customer = customerWith({ programme: 'vip-marketplace', plans });
      const book = { customer, authorizations: [marketplace], orders: [], returns: [] };
      const later = timeIn(zone, '2026-12-29T12:00:00Z');
      expect(plansOf(book, later).map((plan) => plan.owned)).toEqual([owned]);
      expect(
        plansOf(book, { today: later.today, now: later.now }).map((plan) => plan.owned),
      ).toEqual([owned]);
    },
  );

  test('C3: the days are counted to the day on which its last moment falls where the user is', () => {
    const early = timeIn(STOCKHOLM, '2026-12-27T07:30:00Z');
    expect(daysToOrder(marketplace, early)).toBe(1);
    expect(daysToOrder(marketplace, timeIn('America/Los_Angeles', '2026-12-27T12:00:00Z'))).toBe(0);
    expect(homeRows([marketplace], early).filter(isNow)).toHaveLength(1);
  });

  test('C3: in VIP the last day is the user’s own', () => {
    const vip = authorizationWith({ createdOn: '2026-11-27', days: 30 });
    expect(authorizationState(vip, timeIn(STOCKHOLM, '2026-12-27T22:59:59Z'))).toBe('pending');
    expect(authorizationState(vip, timeIn(STOCKHOLM, '2026-12-27T23:00:00Z'))).toBe('overdue');
  });

  test('C3: it is reminded on day 7 as Adobe counts it, a night before its last moment in Stockholm', () => {
    const [row] = homeRows([marketplace], STILL);
    expect(row?.deadline).toMatchObject({ on: '2026-12-28', countedTo: '2026-12-27' });
  });

  test('C3: the day it was created on is one in California', () => {
    const input = {
      licenceType: 'team',
      products: [{ product: 'Illustrator', quantity: 1, sku: '' }],
      deploymentDate: '',
      purchaseOrderNumber: '',
      requestNumber: '',
    };
    const asked = { programme: 'vip-marketplace', edition: 'adobe-vip.order-7' } as const;
    const codes = (createdOn: string, time: typeof STILL) =>
      authorizationProblems({ ...input, createdOn }, asked, time).map(({ code }) => code);
    expect(codes('2026-12-28', STILL)).toEqual(['day-ahead']);
    expect(codes('2026-12-27', STILL)).toEqual([]);
    // Half past ten in the evening in Honolulu: in California the next day has come.
    expect(codes('2026-12-28', timeIn('Pacific/Honolulu', '2026-12-28T08:30:00Z'))).toEqual([]);
  });

  test('C3: everywhere and in every season it ends with one and the same moment, and the screens agree with the state', () => {
    const zones = fc.constantFrom(
      STOCKHOLM,
      'America/Los_Angeles',
      'America/New_York',
      'Pacific/Honolulu',
      'Pacific/Auckland',
      'Asia/Kolkata',
      'Pacific/Kiritimati',
      'UTC',
    );
    const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2026-01-01', count));
    const minutes = fc.integer({ min: -3 * 1440, max: 3 * 1440 });
    fc.assert(
      fc.property(zones, days, minutes, (zone, createdOn, minute) => {
        const authorization = authorizationWith({ createdOn, days: 7 });
        const last = addDays(createdOn, 7);
        const now = Date.parse(`${addDays(last, 1)}T08:00:00Z`) + minute * 60_000;
        const time = timeIn(zone, new Date(now).toISOString());
        const inCalifornia = timeIn('America/Los_Angeles', new Date(now).toISOString()).today;
        const state = authorizationState(authorization, time);
        expect(state).toBe(inCalifornia > last ? 'expired' : 'pending');
        const [row] = homeRows([authorization], time);
        expect(row?.urgency === 'late').toBe(state === 'expired');
        expect(row?.days).toBe(daysToOrder(authorization, time));
        if (state === 'pending') expect(row?.days).toBeGreaterThanOrEqual(0);
        else expect(row?.days).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('C3: an authorization of an odd day', () => {
  const times = fc.constantFrom(STILL, OVER, timeIn('Pacific/Kiritimati', '2026-12-28T08:00:00Z'));
  const odd = fc.constantFrom(
    '',
    'soon',
    '2026-02-30',
    '0000-00-00',
    '0001-01-01',
    '+010000-01-01',
    '99999-01-01',
    NOTHING_DUE,
    '2026-12-20',
    '9999-12-20',
    '9999-12-23',
    '9999-12-24',
    '9999-12-25',
    '9999-12-30',
  );
  const customer = customerWith({ programme: 'vip-marketplace' });

  test('C3: whatever its day is, its life is shown, and it counts to a day of the calendar', () => {
    fc.assert(
      fc.property(
        odd,
        odd,
        fc.constantFrom(7, 14, 30),
        times,
        (createdOn, statedDue, days, time) => {
          const authorization = authorizationWith({ createdOn, statedDue, days });
          const book = { customer, authorizations: [authorization], orders: [], returns: [] };
          expect([orderDue(authorization), localOrderDue(authorization, time)].every(isDay)).toBe(
            true,
          );
          expect(orderUntil(authorization)).not.toBeNaN();
          expect(daysToOrder(authorization, time)).not.toBeNaN();
          for (const asOf of [time, time.today, '']) {
            authorizationState(authorization, asOf);
            areUsable(authorization, asOf);
            customerRows([customer], [authorization], asOf);
            homeRows([authorization], asOf);
            plansOf(book, asOf);
            historyLines(book, asOf);
          }
          hadExpiredOn(authorization, createdOn);
          suspendedFrom(authorization);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['', ''],
    ['9999-12-25', ''],
    ['soon', ''],
    ['2026-12-20', 'soon'],
  ])(
    'C3: created on "%s" with the last day "%s", it waits and nothing is due of it',
    (createdOn, statedDue) => {
      const authorization = authorizationWith({ createdOn, statedDue, days: 7 });
      expect([
        orderDue(authorization),
        authorizationState(authorization, OVER),
        orderUntil(authorization),
      ]).toEqual([NOTHING_DUE, 'pending', undefined]);
      expect(homeRows([authorization], OVER)).toEqual([]);
      expect(customerRows([customer], [authorization], OVER)).toMatchObject([
        { state: 'pending', dues: [] },
      ]);
    },
  );
});

describe('C4: an order of an authorization that Adobe counts in its own days', () => {
  // Half past ten in the evening of the 27th, and an hour and a half later on the 28th.
  const evening = timeIn('Pacific/Honolulu', '2026-12-28T08:30:00Z');
  const next = timeIn('Pacific/Honolulu', '2026-12-28T10:00:00Z');
  const begun = authorizationWith({ createdOn: '2026-12-28', days: 7 });
  const input = { orderNumber: '77000412', lines: ['a'], skus: {} };
  const told = (orderDate: string, time: typeof STILL, authorization = begun) =>
    whyNotOrdered(authorization, { ...input, orderDate }, time)?.code;

  test('C4: west of Adobe it is of the user’s own day, too, while that is the day before', () => {
    expect(
      ['2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29'].map((day) => told(day, evening)),
    ).toEqual(['order-before-authorization', undefined, undefined, 'day-ahead']);
    expect(told('2026-12-27', next)).toBe('order-before-authorization');
    expect(told('2026-12-27', STILL)).toBe('order-before-authorization');
    // Its day has begun nowhere yet: it is another's mistake.
    expect(told('2026-12-27', timeIn('Pacific/Honolulu', '2026-12-28T07:30:00Z'))).toBe(
      'order-before-authorization',
    );
    const vip = authorizationWith({ createdOn: '2026-12-28', days: 30 });
    expect(told('2026-12-27', evening, vip)).toBe('order-before-authorization');
  });

  test('C4: it is put right to the same days, and keeps the day that it was noted with', () => {
    const order = vipOrderWith({ orderDate: '2026-12-28', authorization: 'authorization-1' });
    const codes = (orderDate: string, time: typeof STILL, noted = order) =>
      orderCorrectionProblems(
        noted,
        { orderDate },
        { customer: customerWith(), authorizations: [begun], orders: [noted], returns: [] },
        time,
      ).map(({ code }) => code);
    expect(codes('2026-12-27', evening)).toEqual([]);
    expect(codes('2026-12-26', evening)).toEqual(['order-before-authorization']);
    expect(codes('2026-12-29', evening)).toEqual(['day-ahead']);
    expect(codes('2026-12-27', next)).toEqual(['order-before-authorization']);
    expect(
      codes('2026-12-27', next, vipOrderWith({ ...order.data, orderDate: '2026-12-27' })),
    ).toEqual([]);
  });

  test('C3: what was done on the user’s own day does not keep it from having been created on Adobe’s', () => {
    const placed = stepOf('ordered', '2026-12-27', {
      line: 'a',
      order: 'order-1',
      orderNumber: '77000412',
    });
    const codes = (createdOn: string, days: 7 | 30) =>
      authorizationCorrectionProblems(
        authorizationWith({ createdOn: '2026-12-26', days, steps: [placed] }),
        { createdOn },
        days === 7 ? evening : next,
      ).map(({ code }) => code);
    expect(codes('2026-12-28', 7)).toEqual([]);
    expect(codes('2026-12-28', 30)).toEqual(['created-after']);
  });

  test('C3: the day it was created on is put right by the days that Adobe counts', () => {
    const codes = (createdOn: string, time: typeof STILL) =>
      authorizationCorrectionProblems(marketplace, { createdOn }, time).map(({ code }) => code);
    expect(codes('2026-12-28', STILL)).toEqual(['day-ahead']);
    expect(codes('2026-12-28', evening)).toEqual([]);
  });

  test('C8: the history and the licences go by the moment, and not by the day', () => {
    const book = {
      customer: customerWith(),
      authorizations: [marketplace],
      orders: [],
      returns: [],
    };
    const seen = (time: typeof STILL) => [
      customerHistory(book, time).map(({ kind }) => kind),
      plansOf(book, time).map(({ authorized }) => authorized),
    ];
    expect(seen(STILL)).toEqual([[], [6]]);
    expect(seen(OVER)).toEqual([['expired'], []]);
  });
});
