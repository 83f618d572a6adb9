import { describe, expect, test } from 'vitest';
import { linesNow } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import { coverLines, orderOf } from '#programmes/adobe-vip/rules/order/order-commands.ts';
import { linesLeft } from '#programmes/adobe-vip/rules/order/order-lines-left.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { renewedLines } from '#programmes/adobe-vip/rules/renewal/renewed-lines.ts';
import type { ReturnAuthorization } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { stored } from '#data/records/envelope.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { authorizationWith, customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const TODAY = '2026-11-20';
const VIP = customerWith().data.vipId;
const SKU = '65297600BA01A12';
const [OURS, THEIRS] = ['CC All Apps', 'Creative Cloud All Apps'];
const ORDER = `vip-order/vip-id/${VIP}/1001`;
const doing = doingOn(TODAY);
const orders = (...rows: readonly string[]) =>
  rowsOf(
    csvOf(
      'VIP ID;Order Number;Order Date;Product;Quantity;SKU;Licence Type;Request Number',
      ...rows,
    ),
  );
const authorizations = (...rows: readonly string[]) =>
  rowsOf(csvOf('VIP ID;Request Number;Created;Product;Quantity;SKU;Licence Type', ...rows));
const ordered = (product: string, sku = SKU) =>
  orders(`${VIP};1001;2026-11-15;${product};5;${sku};Team;`);

/** An order that was noted by hand on its authorization. */
const notedByHand = (sku = SKU) => {
  const lines = { 'line-001': { product: OURS, quantity: 5, sku } };
  const authorization = authorizationWith({
    id: 'pa-1',
    requestNumber: 'REQ1',
    createdOn: '2026-11-10',
    lines,
  });
  const input = {
    orderNumber: '1001',
    orderDate: '2026-11-15',
    lines: ['line-001'],
    skus: { 'line-001': sku },
  };
  const covered = {
    ...authorization,
    ...valueOf(coverLines(authorization, ORDER, input, doing)),
  } as PurchaseAuthorization;
  const order = stored(
    orderOf(ORDER, authorization, input, doing),
    undefined,
    doing,
  ) as unknown as VipOrder;
  return { covered, world: new VipWorld(TODAY, [customerWith(), covered, order]) };
};
/** How many licences the customer has, and how many of them can be asked back. */
const countsIn = (world: VipWorld): readonly number[] => {
  const all = world.of<VipOrder>('vip-order');
  const returns = world.of<ReturnAuthorization>('return-authorization');
  const [customer] = world.of<VipCustomer>('vip-customer');
  const plans = plansOf(
    {
      customer: customer!,
      authorizations: world.of('purchase-authorization'),
      orders: all,
      returns,
    },
    TODAY,
  );
  const left = all.flatMap((order) => linesLeft(order, returns));
  return [
    plans.reduce((sum, { owned }) => sum + owned, 0),
    left.reduce((sum, line) => sum + line.left, 0),
  ];
};
const afterEach = (world: VipWorld, rows: Awaited<ReturnType<typeof orders>>, counts = countsIn) =>
  [1, 2, 3].map(() => {
    world.bring(rows);
    return counts(world);
  });
const FIVE = [
  [5, 5],
  [5, 5],
  [5, 5],
];

describe('C13: a product that a list names otherwise, with the SKU that is here, is counted once however often it is read', () => {
  test('C7, C13: of an order that was noted by hand on its authorization', async () => {
    expect(afterEach(notedByHand().world, await ordered(THEIRS))).toEqual(FIVE);
    const { world } = notedByHand();
    expect(afterEach(world, await ordered(THEIRS, '65297600BA02A12'))).toEqual(FIVE);
  });

  test('C7, C13: of an order that another list brought, on no authorization', async () => {
    const world = new VipWorld(TODAY, [customerWith()]);
    world.bring(await ordered(OURS));
    expect(afterEach(world, await ordered(THEIRS))).toEqual(FIVE);
  });

  test('C10, C13: of a renewal that was noted by hand', async () => {
    const lines = { 'cc all apps|team': orderLine(5, { product: OURS, sku: SKU }) };
    const renewal = {
      orderNumber: '1001',
      orderDate: '2026-11-15',
      orderType: 'renewal',
      renews: '2026-12-01',
    } as const;
    const order = vipOrderWith({ ...renewal, lines }, ORDER);
    const world = new VipWorld(TODAY, [customerWith({ anniversary: '2026-12-01' }), order]);
    const renewed = () =>
      [...renewedLines({ orders: world.of('vip-order'), returns: [] }, '2026-12-01').values()].map(
        ({ quantity }) => quantity,
      );
    expect(afterEach(world, await ordered(THEIRS), renewed)).toEqual([[5], [5], [5]]);
  });

  test('C2, C13: of an authorization that was noted by hand, whose order the same list has', async () => {
    const lines = { a: { product: OURS, quantity: 5, sku: SKU } };
    const authorization = authorizationWith({
      requestNumber: 'REQ1',
      createdOn: '2026-11-10',
      lines,
    });
    const world = new VipWorld(TODAY, [customerWith(), authorization]);
    const quantities = () =>
      world
        .of<PurchaseAuthorization>('purchase-authorization')
        .flatMap((each) => linesNow(each).map(({ left }) => left));
    const list = await authorizations(`${VIP};REQ1;2026-11-10;${THEIRS};5;${SKU};Team`);
    expect(afterEach(world, list, quantities)).toEqual([[5], [5], [5]]);
    world.bring(await orders(`${VIP};1001;2026-11-15;${THEIRS};5;${SKU};Team;REQ1`));
    expect(countsIn(world)).toEqual([5, 5]);
    expect(
      linesNow(world.of<PurchaseAuthorization>('purchase-authorization')[0]!)[0]?.orderNumber,
    ).toBe('1001');
  });

  test('C6, C13: what goes back of it goes back of that line', async () => {
    const { world } = notedByHand();
    const back = rowsOf(
      csvOf(
        'VIP ID;Order Number;Order Date;Product;Quantity;SKU;Order Type',
        `${VIP};1001;2026-11-18;${THEIRS};2;${SKU};Return`,
      ),
    );
    world.bring(await back);
    expect(countsIn(world)).toEqual([3, 3]);
  });

  test('C13: of two lines of its SKU each row means the one with its quantity, whatever either is called', async () => {
    const lines = {
      x: orderLine(5, { product: OURS, sku: SKU }),
      'line-002': orderLine(3, { product: THEIRS, sku: SKU }),
    };
    const order = vipOrderWith({ orderNumber: '1001', orderDate: '2026-11-15', lines }, ORDER);
    const world = new VipWorld(TODAY, [customerWith(), order]);
    const rows = [5, 3].map(
      (quantity) => `${VIP};1001;2026-11-15;${THEIRS};${quantity};${SKU};Team;`,
    );
    expect(world.bring(await orders(...rows)).under).toEqual([]);
    expect(world.bring(await orders(...rows.toReversed())).under).toEqual([]);
  });

  test('C13: the line of a product that the list names itself is not another’s, whatever its SKU', async () => {
    const world = new VipWorld(TODAY, [customerWith()]);
    world.bring(await ordered(OURS));
    const both = [
      `${VIP};1001;2026-11-15;${THEIRS};5;${SKU};Team;`,
      `${VIP};1001;2026-11-15;${OURS};5;${SKU};Team;`,
    ];
    expect(afterEach(world, await orders(...both))).toEqual([
      [10, 10],
      [10, 10],
      [10, 10],
    ]);
  });
});

test('C4, C13: an order that was noted by hand on an authorization whose product was put right is that of a list with the old name', async () => {
  const { covered, world } = notedByHand('');
  const from = { 'line-001': { product: 'Foto', quantity: 5, sku: SKU } };
  const renamed = { id: 'h', at: 1, by: 'sara', field: 'lines', from, to: covered.data.lines };
  world.records.set('pa-1', { ...covered, history: [renamed] });
  const list = await orders(`${VIP};1001;2026-11-15;Foto;5;${SKU};Team;REQ1`);
  expect(afterEach(world, list)).toEqual(FIVE);
});
