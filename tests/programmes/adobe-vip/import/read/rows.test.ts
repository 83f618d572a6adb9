import { describe, expect, test } from 'vitest';
import { linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { authorizationState } from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import type { PriceListItem } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import { returnState } from '#programmes/adobe-vip/rules/return/return-deadlines.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { addDays } from '#core/day/day.ts';
import { authorizationWith, customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';
import { adobeFile, csvOf, rowsOf, shelfOf, VipWorld } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const TODAY = '2026-11-20';
const listOf =
  (heading: string) =>
  async (...rows: readonly string[]) =>
    rowsOf(csvOf(heading, ...rows));
const customers = listOf('VIP ID;Customer Name;Anniversary Date;Licenses');
const authorizations = listOf(
  'Request Number;VIP ID;Customer Name;Deployment Date;Licence Type;Product;Quantity;Status',
);
const orders = listOf(
  'Order Number;VIP ID;Order Date;SKU;Product;Quantity;Order Type;PA Request Number',
);
const prices = listOf('SKU;Product;Price (SEK);Valid From');
const whys = async (rows: Promise<readonly object[]>) =>
  new VipWorld(TODAY, [customerWith()])
    .plan((await rows) as never)
    .rows.map(({ outcome, why }) => why?.code ?? outcome);

describe('C13: rows that cannot be taken say why', () => {
  test('C13: customers', async () => {
    const rows = customers(
      `;;2027-01-01;`,
      `X123;Tand AB;2027-01-01;40`,
      `${VIP};Tryckhuset Linden;i dag;`,
    );
    expect(await whys(rows)).toEqual(['no-customer-named', 'new', 'same']);
    const plan = new VipWorld(TODAY, [customerWith()]).plan(await rows);
    // An odd VIP ID is a warning, a bare count is of no product, a day that is none is left out.
    expect(plan.rows.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
      [],
      ['odd-vip-id', 'counts-without-product'],
      ['not-a-day'],
    ]);
  });

  test.each([
    [';2026-11-17;Team;Foto;0;', 'quantity-not-above-nothing'],
    [';2026-11-17;Team;Foto;-3;', 'quantity-not-above-nothing'],
    [';2026-11-17;Team;Foto;2,5;', 'quantity-not-whole'],
    [';2026-11-17;Team;Foto;;', 'quantity-missing'],
    [';2026-11-17;Team;Foto;1 200 000;', 'quantity-too-large'],
    [';2026-11-17;Team;;4;', 'product-missing'],
    [';;Team;Foto;4;', 'created-missing'],
    [';2026-11-21;Team;Foto;4;', 'day-ahead'],
    [';2026-11-17;Education device;Foto;4;', 'order-from-adobe'],
    [';2026-11-17;Team;Foto;4,0;', 'new'],
  ])('C13: an authorization of %s ends as %s', async (row, why) => {
    expect(await whys(authorizations(`;${VIP};${row}`))).toEqual([why]);
  });

  test.each([
    [`;${VIP};2026-11-17;;Foto;4;NEW;`, 'order-number-missing'],
    [`77;${VIP};;;Foto;4;NEW;`, 'order-date-missing'],
    [`77;${VIP};2026-12-17;;Foto;4;NEW;`, 'day-ahead'],
    [`77;;2026-11-17;;Foto;4;NEW;`, 'no-customer-named'],
    [`77;${VIP};2026-11-17;;Foto;-4;NEW;`, 'quantity-not-above-nothing'],
    [`77;${VIP};2026-11-17;;Foto;-4;RETURN;`, 'return-without-order'],
  ])('C13: an order of %s ends as %s', async (row, why) => {
    expect(await whys(orders(row))).toEqual([why]);
  });

  test('C13: a renewal order renews the anniversary of its days, a new one none', async () => {
    const world = new VipWorld(TODAY, [customerWith({ anniversary: '2027-06-08' })]);
    world.bring(
      await orders(`77;${VIP};2026-05-20;;Foto;4;RENEWAL;`, `78;${VIP};2026-05-20;;Foto;4;NEW;`),
    );
    const renews = world
      .of<VipOrder>('vip-order')
      .map(({ data }) => [data.orderNumber, data.renews]);
    expect(renews).toEqual([
      ['77', '2026-06-08'],
      ['78', ''],
    ]);
  });

  test('C13: a list that does not say the type leaves a renewal what it is', async () => {
    const lines = { a: { ...orderLine(4), product: 'Foto', authorizationLine: '' } };
    const renewal = vipOrderWith({
      orderNumber: '77',
      orderDate: '2026-05-20',
      orderType: 'renewal',
      renews: '2026-06-08',
      lines,
    });
    const world = new VipWorld(TODAY, [customerWith({ anniversary: '2027-06-08' }), renewal]);
    world.bring(await orders(`77;${VIP};2026-05-21;;Foto;4;;`));
    const [order] = world.of<VipOrder>('vip-order');
    expect([order?.data.orderDate, order?.data.orderType, order?.data.renews]).toEqual([
      '2026-05-21',
      'renewal',
      '2026-06-08',
    ]);
    world.bring(await orders(`77;${VIP};2026-05-21;;Foto;4;NEW;`));
    expect(world.of<VipOrder>('vip-order')[0]?.data.orderType).toBe('new');
  });

  test.each([
    ['vip', 36, 'new'],
    ['vip-marketplace', 35, 'new'],
    ['vip-marketplace', 36, 'purchase-order-too-long'],
  ] as const)(
    'C2: rule 14: in %s a PO number of %i characters ends as %s',
    async (programme, length, why) => {
      const purchaseOrder = 'Å'.repeat(length);
      const lists = [
        listOf('Request Number;VIP ID;Created;Product;Quantity;PO Number')(
          `A1;${VIP};2026-11-17;Foto;4;${purchaseOrder}`,
        ),
        listOf('Order Number;VIP ID;Order Date;SKU;Product;Quantity;PO Number')(
          `77;${VIP};2026-11-17;;Foto;4;${purchaseOrder}`,
        ),
      ];
      for (const list of lists) {
        const [row] = new VipWorld(TODAY, [customerWith({ programme })]).plan(await list).rows;
        expect(row?.why?.code ?? row?.outcome).toBe(why);
        if (why !== 'new') expect(row?.why?.params).toEqual({ length: 36, most: 35 });
      }
    },
  );

  test('C2: rule 14: a row that is refused for its PO number brings no customer', async () => {
    const rows = await listOf(
      'Order Number;Customer ID;VIP ID;Order Date;SKU;Product;Quantity;PO Number',
    )(`77;1009990001;;2026-11-17;;Foto;4;${'1'.repeat(36)}`);
    const plan = new VipWorld(TODAY).plan(rows);
    expect([plan.rows[0]?.why?.code, plan.above]).toEqual(['purchase-order-too-long', []]);
  });

  test('C13: prices', async () => {
    const list = prices(
      ';Foto;10,00;',
      '65000002BA01A12;Foto;;',
      '65000002BA01A12;Foto;gratis;',
      '65000002BA01A12;Foto;-1,00;',
      '65000002BA01A12;Foto;100,50;',
      '65000002BA01A12;Foto;100,50;',
      '65000002BA01A12;Foto;120,50;',
      'X1;Foto;1,00;',
    );
    expect(await whys(list)).toEqual([
      'sku-missing',
      'price-missing',
      'not-an-amount',
      'price-below-nothing',
      'new',
      'duplicate-of-row',
      'sku-twice',
      'new',
    ]);
    const world = new VipWorld();
    world.bring(await list);
    expect(world.of<PriceListItem>('price-list-item')[0]?.data).toMatchObject({
      yearlyPrice: '100.50',
      currency: 'SEK',
      segment: 'COM',
      level: '01',
      months: 12,
    });
  });
});

describe('C13: whose row it is', () => {
  test('C13: a name finds a customer whose VIP ID nobody wrote down, and the list says it', async () => {
    const world = new VipWorld(TODAY, [customerWith({ vipId: '' })]);
    world.bring(await customers(`${VIP};TRYCKHUSET  Linden;;`));
    expect(world.of<VipCustomer>('vip-customer').map(({ data }) => data.vipId)).toEqual([VIP]);
  });

  test('C13: another VIP ID is another customer, whatever its name', async () => {
    const world = new VipWorld(TODAY, [customerWith()]);
    world.bring(await customers('909AFE23D7E610B96384;Tryckhuset Linden;;'));
    expect(world.of('vip-customer')).toHaveLength(2);
    expect(
      await new VipWorld(TODAY, [...world.records.values()]).plan(
        await customers(';Tryckhuset Linden;;'),
      ).rows[0],
    ).toMatchObject({ outcome: 'unreadable', why: { code: 'several-customers' } });
  });

  test('C13: an anniversary that moved takes its day of the month along, unless it comes of it', async () => {
    const kept = { anniversary: '2027-02-28', anniversaryDay: 29 };
    const after = async (day: string) => {
      const world = new VipWorld(TODAY, [customerWith(kept)]);
      world.bring(await customers(`${VIP};Tryckhuset Linden;${day};`));
      return world.of<VipCustomer>('vip-customer')[0]!.data.anniversaryDay;
    };
    expect([await after('2028-02-29'), await after('2027-06-30')]).toEqual([29, undefined]);
  });

  test('C13: a row that names a customer who is not here brings it', async () => {
    const world = new VipWorld();
    const plan = world.bring(await authorizations(`A1;${VIP};;2026-11-17;Team;Foto;4;`));
    expect(plan.rows[0]?.notes.at(-1)).toEqual({ code: 'new-customer' });
    const [customer] = world.of<VipCustomer>('vip-customer');
    // Without a name it is called by its number, until a list says it.
    expect(customer?.data.name).toBe(VIP);
    world.bring(await customers(`${VIP};Tryckhuset Linden;;`));
    expect(world.of<VipCustomer>('vip-customer').map(({ data }) => data.name)).toEqual([
      'Tryckhuset Linden',
    ]);
  });
});

describe('C13: authorizations', () => {
  const [pa] = ['A1'];
  const world = async (...rows: readonly string[]) => {
    const made = new VipWorld(TODAY, [customerWith()]);
    made.bring(await authorizations(...rows));
    return made.of<PurchaseAuthorization>('purchase-authorization');
  };

  test('C3: a row without a day of creation says that it counts from the deployment day, unless it is known when', async () => {
    const both = 'Request Number;VIP ID;Created;Deployment Date;Licence Type;Product;Quantity';
    const notesOf = async (
      heading: string,
      row: string,
      made = new VipWorld(TODAY, [customerWith()]),
    ) => made.bring(await listOf(heading)(row)).rows[0]?.notes;
    const told = { code: 'counts-from-deployment', params: { day: '2026-11-17' } };
    const without = both.replace('Created;', '');
    expect(await notesOf(without, `A1;${VIP};2026-11-17;Team;Foto;4`)).toEqual([told]);
    expect(await notesOf(both, `A1;${VIP};;2026-11-17;Team;Foto;4`)).toEqual([told]);
    expect(await notesOf(both, `A1;${VIP};2026-11-15;2026-11-17;Team;Foto;4`)).toEqual([]);
    const known = new VipWorld(TODAY, [
      customerWith(),
      authorizationWith({ requestNumber: 'A1', createdOn: '2026-11-15' }),
    ]);
    expect(await notesOf(without, `A1;${VIP};2026-11-17;Team;Illustrator;6`, known)).toEqual([]);
  });

  test('C13: rows of one number are lines of one authorization, and the same row again is a duplicate', async () => {
    const rows = [
      `${pa};${VIP};;2026-11-17;Team;Foto;4;`,
      `${pa};${VIP};;2026-11-17;Team;Vektor;2;`,
    ];
    const all = await world(...rows, rows[0]!);
    expect(
      all.map((authorization) =>
        linesNow(authorization).map(({ product, quantity }) => `${product} ${quantity}`),
      ),
    ).toEqual([['Foto 4', 'Vektor 2']]);
    expect(await whys(authorizations(...rows, rows[0]!))).toEqual([
      'new',
      'new',
      'duplicate-of-row',
    ]);
  });

  test('C13: one cancelled line goes, the other waits; all cancelled is withdrawn', async () => {
    const row = (product: string, status: string) =>
      `${pa};${VIP};;2026-11-17;Team;${product};4;${status}`;
    const [some] = await world(row('Foto', 'Cancelled'), row('Vektor', 'Pending'));
    expect([authorizationState(some!, TODAY), linesNow(some!).map(({ left }) => left)]).toEqual([
      'pending',
      [0, 4],
    ]);
    const [all] = await world(row('Foto', 'Avbruten'), row('Vektor', 'Cancelled'));
    expect(authorizationState(all!, TODAY)).toBe('withdrawn');
    expect(all!.steps.map(({ kind }) => kind)).toEqual(['authorized', 'authorization-withdrawn']);
  });

  test('C13: one that was written down by hand gets its number, and is not there twice', async () => {
    const made = new VipWorld(TODAY, [customerWith(), authorizationWith()]);
    made.bring(await authorizations(`A7;${VIP};;2026-11-20;Team;Illustrator;6;`));
    expect(
      made
        .of<PurchaseAuthorization>('purchase-authorization')
        .map(({ data }) => data.requestNumber),
    ).toEqual(['A7']);
  });

  test('C13: what was ordered here stands, whatever an older list says', async () => {
    const made = new VipWorld(TODAY, [customerWith()]);
    const row = (status: string) => `A1;${VIP};;2026-11-17;Team;Foto;4;${status}`;
    made.bring(await authorizations(row('Pending')));
    made.bring(await orders(`77;${VIP};2026-11-18;;Foto;4;NEW;A1`));
    for (const status of ['Pending', 'Ordered', 'Cancelled'])
      expect(made.bring(await authorizations(row(status))).under).toEqual([]);
    const [authorization] = made.of<PurchaseAuthorization>('purchase-authorization');
    expect(linesNow(authorization!)[0]?.orderNumber).toBe('77');
  });
});

describe('C13: orders and returns', () => {
  test('C13: an order covers the line of its product, and adds nothing beside it', async () => {
    const made = new VipWorld(TODAY, [customerWith()]);
    const line = (product: string) => `A1;${VIP};;2026-11-17;Team;${product};4;`;
    made.bring(await authorizations(line('Foto'), line('Vektor')));
    const plan = made.bring(
      await orders(`77;${VIP};2026-11-18;;Vektor;4;NEW;A1`, `78;${VIP};2026-11-18;;Foto;4;NEW;B9`),
    );
    expect(plan.rows.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
      [],
      ['authorization-not-here'],
    ]);
    const [authorization] = made.of<PurchaseAuthorization>('purchase-authorization');
    expect(linesNow(authorization!).map(({ orderNumber }) => orderNumber)).toEqual(['', '77']);
    const [order] = made.of<VipOrder>('vip-order');
    expect(Object.values(order!.data.lines)[0]?.authorizationLine).toBe('line-002');
  });

  test('C13: a SKU that is not in the price list is told of, and one that is names its product', async () => {
    const made = new VipWorld(TODAY, [customerWith()]);
    made.bring(await prices('65000002BA01A12;Foto;100,50;'));
    const plan = made.bring(
      await orders(
        `77;${VIP};2026-11-18;65000002BA02A12;;4;NEW;`,
        `78;${VIP};2026-11-18;65000002BA01A12;;4;NEW;`,
      ),
    );
    expect(
      plan.rows.map(({ product, notes }) => [product, ...notes.map(({ code }) => code)]),
    ).toEqual([['Foto', 'sku-not-in-price-list'], ['Foto']]);
  });

  test('C13: a row that went back is a return that was granted, once', async () => {
    const made = new VipWorld(TODAY, [customerWith(), vipOrderWith()]);
    const back = await orders(`77000412;${VIP};2026-11-20;;Illustrator;-3;RETURN;`);
    expect(made.bring(back).counts).toMatchObject({ new: 1 });
    const [request] = made.of<ReturnAuthorization>('return-authorization');
    expect([returnState(request!), request!.data.order, request!.data.lines]).toEqual([
      'granted',
      'order-1',
      { a: 3 },
    ]);
    expect(made.bring(back).under).toEqual([]);
    const more = await orders(
      `77000412;${VIP};2026-11-20;;Illustrator;2;RETURN;`,
      `77000412;${VIP};2026-11-20;;Foto;2;RETURN;`,
    );
    expect(made.plan(more).rows.map(({ why }) => why?.code)).toEqual([
      'return-of-too-many',
      'return-of-other-product',
    ]);
  });
});

describe('C6: the order of the days in a list', () => {
  test.each([
    ['2027-11-20', []],
    ['2027-11-21', ['day-far-ahead']],
  ])(
    'C13: an anniversary on %s, with a year from today as the limit, is told in the dry run: %j',
    async (day, codes) => {
      const made = new VipWorld(TODAY, [customerWith()]);
      const plan = made.plan(await customers(`${VIP};Tryckhuset Linden;${day};`));
      expect(plan.rows.map(({ notes }) => notes.map(({ code }) => code))).toEqual([codes]);
    },
  );

  test('C13: a deployment more than a year ahead is told in the dry run', async () => {
    const made = new VipWorld(TODAY, [customerWith()]);
    const list = listOf(
      'Request Number;VIP ID;Customer Name;Created On;Deployment Date;Licence Type;Product;Quantity;Status',
    );
    const plan = made.plan(
      await list(`R1;${VIP};Tryckhuset Linden;2026-11-18;2028-11-18;Team;Foto;4;Pending`),
    );
    expect(plan.rows.map(({ notes }) => notes)).toEqual([
      [{ code: 'day-far-ahead', params: { day: '2028-11-18' } }],
    ]);
  });

  test('C6: a row that went back before its order is not taken, and says the day of the order', async () => {
    const made = new VipWorld(TODAY, [customerWith(), vipOrderWith()]);
    const { orderDate } = made.of<VipOrder>('vip-order')[0]!.data;
    const plan = made.bring(
      await orders(`77000412;${VIP};${addDays(orderDate, -1)};;Illustrator;-3;RETURN;`),
    );
    expect(plan.rows.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['unreadable', { code: 'return-before-order', params: { day: orderDate } }],
    ]);
    expect(made.of<ReturnAuthorization>('return-authorization')).toEqual([]);
    const sameDay = await orders(`77000412;${VIP};${orderDate};;Illustrator;-3;RETURN;`);
    expect(made.bring(sameDay).counts).toMatchObject({ new: 1 });
  });
});

describe('C13: days that can mean two things', () => {
  test('C13: one question for the file, settled by a plain day or by its answer', async () => {
    const heading = 'VIP ID;Customer Name;Anniversary Date';
    const shelf = await shelfOf(csvOf(heading, `${VIP};Tryckhuset Linden;03/04/2027`));
    expect(shelf.content().questions).toMatchObject([
      { kind: 'date-order', row: 2, written: '03/04/2027' },
    ]);
    const day = (answers: Readonly<Record<string, string>>) =>
      ([...shelf.rows(answers)][0] as { anniversary: string }).anniversary;
    expect([day({}), day({ 'date-order:/': 'dmy' }), day({ 'date-order:/': 'mdy' })]).toEqual([
      '',
      '2027-04-03',
      '2027-03-04',
    ]);
    const plain = await shelfOf(
      csvOf(heading, `${VIP};A;03/04/2027`, `909AFE23D7E610B96384;B;31/12/2026`),
    );
    expect(plain.content().questions).toEqual([]);
  });
});

describe('C13: lists of others are not taken for these', () => {
  test.each([
    [
      'Order Number,Order Date,Amount,Currency,Purchaser,Product,Quantity',
      '45,2026-09-01,25000,SEK,a@b.example,X,2',
      'apple-credit',
    ],
    ['Name,Adam ID,Total,Assigned', 'Foto,900000000001,10,2', 'apple-licences'],
  ])('C13: %s', async (heading, row, programme) => {
    expect((await shelfOf(csvOf(heading, row))).content().programme).toBe(programme);
  });

  test('C13: the reconciliation report is no list of orders, and a list of orders that names invoices is one', async () => {
    const kindOf = async (bytes: Uint8Array<ArrayBuffer>) =>
      (await shelfOf(bytes)).content().sheets[0]?.kind;
    expect(await kindOf(adobeFile('reconciliation-report.csv'))).toBe('invoices');
    const own = 'Order Number;VIP ID;Order Date;SKU;Quantity;Invoice Number;Net Amount';
    expect(await kindOf(csvOf(own, `77;${VIP};2026-11-17;65000002CA01A12;4;F1;100`))).toBe(
      'orders',
    );
  });
});

describe('A5, C13: numbers that a spreadsheet has rounded', () => {
  test('A5: a VIP ID, and numbers of orders, authorizations and invoices', async () => {
    const all = [
      customers('1,23457E+19;Linden;2027-01-01;'),
      authorizations(`1.2E+15;${VIP};Linden;2026-11-17;Team;Foto;4;`),
      orders(`7,7E+09;${VIP};2026-11-17;;Foto;4;NEW;`),
      orders(`77;${VIP};2026-11-17;;Foto;4;NEW;9.1E+12`),
      rowsOf(
        csvOf(
          'Invoice Number;VIP ID;Product;Quantity;Net amount;Currency',
          `9.3E+09;${VIP};Foto;4;10;SEK`,
        ),
      ),
    ];
    for (const rows of all)
      expect(await rows).toMatchObject([{ outcome: 'unreadable', reason: 'number-was-rounded' }]);
  });

  test('C13: a number besides is left out, and the row is read', async () => {
    const own = 'Order Number;VIP ID;Order Date;Product;Quantity;Original Order';
    expect(await rowsOf(csvOf(own, `77;${VIP};2026-11-17;Foto;4;9.1E+12`))).toMatchObject([
      {
        outcome: 'value',
        orderNumber: '77',
        originalOrder: '',
        notes: [
          { code: 'side-number-rounded', params: { field: 'originalOrder', written: '9.1E+12' } },
        ],
      },
    ]);
    // A return is known by it.
    const back = `${own};Order Type`;
    expect(await rowsOf(csvOf(back, `77;${VIP};2026-11-17;Foto;4;9.1E+12;RETURN`))).toMatchObject([
      { outcome: 'unreadable', reason: 'number-was-rounded' },
    ]);
    const invoices = await rowsOf(
      csvOf(
        'Invoice Number;VIP ID;Product;Quantity;Net amount;Currency;Purchase Order;Subscription ID',
        `F1;${VIP};Foto;4;10;SEK;4,5E+09;1E+11`,
      ),
    );
    expect(invoices).toMatchObject([
      { outcome: 'value', purchaseOrderNumber: '', subscription: '' },
    ]);
    expect(invoices.flatMap((row) => (row.outcome === 'value' ? row.notes : []))).toMatchObject([
      { code: 'side-number-rounded' },
      { code: 'side-number-rounded' },
    ]);
  });

  test('A5: a count with a power of ten is no number of anything, and said as a count', async () => {
    expect(await whys(orders(`77;${VIP};2026-11-17;;Foto;1E+5;NEW;`))).toEqual([
      'quantity-not-whole',
    ]);
  });
});

describe('C13: three noughts after a mark in a column of counts', () => {
  const read = async (headings: string, ...rows: readonly string[]) =>
    (await rowsOf(csvOf(`Order Number;VIP ID;Order Date;Product;${headings}`, ...rows))).map(
      (row) => {
        if (row.outcome === 'unreadable') return row.reason;
        const count = row.is === 'order' ? row.quantity : 0;
        return [count, ...row.notes.map(({ code }) => code)];
      },
    );
  const order = (rest: string, number = '77') => `${number};${VIP};2026-11-17;Foto;${rest}`;

  test('C13: they are thousands, with a note where nothing says so', async () => {
    expect(await read('Quantity', order('5,000'), order('12', '78'))).toEqual([
      [5000, 'count-may-be-decimal'],
      [12],
    ]);
    expect(await read('Quantity', order('5.000'))).toEqual([[5000, 'count-may-be-decimal']]);
  });

  test('C13: another count in the column says so: no licence is half', async () => {
    expect(await read('Quantity', order('5,000'), order('1,250', '78'))).toEqual([[5000], [1250]]);
    const grouped = await read('Quantity', order('5,000'), order('12', '78'), order('1,250', '79'));
    expect(grouped).toEqual([[5000], [12], [1250]]);
  });

  test('C13: they are decimals where the column cannot have thousands', async () => {
    expect(await read('Quantity', order('5,000'), order('0,000', '78'))).toEqual([
      [5],
      'quantity-not-above-nothing',
    ]);
    expect(await read('Quantity', order('5,000'), order('12,00', '78'))).toEqual([[5], [12]]);
  });

  test('C13: the sums of the file say what the mark is', async () => {
    const [own, dear] = ['Quantity;Unit Price;Currency', order('12,000;1200,50;SEK', '78')];
    expect(await read(own, order('5,000;12,50;SEK'), dear)).toEqual([[5], [12]]);
    expect(await read(own, order('5,000;1,250.50;SEK'))).toEqual([[5000]]);
  });

  test('C13: so does another column of counts', async () => {
    const own = 'VIP ID;Customer Name;Product;Licenses;Assigned Licenses';
    const rows = await rowsOf(
      csvOf(own, `${VIP};Linden;Foto;5,000;0,000`, `${VIP};Linden;Film;12,000;3,000`),
    );
    expect(rows).toMatchObject([
      { counts: { owned: 5, assigned: 0 }, notes: [] },
      { counts: { owned: 12, assigned: 3 }, notes: [] },
    ]);
  });
});
