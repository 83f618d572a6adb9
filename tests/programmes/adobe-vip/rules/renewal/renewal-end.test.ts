import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import { customerHistory } from '#programmes/adobe-vip/rules/customer/customer-history.ts';
import { historyLines } from '#programmes/adobe-vip/rules/order/history-lines.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import { renewalEnds } from '#programmes/adobe-vip/rules/renewal/renewal-end.ts';
import {
  inOverview,
  renewalRows,
  type BookOfCustomer,
} from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import { customerWith, orderLine, stepOf, vipOrderWith } from '#tests/factories/vip.ts';

const AD = '2027-03-15';
const key = planKey('Illustrator', 'team');
const holders = {
  h1: { name: 'Ulrika Ekman', group: '', plan: key },
  h2: { name: 'Mikael Brandt', group: '', plan: key },
};
const saidOn = (on: string, owned = 50, assigned = 50) => ({
  [key]: {
    product: 'Illustrator',
    licenceType: 'team' as const,
    sku: '',
    owned,
    assigned,
    on,
    at: 1,
  },
});
const renewed = (quantity: number) =>
  vipOrderWith({
    orderType: 'renewal',
    renews: AD,
    orderDate: '2027-03-01',
    lines: { a: orderLine(quantity) },
  });
const bookWith = (kind: string, quantity: number, on = '2026-11-01'): BookOfCustomer => ({
  customer: customerWith({ anniversary: AD, plans: saidOn(on), holders }, [
    stepOf(kind, '2027-03-02', { anniversary: AD }),
  ]),
  authorizations: [],
  orders: quantity === 0 ? [] : [renewed(quantity)],
  returns: [],
});

describe('C10: what lapses of a renewal that was ended', () => {
  test('C10: the rest is closed: how many of what, until when, and who is without', () => {
    expect(renewalEnds(bookWith('renewal-closed', 45), '2027-03-03')).toMatchObject([
      {
        kind: 'renewal-closed',
        anniversary: AD,
        lastDay: '2027-04-14',
        lapses: 5,
        losing: ['Mikael Brandt', 'Ulrika Ekman'],
        unnamed: 3,
        plans: [{ key, owned: 50, renewed: 45, need: 5 }],
      },
    ]);
  });

  test('C10: declined, everything lapses; renewed whole, nothing does', () => {
    expect(renewalEnds(bookWith('renewal-declined', 0), '2027-03-03')).toMatchObject([
      { kind: 'renewal-declined', lapses: 50, unnamed: 48 },
    ]);
    expect(renewalEnds(bookWith('renewal-closed', 50), '2027-03-03')).toEqual([]);
  });

  test('C10: the same once it is gone, unless the licences were counted since', () => {
    const lapses = (today: string, on?: string) =>
      renewalEnds(bookWith('renewal-closed', 45, on), today).map((end) => end.lapses);
    expect([lapses('2027-04-14'), lapses('2027-04-15'), lapses('2028-09-01')]).toEqual([
      [5],
      [5],
      [5],
    ]);
    expect(lapses('2027-09-01', '2027-08-01')).toEqual([]);
  });

  test('C10: however many were renewed, what is kept and what lapses are all that was owned', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 500 }),
        (quantity, days) => {
          const [end] = renewalEnds(
            bookWith('renewal-closed', quantity),
            addDays('2027-03-02', days),
          );
          expect(end?.lapses ?? 0).toBe(Math.max(0, 50 - quantity));
        },
      ),
    );
  });

  test('C9: the overview keeps it until the last day with access, and not longer', () => {
    const closed = bookWith('renewal-closed', 45);
    const declined = bookWith('renewal-declined', 0);
    const groups = (book: BookOfCustomer, today: string) =>
      renewalRows(inOverview([book.customer], today).length === 0 ? [] : [book], today).map(
        ({ group }) => group,
      );
    expect([groups(closed, '2027-03-20'), groups(declined, '2027-04-14')]).toEqual([
      ['ending'],
      ['ending'],
    ]);
    expect([groups(closed, '2027-04-15'), groups(declined, '2027-04-15')]).toEqual([[], []]);
    expect(groups(bookWith('renewal-closed', 50), '2027-03-20')).toEqual(['done']);
    // Five that nobody had were left out: nobody is without.
    const free = bookWith('renewal-closed', 45);
    const customer = customerWith(
      { anniversary: AD, plans: saidOn('2026-11-01', 50, 45) },
      free.customer.steps,
    );
    expect(groups({ ...free, customer }, '2027-03-20')).toEqual(['done']);
  });
});

describe('C8: the history tells of it', () => {
  const book = bookWith('renewal-closed', 45);
  const ends = renewalEnds(book, '2027-03-03');

  test('C8: on the day it was noted, by whom, and in the file a line for each product with its last day', () => {
    const [event] = customerHistory(book, '2027-03-03', ends);
    expect(event).toMatchObject({
      kind: 'renewal-closed',
      on: '2027-03-02',
      by: 'sara',
      end: { lapses: 5 },
    });
    expect(historyLines(book, '2027-03-03', ends)[0]).toMatchObject({
      kind: 'renewal-closed',
      on: '2027-03-02',
      product: 'Illustrator',
      quantity: 5,
      lastDay: '2027-04-14',
    });
  });
});
