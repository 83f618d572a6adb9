import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import { orderDue } from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import {
  areUsable,
  authorizationState,
  daysToOrder,
} from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import { returnUntil } from '#programmes/adobe-vip/rules/customer/customer-history.ts';
import { dayOfAnniversary } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import type { PriceListItem } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import { renewalEditions } from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { renewalStage } from '#programmes/adobe-vip/rules/renewal/renewal-stage.ts';
import { readSku } from '#programmes/adobe-vip/rules/product/sku.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { editionIn } from '#programmes/adobe-vip/rules/edition/edition-in.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { adobeFile, csvOf, keysOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';
import expected from '#tests/fixtures/adobe/lists-expected.json' with { type: 'json' };

const files = expected.files;
const TODAY = '2026-11-20';
const none = { changed: 0, same: 0, duplicate: 0, unreadable: 0 };
const rows = (name: string) => rowsOf(adobeFile(name), name);

describe('C13: the lists of the fixtures', () => {
  test('C13: the customers, one without an anniversary, each at its stage', async () => {
    const world = new VipWorld();
    const { accepted, noAnniversary, stages } = files['adobe/customers.csv'];
    expect(world.bring(await rows('customers.csv')).counts).toEqual({ new: accepted, ...none });
    const customers = world.of<VipCustomer>('vip-customer');
    expect(customers.filter(({ data }) => data.anniversary === '')).toHaveLength(noAnniversary);
    expect(customers.filter(({ data }) => data.programme === 'vip-marketplace')).toHaveLength(6);
    for (const { vipId, stage } of stages) {
      const { data } = customers.find((customer) => customer.data.vipId === vipId)!;
      const edition = editionIn(renewalEditions, data.renewalEdition);
      const facts = {
        anniversary: data.anniversary,
        anniversaryDay: dayOfAnniversary(data),
        today: TODAY,
        edition,
      };
      expect([vipId, renewalStage(facts)?.stage ?? 'none']).toEqual([vipId, stage]);
    }
  });

  test('C13: the same customers with Swedish headings, semicolons and Windows-1252 are the same', async () => {
    const world = new VipWorld();
    const swedish = await rows('customers-svenska.csv');
    const { accepted } = files['adobe/customers-svenska.csv'];
    expect(new VipWorld().plan(swedish).counts).toEqual({ new: accepted, ...none });
    world.bring(await rows('customers.csv'));
    expect(world.plan(swedish).counts).toEqual({ new: 0, ...none, same: accepted });
  });

  test('C13: the authorizations, each in the state and with the days that are expected', async () => {
    const world = new VipWorld();
    world.bring(await rows('customers.csv'));
    const { accepted, expectedStates } = files['adobe/purchase-authorizations.csv'];
    const plan = world.bring(await rows('purchase-authorizations.csv'));
    expect(plan.counts).toEqual({ new: accepted, ...none });
    expect(plan.above).toEqual([]);
    const all = world.of<PurchaseAuthorization>('purchase-authorization');
    const names: Readonly<Record<string, string>> = { withdrawn: 'cancelled' };
    for (const says of expectedStates) {
      const authorization = all.find(({ data }) => data.requestNumber === says.requestNumber)!;
      const state = authorizationState(authorization, TODAY);
      expect([says.requestNumber, names[state] ?? state]).toEqual([says.requestNumber, says.state]);
      if (says.due === undefined) continue;
      expect([
        authorization.data.createdOn,
        orderDue(authorization),
        daysToOrder(authorization, TODAY),
      ]).toEqual([says.created, says.due, says.daysLeft]);
      expect(areUsable(authorization, TODAY) ?? null).toBe(says.licencesUsable);
    }
  });

  test('C13: the orders, each with its last day of return, and the one that names its authorization covers it', async () => {
    const world = new VipWorld();
    for (const name of ['customers.csv', 'pricelist.csv', 'purchase-authorizations.csv'])
      world.bring(await rows(name));
    const { accepted, returnWindow } = files['adobe/orders.csv'];
    const plan = world.bring(await rows('orders.csv'));
    expect(plan.counts).toEqual({ new: accepted, ...none });
    const orders = world.of<VipOrder>('vip-order');
    expect(orders.filter(({ data }) => data.orderType === 'renewal')).toHaveLength(4);
    for (const says of returnWindow) {
      const order = orders.find(({ data }) => data.orderNumber === says.order)!;
      expect([order.data.orderDate, returnUntil(order)]).toEqual([
        says.orderDate,
        says.lastReturnDay,
      ]);
      expect(TODAY <= returnUntil(order)).toBe(says.returnableToday);
    }
    const row = plan.rows.find(({ number }) => number === '7710000481')!;
    expect(row.notes.map(({ code }) => code)).toEqual([
      'order-before-authorization',
      'other-product',
    ]);
    const covered = world
      .of<PurchaseAuthorization>('purchase-authorization')
      .find(({ data }) => data.requestNumber === '5488BA9CB0978785F14E')!;
    expect(authorizationState(covered, TODAY)).toBe('ordered');
    expect(covered.steps.at(-1)).toMatchObject({
      kind: 'ordered',
      data: { orderNumber: '7710000481' },
    });
  });

  test('C13: the price list, whose first ten characters join the levels of a product', async () => {
    const world = new VipWorld();
    const { accepted, products, productKeys } = files['adobe/pricelist.csv'];
    expect(world.bring(await rows('pricelist.csv')).counts).toEqual({ new: accepted, ...none });
    const prices = world.of<PriceListItem>('price-list-item').map(({ data }) => data);
    expect(new Set(prices.map(({ product }) => product)).size).toBe(products);
    const keys = prices
      .map(({ sku }) => readSku(sku))
      .map((sku) => (sku.valid ? sku.productKey : ''));
    expect(new Set(keys).size).toBe(productKeys);
    expect(prices[0]).toMatchObject({
      sku: '65297752BA01A12',
      product: 'Exempel Alla appar',
      segment: 'COM',
      level: '01',
      currency: 'SEK',
      yearlyPrice: '11400.00',
      months: 12,
      validFrom: '2026-11-01',
    });
  });

  test('C13: open authorizations of the Marketplace, due on the day that it says itself', async () => {
    const world = new VipWorld();
    const { pas, due } = files['adobe/open-acquisitions.json'].expect;
    const plan = world.bring(await rows('open-acquisitions.json'));
    expect(plan.counts).toEqual({ new: pas, ...none });
    const all = world.of<PurchaseAuthorization>('purchase-authorization');
    expect(all.map(orderDue)).toEqual(due);
    expect(all.map(({ data }) => data.edition)).toEqual(['adobe-vip.order-7', 'adobe-vip.order-7']);
    expect(
      world.of<VipCustomer>('vip-customer').map(({ data }) => [data.marketplaceId, data.programme]),
    ).toEqual([['1009990001', 'vip-marketplace']]);
  });

  test('C13: each list again, in any order and under another name, writes nothing', async () => {
    const names = [
      'purchase-authorizations.csv',
      'orders.csv',
      'customers.csv',
      'pricelist.csv',
      'open-acquisitions.json',
      'customers-svenska.csv',
    ];
    const world = new VipWorld();
    for (const name of names) world.bring(await rows(name));
    const before = JSON.stringify([...world.records.values()]);
    for (const name of names.toReversed()) {
      const plan = world.bring(await rows(name));
      expect([name, plan.counts.new, plan.counts.changed, plan.above, plan.under]).toEqual([
        name,
        0,
        0,
        [],
        [],
      ]);
    }
    expect(JSON.stringify([...world.records.values()])).toBe(before);
  });

  test.each([
    ['customers.csv', 'purchase-authorizations.csv', 'orders.csv'],
    ['customers.csv', 'orders.csv', 'purchase-authorizations.csv'],
    ['purchase-authorizations.csv', 'customers.csv', 'orders.csv'],
    ['purchase-authorizations.csv', 'orders.csv', 'customers.csv'],
    ['orders.csv', 'customers.csv', 'purchase-authorizations.csv'],
    ['orders.csv', 'purchase-authorizations.csv', 'customers.csv'],
  ])('C13: read as %s, %s, %s and once more they have said it all', async (...names) => {
    const world = new VipWorld();
    for (const name of [...names, ...names]) world.bring(await rows(name));
    for (const name of names) {
      const { above, under } = world.bring(await rows(name));
      expect([name, above, under]).toEqual([name, [], []]);
    }
  });

  test('C13: a customer that a row brings has nothing of the row but whom it is about', async () => {
    const own = [...Object.keys(customerWith().data), 'origin'].sort();
    for (const name of ['customers.csv', 'purchase-authorizations.csv', 'orders.csv']) {
      const world = new VipWorld();
      world.bring(await rows(name));
      const found = new Set(
        world.of<VipCustomer>('vip-customer').flatMap(({ data }) => Object.keys(data)),
      );
      found.delete('anniversaryDay');
      expect([...found].sort()).toEqual(own);
    }
  });

  test('C13: every id that a plan asks for is made beforehand', async () => {
    for (const name of [
      'customers.csv',
      'purchase-authorizations.csv',
      'orders.csv',
      'pricelist.csv',
    ]) {
      const all = await rows(name);
      const keys = new Set(keysOf(all).map((key) => key.join('/')));
      const { above, under } = new VipWorld().plan(all);
      for (const { id } of [...above, ...under]) expect(keys).toContain(id);
    }
  });

  test.each([
    [
      'Order Number;VIP ID;Order Date;SKU;Quantity;Order Type',
      '77000412;5A20C8F190D73B627E4D;2026-11-21;65297600BA01A12;2;Return',
    ],
    [
      'Request Number;VIP ID;Created;Licence Type;SKU;Quantity',
      ';5A20C8F190D73B627E4D;2026-11-10;Team;65297600BA01A12;2',
    ],
  ])('C13: so it is of a row that names its product by the SKU alone: %s', async (heading, row) => {
    const world = new VipWorld('2026-11-22', [customerWith(), vipOrderWith()]);
    const list = await rowsOf(csvOf(heading, row));
    expect(world.bring(list).rows.map(({ outcome }) => outcome)).toEqual(['new']);
    expect(world.bring(list).rows.map(({ outcome }) => outcome)).toEqual(['same']);
  });

  test('C3: an edition of days is the one the row has, and the workspace’s own where it has none', async () => {
    const [row] = await rows('purchase-authorizations.csv');
    if (row?.outcome !== 'value' || row.is !== 'authorization') throw new Error('no authorization');
    const world = new VipWorld();
    const chosen = { 'adobe-vip.order-days.vip': 'adobe-vip.order-14' };
    const dueOf = (daysToOrder: number) =>
      world
        .plan([{ ...row, daysToOrder }], chosen)
        .under.map((plan) => orderDue({ ...(plan as unknown as PurchaseAuthorization) }));
    expect([30, 14, 7, 0].map((days) => dueOf(days)[0])).toEqual(
      [30, 14, 7, 14].map((days) => addDays(row.createdOn, days)),
    );
    // Ten days are no edition: the list's own last day is kept.
    expect(dueOf(10)).toEqual([addDays(row.createdOn, 10)]);
  });
});
