import { describe, expect, test } from 'vitest';
import {
  groupOrders,
  orderRow,
  unredeemed,
} from '#programmes/apple-credit/rules/order/credit-summary.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  comeBack,
  giveBack,
  leaveFor,
  takenOver,
  takeOver,
} from '#programmes/apple-credit/rules/order/join-orders.ts';
import { lookupIn } from '#programmes/apple-credit/import/match/lookup.ts';
import type { Known } from '#programmes/apple-credit/import/plan/planned.ts';
import {
  lettersFor,
  toResend,
  waitingForResend,
} from '#programmes/apple-credit/rules/resend/resend.ts';
import {
  askAgain,
  meeting,
  sayTwoOrders,
} from '#programmes/apple-credit/rules/order/same-order.ts';
import { NEEDS_A_HAND } from '#core/day/day.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import { currentSteps } from '#core/record/step.ts';
import { stored } from '#data/records/envelope.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';
import { meetingOrders } from '#tests/factories/meeting-orders.ts';

const TODAY = '2026-11-20';
const doing = doingOn(TODAY);
/** Typed by hand on 1 October and on 2 October 2026: the ids say so. */
const TYPED = '0199a123-0000-7000-8000-000000000001';
const LATER = '019a0000-0000-7000-8000-000000000002';
/** From a sheet: a keyed id, which tells nothing. */
const KEYED = 'b'.repeat(32);

const typed = (input: Parameters<typeof orderWith>[1] = {}, id = TYPED) =>
  orderWith([['ordered', '2026-09-01']], input, id);
const imported = (input: Parameters<typeof orderWith>[1] = {}) =>
  orderWith(
    [
      ['ordered', '2026-09-01'],
      ['ready', '2026-09-04'],
      ['downloaded', '2026-09-10'],
    ],
    input,
    KEYED,
  );
const metBy = (...orders: readonly CreditOrder[]) => [...meetingOrders(orders)];
const withMeeting = (order: CreditOrder, older: string): CreditOrder => ({
  ...order,
  data: meeting(order.data, older),
});

describe('A5: two orders that may be one', () => {
  test('A5: of a typed order and the same from a sheet the younger asks, in whatever order they are met', () => {
    expect(metBy(typed(), imported())).toEqual([[KEYED, TYPED]]);
    expect(metBy(imported(), typed())).toEqual([[KEYED, TYPED]]);
  });

  test('A5: an order from a sheet is older where it was written before the other was typed', () => {
    const early = imported();
    const steps = early.steps.map((step) => ({ ...step, at: Date.UTC(2025, 0, 1) }));
    expect(metBy({ ...early, steps }, typed())).toEqual([[TYPED, KEYED]]);
  });

  test('A5: the number is compared as imports do, and the purchaser without regard to letters', () => {
    const like = imported({
      orderNumber: '4500-218837',
      purchaserAppleId: 'Innehall@Nordby.example',
    });
    expect(metBy(typed(), like)).toEqual([[KEYED, TYPED]]);
    expect(metBy(typed(), imported({ orderNumber: '4500218838' }))).toEqual([]);
    expect(metBy(typed(), imported({ purchaserAppleId: 'annan@nordby.example' }))).toEqual([]);
  });

  test('A5: without a number nothing meets', () => {
    expect(metBy(typed({ orderNumber: '' }), imported({ orderNumber: '' }))).toEqual([]);
  });

  test('A5: three orders of one number each ask about the oldest', () => {
    expect(metBy(imported(), typed(), typed({}, LATER)).toSorted()).toEqual([
      [LATER, TYPED],
      [KEYED, TYPED],
    ]);
  });

  test('A5: two that someone called two are never asked about again, and a third still is', () => {
    const asked = withMeeting(imported(), TYPED);
    const two = { ...imported(), ...valueOf(sayTwoOrders(asked, TYPED, doing)) } as CreditOrder;
    expect(two.data.meets).toBeUndefined();
    expect(metBy(typed(), two)).toEqual([]);
    expect(metBy(typed(), two, typed({}, LATER)).toSorted()).toEqual(
      [
        [LATER, TYPED],
        [KEYED, LATER],
      ].toSorted(),
    );
    const again = {
      ...two,
      ...valueOf(askAgain(two, { older: TYPED, reason: 'fel' }, doing)),
    } as CreditOrder;
    expect(again.data.meets).toBe(TYPED);
    expect(metBy(typed(), again)).toEqual([[KEYED, TYPED]]);
  });
});

describe('A5: until it is answered only one of them counts', () => {
  test('A5: the younger has one line on home, which asks, and is not counted as unredeemed', () => {
    const [older, younger] = [
      typed(),
      withMeeting(orderWith([['ordered', '2026-09-01']], {}, LATER), TYPED),
    ];
    const rows = homeRows([older, younger], TODAY);
    expect(rows.map(({ record, action }) => [record.id, action])).toEqual([
      [LATER, 'answer-whether-one-order'],
      [TYPED, 'download-credit'],
    ]);
    expect(rows[0]?.days).toBeUndefined();
    expect(stored(younger, younger, doing).dueOn).toBe(NEEDS_A_HAND);
    expect(unredeemed(groupOrders([older, younger], TODAY))).toMatchObject([
      { amount: '25000.00', orders: 1 },
    ]);
  });
});

describe('A5, A8, A9: of two orders that may be one only the older counts', () => {
  const expired = (id: string, more: Parameters<typeof orderWith>[0] = []) =>
    orderWith([['ordered', '2026-05-01'], ['ready', '2026-05-14'], ...more], {}, id);
  const both = (more: Parameters<typeof orderWith>[0] = []) => [
    expired(TYPED, more),
    withMeeting(expired(KEYED, more), TYPED),
  ];
  const ids = (orders: readonly CreditOrder[]) => orders.map(({ id }) => id);

  test('A8, A9: the younger is not asked for again, or one number would go out twice', () => {
    expect(ids(toResend(both(), TODAY))).toEqual([TYPED]);
    expect(lettersFor(toResend(both(), TODAY)).flatMap(({ credits }) => credits)).toHaveLength(1);
  });

  test('A9: nor is it waited for', () => {
    expect(ids(waitingForResend(both([['resend-requested', '2026-08-20']]), TODAY))).toEqual([
      TYPED,
    ]);
  });

  test('A5: nor late or soon in the list', () => {
    expect(both().map((order) => orderRow(order, TODAY).urgency)).toEqual(['late', 'calm']);
  });

  test('A5: a row of a sheet goes to the older, and nobody is asked which', () => {
    const lookup = lookupIn({
      orders: both(),
      batches: [],
      codes: new Map(),
      runs: [],
      strange: { ids: new Set(), numbers: new Set() },
    } as unknown as Known);
    expect(ids(lookup.ordersNumbered('4500218837'))).toEqual([TYPED]);
  });
});

describe('A5: two orders become one', () => {
  test('A5: the older keeps what it knows and takes over what it lacks, with the steps', () => {
    const older = typed({ institution: 'Nordby', purchaseOrderNumber: '' });
    const younger = imported({ institution: 'Nordby kommun', purchaseOrderNumber: 'PO-7' });
    const joined = takeOver(older, younger);
    expect(joined.data).toMatchObject({ institution: 'Nordby', purchaseOrderNumber: 'PO-7' });
    expect(currentSteps(joined.steps ?? []).map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'ordered 2026-09-01',
      'ready 2026-09-04',
      'downloaded 2026-09-10',
    ]);
  });

  test('A5: taken over twice, or on two devices at once, it is the same', () => {
    const [older, younger] = [typed(), imported()];
    const once = { ...older, ...takeOver(older, younger) } as CreditOrder;
    expect(takeOver(once, younger)).toEqual(once);
    expect(takeOver(older, younger)).toEqual(takeOver(older, younger));
  });

  test('A5: the younger goes to the trash and names the order that it is; what is gone meanwhile is refused', () => {
    const younger = withMeeting(imported(), TYPED);
    const left = valueOf(leaveFor(younger, TYPED, doing));
    expect(left).toMatchObject({ trashedOn: TODAY, data: { joinedTo: TYPED } });
    expect(left.data.meets).toBeUndefined();
    expect(leaveFor(imported(), TYPED, doing)).toMatchObject({
      ok: false,
      problem: { code: 'question-is-gone' },
    });
  });

  test('A5: taken back, each has its own again, and what was written since stays', () => {
    const [older, younger] = [
      typed({ purchaseOrderNumber: '' }),
      imported({ purchaseOrderNumber: 'PO-7' }),
    ];
    const taken = takenOver(older, younger);
    const joined = { ...older, ...takeOver(older, younger) } as CreditOrder;
    const back = { ...joined, ...giveBack(joined, taken, 'ångrat', doing) } as CreditOrder;
    expect(back.data.purchaseOrderNumber).toBe('');
    expect(currentSteps(back.steps).map(({ kind }) => kind)).toEqual(['ordered']);
    const since = { ...joined, data: { ...joined.data, purchaseOrderNumber: 'PO-8' } };
    expect(giveBack(since, taken, 'ångrat', doing).data.purchaseOrderNumber).toBe('PO-8');
    // Joined once more after that, the steps come again.
    const again = { ...back, ...takeOver(back, younger) } as CreditOrder;
    expect(currentSteps(again.steps).map(({ kind }) => kind)).toEqual([
      'ordered',
      'ready',
      'downloaded',
    ]);
    const left = {
      ...younger,
      ...valueOf(leaveFor(withMeeting(younger, TYPED), TYPED, doing)),
    } as CreditOrder;
    expect(valueOf(comeBack(left, TYPED))).toMatchObject({ trashedOn: '', data: { meets: TYPED } });
  });
});
