import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesLeft, orderReturned } from '#programmes/adobe-vip/rules/order/order-lines-left.ts';
import { plansOf, type Plan } from '#programmes/adobe-vip/rules/plan/plans.ts';
import {
  askReturn,
  denyReturn,
  grantReturn,
  reopenReturn,
  takeDenialBack,
  whyNotAsked,
  type Returning,
} from '#programmes/adobe-vip/rules/return/return-commands.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import {
  returnDeadlines,
  returnState,
} from '#programmes/adobe-vip/rules/return/return-deadlines.ts';
import { returnPartOn } from '#programmes/adobe-vip/rules/return/return-part.ts';
import {
  takeChangeBack,
  takeStepsBack,
} from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { valueOf } from '#tests/factories/credit.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';

const doing = doingOn();
const NINE = Date.UTC(2026, 10, 20, 8);
const plan = (owned: number, assigned: number): Plan => ({
  key: 'illustrator|team',
  product: 'Illustrator',
  licenceType: 'team',
  sku: '',
  owned,
  assigned,
  free: Math.max(0, owned - assigned),
  authorized: 0,
});
const four = vipOrderWith({ orderDate: '2026-11-09' });
const three = vipOrderWith({ orderDate: '2026-11-12', lines: { b: orderLine(3) } }, 'order-2');
const returning = (given: Partial<Returning> = {}): Returning => ({
  customerName: 'Tryckhuset Linden',
  programme: 'vip',
  part: 'line',
  committedMinimum: 0,
  owner: 'sara',
  book: { orders: [four, three], returns: [] },
  plans: [plan(17, 10)],
  ...given,
});
type Take = readonly [order: string, line: string, quantity: number];
const takes = (...all: readonly Take[]) => ({
  takes: all.map(([order, line, quantity]) => ({ order, line, quantity })),
  consumableUsed: false,
});
const whole = takes(['order-1', 'a', 4]);
const refusalOf = (
  input: ReturnType<typeof takes>,
  given: Partial<Returning> = {},
  today = '2026-11-20',
) => whyNotAsked(input, returning(given), today).refusal;
const marketplace = { programme: 'vip-marketplace', part: 'quantity' } as const;
const granted = [stepOf('return-granted', '2026-11-20')];

describe('asking for a return', () => {
  test('C6: the draft waits for an answer, and says when to ask about it', () => {
    const answer = askReturn(whole, returning(), doing);
    expect(answer).toMatchObject({
      ok: true,
      value: [
        {
          kind: 'return-authorization',
          programme: 'adobe-vip',
          parent: 'customer-1',
          data: {
            customerName: 'Tryckhuset Linden',
            order: 'order-1',
            lines: { a: 4 },
            owner: 'sara',
          },
          steps: [{ kind: 'return-asked', on: '2026-11-20' }],
        },
      ],
    });
    const request = {
      ...returnWith(),
      ...(answer.ok ? answer.value[0] : {}),
    } as ReturnAuthorization;
    expect(returnState(request)).toBe('asked');
    expect(returnDeadlines(request)).toMatchObject([
      { on: '2026-11-27', action: 'ask-about-return' },
    ]);
  });

  test('C6: one that was asked for in time may be noted late; its own day counts', () => {
    const late = { ...doingOn('2026-11-27') };
    const asked = (askedOn: string) => askReturn({ ...whole, askedOn }, returning(), late);
    expect(askReturn(whole, returning(), late)).toMatchObject({
      problem: { code: 'return-window-closed' },
    });
    expect(asked('2026-11-23')).toMatchObject({
      ok: true,
      value: [{ steps: [{ kind: 'return-asked', on: '2026-11-23' }] }],
    });
    expect(asked('2026-11-24')).toMatchObject({ problem: { code: 'return-window-closed' } });
    expect(asked('2026-11-28')).toMatchObject({ problem: { code: 'day-ahead', field: 'askedOn' } });
    expect(asked('')).toMatchObject({ problem: { code: 'day-needed', field: 'askedOn' } });
  });

  test('C6: nothing goes back before it was ordered: the day is refused at its field, with the day of the order', () => {
    const on = (askedOn: string) =>
      whyNotAsked({ ...whole, askedOn }, returning(), '2026-11-20').refusal;
    expect(on('2026-11-08')).toEqual({
      code: 'return-before-order',
      field: 'askedOn',
      params: { orderDate: '2026-11-09' },
    });
    expect(on('2026-11-09')).toBeUndefined();
    // The youngest of several orders decides.
    const both = { ...takes(['order-1', 'a', 4], ['order-2', 'b', 3]), askedOn: '2026-11-11' };
    expect(whyNotAsked(both, returning(), '2026-11-20').refusal?.params).toEqual({
      orderDate: '2026-11-12',
    });
  });

  test('C6: what several orders make up is asked of each of them', () => {
    const answer = askReturn(takes(['order-2', 'b', 3], ['order-1', 'a', 4]), returning(), doing);
    expect(answer.ok && answer.value.map(({ data }) => [data.order, data.lines])).toEqual([
      ['order-1', { a: 4 }],
      ['order-2', { b: 3 }],
    ]);
    expect(answer.ok && new Set(answer.value.map(({ id }) => id)).size).toBe(2);
  });

  test.each([
    ['2026-11-23', undefined],
    ['2026-11-24', 'return-window-closed'],
  ])('C6: rule 18: ordered on 9 November, asked on %s: %s', (today, code) => {
    expect(refusalOf(whole, {}, today)?.code).toBe(code);
  });

  test('C6: rule 18: one line whose window has closed stops the whole', () => {
    const both = takes(['order-2', 'b', 3], ['order-1', 'a', 4]);
    expect(refusalOf(both, {}, '2026-11-24')).toMatchObject({ params: { lastDay: '2026-11-23' } });
    expect(refusalOf(takes(['order-2', 'b', 3]), {}, '2026-11-24')).toBeUndefined();
  });

  test('C6: rule 19: what waits for an answer cannot be asked for twice, what was denied can', () => {
    const book = {
      orders: [vipOrderWith({ lines: { a: orderLine(70) } })],
      returns: [returnWith({ lines: { a: 15 } })],
    };
    const given = { ...marketplace, book, plans: [plan(70, 0)] };
    expect(refusalOf(takes(['order-1', 'a', 60]), given)).toMatchObject({
      code: 'return-exceeds-remaining',
      params: { remaining: 55 },
    });
    expect(refusalOf(takes(['order-1', 'a', 55]), given)).toBeUndefined();
    const denied = {
      ...book,
      returns: [returnWith({ lines: { a: 15 } }, [stepOf('return-denied', '2026-11-20')])],
    };
    expect(refusalOf(takes(['order-1', 'a', 60]), { ...given, book: denied })).toBeUndefined();
  });

  test('C6: rule 19: a line that is not there has nothing left', () => {
    expect(refusalOf(takes(['order-1', 'z', 1]))).toMatchObject({
      code: 'return-exceeds-remaining',
    });
    expect(refusalOf(takes(['gone', 'a', 1]))).toMatchObject({ code: 'return-exceeds-remaining' });
    expect(refusalOf(takes())).toMatchObject({ code: 'quantity-not-whole' });
  });

  test.each([
    ['2026-08-12', 'return-whole-lines-only'],
    ['2026-08-13', undefined],
  ])('C6: rule 20: three of five in the Marketplace on %s: %s', (today, code) => {
    const orders = [vipOrderWith({ orderDate: '2026-08-05', lines: { a: orderLine(5) } })];
    const { part } = returnPartOn(today, 'vip-marketplace');
    const given = {
      programme: 'vip-marketplace',
      part,
      book: { orders, returns: [] },
      plans: [plan(5, 0)],
    } as const;
    expect(refusalOf(takes(['order-1', 'a', 3]), given, today)?.code).toBe(code);
  });

  test('C6: rule 22: a commitment to ten holds over all lines together', () => {
    const given = { ...marketplace, committedMinimum: 10, plans: [plan(14, 0)] };
    expect(refusalOf(takes(['order-1', 'a', 2], ['order-2', 'b', 2]), given)).toBeUndefined();
    expect(refusalOf(takes(['order-1', 'a', 2], ['order-2', 'b', 3]), given)).toMatchObject({
      code: 'below-commitment',
      params: { minimum: 10 },
    });
    const waiting = { orders: [four, three], returns: [returnWith({ lines: { a: 1 } })] };
    expect(refusalOf(takes(['order-1', 'a', 3]), { ...given, book: waiting })).toBeUndefined();
    expect(
      refusalOf(takes(['order-1', 'a', 3], ['order-2', 'b', 1]), { ...given, book: waiting })?.code,
    ).toBe('below-commitment');
  });

  test('C6: rule 23: used consumables stay, and no part of a line of them goes back', () => {
    const orders = [vipOrderWith({ lines: { a: orderLine(5, { sku: '65297600CAT1A12' }) } })];
    const given = { ...marketplace, book: { orders, returns: [] } };
    const all = takes(['order-1', 'a', 5]);
    expect(refusalOf(all, given)).toBeUndefined();
    expect(refusalOf({ ...all, consumableUsed: true }, given)?.code).toBe('consumable-used');
    expect(refusalOf({ ...whole, consumableUsed: true })).toBeUndefined();
    expect(refusalOf(takes(['order-1', 'a', 3]), given)?.code).toBe('return-whole-lines-only');
  });

  test('C6: users who would have no licence: VIP warns, the Marketplace refuses', () => {
    const plans = [plan(17, 14)];
    const checked = whyNotAsked(whole, returning({ plans }), '2026-11-20');
    expect(checked).toEqual({ warnings: [{ code: 'unassign-first', params: { users: 1 } }] });
    expect(refusalOf(whole, { plans, programme: 'vip-marketplace' })).toMatchObject({
      params: { users: 1 },
    });
    const waiting = {
      orders: [four, three],
      returns: [returnWith({ order: 'order-2', lines: { b: 3 } })],
    };
    expect(
      whyNotAsked(whole, returning({ plans, book: waiting }), '2026-11-20').warnings,
    ).toMatchObject([{ params: { users: 4 } }]);
  });
});

describe('Adobe’s own number of a return', () => {
  const asked = (reference: string, ...all: readonly Take[]) => {
    const answer = askReturn({ ...takes(...all), reference }, returning(), doing);
    return answer.ok ? answer.value.map(({ data }) => data.reference) : answer.problem.code;
  };
  const grant = (request: ReturnAuthorization, reference?: string) => {
    const answer = grantReturn(request, doing, reference);
    if (!answer.ok) throw new Error(answer.problem.code);
    return { ...request, ...answer.value } as ReturnAuthorization;
  };

  test('C6: it is kept when it is known already, of one order: Adobe numbers order by order', () => {
    expect(asked(' RMA  4471 ', ['order-1', 'a', 4])).toEqual(['RMA 4471']);
    expect(asked('RMA 4471', ['order-1', 'a', 4], ['order-2', 'b', 3])).toEqual(['', '']);
  });

  test.each([
    ['', 'RMA 4471', 'RMA 4471'],
    ['', '  ', ''],
    ['RMA 1', undefined, 'RMA 1'],
    ['RMA 1', 'RMA 2', 'RMA 2'],
  ])('C6: asked with %j and granted with %j it is %j', (first, second, kept) => {
    expect(grant(returnWith({ reference: first }), second).data.reference).toBe(kept);
  });

  test.each([
    ['RMA 2', 'RMA 1'],
    ['RMA 3', 'RMA 3'],
  ])(
    'C6: granted as RMA 2 and taken back while it is %s, it is %s again and waits for an answer',
    (now, then) => {
      const before = returnWith({ reference: 'RMA 1' });
      const after = grant(before, 'RMA 2');
      const since = { ...after, data: { ...after.data, reference: now } };
      const back = takeChangeBack(since, { before, after }, doing);
      if (!back.ok) throw new Error(back.problem.code);
      expect(back.value.data.reference).toBe(then);
      expect(returnState({ ...since, ...back.value } as ReturnAuthorization)).toBe('asked');
      const twice = { ...since, ...back.value } as ReturnAuthorization;
      expect(takeChangeBack(twice, { before, after }, doing)).toMatchObject({
        problem: { code: 'changed-since' },
      });
    },
  );
});

describe('what became of a return', () => {
  test('C6: granted or denied once, until that is taken back', () => {
    for (const answer of [grantReturn, denyReturn]) {
      const answered = answer(returnWith(), doing);
      if (!answered.ok) throw new Error(answered.problem.code);
      const request = { ...returnWith(), ...answered.value } as ReturnAuthorization;
      expect(returnState(request)).toBe(answer === grantReturn ? 'granted' : 'denied');
      expect(grantReturn(request, doing)).toMatchObject({ problem: { code: 'changed-since' } });
      expect(denyReturn(request, doing)).toMatchObject({ problem: { code: 'changed-since' } });
      const back = takeStepsBack(request, ({ kind }) => kind !== 'return-asked', doing);
      expect(back.ok && returnState({ ...request, ...back.value } as ReturnAuthorization)).toBe(
        'asked',
      );
    }
  });

  test.each(['return-granted', 'return-denied'])(
    'C6: %s by mistake is taken back, and waits again',
    (kind) => {
      const request = returnWith({}, [stepOf(kind, '2026-11-20')]);
      const back = reopenReturn(request, { orders: [four], returns: [request] }, doing);
      expect(back.ok && returnState({ ...request, ...back.value } as ReturnAuthorization)).toBe(
        'asked',
      );
      const waiting = returnWith();
      expect(reopenReturn(waiting, { orders: [four], returns: [waiting] }, doing)).toMatchObject({
        problem: { code: 'changed-since' },
      });
    },
  );

  test('C6: one that was denied stays so once the same licences are asked back again', () => {
    const request = returnWith({}, [stepOf('return-denied', '2026-11-20')]);
    const again = { ...returnWith({ lines: { a: 2 } }), id: 'return-2' };
    expect(
      reopenReturn(request, { orders: [four], returns: [request, again] }, doing),
    ).toMatchObject({
      problem: { code: 'asked-again' },
    });
  });

  test('C6: one that was denied stays so once its order is dated after it, until that day is put right', () => {
    const request = returnWith({}, [stepOf('return-denied', '2026-11-21')]);
    const answer = (orderDate: string, returned = request) =>
      reopenReturn(returned, { orders: [vipOrderWith({ orderDate })], returns: [returned] }, doing);
    expect(answer('2026-11-21')).toMatchObject({
      problem: {
        code: 'return-before-order',
        params: { orderDate: '2026-11-21', askedOn: '2026-11-20' },
      },
    });
    expect(answer('2026-11-20').ok).toBe(true);
    // A granted one is dated before its order whether or not the answer counts.
    expect(answer('2026-11-21', returnWith({}, granted)).ok).toBe(true);
  });

  test('C6: one that was denied stays so while its order is in the trash', () => {
    const request = returnWith({}, [stepOf('return-denied', '2026-11-20')]);
    expect(reopenReturn(request, { orders: [], returns: [request] }, doing)).toMatchObject({
      problem: { code: 'return-without-order' },
    });
    // A list may have brought it without any.
    const alone = returnWith({ order: '' }, [stepOf('return-denied', '2026-11-20')]);
    expect(reopenReturn(alone, { orders: [], returns: [alone] }, doing).ok).toBe(true);
  });

  test('C6, X12: a denial is not undone into a return before its order, nor of what was asked back again', () => {
    const before = returnWith();
    const after = { ...before, ...valueOf(denyReturn(before, doing)) } as ReturnAuthorization;
    const again = { ...returnWith({ lines: { a: 2 } }), id: 'return-2' };
    const was = { orders: [four], returns: [before] };
    const undone = (now: typeof was, found = was) => {
      const back = takeDenialBack(after, { before, after }, { was: found, now }, doing);
      return back.ok
        ? returnState({ ...after, ...back.value } as ReturnAuthorization)
        : back.problem.code;
    };
    const moved = { ...was, orders: [vipOrderWith({ orderDate: '2026-11-21' })] };
    const asked = { ...was, returns: [after, again] };
    expect([was, moved, asked].map((now) => undone(now))).toEqual([
      'asked',
      'return-before-order',
      'asked-again',
    ]);
    // What was so when it was denied may be so again.
    expect([undone(moved, moved), undone(asked, asked)]).toEqual(['asked', 'asked']);
  });

  test('C7: a grant that was taken back and restored takes its licences once, before any later count', () => {
    const at = NINE + 5;
    const line = {
      product: 'Illustrator',
      licenceType: 'team',
      sku: '',
      owned: 3,
      on: '2026-11-20',
      at,
    } as const;
    const customer = customerWith({ plans: { 'illustrator|team': line } });
    const request = returnWith({ lines: { a: 2 } }, [stepOf('return-granted', '2026-11-20')]);
    const owned = (returned: ReturnAuthorization) =>
      plansOf(
        { customer, authorizations: [], orders: [four], returns: [returned] },
        '2026-11-20',
      )[0]?.owned;
    const reopened = {
      ...request,
      ...valueOf(reopenReturn(request, { orders: [four], returns: [request] }, doing)),
    };
    const changed = { before: request, after: reopened } as never;
    const again = {
      ...request,
      ...valueOf(takeChangeBack(reopened as ReturnAuthorization, changed, doing)),
    };
    expect([request, again].map((returned) => owned(returned as ReturnAuthorization))).toEqual([
      3, 3,
    ]);
  });

  test('C6: a line that two devices named is returned by either name', () => {
    const twins = { a: orderLine(5, { authorizationLine: 'a' }), 'line-001': orderLine(5) };
    const order = vipOrderWith({ authorization: 'authorization-1', lines: twins });
    const line = { product: 'Illustrator', quantity: 5, sku: '' };
    const placed = stepOf('ordered', '2026-11-20', {
      line: 'a',
      order: 'order-1',
      orderNumber: '7700',
    });
    const authorizations = [authorizationWith({ lines: { a: line }, steps: [placed] })];
    const left = ['a', 'line-001'].map((name) => {
      const returns = [returnWith({ lines: { [name]: 5 } }, granted)];
      return plansOf(
        { customer: customerWith(), authorizations, orders: [order], returns },
        '2026-11-20',
      ).length;
    });
    expect(left).toEqual([0, 0]);
    const denied = returnWith({ lines: { 'line-001': 5 } }, [
      stepOf('return-denied', '2026-11-20'),
    ]);
    const again = { ...returnWith({ lines: { a: 5 } }), id: 'return-2' };
    expect(
      reopenReturn(denied, { orders: [order], returns: [denied, again] }, doing),
    ).toMatchObject({
      problem: { code: 'asked-again' },
    });
  });

  test('C6: rule 24: an order is returned in part, then in full', () => {
    const order = vipOrderWith({ lines: { a: orderLine(4), b: orderLine(2) } });
    expect(orderReturned(order, [returnWith({ lines: { a: 4, b: 2 } })])).toBe('none');
    const part = returnWith({ lines: { a: 4 } }, granted);
    expect(orderReturned(order, [part])).toBe('part');
    expect(orderReturned(order, [part, returnWith({ lines: { b: 2 } }, granted)])).toBe('all');
    expect(
      orderReturned(order, [returnWith({ order: 'order-2', lines: { a: 4, b: 2 } }, granted)]),
    ).toBe('none');
  });

  test('C6: rule 19: granted, asked and left make up the line, whatever is asked and answered', () => {
    const steps = fc.constantFrom([], granted, [stepOf('return-denied', '2026-11-20')]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), steps), { maxLength: 12 }),
        (wanted) => {
          const order = vipOrderWith({ lines: { a: orderLine(20) } });
          const returns: ReturnAuthorization[] = [];
          for (const [quantity, answer] of wanted) {
            const book = { orders: [order], returns };
            const may = refusalOf(takes(['order-1', 'a', quantity]), {
              ...marketplace,
              book,
              plans: [plan(20, 0)],
            });
            expect(may === undefined).toBe(quantity <= linesLeft(order, returns)[0]!.left);
            if (may === undefined) returns.push(returnWith({ lines: { a: quantity } }, answer));
          }
          const [line] = linesLeft(order, returns);
          expect(line!.granted + line!.asked + line!.left).toBe(20);
        },
      ),
    );
  });
});
