import { describe, expect, test } from 'vitest';
import { linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { customerKey } from '#programmes/adobe-vip/import/match/keys.ts';
import type {
  PurchaseAuthorization,
  PurchaseAuthorizationData,
} from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type {
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder, VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import { authorizationWith, customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const RIGHT = '3C819D40E77B2A6F10B4';
const listOf =
  (heading: string) =>
  (...rows: readonly string[]) =>
    rowsOf(csvOf(heading, ...rows));
const customers = listOf(
  'VIP ID;Customer Name;Anniversary Date;Level;Product;Licence Type;Licenses;Used',
);
const authorizations = listOf(
  'Request Number;VIP ID;Created;Licence Type;Product;Quantity;Days To Order;Due Date',
);
const orders = listOf(
  'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity;PO Number;Unit Price (SEK)',
);
const ownedIn = (world: VipWorld) =>
  plansOf(
    {
      customer: world.of<VipCustomer>('vip-customer')[0]!,
      orders: world.of<VipOrder>('vip-order'),
      returns: [],
      authorizations: world.of<PurchaseAuthorization>('purchase-authorization'),
    },
    world.today,
  ).map(({ product, owned }) => `${product} ${owned}`);
const toldBy = async (world: VipWorld, rows: ReturnType<typeof customers>) =>
  world
    .bring(await rows)
    .rows.map(({ outcome, notes }) => [
      outcome,
      ...notes.map(({ code, params }) => `${code} ${String(params?.field)}`),
    ]);

describe('C13: what was corrected here since a list said it stays when the list says it again', () => {
  const theCustomer = (world: VipWorld) => world.of<VipCustomer>('vip-customer')[0]!;
  const list = () => customers(`${VIP};Linden;2027-06-08;2;Foto;Team;9;7`);

  test('C13: of a customer, field by field, until a list says something else', async () => {
    const world = new VipWorld();
    world.bring(await list());
    const { id } = theCustomer(world);
    world.correct<VipCustomerData>(id, { anniversary: '2027-07-08', level: '3' });
    expect(await toldBy(world, list())).toEqual([
      ['same', 'corrected-here level', 'corrected-here anniversary'],
    ]);
    expect(theCustomer(world).data).toMatchObject({ anniversary: '2027-07-08', level: '3' });
    expect(await toldBy(world, customers(`${VIP};Linden;2027-06-09;2;;;;`))).toEqual([
      ['changed', 'corrected-here level'],
    ]);
    expect(theCustomer(world).data).toMatchObject({ anniversary: '2027-06-09', level: '3' });
  });

  test('C13: its VIP ID, which a list may still have as it was, with its name or without', async () => {
    const world = new VipWorld();
    world.bring(await list());
    const { id } = theCustomer(world);
    world.correct<VipCustomerData>(id, { vipId: RIGHT, name: 'Tryckhuset Linden' });
    world.bring(await list());
    world.bring(await authorizations(`A1;${VIP};2026-11-10;Team;Foto;4;30;`));
    expect(world.of('vip-customer').map((record) => record.id)).toEqual([id]);
    expect(world.of('purchase-authorization').map(({ parent }) => parent)).toEqual([id]);
  });

  test('C1, C13: of one that was written down by hand under the VIP ID of another, that other is brought beside it', async () => {
    const keyed = customerKey({ vipId: VIP, marketplaceId: '', name: '' }).join('/');
    const byHand = customerWith({ vipId: RIGHT, name: 'Fyrvakten' }, [], keyed);
    const world = new VipWorld('2026-11-20', [byHand]);
    world.bring(await authorizations(`A1;${VIP};2026-11-10;Team;Foto;4;30;`));
    const second = `${keyed}-2`;
    world.bring(await list());
    world.bring(await list());
    expect(world.of('vip-customer').map((record) => record.id)).toEqual([keyed, second]);
    expect(world.of('purchase-authorization').map(({ parent }) => parent)).toEqual([second]);
    expect(
      world.of<VipCustomer>('vip-customer').map(({ data }) => `${data.vipId} ${data.name}`),
    ).toEqual([`${RIGHT} Fyrvakten`, `${VIP} Linden`]);
    // Of its name it is meant by the number that it had.
    const own = new VipWorld('2026-11-20', [byHand]);
    own.bring(await customers(`${VIP};Fyrvakten;;;;;;`));
    expect(own.of('vip-customer').map((record) => record.id)).toEqual([keyed]);
  });

  test('C13: of what another list changed since, the one that is read last decides', async () => {
    const world = new VipWorld();
    world.bring(await list());
    world.bring(await customers(`${VIP};Linden;2027-06-08;3;;;;`));
    expect(await toldBy(world, list())).toEqual([['changed']]);
    expect(theCustomer(world).data.level).toBe('2');
    // A list changed it, a person corrected that, and it says the same once more.
    world.correct<VipCustomerData>(theCustomer(world).id, { level: '4' });
    expect(await toldBy(world, customers(`${VIP};Linden;2027-06-08;3;;;;`))).toEqual([
      ['same', 'corrected-here level'],
    ]);
  });

  test('C7: of its counts', async () => {
    const world = new VipWorld();
    world.bring(await list());
    const { id, data } = theCustomer(world);
    const plans = { 'foto|team': { ...data.plans['foto|team']!, owned: 11 } };
    world.correct<VipCustomerData>(id, { plans });
    world.today = '2026-11-25';
    const other = customers(`${VIP};Linden;2027-06-08;2;Foto;Team;9;8`);
    expect(await toldBy(world, other)).toEqual([['changed', 'corrected-here licences']]);
    expect(theCustomer(world).data.plans['foto|team']).toMatchObject({ owned: 11, assigned: 8 });
  });

  test('C3: of an authorization, its last day and the licences of a line', async () => {
    const world = new VipWorld();
    const given = () => authorizations(`A1;${VIP};2026-11-10;Team;Foto;4;30;2026-12-10`);
    world.bring(await given());
    const authorization = () => world.of<PurchaseAuthorization>('purchase-authorization')[0]!;
    const { id, data } = authorization();
    const lines = { 'line-001': { ...data.lines['line-001']!, quantity: 5 } };
    const corrected = { statedDue: '2026-12-20', edition: 'adobe-vip.order-14', lines };
    world.correct<PurchaseAuthorizationData>(id, corrected);
    expect(await toldBy(world, given())).toEqual([
      ['same', 'corrected-here edition', 'corrected-here statedDue', 'corrected-here quantity'],
    ]);
    expect(authorization().data).toMatchObject(corrected);
    expect(
      await toldBy(world, authorizations(`A1;${VIP};2026-11-10;Team;Foto;6;30;2026-12-10`)),
    ).toMatchObject([['changed', 'corrected-here edition', 'corrected-here statedDue']]);
    expect(linesNow(authorization())[0]?.quantity).toBe(6);
  });

  test.each([
    [
      'an authorization',
      'purchase-authorization',
      (rows: readonly string[]) =>
        authorizations(...rows.map((row) => `A1;${VIP};2026-11-10;Team;${row};30;`)),
    ],
    [
      'an order',
      'vip-order',
      (rows: readonly string[]) =>
        orders(...rows.map((row) => `1001;${VIP};2026-11-10;Team;${row};;`)),
    ],
  ] as const)(
    'C13: of %s, the licences of a line, also where the list that has them wrong brought another line',
    async (_, kind, listed) => {
      const world = new VipWorld();
      const quantities = () =>
        Object.values(world.of<VipOrder>(kind)[0]!.data.lines).map(({ quantity }) => quantity);
      const correct = (quantity: number) => {
        const { id, data } = world.of<VipOrder>(kind)[0]!;
        world.correct<VipOrderData>(id, {
          lines: { ...data.lines, 'line-001': { ...data.lines['line-001']!, quantity } },
        });
      };
      world.bring(await listed(['Illustrator;1']));
      correct(4);
      for (const _ of [1, 2, 3]) {
        world.bring(await listed(['Illustrator;1', 'Foto;2']));
        expect(quantities()).toEqual([4, 2]);
      }
      // If lists named it since, the one that was read last decides.
      world.bring(await listed(['Illustrator;3', 'Foto;2']));
      world.bring(await listed(['Illustrator;1', 'Foto;2', 'Vektor;5']));
      expect(quantities()).toEqual([1, 2, 5]);
    },
  );

  describe('C2: an authorization whose product was put right', () => {
    const authorizationIn = (world: VipWorld) =>
      world.of<PurchaseAuthorization>('purchase-authorization')[0]!;
    const rename = (
      world: VipWorld,
      product: string,
      given: { readonly quantity?: number } = {},
    ) => {
      const { id, data } = authorizationIn(world);
      const lines = Object.entries(data.lines).map(([line, was]) => [
        line,
        { ...was, product, sku: '', ...given },
      ]);
      world.correct<PurchaseAuthorizationData>(id, { lines: Object.fromEntries(lines) });
    };
    const linesIn = (world: VipWorld) =>
      linesNow(authorizationIn(world)).map(({ product, quantity }) => `${product} ${quantity}`);
    const row = (product: string, quantity: number) =>
      `A1;${VIP};2026-11-10;Team;${product};${quantity};30;2026-12-10`;
    const listed = async () => {
      const world = new VipWorld();
      world.bring(await authorizations(row('Foto', 4)));
      return world;
    };
    const byHand = async () =>
      Promise.resolve(
        new VipWorld('2026-11-20', [
          customerWith(),
          authorizationWith({
            requestNumber: 'A1',
            createdOn: '2026-11-10',
            lines: { a: { product: 'Foto', quantity: 4, sku: '65297600BA01A12' } },
          }),
        ]),
      );

    test.each([
      ['a list brought', listed],
      ['was noted by hand', byHand],
    ])('C2: and that %s has the line once, under its right name', async (_, made) => {
      const world = await made();
      rename(world, 'Vektor');
      const withSku = listOf('Request Number;VIP ID;Created;Licence Type;Product;SKU;Quantity');
      const list = () => withSku(`A1;${VIP};2026-11-10;Team;Foto;65297600BA01A12;4`);
      expect(await toldBy(world, list())).toEqual([['same', 'corrected-here product']]);
      expect(Object.values(authorizationIn(world).data.lines)).toEqual([
        { product: 'Vektor', quantity: 4, sku: '' },
      ]);
      rename(world, 'Grafik');
      expect(await toldBy(world, list())).toEqual([['same', 'corrected-here product']]);
      expect(linesIn(world)).toEqual(['Grafik 4']);
    });

    test('C2: with its licences, both stay as they were put right', async () => {
      const world = await listed();
      rename(world, 'Vektor', { quantity: 5 });
      expect(await toldBy(world, authorizations(row('Foto', 4)))).toEqual([
        ['same', 'corrected-here product', 'corrected-here quantity'],
      ]);
      expect(linesIn(world)).toEqual(['Vektor 5']);
    });

    test.each([
      ['of another count', [row('Foto', 6)], ['Vektor 4', 'Foto 6']],
      ['beside the right one', [row('Foto', 4), row('Vektor', 4)], ['Vektor 4', 'Foto 4']],
      ['twice', [row('Foto', 4), row('foto', 4)], ['Vektor 4']],
      ['and one more of it', [row('Foto', 4), row('Foto', 2)], ['Vektor 4', 'Foto 2']],
    ])('C13: a list that has the old product %s has each line once', async (_, rows, lines) => {
      const world = await listed();
      rename(world, 'Vektor');
      world.bring(await authorizations(...rows));
      expect(linesIn(world)).toEqual(lines);
    });

    test('C13: a line that took the place of one that was taken out was not put right', async () => {
      const world = await listed();
      const { id } = authorizationIn(world);
      world.correct<PurchaseAuthorizationData>(id, { lines: {} });
      world.correct<PurchaseAuthorizationData>(id, {
        lines: { 'line-001': { product: 'Vektor', quantity: 4, sku: '' } },
      });
      world.bring(await authorizations(row('Foto', 4)));
      expect(linesIn(world)).toEqual(['Vektor 4', 'Foto 4']);
    });

    test.each([4, 3])(
      'C4: an order of %s licences of the old product is of its line',
      async (quantity) => {
        const world = await listed();
        rename(world, 'Vektor');
        const named = listOf(
          'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity;Request Number',
        );
        const { rows } = world.bring(
          await named(`1005;${VIP};2026-11-18;Team;Foto;${quantity};A1`),
        );
        expect(rows[0]?.notes.map(({ code }) => code)).not.toContain('other-product');
        expect(linesNow(authorizationIn(world))[0]?.orderNumber).toBe('1005');
        expect(ownedIn(world)).toEqual(['Vektor 4']);
      },
    );
  });

  test('C4: of an order, its day and a line', async () => {
    const world = new VipWorld();
    const given = () => orders(`77;${VIP};2026-11-10;Team;Foto;4;PO-1;100.00`);
    world.bring(await given());
    const order = () => world.of<VipOrder>('vip-order')[0]!;
    const { id, data } = order();
    const lines = { 'line-001': { ...data.lines['line-001']!, quantity: 5, unitPrice: '90.00' } };
    const corrected = { orderDate: '2026-11-11', purchaseOrderNumber: 'PO-2', lines };
    world.correct<VipOrderData>(id, corrected);
    expect(await toldBy(world, given())).toEqual([
      [
        'same',
        'corrected-here orderDate',
        'corrected-here purchaseOrderNumber',
        'corrected-here quantity',
        'corrected-here unitPrice',
      ],
    ]);
    expect(order().data).toMatchObject(corrected);
  });
});

describe('C13: a list that still has a number which was put right here means what it meant', () => {
  const made = () =>
    new VipWorld('2026-11-22', [customerWith(), authorizationWith(), vipOrderWith(BY_HAND)]);
  const BY_HAND = { orderNumber: '1001', lines: { a: orderLine(4, { product: 'Foto', sku: '' }) } };
  const only = <R>(found: readonly R[]): R => {
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  test('C2: an authorization whose request number was corrected is there once, with the corrected one', async () => {
    const world = made();
    const list = () => authorizations(`A1;${VIP};2026-11-20;Team;Illustrator;6;30;`);
    world.bring(await list());
    const found = () => only(world.of<PurchaseAuthorization>('purchase-authorization'));
    world.correct<PurchaseAuthorizationData>(found().id, { requestNumber: 'A2' });
    expect(await toldBy(world, list())).toEqual([['same', 'corrected-here requestNumber']]);
    expect(found().data.requestNumber).toBe('A2');
    expect(
      await toldBy(world, authorizations(`A2;${VIP};2026-11-20;Team;Illustrator;6;30;`)),
    ).toEqual([['same']]);
    // An order that names it by the old number covers it all the same.
    const named = listOf(
      'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity;Request Number',
    );
    world.bring(await named(`1005;${VIP};2026-11-21;Team;Illustrator;6;A1`));
    expect(linesNow(found())[0]?.orderNumber).toBe('1005');
  });

  test.each(['by hand', 'from the list'])(
    'C4: an order, noted %s, whose number was corrected is there once',
    async (how) => {
      const world = how === 'by hand' ? made() : new VipWorld('2026-11-22', [customerWith()]);
      const list = () => orders(`1001;${VIP};2026-11-20;Team;Foto;4;;`);
      world.bring(await list());
      const found = () => only(world.of<VipOrder>('vip-order'));
      world.correct<VipOrderData>(found().id, { orderNumber: '1002' });
      expect(await toldBy(world, list())).toEqual([['same', 'corrected-here orderNumber']]);
      expect(found().data.orderNumber).toBe('1002');
      const back = listOf('Order Number;VIP ID;Order Date;Product;Quantity;Order Type');
      expect(await toldBy(world, back(`1001;${VIP};2026-11-21;Foto;1;Return`))).toEqual([
        ['new', 'corrected-here orderNumber'],
      ]);
      expect(world.of<ReturnAuthorization>('return-authorization')[0]?.data.order).toBe(found().id);
    },
  );

  test('C4: an order of a part of an authorization, named by its earlier number, counts its licences once', async () => {
    const world = new VipWorld('2026-11-22', [
      customerWith(),
      authorizationWith({ requestNumber: 'A1' }),
    ]);
    world.correct<PurchaseAuthorizationData>('authorization-1', { requestNumber: 'A2' });
    const named = listOf(
      'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity;Request Number',
    );
    world.bring(await named(`1005;${VIP};2026-11-21;Team;Illustrator;4;A1`));
    expect(world.of<VipOrder>('vip-order')[0]?.data.authorization).toBe('authorization-1');
    expect(ownedIn(world)).toEqual(['Illustrator 6']);
    const other = new VipWorld('2026-11-22', [
      customerWith(),
      authorizationWith({ requestNumber: 'A1' }),
    ]);
    other.correct<PurchaseAuthorizationData>('authorization-1', { requestNumber: 'A2' });
    const rows = [
      `1005;${VIP};2026-11-21;Team;Foto;4;A1`,
      `1006;${VIP};2026-11-21;Team;Illustrator;4;A1`,
    ];
    other.bring(await named(rows[0]!));
    // A list that has the authorization by its own number means another by the earlier one.
    other.bring(await named(rows[1]!, `1007;${VIP};2026-11-21;Team;Illustrator;6;A2`));
    const covers = other
      .of<VipOrder>('vip-order')
      .map(({ data }) => [data.orderNumber, data.authorization]);
    expect(covers.toSorted()).toEqual([
      ['1005', ''],
      ['1006', ''],
      ['1007', 'authorization-1'],
    ]);
  });

  test('C4: an order of more than an authorization ever had is another’s, whatever number that had before', async () => {
    const world = new VipWorld('2026-11-22', [
      customerWith(),
      authorizationWith({ requestNumber: 'A1' }),
    ]);
    world.correct<PurchaseAuthorizationData>('authorization-1', { requestNumber: 'A2' });
    const named = listOf(
      'Order Number;VIP ID;Order Date;Licence Type;Product;Quantity;Request Number',
    );
    const row = (quantity: number) =>
      named(`1005;${VIP};2026-11-21;Team;Illustrator;${quantity};A1`);
    expect(await toldBy(world, row(60))).toEqual([['new', 'authorization-not-here undefined']]);
    expect(ownedIn(world)).toEqual(['Illustrator 66']);
    const part = new VipWorld('2026-11-22', [
      customerWith(),
      authorizationWith({ requestNumber: 'A1' }),
    ]);
    part.correct<PurchaseAuthorizationData>('authorization-1', { requestNumber: 'A2' });
    // Whoever reads it sees what it was taken for.
    expect(JSON.stringify(await toldBy(part, row(4)))).toContain('corrected-here requestNumber');
  });

  test('C4: the number of another day or product is another order’s', async () => {
    const world = made();
    world.correct<VipOrderData>('order-1', { orderNumber: '1002' });
    world.bring(await orders(`1001;${VIP};2026-11-21;Team;Foto;4;;`));
    expect(world.of<VipOrder>('vip-order').map(({ data }) => data.orderNumber)).toEqual([
      '1002',
      '1001',
    ]);
    const other = made();
    other.correct<VipOrderData>('order-1', { orderNumber: '1002' });
    other.bring(await orders(`1001;${VIP};2026-11-20;Team;Vektor;4;;`));
    expect(other.of<VipOrder>('vip-order').map(({ data }) => data.orderNumber)).toEqual([
      '1002',
      '1001',
    ]);
  });

  test('C13: the number that one had before is another’s in a list that has it on another day, and is its own record', async () => {
    const world = new VipWorld('2026-11-22', [customerWith()]);
    world.bring(await orders(`1010;${VIP};2026-11-02;Team;Illustrator;5;;`));
    world.correct<VipOrderData>(only(world.of<VipOrder>('vip-order')).id, { orderNumber: '1001' });
    const list = () => orders(`1010;${VIP};2026-11-20;Team;Photoshop;7;;`);
    expect(await toldBy(world, list())).toEqual([['new']]);
    const told = () =>
      world
        .of<VipOrder>('vip-order')
        .map(({ data }) => [
          data.orderNumber,
          data.orderDate,
          ...Object.values(data.lines).map((line) => line.quantity),
        ]);
    expect(told()).toEqual([
      ['1001', '2026-11-02', 5],
      ['1010', '2026-11-20', 7],
    ]);
    expect(await toldBy(world, list())).toEqual([['same']]);
    expect(told()).toHaveLength(2);
  });

  test('C13: so it is with an authorization', async () => {
    const world = new VipWorld('2026-11-22', [customerWith()]);
    world.bring(await authorizations(`R10;${VIP};2026-11-02;Team;Illustrator;5;30;`));
    const all = () => world.of<PurchaseAuthorization>('purchase-authorization');
    world.correct<PurchaseAuthorizationData>(only(all()).id, { requestNumber: 'R1' });
    const list = () => authorizations(`R10;${VIP};2026-11-20;Team;Photoshop;7;30;`);
    expect(await toldBy(world, list())).toEqual([['new']]);
    expect(
      all().map(({ data }) => [data.requestNumber, data.createdOn, Object.keys(data.lines).length]),
    ).toEqual([
      ['R1', '2026-11-02', 1],
      ['R10', '2026-11-20', 1],
    ]);
    expect(await toldBy(world, list())).toEqual([['same']]);
  });

  describe('C13: a neighbour of the same day and product', () => {
    const back = listOf('Order Number;VIP ID;Order Date;Product;Quantity;Order Type');
    const row = (number: string, quantity: number) =>
      `${number};${VIP};2026-11-20;Team;Illustrator;${quantity};;`;
    const corrected = () => {
      const world = new VipWorld('2026-11-22', [
        customerWith(),
        vipOrderWith({ orderNumber: '1010', lines: { a: orderLine(5, { sku: '' }) } }),
      ]);
      world.correct<VipOrderData>('order-1', { orderNumber: '1001' });
      return world;
    };
    const ordersIn = (world: VipWorld) =>
      world
        .of<VipOrder>('vip-order')
        .map(({ data }) => [
          data.orderNumber,
          ...Object.values(data.lines).map(({ quantity }) => quantity),
        ]);

    test.each([
      ['of another count beside the corrected one', [row('1001', 5), row('1010', 7)], 7],
      ['of another count before it', [row('1010', 7), row('1001', 5)], 7],
      ['of the same count beside the corrected one', [row('1010', 5), row('1001', 5)], 5],
      ['of another count alone', [row('1010', 7)], 7],
    ])('C13: an order %s is its own', async (_, rows, quantity) => {
      const world = corrected();
      world.bring(await orders(...rows));
      expect(ordersIn(world)).toEqual([
        ['1001', 5],
        ['1010', quantity],
      ]);
    });

    test('C13: one line that is as it was tells of which order the number’s other lines are', async () => {
      const world = corrected();
      world.bring(await orders(`1010;${VIP};2026-11-20;Team;Foto;2;;`, row('1010', 5)));
      expect(ordersIn(world)).toEqual([['1001', 5, 2]]);
    });

    test('C13: an authorization of another count, or beside the corrected one, is its own', async () => {
      const row = (number: string, quantity: number) =>
        `${number};${VIP};2026-11-20;Team;Illustrator;${quantity};30;`;
      const lists = [[row('R10', 7)], [row('R10', 6), row('R1', 6)]];
      for (const list of lists) {
        const world = new VipWorld('2026-11-22', [
          customerWith(),
          authorizationWith({ requestNumber: 'R10' }),
        ]);
        world.correct<PurchaseAuthorizationData>('authorization-1', { requestNumber: 'R1' });
        world.bring(await authorizations(...list));
        const found = world
          .of<PurchaseAuthorization>('purchase-authorization')
          .map(({ data }) => data.requestNumber);
        expect(found).toEqual(['R1', 'R10']);
      }
    });

    test.each([
      ['before the order', [`1010;${VIP};2026-11-19;Illustrator;2;Return`]],
      ['after the days on which it can go back', [`1010;${VIP};2026-12-05;Illustrator;2;Return`]],
      [
        'in a list that has the order by its own number',
        [`1001;${VIP};2026-11-20;Illustrator;5;NEW`, `1010;${VIP};2026-11-22;Illustrator;2;Return`],
      ],
    ])('C6: a return %s is of no order that had its number', async (_, rows) => {
      const world = corrected();
      world.today = '2026-12-10';
      expect(world.bring(await back(...rows)).rows.at(-1)).toMatchObject({
        outcome: 'unreadable',
        why: { code: 'return-without-order' },
      });
      expect(world.of<ReturnAuthorization>('return-authorization')).toEqual([]);
    });
  });
});
