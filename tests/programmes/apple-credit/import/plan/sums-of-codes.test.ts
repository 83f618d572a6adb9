import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { IncomingRow } from '#programmes/apple-credit/import/plan/planned.ts';
import { creditFile, handMade, importWorld, orderRow } from '#tests/factories/import-world.ts';

/** A row with a code and what that is worth. */
const coded = (row: number, orderNumber: string, amount: string, more: Partial<IncomingRow> = {}) =>
  orderRow({
    row,
    orderNumber,
    amount,
    currency: 'SEK',
    codeId: `c${row}`,
    amountOf: 'code',
    ...more,
  });

const sumsIn = (world: ReturnType<typeof importWorld>) =>
  world.of<CreditOrder>('credit-order').map(({ data }) => [data.orderNumber, data.amount]);

describe('A5: sums that are those of codes', () => {
  test('A5: an order is worth what its codes come to, and the same file again changes nothing', () => {
    const world = importWorld();
    const file = creditFile([
      coded(2, 'W1', '5000.00'),
      coded(3, 'W1', '3000.00'),
      coded(4, 'W2', '7000.00'),
    ]);
    const { rows } = world.run(file);
    expect(rows.map(({ amount, orderAmount }) => [amount, orderAmount])).toEqual([
      ['5000.00', '8000.00'],
      ['3000.00', '8000.00'],
      ['7000.00', '7000.00'],
    ]);
    expect(rows.flatMap(({ notes }) => notes)).toEqual([]);
    expect(sumsIn(world)).toEqual([
      ['W1', '8000.00'],
      ['W2', '7000.00'],
    ]);
    expect(world.plan(file).counts).toEqual({
      new: 0,
      changed: 0,
      same: 3,
      duplicate: 0,
      unreadable: 0,
    });
  });

  test('A5: an order that is there gets the whole sum, told once', () => {
    const world = importWorld([handMade('h', { orderNumber: 'W1', amount: '5000.00' })]);
    const plan = world.run(creditFile([coded(2, 'W1', '5000.00'), coded(3, 'W1', '5000.00')]));
    const told = plan.rows.flatMap(({ changes }) => changes.filter((one) => 'field' in one));
    expect(told).toEqual([{ field: 'amount', from: '5000.00', to: '10000.00' }]);
    expect(sumsIn(world)).toEqual([['W1', '10000.00']]);
  });

  test('A5: a code that stands twice counts once', () => {
    const world = importWorld();
    world.run(creditFile([coded(2, 'W1', '5000.00'), coded(3, 'W1', '5000.00', { codeId: 'c2' })]));
    expect(sumsIn(world)).toEqual([['W1', '5000.00']]);
  });

  test('A5: where the order has codes that the file does not name, its sum stays, and the row says so', () => {
    const world = importWorld();
    world.run(creditFile([coded(2, 'W1', '5000.00'), coded(3, 'W1', '5000.00')]));
    const later = creditFile([coded(4, 'W1', '5000.00')], 'file-b');
    const { rows } = world.run(later);
    expect(rows).toMatchObject([{ outcome: 'new', notes: [{ code: 'amount-of-code' }] }]);
    expect(sumsIn(world)).toEqual([['W1', '10000.00']]);
    expect(world.plan(later).counts).toMatchObject({ new: 0, changed: 0, same: 1 });
  });

  test.each([
    ['a code without a sum', [coded(2, 'W1', '5000.00'), coded(3, 'W1', '')], ''],
    [
      'sums in two currencies',
      [coded(2, 'W1', '5000.00'), coded(3, 'W1', '5000.00', { currency: 'EUR' })],
      '',
    ],
    [
      'the order on a row of its own',
      [
        orderRow({ row: 1, orderNumber: 'W1', amount: '9000.00', currency: 'SEK' }),
        coded(2, 'W1', '5000.00'),
        coded(3, 'W1', '5000.00'),
      ],
      '9000.00',
    ],
  ])('A5: with %s nothing is added up, and it is told', (_, rows, sum) => {
    const world = importWorld();
    const plan = world.run(creditFile(rows));
    expect(sumsIn(world)).toEqual([['W1', sum]]);
    const told = plan.rows.filter(({ notes }) =>
      notes.some((note) => typeof note !== 'string' && note.code === 'amount-of-code'),
    );
    expect(told).toHaveLength(rows.filter((row) => row.amountOf && row.amount).length);
  });

  test('A5: whatever codes are worth, each order is worth theirs, in whichever order they come', () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ order: fc.constantFrom('W1', 'W2', 'W3'), cents }), { minLength: 1 }),
        (codes) => {
          const world = importWorld();
          const file = creditFile(
            codes.map(({ order, cents }, at) => coded(at + 2, order, (cents / 100).toFixed(2))),
          );
          world.run(file);
          for (const [order, amount] of sumsIn(world)) {
            const theirs = codes.filter((code) => code.order === order);
            const sum = theirs.reduce((all, code) => all + code.cents, 0);
            expect(amount).toBe((sum / 100).toFixed(2));
          }
          expect(world.plan(file).counts).toMatchObject({ new: 0, changed: 0 });
        },
      ),
      { numRuns: 50 },
    );
  });
});
