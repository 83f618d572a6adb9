import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stored } from '#data/records/envelope.ts';
import { merge } from '#data/merge/merge.ts';
import { linesOnce } from '#programmes/adobe-vip/rules/order/lines-once.ts';
import { coverLines, orderOf } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import { reopenReturn } from '#programmes/adobe-vip/rules/return/return-commands.ts';
import { linesLeft } from '#programmes/adobe-vip/rules/order/order-lines-left.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { orderFromLine } from '#programmes/adobe-vip/rules/reconcile/order-from-line.ts';
import { ourLines } from '#programmes/adobe-vip/rules/reconcile/our-lines.ts';
import { renewedLines } from '#programmes/adobe-vip/rules/renewal/renewed-lines.ts';
import type { InvoiceLineData } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { invoiceLineWith } from '#tests/factories/vip-invoices.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const TODAY = '2026-11-22';
const VIP = '5A20C8F190D73B627E4D';
const PLACED = { orderNumber: '1001', orderDate: '2026-11-21', lines: ['a'], skus: {} };
const INVOICED: Partial<InvoiceLineData> = {
  orderNumber: '1001',
  orderDate: '2026-11-21',
  product: 'Illustrator',
  sku: '',
  quantity: 6,
  currency: 'SEK',
};
const deviceOf = (by: string, now: number) => ({
  ...doingOn(TODAY),
  by,
  now,
  newId: () => `${by}-${now}`,
});
const [sara, kim] = [deviceOf('sara', 1000), deviceOf('kim', 2000)];

/** The order as it is noted by hand on the authorization, and that with what it says of it. */
const byHand = (doing = sara) => {
  const before = authorizationWith();
  const covered = coverLines(before, 'o', PLACED, doing);
  if (!covered.ok) throw new Error(covered.problem.code);
  return {
    order: stored(orderOf('o', before, PLACED, doing), undefined, doing),
    authorization: { ...before, steps: covered.value.steps ?? [] },
  };
};
const byInvoice = (doing = kim) => {
  const made = orderFromLine('o', invoiceLineWith(INVOICED).data, customerWith(), undefined, doing);
  if (!made.ok) throw new Error(made.problem.code);
  return stored(made.value, undefined, doing);
};
const byList = async (...known: ReturnType<typeof authorizationWith>[]) => {
  const world = new VipWorld(TODAY, [customerWith(), ...known]);
  const heads = 'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity';
  world.bring(await rowsOf(csvOf(heads, `1001;${VIP};2026-11-21;Team;Illustrator;6`)));
  const { id: _id, ...listed } = world.of<VipOrder>('vip-order')[0]!;
  return { ...listed, id: 'o', updatedAt: 3000, updatedBy: 'kim' } as VipOrder;
};
const owned = (order: VipOrder, authorization = byHand().authorization): number[] =>
  plansOf(
    { customer: customerWith(), authorizations: [authorization], orders: [order], returns: [] },
    TODAY,
  ).map((plan) => plan.owned);

describe('C4: one order that two devices noted is one order', () => {
  const other = [
    ['an invoice, without the authorization', async () => Promise.resolve(byInvoice())],
    ['a list, without the authorization', async () => byList()],
    ['a list, beside the authorization', async () => byList(authorizationWith())],
  ] as const;

  test.each(other)(
    'C4: by hand on one and from %s on the other: its licences are counted once',
    async (_, made) => {
      const [one, two] = [byHand().order, await made()] as never[];
      for (const [mine, theirs] of [
        [one, two],
        [two, one],
      ]) {
        const both = merge(undefined, mine!, theirs!) as unknown as VipOrder;
        expect(linesLeft(both, []).map(({ product, quantity }) => [product, quantity])).toEqual([
          ['Illustrator', 6],
        ]);
        expect(owned(both)).toEqual([6]);
      }
    },
  );

  const listedLines = {
    'line-001': { product: 'Illustrator', quantity: 6, sku: '' },
    'line-002': { product: 'Foto', quantity: 2, sku: '' },
  };

  test.each([
    ['all of it', ['line-001', 'line-002'], ['Foto;2', 'Illustrator;6']],
    ['a line of it', ['line-002'], ['Foto;2']],
    ['all of it, where the list has a line of it so far', ['line-001', 'line-002'], ['Foto;2']],
  ])(
    'C4: if a list brought the authorization (%s), the order has each product once',
    async (_, ordered, rows) => {
      const authorization = authorizationWith({ lines: listedLines });
      const input = { ...PLACED, lines: ordered };
      const placed = coverLines(authorization, 'o', input, sara);
      if (!placed.ok) throw new Error(placed.problem.code);
      const covered = { ...authorization, steps: placed.value.steps ?? [] };
      const order = stored(orderOf('o', authorization, input, sara), undefined, sara) as never;
      const world = new VipWorld(TODAY, [customerWith()]);
      const heads = 'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity';
      world.bring(
        await rowsOf(csvOf(heads, ...rows.map((row) => `1001;${VIP};2026-11-21;Team;${row}`))),
      );
      const two = {
        ...world.of<VipOrder>('vip-order')[0]!,
        id: 'o',
        updatedAt: 3000,
        updatedBy: 'kim',
      } as never;
      for (const [mine, theirs] of [
        [order, two],
        [two, order],
      ]) {
        const both = merge(undefined, mine!, theirs!) as unknown as VipOrder;
        expect(both.clashes).toEqual([]);
        const products = linesLeft(both, []).map(
          ({ product, quantity }) => `${product} ${quantity}`,
        );
        expect(products.toSorted()).toEqual([
          'Foto 2',
          ...(ordered.length > 1 ? ['Illustrator 6'] : []),
        ]);
        const book = {
          customer: customerWith(),
          authorizations: [covered],
          orders: [both],
          returns: [],
        };
        const counted = plansOf(book, TODAY).map((plan) => `${plan.product} ${plan.owned}`);
        expect(counted.toSorted()).toEqual(['Foto 2', 'Illustrator 6']);
      }
    },
  );

  test('C4: one order that two devices note on two authorizations of lists has the lines of both', () => {
    const [first, second] = ['first', 'second'].map((id) => {
      const line = { product: id === 'first' ? 'Illustrator' : 'Foto', quantity: 6, sku: '' };
      const authorization = authorizationWith({ id, lines: { 'line-001': line } });
      const doing = id === 'first' ? sara : kim;
      return stored(
        orderOf('o', authorization, { ...PLACED, lines: ['line-001'] }, doing),
        undefined,
        doing,
      ) as never;
    });
    const both = merge(undefined, first!, second!) as unknown as VipOrder;
    expect(
      linesLeft(both, [])
        .map(({ product }) => product)
        .toSorted(),
    ).toEqual(['Foto', 'Illustrator']);
  });

  test('C4: also where the order alone came, and its authorization says that it covers it', () => {
    expect(owned(byInvoice() as unknown as VipOrder)).toEqual([6]);
    expect(owned(byInvoice() as unknown as VipOrder, authorizationWith())).toEqual([12]);
  });

  test('C5: what went back of it is known under either name', () => {
    const lines = { a: orderLine(6, { authorizationLine: 'a' }), 'line-001': orderLine(6) };
    const order = { id: 'o', data: { lines } } as unknown as VipOrder;
    const back = (line: string, quantity: number) =>
      returnWith({ order: 'o', lines: { [line]: quantity } }, [stepOf('return-granted', TODAY)]);
    const left = linesLeft(order, [back('a', 1), back('line-001', 2)]);
    expect(left.map(({ id, left: rest, granted }) => [id, rest, granted])).toEqual([['a', 3, 3]]);
  });

  test('C5: one return that two devices brought under either name takes its licences once', () => {
    const lines = { a: orderLine(6, { authorizationLine: 'a' }), 'line-001': orderLine(6) };
    const order = { ...vipOrderWith({ authorization: 'authorization-1', lines }), id: 'o' };
    const both = returnWith({ order: order.id, lines: { a: 2, 'line-001': 2 } }, [
      stepOf('return-granted', TODAY),
    ]);
    expect(linesLeft(order, [both]).map(({ left, granted }) => [left, granted])).toEqual([[4, 2]]);
    const book = {
      customer: customerWith(),
      authorizations: [byHand().authorization],
      orders: [order],
      returns: [both],
    };
    expect(plansOf(book, TODAY).map((plan) => plan.owned)).toEqual([4]);
    const denied = returnWith({ order: order.id, lines: both.data.lines }, [
      stepOf('return-denied', TODAY),
    ]);
    const again = { ...returnWith({ order: order.id, lines: { a: 4 } }), id: 'return-2' };
    expect(
      reopenReturn(denied, { orders: [order], returns: [denied, again] }, doingOn(TODAY)),
    ).toMatchObject({
      ok: true,
    });
  });

  describe('C5: one return that names a line by several names takes its licences once', () => {
    const lines = { a: orderLine(10), 'line-001': orderLine(10) };
    const order = vipOrderWith(
      { orderNumber: '1001', orderType: 'renewal', renews: '2027-06-08', lines },
      'o',
    );
    const back = returnWith({ order: 'o', lines: { a: 3, 'line-001': 3 } }, [
      stepOf('return-granted', '2026-11-21'),
    ]);

    test('C10: of what was renewed', () => {
      const found = renewedLines({ orders: [order], returns: [back] }, '2027-06-08');
      expect([...found.values()].map(({ quantity }) => quantity)).toEqual([7]);
    });

    test('C13: in what is compared with invoices', () => {
      const [line] = ourLines({ customers: [customerWith()], orders: [order], returns: [back] });
      expect(line?.returns).toMatchObject([{ id: 'return-1', quantity: 3 }]);
      const uneven = { ...back, data: { ...back.data, lines: { a: 2, 'line-001': 3 } } };
      const other = returnWith({ order: 'o', lines: { 'line-001': 1 } }, [
        stepOf('return-granted', TODAY),
      ]);
      const returns = [{ ...other, id: 'return-2' }, uneven];
      const [told] = ourLines({ customers: [customerWith()], orders: [order], returns });
      expect(told?.returns.map(({ id, quantity }) => [id, quantity])).toEqual([
        ['return-1', 3],
        ['return-2', 1],
      ]);
    });

    test('C6: where a list brings the same return', async () => {
      const world = new VipWorld(TODAY, [customerWith(), order, back]);
      const heads = 'Order Number;VIP ID;Order Date;Product;Quantity;Order Type';
      world.bring(await rowsOf(csvOf(heads, `1001;${VIP};2026-11-21;Illustrator;3;Return`)));
      expect(world.of('return-authorization').map(({ id }) => id)).toEqual(['return-1']);
    });
  });

  test('C4: a line of one authorization is one, also where its SKU is of another level', () => {
    const covered = (sku: string) => orderLine(6, { authorizationLine: 'line-001', sku });
    const lines = {
      'line-001': covered('65297600BA01A12'),
      'A1-line-001': covered('65297600BA02A12'),
    };
    expect(linesOnce(lines).map(({ names }) => names)).toEqual([
      expect.arrayContaining(['line-001', 'A1-line-001']),
    ]);
    const free = {
      'line-001': orderLine(6, { sku: '65297600BA01A12' }),
      b: orderLine(6, { sku: '65297600BA02A12' }),
    };
    expect(linesOnce(free)).toHaveLength(2);
  });

  describe('C4: a line of one authorization, noted by hand here and with another quantity from a list there', () => {
    const line = { product: 'Illustrator', quantity: 5, sku: '' };
    const authorization = authorizationWith({
      id: 'pa-1',
      requestNumber: 'R1',
      createdOn: '2026-11-10',
      lines: { 'line-001': line },
    });
    const input = { ...PLACED, lines: ['line-001'] };
    const covered = { ...authorization, ...valueOf(coverLines(authorization, 'o', input, sara)) };
    const mine = stored(orderOf('o', authorization, input, sara), undefined, sara) as never;
    const theirs = async (...rows: readonly string[]) => {
      const world = new VipWorld(TODAY, [customerWith(), authorization]);
      const heads = 'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity;Request Number';
      world.bring(
        await rowsOf(csvOf(heads, ...rows.map((row) => `1001;${VIP};2026-11-21;Team;${row};R1`))),
      );
      return {
        ...world.of<VipOrder>('vip-order')[0]!,
        id: 'o',
        updatedAt: 3000,
        updatedBy: 'kim',
      } as never;
    };

    test.each([
      ['six of it', ['Illustrator;6'], [6]],
      ['it in two rows', ['Illustrator;3', 'Illustrator;2'], [3, 2]],
    ])('C4, C6, X8: %s: what the list says can go back, and no more', async (_, rows, left) => {
      const listed = await theirs(...rows);
      for (const both of [
        merge(undefined, mine, listed),
        merge(undefined, listed, mine),
      ] as unknown as VipOrder[]) {
        expect(linesLeft(both, []).map((line) => line.left)).toEqual(left);
        expect(owned(both, covered as PurchaseAuthorization)).toEqual([5]);
      }
    });

    test('C13: also where either calls its product otherwise, and lists with either name change nothing', async () => {
      const lines = {
        'pa-1-line-001': orderLine(5, {
          product: 'CC All Apps',
          sku: '',
          authorizationLine: 'line-001',
          authorization: 'pa-1',
        }),
        'line-001': orderLine(5, {
          product: 'Creative Cloud',
          sku: '',
          authorizationLine: 'line-001',
          authorization: 'pa-1',
        }),
      };
      const order = vipOrderWith(
        { orderNumber: '1001', orderDate: '2026-11-21', authorization: 'pa-1', lines },
        'o',
      );
      expect(linesOnce(lines)).toHaveLength(1);
      const world = new VipWorld(TODAY, [customerWith(), order]);
      const heads = 'Order Number;VIP ID;Order Date;Product;Quantity';
      for (const product of ['CC All Apps', 'Creative Cloud'])
        expect(
          world.bring(await rowsOf(csvOf(heads, `1001;${VIP};2026-11-21;${product};5`))).under,
        ).toEqual([]);
    });
  });

  test('C6: lines of two authorizations are two, though lists name them alike and both are of one product', () => {
    const of = (authorization: string) =>
      orderLine(5, { authorizationLine: 'line-001', authorization });
    expect(linesOnce({ 'line-001': of('pa-1'), 'pa-2-line-001': of('pa-2') })).toHaveLength(2);
    expect(linesOnce({ 'line-001': of('pa-1'), 'pa-1-line-001': of('pa-1') })).toHaveLength(1);
    // Of what an older version wrote it is not known.
    const { authorization: _, ...before } = of('');
    expect(linesOnce({ 'line-001': before, 'pa-1-line-001': of('pa-1') })).toHaveLength(1);
  });

  test('C13: one of two rows of a list may be of an authorization and the other of none', () => {
    const lines = {
      'line-001': orderLine(5, { authorizationLine: 'a', authorization: 'pa-1' }),
      'line-002': orderLine(5),
    };
    expect(linesOnce(lines)).toHaveLength(2);
  });

  test('C7: an order of two authorizations whose lines are named alike: what one says covers nothing of the other', () => {
    const lines = { 'line-001': { product: 'Illustrator', quantity: 6, sku: '' } };
    const steps = [
      stepOf('ordered', '2026-11-21', { order: 'o', orderNumber: '1001', line: 'line-001' }),
    ];
    const both = ['pa-1', 'pa-2'].map((id) => authorizationWith({ id, lines, steps }));
    const known = {
      'line-001': orderLine(6, { authorizationLine: 'line-001', authorization: 'pa-1' }),
      'line-002': orderLine(6),
    };
    const { authorization: _, ...before } = known['line-001'];
    for (const lines of [known, { ...known, 'line-001': before }]) {
      const order = vipOrderWith({ orderNumber: '1001', authorization: 'pa-1', lines }, 'o');
      // An older version did not say whose line it is, and may have meant the same line by both.
      const once = linesOnce(lines).length === 1;
      const book = { customer: customerWith(), authorizations: both, orders: [order], returns: [] };
      expect(plansOf(book, TODAY).map((plan) => plan.owned)).toEqual([12]);
      expect(once).toBe(lines !== known);
    }
  });

  test.each([
    ['another quantity', { quantity: 5 }],
    ['another licence type', { licenceType: 'enterprise' as const }],
    ['another product', { product: 'Foto', sku: '65297752BA01A12' }],
  ])('C4: a line of %s is a separate line', (_, given) => {
    const lines = { a: orderLine(6, { authorizationLine: 'a' }), 'line-001': orderLine(6, given) };
    expect(linesOnce(lines).map(({ id }) => id)).toEqual(['a', 'line-001']);
  });

  test('C4: lines that one hand named stay as they are, and none is lost whatever the order has', () => {
    const line = fc.record({
      id: fc.constantFrom('a', 'b', 'line-001', 'line-002', 'line-003'),
      quantity: fc.integer({ min: 1, max: 2 }),
      covers: fc.constantFrom('', 'a', 'b'),
      product: fc.constantFrom('Illustrator', 'Foto'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 5 }), (given) => {
        const lines = Object.fromEntries(
          given.map(({ id, quantity, covers, product }) => [
            id,
            orderLine(quantity, { product, sku: '', authorizationLine: covers }),
          ]),
        );
        const once = linesOnce(lines);
        expect(once.flatMap(({ names }) => names).sort()).toEqual(Object.keys(lines).sort());
        for (const { id, names, line: kept } of once) {
          expect(names[0]).toBe(id);
          expect(names.length).toBeLessThanOrEqual(2);
          for (const name of names)
            expect(lines[name]).toMatchObject({ product: kept.product, quantity: kept.quantity });
        }
        const isListed = given.every(({ id, covers }) => id.startsWith('line-') && covers === '');
        if (isListed) expect(once).toHaveLength(given.length);
      }),
    );
  });
});
