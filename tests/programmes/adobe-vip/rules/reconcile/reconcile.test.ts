import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  InvoiceLine,
  InvoiceLineData,
} from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import { reconcile, type Reconciled } from '#programmes/adobe-vip/rules/reconcile/reconcile.ts';
import { countRows } from '#programmes/adobe-vip/rules/reconcile/row.ts';
import type { ReturnAuthorizationData } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { OrderLine, VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { Step } from '#core/record/step.ts';
import { customerWith, orderLine, returnWith, stepOf, vipOrderWith } from '#tests/factories/vip.ts';
import { invoiceLineWith, priceWith } from '#tests/factories/vip-invoices.ts';

const customer = customerWith();
const ordered = (
  line: Partial<OrderLine> = {},
  given: Partial<VipOrderData> = {},
  id = 'order-1',
) => vipOrderWith({ lines: { a: orderLine(4, line) }, ...given }, id);
const granted = (
  quantity: number,
  given: Partial<ReturnAuthorizationData> = {},
  on = '2026-11-21',
) => returnWith({ lines: { a: quantity }, ...given }, [stepOf('return-granted', on)]);
const lines = (...given: readonly Partial<InvoiceLineData>[]): InvoiceLine[] =>
  given.map((line, at) =>
    invoiceLineWith({ line: `0000${at + 1}0`, ...line }, `invoice-${at + 1}`),
  );
const told = (given: Partial<Reconciled>) =>
  reconcile({ customers: [customer], orders: [], returns: [], lines: [], prices: [], ...given });
/** Each row as its group and guesses. */
const groups = (given: Partial<Reconciled>): string[] =>
  told(given).rows.map(({ group, guesses }) =>
    [group, ...guesses.map(({ code }) => code)].join(' '),
  );
const only = (given: Partial<Reconciled>) => {
  const { rows } = told(given);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

describe('C13: what pairs', () => {
  test.each<readonly [string, Partial<OrderLine>, Partial<InvoiceLineData>, string]>([
    ['number and SKU', {}, {}, 'pair'],
    ['a number written in parts', {}, { orderNumber: '7700 0412' }, 'pair'],
    ['another level is reported', {}, { sku: '65297600BA02A12' }, 'pair other-level'],
    [
      'another price pool is reported',
      {},
      { sku: '65297600CA01A12', product: 'Exempel' },
      'pair other-pool',
    ],
    ['an order without SKU, by the name', { sku: '' }, {}, 'pair'],
    [
      'an order without SKU, alone in its order',
      { sku: '' },
      { product: 'Illustrator – Pro for teams' },
      'pair',
    ],
    [
      'another product is no pair',
      {},
      { sku: '65304520BA01A12', product: 'Acrobat Pro' },
      'differ other-product',
    ],
    ['no price on the order', {}, { unitPrice: '2208.00', netAmount: '8832.00' }, 'pair'],
    [
      'the price of the term',
      { unitPrice: '2028.00' },
      { unitPrice: '2028.00', netAmount: '1111.00' },
      'pair',
    ],
    [
      'the price that was charged',
      { unitPrice: '277.75' },
      { unitPrice: '2028.00', netAmount: '1111.00' },
      'pair',
    ],
    ['a cent off', { unitPrice: '2028.01' }, { unitPrice: '2028.00' }, 'pair'],
    ['two cents off', { unitPrice: '2028.02' }, { unitPrice: '2028.00' }, 'differ price-differs'],
    ['a cent off a licence', { unitPrice: '24.66' }, { netAmount: '98.60' }, 'pair'],
    [
      'a cent and a bit off',
      { unitPrice: '24.66' },
      { netAmount: '98.59' },
      'differ price-differs',
    ],
    [
      'another currency',
      { unitPrice: '2028.00' },
      { unitPrice: '190.00', currency: 'EUR' },
      'pair other-currency',
    ],
    ['fewer', {}, { quantity: 3 }, 'differ quantity-differs'],
    ['more', {}, { quantity: 5 }, 'differ quantity-differs'],
  ])('C13: %s', (_, line, fields, expected) => {
    const orders = [ordered(line, { currency: 'SEK' })];
    expect(groups({ orders, lines: lines(fields) })).toEqual([expected]);
  });

  test('C13: a price says by how much it differs, and what the price list of that day says', () => {
    const given = {
      orders: [ordered({ unitPrice: '2028.00' }, { currency: 'SEK' })],
      lines: lines({ unitPrice: '2208.00', netAmount: '8832.00' }),
    };
    expect(only({ ...given, prices: [priceWith()] }).guesses).toEqual([
      {
        code: 'price-differs',
        params: {
          by: '180.00',
          way: 'more',
          currency: 'SEK',
          listed: '2028.00',
          from: '2026-10-01',
        },
      },
    ]);
    const later = only({ ...given, prices: [priceWith({ validFrom: '2026-12-01' })] });
    expect(later.guesses[0]?.params).not.toHaveProperty('listed');
  });

  test('C13: an order that is billed in parts is one row, and its parts are added up', () => {
    const given = {
      orders: [ordered()],
      lines: lines({ quantity: 3 }, { quantity: 1, sku: '65297600BA02A12' }),
    };
    expect(groups(given)).toEqual(['pair other-level']);
    expect(only(given).theirs.map(({ data }) => data.quantity)).toEqual([3, 1]);
  });

  test('C13: a line that was credited and charged again counts as what is left', () => {
    const orders = [ordered({ unitPrice: '2028.00' }, { currency: 'SEK' })];
    const wrong = { unitPrice: '2208.00', netAmount: '8832.00' };
    const back = {
      unitPrice: '2208.00',
      netAmount: '-8832.00',
      charge: 'credit' as const,
      quantity: -4,
    };
    const right = { unitPrice: '2028.00', netAmount: '8112.00' };
    expect(groups({ orders, lines: lines(wrong) })).toEqual(['differ price-differs']);
    expect(groups({ orders, lines: lines(wrong, back, right) })).toEqual(['pair']);
  });

  test('C13: two lines of one SKU take the lines with their quantities', () => {
    const orders = [vipOrderWith({ lines: { a: orderLine(4), b: orderLine(9) } })];
    expect(groups({ orders, lines: lines({ quantity: 9 }, { quantity: 4 }) })).toEqual([
      'pair',
      'pair',
    ]);
  });

  test.each<readonly [string, Partial<InvoiceLineData>, Partial<VipOrderData>, readonly string[]]>([
    ['by PO number, customer and SKU', { orderNumber: '' }, {}, ['pair']],
    ['another number is reported', { orderNumber: '88' }, {}, ['pair other-number']],
    ['an order that has no number yet', {}, { orderNumber: '' }, ['pair']],
    [
      'another number and quantity is another order',
      { orderNumber: '88', quantity: 3 },
      {},
      ['order', 'line'],
    ],
    [
      'another customer',
      { orderNumber: '', customerName: 'Havsbris Media' },
      {},
      ['order', 'line'],
    ],
  ])('C13: PO number: %s', (_, fields, order, expected) => {
    const orders = [ordered({}, { purchaseOrderNumber: 'PO-1', ...order })];
    const found = groups({ orders, lines: lines({ purchaseOrderNumber: 'po-1', ...fields }) });
    if (expected.length === 1) expect(found).toEqual(expected);
    else expect(found.map((id) => id.split('-')[0]).sort()).toEqual(['line', 'order']);
  });

  test('C13: what someone paired stays paired, as long as the order is there', () => {
    const step = stepOf('line-paired', '2026-11-22', { order: 'order-1', line: 'a' });
    const line = invoiceLineWith({ orderNumber: '999', sku: '65304520BA01A12' }, 'invoice-1', [
      step,
    ]);
    const row = only({ orders: [ordered()], lines: [line] });
    expect([row.group, row.isPairedByHand]).toEqual(['differ', true]);
    expect(groups({ lines: [line] })).toEqual(['line-without-order no-order']);
  });
});

describe('C13: returns and credits', () => {
  const back = { charge: 'return' as const, quantity: -2, netAmount: '-400.00' };

  test('C13: what Adobe took back pairs with the return that it granted', () => {
    const given = { orders: [ordered()], returns: [granted(2)] };
    expect(groups({ ...given, lines: lines({}, back) })).toEqual(['pair', 'pair']);
    expect(groups({ ...given, lines: lines({}, { ...back, quantity: -1 }) })).toContain(
      'differ quantity-differs',
    );
    const other = { ...back, orderNumber: '7700 0140', sku: '' };
    const referred = [granted(2, { reference: '77000140' })];
    expect(groups({ ...given, returns: referred, lines: lines({}, other) })).toEqual([
      'pair',
      'pair',
    ]);
  });

  test('C13: a granted return without a credit waits for the next invoice', () => {
    const found = told({
      orders: [ordered()],
      returns: [granted(2, {}, '2026-11-20')],
      lines: lines({}),
    }).rows;
    expect(found.map(({ group, guesses }) => [group, guesses[0]?.code]).sort()).toEqual([
      ['order-without-line', 'credit-to-come'],
      ['pair', undefined],
    ]);
  });

  test('C13: an invoice that has taken the return off already says so in one row', () => {
    const row = only({ orders: [ordered()], returns: [granted(1)], lines: lines({ quantity: 3 }) });
    expect(row.group).toBe('differ');
    expect(row.guesses).toEqual([
      { code: 'quantity-differs', params: { by: 1, way: 'fewer' } },
      { code: 'returned', params: { quantity: 1, on: '2026-11-21' } },
    ]);
    expect(row.returns).toHaveLength(1);
  });

  test('C13: a credit that no return was granted for', () => {
    expect(groups({ orders: [ordered()], lines: lines(back) })).toEqual([
      'line-without-order no-return',
    ]);
    // Asked for is not granted.
    const asked = returnWith({ lines: { a: 2 } });
    expect(groups({ orders: [ordered()], returns: [asked], lines: lines(back) })).toEqual([
      'line-without-order no-return',
    ]);
    expect(groups({ orders: [ordered()], lines: lines({}, back) })).toEqual([
      'differ quantity-differs',
    ]);
  });

  test('C13: an order that went back whole and was never invoiced says why', () => {
    const orders = [ordered(), ordered({}, { orderNumber: '88' }, 'order-2')];
    expect(groups({ orders, returns: [granted(4)], lines: lines({ orderNumber: '88' }) })).toEqual([
      'order-without-line all-returned',
      'pair',
    ]);
  });
});

describe('C13: what does not pair', () => {
  test.each<readonly [string, Partial<InvoiceLineData>, string]>([
    ['another number, two days apart', {}, 'looks-like-order'],
    ['the same product on another level', { sku: '65297600BA02A12' }, 'looks-like-order'],
    ['another quantity', { quantity: 9 }, 'no-order'],
    ['weeks apart', { orderDate: '2026-12-20' }, 'no-order'],
    ['another product', { sku: '65304520BA01A12', product: 'Acrobat Pro' }, 'no-order'],
    ['a customer of another name', { customerName: 'Strandhotellet' }, 'no-customer'],
    ['a customer of another VIP ID', { customerNumber: '6E10AAAAAAAAAAAA19B4' }, 'no-customer'],
    [
      'the customer’s own VIP ID',
      { customerNumber: '5a20 c8f1 90d7 3b62 7e4d', customerName: 'X' },
      'looks-like-order',
    ],
    [
      'another form of company',
      { customerName: 'TRYCKHUSET LINDEN Aktiebolag' },
      'looks-like-order',
    ],
  ])('C13: %s', (_, fields, expected) => {
    const orders = [ordered({}, { orderNumber: '77000411' })];
    const given = {
      orders,
      lines: lines({ orderNumber: '77000499', orderDate: '2026-11-22', ...fields }),
    };
    const row = told(given).rows.find(({ group }) => group === 'line-without-order');
    expect(row?.guesses[0]?.code).toBe(expected);
  });

  test('C13: a product that its order does not have says that the order is here', () => {
    const two = vipOrderWith({
      lines: { a: orderLine(4), b: orderLine(9, { sku: '65297752BA01A12', product: 'B' }) },
    });
    const other = lines({ sku: '65304520BA01A12', product: 'Acrobat Pro' });
    const row = told({ orders: [two], lines: other }).rows.find(
      ({ group }) => group === 'line-without-order',
    );
    expect(row?.guesses).toEqual([{ code: 'not-in-order', params: { number: '77000412' } }]);
  });

  test('C13: a guess names the order, how far apart they are, and is shown on both', () => {
    const orders = [ordered({}, { orderNumber: '77000411' })];
    const twoDays = lines(
      { orderNumber: '1', orderDate: '2026-11-22' },
      { orderDate: '2026-11-18', orderNumber: '2', quantity: 1 },
    );
    const { rows } = told({ orders, lines: twoDays });
    const guesses = rows.map(({ guesses: [first] }) => [first?.code, first?.params]);
    expect(guesses).toContainEqual([
      'looks-like-order',
      { number: '77000411', days: 2, sku: 'same' },
    ]);
    expect(guesses).toContainEqual(['looks-like-line', { line: '000010', invoice: 'FAK880000' }]);
  });

  test('C13: orders are missed only on days that what was read covers', () => {
    const on = (orderDate: string, at: number) =>
      ordered({}, { orderDate, orderNumber: `n${at}` }, `order-${at}`);
    const orders = [
      '2026-10-31',
      '2026-11-01',
      '2026-11-15',
      '2026-11-30',
      '2026-12-01',
      '2026-03-01',
    ].map(on);
    const read = lines(
      { orderDate: '2026-11-01', orderNumber: 'x' },
      { orderDate: '2026-11-30', orderNumber: 'y' },
      // Billed late: it says nothing of the months since.
      { orderDate: '2026-02-01', orderNumber: 'z' },
      // A credit is of an order long ago.
      { orderDate: '2026-10-01', orderNumber: 'q', charge: 'credit', quantity: -1 },
    );
    const { rows, outside } = told({ orders, lines: read });
    const missed = rows
      .filter(({ group }) => group === 'order-without-line')
      .map(({ ours }) => ours?.orderDate);
    expect(missed).toEqual(['2026-11-01', '2026-11-15', '2026-11-30']);
    expect(outside).toBe(3);
  });

  test('C13: nothing read, nothing missed', () => {
    expect(told({ orders: [ordered()] })).toEqual({ rows: [], outside: 1 });
  });
});

describe('C13: answers', () => {
  const step = (kind: string, note?: string): Step => ({
    ...stepOf(kind, '2026-11-23'),
    ...(note === undefined ? {} : { note }),
  });
  const differing = (steps: readonly Step[]): InvoiceLine =>
    invoiceLineWith({ quantity: 3 }, 'invoice-1', steps);

  test('C13: an answer closes its row, and a line that comes later opens it', () => {
    const orders = [ordered()];
    const row = only({ orders, lines: [differing([step('line-explained', 'Delad leverans')])] });
    expect(row.answer).toEqual({
      kind: 'explained',
      note: 'Delad leverans',
      on: '2026-11-23',
      by: 'sara',
    });
    const later = invoiceLineWith({ quantity: 5, line: '000090' }, 'invoice-2');
    expect(
      only({ orders, lines: [differing([step('line-accepted')]), later] }).answer,
    ).toBeUndefined();
  });

  test('C13: an answer to a difference says nothing of an order that is gone', () => {
    expect(only({ lines: [differing([step('line-accepted')])] }).answer).toBeUndefined();
    expect(only({ lines: [differing([step('line-not-ours')])] }).answer?.kind).toBe('not-ours');
  });

  test('C13: an order is explained line by line', () => {
    const explained = {
      ...stepOf('invoice-explained', '2026-11-23', { line: 'a' }),
      note: 'Kommer i december',
    };
    const order = vipOrderWith(
      { orderNumber: '5', lines: { a: orderLine(4), b: orderLine(2) } },
      'order-1',
      [explained],
    );
    const { rows } = told({
      orders: [order],
      lines: lines({ orderNumber: '6', customerName: 'X' }),
    });
    const own = rows.filter(({ group }) => group === 'order-without-line');
    expect(own.map(({ ours, answer }) => [ours?.line, answer?.note])).toEqual([
      ['a', 'Kommer i december'],
      ['b', undefined],
    ]);
    expect(countRows(rows)).toEqual({
      pair: 0,
      differ: 0,
      'line-without-order': 1,
      'order-without-line': 1,
      answered: 1,
      open: 2,
      all: 3,
    });
  });
});

describe('C13: whatever is read', () => {
  const number = fc.constantFrom('', '1', '2', '3');
  const sku = fc.constantFrom('', '65297600BA01A12', '65297600BA02A12', '65304520BA01A12', 'odd');
  const day = fc.constantFrom('2026-11-01', '2026-11-03', '2026-11-28', '2026-06-01', '');
  const price = fc.constantFrom('', '10.00', '10.01', '12');
  const line = fc.record({
    sku,
    product: fc.constantFrom('', 'A', 'B'),
    quantity: fc.integer({ min: 1, max: 4 }),
    unitPrice: price,
  });
  const order = fc.record({
    orderNumber: number,
    orderDate: day,
    purchaseOrderNumber: fc.constantFrom('', 'po'),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    customer: fc.constantFrom('customer-1', 'customer-2'),
  });
  const invoiced = fc.record({
    orderNumber: number,
    orderDate: day,
    sku,
    product: fc.constantFrom('', 'A', 'B'),
    unitPrice: price,
    purchaseOrderNumber: fc.constantFrom('', 'po'),
    quantity: fc.integer({ min: 1, max: 4 }),
    charge: fc.constantFrom('invoice', 'invoice', 'return', 'credit'),
    netAmount: fc.constantFrom('', '20.00'),
    customerName: fc.constantFrom('Tryckhuset Linden', 'Annan', 'Okänd'),
    answered: fc.option(
      fc.record({
        order: fc.constantFrom('order-0', 'order-9'),
        line: fc.constantFrom('l0', 'l1'),
      }),
    ),
  });
  const world = fc
    .record({
      orders: fc.array(order, { maxLength: 6 }),
      invoiced: fc.array(invoiced, { maxLength: 10 }),
      returned: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
    })
    .map(({ orders, invoiced: theirs, returned }): Reconciled => ({
      customers: [customer, customerWith({ name: 'Annan', vipId: '' }, [], 'customer-2')],
      orders: orders.map(({ customer: parent, lines: own, ...data }, at) => ({
        ...vipOrderWith(
          {
            ...data,
            lines: Object.fromEntries(
              own.map((line, index) => [`l${index}`, orderLine(line.quantity, line)]),
            ),
          },
          `order-${at}`,
        ),
        parent,
      })),
      lines: theirs.map(({ answered, charge, quantity, ...data }, at) =>
        invoiceLineWith(
          {
            ...data,
            charge: charge as InvoiceLineData['charge'],
            quantity: charge === 'invoice' ? quantity : -quantity,
          },
          `invoice-${at}`,
          answered === null ? [] : [stepOf('line-paired', '2026-11-22', answered)],
        ),
      ),
      returns: returned.map((at, index) => ({
        ...granted(1, { order: `order-${at}`, lines: { l0: 1 } }, '2026-11-02'),
        id: `return-${index}`,
      })),
      prices: [],
    }));
  const unique = (all: readonly string[]): number => new Set(all).size;

  test('C13: every invoice line and every order line is in exactly one row, and the sums agree', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { rows, outside } = reconcile(given);
        const theirs = rows.flatMap((row) => row.theirs.map(({ id }) => id));
        expect(theirs.toSorted()).toEqual(given.lines.map(({ id }) => id).toSorted());
        const mine = rows.flatMap(({ ours, taken }) =>
          ours !== undefined && taken === undefined ? [ours.key] : [],
        );
        expect(unique(mine)).toBe(mine.length);
        const taken = rows.flatMap((row) => [
          ...(row.taken === undefined ? [] : [row.taken]),
          ...row.returns,
        ]);
        expect(unique(taken.map(({ id, of }) => `${id} ${of}`))).toBe(taken.length);
        const all = given.orders.flatMap(({ data }) => Object.keys(data.lines)).length;
        const alone = rows.filter(({ ours }) => ours === undefined).length;
        const returns = rows.filter((row) => row.taken !== undefined).length;
        expect(mine.length + alone + returns).toBe(rows.length);
        expect(mine.length).toBeLessThanOrEqual(all);
        expect(all).toBeLessThanOrEqual(mine.length + outside);
        expect(unique(rows.map(({ key }) => key))).toBe(rows.length);
        const { open, answered, pair, ...counts } = countRows(rows);
        expect(open + answered + pair).toBe(counts.all);
        expect(rows.every(({ reports }) => reports.length > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('C13: in whatever order it is read, the answer is the same', () => {
    const shuffled = world.chain((given) =>
      fc.record({
        given: fc.constant(given),
        other: fc.record({
          customers: fc.shuffledSubarray([...given.customers], {
            minLength: given.customers.length,
          }),
          orders: fc.shuffledSubarray([...given.orders], { minLength: given.orders.length }),
          lines: fc.shuffledSubarray([...given.lines], { minLength: given.lines.length }),
          returns: fc.shuffledSubarray([...given.returns], { minLength: given.returns.length }),
          prices: fc.constant([]),
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, other }) => {
        expect(reconcile(other)).toEqual(reconcile(given));
      }),
      { numRuns: 300 },
    );
  });
});

describe('C13: what is shown for an order without a line', () => {
  test.each([
    [
      'no line names it',
      { orderNumber: '1', quantity: 9, sku: '', product: 'Foto' },
      ['not-invoiced', undefined],
    ],
    [
      'another product of it is charged',
      { sku: '65304520BA01A12', product: 'Acrobat Pro', quantity: 9 },
      ['named-elsewhere', { number: '77000412' }],
    ],
    [
      'only a credit names it',
      { charge: 'credit', quantity: -4 },
      ['named-elsewhere', { number: '77000412' }],
    ],
  ] as const)(
    'C13: an order without a line says what the report has of it: %s',
    (_, numbers, expected) => {
      const orders = [
        vipOrderWith({
          lines: { a: orderLine(4), b: orderLine(2, { product: 'Foto', sku: '65297752BA01A12' }) },
        }),
      ];
      const { rows } = told({
        orders,
        lines: lines(numbers, { orderNumber: '2', sku: '', product: 'X' }),
      });
      const row = rows.find(
        ({ ours, group }) => group === 'order-without-line' && ours?.line === 'a',
      );
      expect([row?.guesses[0]?.code, row?.guesses[0]?.params]).toEqual(expected);
    },
  );
});
