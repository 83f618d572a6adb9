import { describe, expect, test } from 'vitest';
import {
  creditNumberOf,
  type CreditOrder,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  amendOrder,
  correctStep,
  draftOrder,
  editOrder,
  missingToOrder,
  recordStep,
  withdrawStep,
  type OrderInput,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import { firstUseOf } from '#programmes/apple-credit/rules/order/order-days.ts';
import { inboxCount, orderState } from '#programmes/apple-credit/rules/order/order-life.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { codeWith, orderWith, recordOf, valueOf } from '#tests/factories/credit.ts';

const doing = doingOn('2026-11-20');
const today = '2026-11-20';
const draft = (input: OrderInput = {}): CreditOrder =>
  recordOf(valueOf(draftOrder('order-1', input, doing)));
const stateOf = (order: CreditOrder, on = today) => orderState(order.data, order.steps, on);
const stepIn = (order: CreditOrder, kind: string): Step =>
  currentSteps(order.steps).find((step) => step.kind === kind)!;

/** Steps of a code, by kind and day. */
const stepsOn = (steps: readonly (readonly [kind: string, on: string])[]): Step[] =>
  steps.map(([kind, on], at) => ({ id: `use-${at}`, kind, on, at, by: 'sara' }));

/** Steps that cannot come before their order. */
const AFTER_AN_ORDER = [
  'validated',
  'rejected',
  'ready',
  'resend-requested',
  'resent',
  'downloaded',
  'redeemed',
  'spent',
  'lost',
] as const;

/** What Apple requires of an order. */
const required = {
  amount: '25000.00',
  institution: 'Nordby kommun',
  purchaserName: 'Sara Lindholm',
  purchaserAppleId: 'innehall@nordby.example',
};

describe('what Apple requires', () => {
  test('A2: anything can be saved as a draft', () => {
    expect(draft({}).data).toMatchObject({ amount: '', currency: 'SEK', owner: 'sara' });
    expect(stateOf(draft({ orderDate: '2026-11-01' }))).toBe('draft');
  });

  test.each(Object.keys(required) as (keyof typeof required)[])(
    'A2: without %s it is not ordered',
    (field) => {
      const order = draft({ ...required, [field]: '' });
      expect(missingToOrder(order.data)).toEqual([field]);
      expect(recordStep(order, { kind: 'ordered', on: today }, doing)).toMatchObject({
        problem: { code: 'required-by-apple', field },
      });
    },
  );

  test('A2: an amount of zero counts as missing', () => {
    expect(missingToOrder(draft({ ...required, amount: '0.00' }).data)).toEqual(['amount']);
  });

  test('A2: the own store asks who bought; Apple and a reseller do not', () => {
    const own = draft({ ...required, channel: 'own-store' });
    expect(recordStep(own, { kind: 'ordered', on: today }, doing)).toMatchObject({
      problem: { code: 'required-by-own-store', field: 'buyerAppleId' },
    });
    for (const channel of ['', 'apple', 'reseller'] as const)
      expect(
        recordStep(draft({ ...required, channel }), { kind: 'ordered', on: today }, doing).ok,
      ).toBe(true);
  });

  test.each<[OrderInput, string, string]>([
    [{ amount: '25 000' }, 'not-an-amount', 'amount'],
    [{ amount: '-5.00' }, 'not-an-amount', 'amount'],
    [{ orderDate: '2026-02-29' }, 'not-a-day', 'orderDate'],
    [{ inboxLink: 'http://inbox.example' }, 'not-an-address', 'inboxLink'],
    [{ inboxLink: 'https://' }, 'not-an-address', 'inboxLink'],
    [{ inboxLink: 'javascript:alert(1)' }, 'not-an-address', 'inboxLink'],
  ])('A2: %o is refused: %s', (input, code, field) => {
    expect(draftOrder('a', input, doing)).toMatchObject({ ok: false, problem: { code, field } });
    expect(editOrder(draft(), input)).toMatchObject({ ok: false, problem: { code, field } });
  });

  test('A2: the credit number is the order number unless another is given; texts lose outer space', () => {
    expect(creditNumberOf(draft({ orderNumber: ' 4500218837 ' }).data)).toBe('4500218837');
    expect(creditNumberOf(draft({ orderNumber: '1', creditNumber: '2' }).data)).toBe('2');
  });
});

describe('steps and their corrections', () => {
  test.each([
    ['2026-02-29', 'not-a-day'],
    ['', 'not-a-day'],
    ['2026-11-21', 'day-in-the-future'],
  ])('A4: a step on %o is refused: %s', (on, code) => {
    expect(recordStep(orderWith(), { kind: 'ready', on }, doing)).toMatchObject({
      problem: { code, field: 'on' },
    });
  });

  test('A4: a correction by a later step moves day 0; the old step stays in the record', () => {
    const order = orderWith([
      ['ordered', '2026-08-28'],
      ['ready', '2026-09-04'],
    ]);
    const input = {
      step: stepIn(order, 'ready').id,
      on: '2026-09-05',
      note: 'Mejl 2',
      reason: 'Fel dag',
    };
    const corrected = recordOf(valueOf(correctStep(order, input, doing)));
    expect(inboxCount(corrected.data, corrected.steps)?.from).toBe('2026-09-05');
    expect(corrected.steps).toHaveLength(3);
    expect(stepIn(corrected, 'ready')).toMatchObject({
      note: 'Mejl 2',
      reason: 'Fel dag',
      on: '2026-09-05',
    });
    const again = recordOf(valueOf(correctStep(corrected, { ...input, on: '2026-09-01' }, doing)));
    expect(inboxCount(again.data, again.steps)?.from).toBe('2026-09-01');
  });

  test('A4: a correction needs a reason, a day and a step that was not taken back', () => {
    const order = orderWith([['ready', '2026-09-04']]);
    const step = stepIn(order, 'ready').id;
    const at = (input: object) =>
      correctStep(order, { step, on: '2026-09-05', reason: 'x', ...input }, doing);
    expect(at({ reason: ' ' })).toMatchObject({
      problem: { code: 'reason-needed', field: 'reason' },
    });
    expect(at({ on: '2026-11-21' })).toMatchObject({
      problem: { code: 'day-in-the-future', field: 'on' },
    });
    expect(at({ step: 'none' })).toMatchObject({ problem: { code: 'step-is-gone' } });
  });

  test('A4: a day that is refused when it is entered is refused when it is corrected, and when the order is moved', () => {
    const order = orderWith(
      [
        ['ordered', '2026-08-28'],
        ['ready', '2026-09-04'],
      ],
      { orderDate: '2026-08-28' },
    );
    const at = (kind: string, on: string) =>
      correctStep(order, { step: stepIn(order, kind).id, on, reason: 'Fel år' }, doing);
    expect(at('ready', '2026-01-01')).toMatchObject({
      problem: { code: 'before-the-order', field: 'on' },
    });
    expect(at('ready', '2026-08-28').ok).toBe(true);
    expect(at('ordered', '2026-09-05')).toMatchObject({
      problem: { code: 'after-what-followed', field: 'on' },
    });
    expect(at('ordered', '2026-09-04').ok).toBe(true);
    for (const known of [order, orderWith([['ready', '2026-09-04']])])
      expect(
        amendOrder(known, { orderDate: '2026-11-10' }, 'Orderdatum ändrat', doing),
      ).toMatchObject({
        problem: { code: 'after-what-followed', field: 'orderDate' },
      });
  });

  test('A4: the note of a step can be corrected whatever its day', () => {
    const ready = orderWith([['ready', '2026-11-02']]);
    const ordered: Step = { id: 'ordered', kind: 'ordered', on: '2026-11-10', at: 9, by: 'sara' };
    const order = { ...ready, steps: [...ready.steps, ordered] };
    const input = {
      step: stepIn(order, 'ready').id,
      on: '2026-11-02',
      note: 'Mejl 2',
      reason: 'x',
    };
    expect(correctStep(order, input, doing).ok).toBe(true);
  });

  test('A4: a step taken back brings the state before it, and can be written again', () => {
    const order = orderWith([
      ['ordered', '2026-08-28'],
      ['ready', '2026-09-04'],
      ['downloaded', '2026-10-12'],
    ]);
    const step = stepIn(order, 'downloaded').id;
    expect(withdrawStep(order, { step, reason: '' }, doing)).toMatchObject({
      problem: { code: 'reason-needed' },
    });
    const back = recordOf(valueOf(withdrawStep(order, { step, reason: 'Fel order' }, doing)));
    expect(stateOf(back)).toBe('ready');
    expect(withdrawStep(back, { step, reason: 'x' }, doing)).toMatchObject({
      problem: { code: 'step-is-gone' },
    });
    expect(
      stateOf(recordOf(valueOf(recordStep(back, { kind: 'downloaded', on: today }, doing)))),
    ).toBe('downloaded');
  });

  test('A4: a correction made on a device whose clock is behind still holds', () => {
    const order = orderWith([
      ['ordered', '2026-08-28'],
      ['ready', '2026-09-04'],
    ]);
    const slow = { ...doing, now: 5 };
    const input = { step: stepIn(order, 'ready').id, on: '2026-09-09', reason: 'Fel dag' };
    const corrected = recordOf(valueOf(correctStep(order, input, slow)));
    expect(inboxCount(corrected.data, corrected.steps)?.from).toBe('2026-09-09');
    const back = recordOf(
      valueOf(withdrawStep(corrected, { step: input.step, reason: 'x' }, slow)),
    );
    expect(stateOf(back)).toBe('ordered');
  });

  test('A4: ordered on another day than the draft said: the order has that day', () => {
    const order = draft({ ...required, orderDate: '2028-02-28' });
    const doing = doingOn('2028-02-29');
    const ordered = recordOf(
      valueOf(recordStep(order, { kind: 'ordered', on: '2028-02-29' }, doing)),
    );
    expect(ordered.data.orderDate).toBe('2028-02-29');
    expect(inboxCount(ordered.data, ordered.steps)).toMatchObject({
      from: '2028-02-29',
      lastDay: '2028-05-29',
    });
  });

  test('A4: an order is ordered once, and not after what followed', () => {
    const once = orderWith([['ordered', '2026-08-28']]);
    expect(recordStep(once, { kind: 'ordered', on: '2026-08-20' }, doing)).toMatchObject({
      problem: { code: 'already-ordered' },
    });
    const arrived = orderWith([['ready', '2026-09-04']]);
    expect(recordStep(arrived, { kind: 'ordered', on: '2026-09-05' }, doing)).toMatchObject({
      problem: { code: 'after-what-followed', field: 'on' },
    });
    expect(recordStep(arrived, { kind: 'ordered', on: '2026-09-04' }, doing).ok).toBe(true);
  });

  test('A4: no step that follows an order is before the order date, whether or not a step says that it was ordered', () => {
    const imported = orderWith([['downloaded', '2026-09-10']], { orderDate: '2026-08-28' });
    for (const kind of AFTER_AN_ORDER) {
      expect(recordStep(imported, { kind, on: '2026-08-27' }, doing)).toMatchObject({
        problem: { code: 'before-the-order', field: 'on', params: { orderedOn: '2026-08-28' } },
      });
      expect(recordStep(imported, { kind, on: '2026-08-28' }, doing).ok).toBe(true);
    }
  });

  test.each([
    ['handed out', [['handed-out', '2026-09-10']], '2026-09-11', 'after-code-was-used'],
    ['redeemed', [['redeemed', '2026-09-12']], '2026-09-13', 'after-code-was-used'],
    ['redeemed on that day', [['redeemed', '2026-09-12']], '2026-09-12', undefined],
    ['looked at alone', [['revealed', '2026-09-01']], '2026-09-13', undefined],
  ] as const)(
    'A4: an order is not moved past the first day one of its codes was used: %s',
    (_, steps, day, code) => {
      const firstUse = firstUseOf([codeWith(), codeWith(stepsOn(steps), 2)]);
      const order = orderWith([['ordered', '2026-08-28']], { orderDate: '2026-08-28' });
      const amended = amendOrder(order, { orderDate: day }, 'Orderdatum ändrat', doing, firstUse);
      expect(amended.ok ? undefined : amended.problem).toEqual(
        code && { code, field: 'orderDate' },
      );
      const step = { step: stepIn(order, 'ordered').id, on: day, reason: 'Fel dag' };
      const corrected = correctStep(order, step, doing, firstUse);
      expect(corrected.ok ? undefined : corrected.problem).toEqual(code && { code, field: 'on' });
    },
  );

  test('A9: an answer to a resend is not dated before the request', () => {
    const order = orderWith([
      ['ready', '2026-05-01'],
      ['resend-requested', '2026-11-10'],
    ]);
    expect(recordStep(order, { kind: 'resent', on: '2026-11-09' }, doing)).toMatchObject({
      problem: { code: 'before-the-request', field: 'on' },
    });
    expect(recordStep(order, { kind: 'resent', on: '2026-11-10' }, doing).ok).toBe(true);
  });

  test('A4: of two steps of one day the first stays the first when its note is corrected', () => {
    const order = orderWith([
      ['ready', '2026-05-01'],
      ['resend-requested', '2026-11-20'],
      ['resent', '2026-11-20'],
    ]);
    const input = {
      step: stepIn(order, 'resend-requested').id,
      on: '2026-11-20',
      note: 'Ärende 7',
      reason: 'x',
    };
    const noted = recordOf(valueOf(correctStep(order, input, doing)));
    expect(currentSteps(noted.steps).map(({ kind }) => kind)).toEqual([
      'ready',
      'resend-requested',
      'resent',
    ]);
    expect(stateOf(noted)).toBe('ready');
  });

  test('A4: order date and ordered step never tell two days', () => {
    const order = orderWith([['ordered', '2026-08-28']], { orderDate: '2026-08-28' });
    const amended = recordOf(
      valueOf(amendOrder(order, { orderDate: '2026-08-30' }, 'Orderdatum ändrat', doing)),
    );
    expect(stepIn(amended, 'ordered')).toMatchObject({
      on: '2026-08-30',
      reason: 'Orderdatum ändrat',
    });
    const input = { step: stepIn(order, 'ordered').id, on: '2026-08-25', reason: 'x' };
    expect(valueOf(correctStep(order, input, doing)).data.orderDate).toBe('2026-08-25');
    expect(valueOf(amendOrder(order, { amount: '1.00' }, 'x', doing)).steps).toEqual(order.steps);
  });

  test('A4: a redeemed order is not cancelled, lost or rejected any more', () => {
    const order = orderWith([['redeemed', '2026-10-12']]);
    for (const kind of ['cancelled', 'lost', 'rejected'] as const)
      expect(recordStep(order, { kind, on: today }, doing)).toMatchObject({
        problem: { code: 'already-redeemed' },
      });
  });

  test('A4: redeemed on one device and cancelled on another is redeemed', () => {
    const redeemed = orderWith([['redeemed', '2026-10-12']]);
    const cancelled = orderWith([['cancelled', '2026-10-13']]);
    const other = cancelled.steps.map((step) => ({ ...step, id: `other-${step.id}` }));
    expect(stateOf({ ...redeemed, steps: [...redeemed.steps, ...other] })).toBe('redeemed');
  });

  test('A4: what was lost is found when a later step has it in hand', () => {
    const lost = [
      ['ready', '2026-09-04'],
      ['downloaded', '2026-09-10'],
      ['lost', '2026-10-01'],
    ] as const;
    expect(stateOf(orderWith(lost))).toBe('lost');
    expect(stateOf(orderWith([...lost, ['resend-requested', '2026-10-02']]))).toBe(
      'resend-requested',
    );
    expect(
      stateOf(orderWith([...lost, ['resend-requested', '2026-10-02'], ['resent', '2026-10-05']])),
    ).toBe('ready');
    expect(stateOf(orderWith([...lost, ['downloaded', '2026-10-03']]))).toBe('downloaded');
  });

  test('A4: downloaded after asking for a resend needs no resend', () => {
    const order = orderWith([
      ['ready', '2026-05-01'],
      ['resend-requested', '2026-09-01'],
      ['downloaded', '2026-09-02'],
    ]);
    expect(stateOf(order)).toBe('downloaded');
  });
});
