import { describe, expect, test } from 'vitest';
import type { InvoiceLineData } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import {
  acceptLine,
  answerAgain,
  disownLine,
  explainLine,
  explainOrder,
  explainReturn,
  pairLine,
  takeAnswerBack,
} from '#programmes/adobe-vip/rules/reconcile/answer-commands.ts';
import { lineAnswer } from '#programmes/adobe-vip/rules/reconcile/answers.ts';
import {
  orderFromLine,
  waitingFor,
} from '#programmes/adobe-vip/rules/reconcile/order-from-line.ts';
import { reconcile, type Reconciled } from '#programmes/adobe-vip/rules/reconcile/reconcile.ts';
import type { Draft } from '#core/record/record.ts';
import type { Result } from '#core/result.ts';
import { doingOn } from '#tests/factories/doing.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { invoiceLineWith } from '#tests/factories/vip-invoices.ts';

const doing = doingOn('2026-11-23');
/** What the record is after a command that was not refused. */
const after = <R extends { readonly id: string }>(
  record: R,
  answer: Result<Draft<never>> | Result<Draft>,
): R => {
  if (!answer.ok) throw new Error(answer.problem.code);
  return { ...record, ...answer.value } as R;
};
const code = (answer: Result<unknown>): string => (answer.ok ? 'ok' : answer.problem.code);
const rows = (given: Partial<Reconciled>) =>
  reconcile({
    customers: [customerWith()],
    orders: [],
    returns: [],
    lines: [],
    prices: [],
    ...given,
  }).rows;

describe('C13: answers as steps', () => {
  const order = vipOrderWith();
  const differing = invoiceLineWith({ quantity: 3 });

  test.each([
    ['accepted', acceptLine(differing, doing), ''],
    ['explained', explainLine(differing, '  Delad  leverans ', doing), 'Delad leverans'],
  ] as const)(
    'C13: %s closes a difference, and taken back it waits again',
    (kind, answer, note) => {
      const answered = after(differing, answer);
      expect(rows({ orders: [order], lines: [answered] })[0]?.answer).toMatchObject({
        kind,
        note,
        by: 'sara',
      });
      // One answer at a time: the other device's counts until it is withdrawn.
      expect(code(acceptLine(answered, doing))).toBe('changed-since');
      const back = after(answered, takeAnswerBack(answered, { ours: undefined }, doing));
      expect(rows({ orders: [order], lines: [back] })[0]?.answer).toBeUndefined();
      expect(code(takeAnswerBack(back, { ours: undefined }, doing))).toBe('changed-since');
    },
  );

  test('C13: the order keeps what it says when the invoice is accepted', () => {
    const [row] = rows({
      orders: [order],
      lines: [after(differing, acceptLine(differing, doing))],
    });
    expect([row?.group, row?.ours?.quantity]).toEqual(['differ', 4]);
  });

  test('C13: an explanation has words', () => {
    expect(code(explainLine(differing, ' ', doing))).toBe('note-needed');
    expect(code(explainOrder(order, { line: 'a', note: '' }, doing))).toBe('note-needed');
    expect(code(explainReturn(returnWith(), '', doing))).toBe('note-needed');
  });

  test('C13: paired by hand, and apart again', () => {
    const line = invoiceLineWith({ orderNumber: '77000499' });
    const paired = after(line, pairLine(line, { order: 'order-1', line: 'a' }, doing));
    expect(rows({ orders: [order], lines: [paired] }).map(({ group }) => group)).toEqual(['pair']);
    expect(code(pairLine(paired, { order: 'order-1', line: 'a' }, doing))).toBe('changed-since');
    const back = after(paired, takeAnswerBack(paired, { ours: undefined }, doing));
    expect(rows({ orders: [order], lines: [back] })).toHaveLength(2);
  });

  test('C13: an answer that was taken back can be restored, unless another was given since', () => {
    const line = invoiceLineWith({ customerName: 'Strandhotellet' });
    const explained = after(line, explainLine(line, 'Kommer', doing));
    const open = after(explained, takeAnswerBack(explained, { ours: undefined }, doing));
    const taken = { before: explained, after: open };
    const again = after(open, answerAgain(open, { ours: undefined }, taken, doing));
    expect(lineAnswer(again)).toMatchObject({ kind: 'explained', note: 'Kommer' });
    const other = after(open, disownLine(open, doing));
    expect(code(answerAgain(other, { ours: undefined }, taken, doing))).toBe('changed-since');
  });

  test('C13: a credit paired by hand with a line that nothing went back of is added to it', () => {
    const line = invoiceLineWith({ orderNumber: '9', charge: 'credit', quantity: -4 }, 'invoice-2');
    const paired = after(line, pairLine(line, { order: 'order-1', line: 'a' }, doing));
    const [row, ...more] = rows({ orders: [order], lines: [invoiceLineWith(), paired] });
    expect(more).toEqual([]);
    expect(row?.guesses[0]).toEqual({ code: 'quantity-differs', params: { by: 4, way: 'fewer' } });
  });

  test('C13: not ours', () => {
    const line = invoiceLineWith({ customerName: 'Strandhotellet' });
    expect(rows({ lines: [after(line, disownLine(line, doing))] })[0]?.answer?.kind).toBe(
      'not-ours',
    );
  });

  test('C13: one line of an order is explained and taken back, the other line’s answer stays', () => {
    const two = vipOrderWith({ orderNumber: '5', lines: { a: orderLine(4), b: orderLine(2) } });
    const explained = ['a', 'b'].reduce(
      (order, line) => after(order, explainOrder(order, { line, note: 'Kommer' }, doing)),
      two,
    );
    expect(code(explainOrder(explained, { line: 'a', note: 'igen' }, doing))).toBe('changed-since');
    const read = { lines: [invoiceLineWith({ orderNumber: '6', customerName: 'X' })] };
    const own = rows({ ...read, orders: [explained] }).filter(({ ours }) => ours !== undefined);
    const back = after(explained, takeAnswerBack(explained, own[0]!, doing));
    const notes = rows({ ...read, orders: [back] }).flatMap(({ ours, answer }) =>
      ours ? [answer?.note] : [],
    );
    expect(notes).toEqual([undefined, 'Kommer']);
  });

  test('C13: a return without a credit is explained', () => {
    const granted = returnWith({ lines: { a: 1 } }, [stepOf('return-granted', '2026-11-20')]);
    const explained = after(granted, explainReturn(granted, 'Nästa faktura', doing));
    const found = rows({ orders: [order], returns: [explained], lines: [invoiceLineWith()] });
    expect(found.find(({ taken }) => taken !== undefined)?.answer?.note).toBe('Nästa faktura');
    expect(code(explainReturn(explained, 'igen', doing))).toBe('changed-since');
  });
});

describe('C13: an order from its invoice', () => {
  const customer = customerWith({ programme: 'vip-marketplace' });
  const make = (given: Partial<InvoiceLineData>) =>
    orderFromLine('made', invoiceLineWith(given).data, customer, undefined, doing);

  test('C13: it pairs with the line that it was made from', () => {
    const line = invoiceLineWith({
      unitPrice: '2028.00',
      purchaseOrderNumber: 'PO-1',
      reason: 'RENEWAL',
    });
    const answer = orderFromLine('made', line.data, customer, undefined, doing);
    if (!answer.ok) throw new Error(answer.problem.code);
    const order = { ...vipOrderWith(), ...answer.value, steps: answer.value.steps ?? [] };
    expect(order).toMatchObject({
      parent: 'customer-1',
      data: { orderType: 'renewal', currency: 'SEK', owner: 'sara' },
    });
    expect(order.steps).toMatchObject([{ kind: 'order-placed', on: '2026-11-20' }]);
    expect(rows({ orders: [order], lines: [line] }).map(({ group }) => group)).toEqual(['pair']);
  });

  test('C13: an invoice names no licence type: it is that of the customer’s only plan of the product', () => {
    const plan = (licenceType: 'team' | 'enterprise') => ({
      [`illustrator|${licenceType}`]: {
        product: 'Illustrator',
        licenceType,
        sku: '',
        on: '2026-11-01',
        at: 1,
      },
    });
    const typeWith = (plans: ReturnType<typeof plan>) => {
      const made = orderFromLine(
        'made',
        invoiceLineWith().data,
        customerWith({ plans }),
        undefined,
        doing,
      );
      return made.ok && made.value.data.lines['line-001']?.licenceType;
    };
    expect(typeWith(plan('enterprise'))).toBe('enterprise');
    expect(typeWith({ ...plan('enterprise'), ...plan('team') })).toBe('');
  });

  test.each<readonly [Partial<InvoiceLineData>, string]>([
    [{ orderNumber: ' ' }, 'order-number-needed'],
    [{ orderDate: '' }, 'day-needed'],
    [{ charge: 'credit', quantity: -1 }, 'quantity-not-whole'],
    [{ quantity: 0 }, 'quantity-not-whole'],
    [{}, 'ok'],
  ])('C13: %j: %s', (given, expected) => expect(code(make(given))).toBe(expected));

  test('C13: made by two people on two devices it says the same, so that nobody is asked which one is right', () => {
    const unowned = customerWith({ owner: '' });
    const [one, other] = ['sara', 'nils'].map((by) =>
      orderFromLine('made', invoiceLineWith().data, unowned, undefined, doingOn('2026-11-23', by)),
    );
    expect(one?.ok && one.value.data).toEqual(other?.ok && other.value.data);
  });

  test('C13: the authorization that waits for it is the only one of the product with that many left', () => {
    const line = invoiceLineWith({ quantity: 6 }).data;
    const authorization = authorizationWith();
    expect(waitingFor(line, [authorization])).toMatchObject({
      line: 'a',
      authorization: { id: 'authorization-1' },
    });
    expect(
      waitingFor(line, [authorization, authorizationWith({ id: 'authorization-2' })]),
    ).toBeUndefined();
    expect(waitingFor({ ...line, quantity: 5 }, [authorization])).toBeUndefined();
    expect(waitingFor({ ...line, reason: 'RENEWAL' }, [authorization])).toBeUndefined();
    expect(waitingFor({ ...line, orderDate: '2026-11-19' }, [authorization])).toBeUndefined();
    expect(waitingFor({ ...line, product: 'Photoshop' }, [authorization])).toBeUndefined();
  });

  test('C3, C13: one that is open in California is found by an invoice of the day that has begun in Stockholm', () => {
    const ending = authorizationWith({ createdOn: '2026-11-10', days: 7 });
    const on = (orderDate: string) =>
      waitingFor(invoiceLineWith({ quantity: 6, orderDate }).data, [ending])?.line;
    expect([on('2026-11-17'), on('2026-11-18'), on('2026-11-19')]).toEqual(['a', 'a', undefined]);
  });
});
