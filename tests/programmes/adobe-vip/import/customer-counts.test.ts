import { describe, expect, test } from 'vitest';
import { sayPlan } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { authorizationWith, customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { csvOf, rowsOf, shelfOf, VipWorld } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const TODAY = '2026-11-20';
const HEADING = 'VIP ID;Customer Name;Product;Licence Type;SKU;Licenses;Used';
const listOf = (...rows: readonly string[]) =>
  rowsOf(csvOf(HEADING, ...rows.map((row) => `${VIP};Linden;${row}`)));
const theCustomer = (world: VipWorld) => world.of<VipCustomer>('vip-customer')[0]!;
const plansIn = (world: VipWorld) =>
  plansOf(
    {
      customer: theCustomer(world),
      orders: [],
      returns: [],
      authorizations: world.of<PurchaseAuthorization>('purchase-authorization'),
    },
    world.today,
  ).map(
    ({ product, licenceType, owned, assigned }) => `${product} ${licenceType} ${owned} ${assigned}`,
  );
const endsIn = (world: VipWorld, rows: Awaited<ReturnType<typeof listOf>>) =>
  world.bring(rows).rows.map(({ outcome, why }) => why?.code ?? outcome);

describe('C7: licences that a list of customers counts', () => {
  test('C7: a row per product of one customer brings its plans, as they are counted by hand', async () => {
    const world = new VipWorld(TODAY);
    const list = await listOf(
      'Foto;Team;65000002BA01A12;9;7',
      'Vektor;Enterprise;;2;',
      'Foto;Team;65000002BA01A12;9;7',
    );
    expect(endsIn(world, list)).toEqual(['new', 'new', 'duplicate-of-row']);
    expect(world.of('vip-customer')).toHaveLength(1);
    expect(plansIn(world)).toEqual(['Foto team 9 7', 'Vektor enterprise 2 0']);
    const doing = doingOn(TODAY);
    const input = {
      product: 'Foto',
      licenceType: 'team',
      sku: '65000002BA01A12',
      owned: 9,
      assigned: 7,
    } as const;
    const byHand = sayPlan(customerWith(), input, doing);
    const plan = theCustomer(world).data.plans['foto|team']!;
    // Each part of what a person says has its moment.
    const at = expect.any(Number) as number;
    expect(byHand.ok && byHand.value.data.plans['foto|team']).toEqual({
      ...plan,
      at,
      assignedAt: at,
      skuAt: at,
    });
    for (const moment of [plan.at, plan.assignedAt, plan.skuAt])
      expect(moment).toBeLessThan(Date.UTC(2100, 0, 1));
  });

  test('C7: users that a list counts anew have those in who were named before; the same count again leaves them', async () => {
    const at = Date.UTC(2026, 9, 1);
    const plan = {
      product: 'Foto',
      licenceType: 'team',
      sku: '',
      owned: 20,
      assigned: 10,
      on: '2026-10-01',
    } as const;
    const namedAt = Date.UTC(2026, 9, 9);
    const holders = Object.fromEntries(
      Array.from({ length: 13 }, (_, index) => `Pia ${index}`).map((name) => [
        `foto|team|${name}`,
        { name, group: '', plan: 'foto|team', at: namedAt },
      ]),
    );
    const plans = { 'foto|team': { ...plan, at, assignedAt: at } };
    const world = new VipWorld(TODAY, [customerWith({ name: 'Linden', plans, holders })]);
    expect(plansIn(world)).toEqual(['Foto team 20 13']);
    expect(endsIn(world, await listOf('Foto;Team;;21;10'))).toEqual(['changed']);
    expect(plansIn(world)).toEqual(['Foto team 21 13']);
    const { changes } = world.bring(await listOf('Foto;Team;;21;12')).rows[0]!;
    expect(changes).toEqual([{ field: 'used', from: '13', to: '12' }]);
    expect(plansIn(world)).toEqual(['Foto team 21 12']);
  });

  test('C7, C13: that nobody uses any is said where nobody said how many do, and once', async () => {
    const order = vipOrderWith({
      orderDate: '2026-11-10',
      lines: { a: orderLine(5, { product: 'Foto' }) },
    });
    const world = new VipWorld(TODAY, [customerWith({ name: 'Linden' }), order]);
    const [plan] = plansOf(
      { customer: theCustomer(world), orders: [order], returns: [], authorizations: [] },
      TODAY,
    );
    expect(plan?.assignedUnknown).toBe(true);
    const list = await listOf('Foto;Team;;5;0');
    expect(world.bring(list).rows[0]?.changes).toEqual([{ field: 'used', from: '', to: '0' }]);
    const [now] = plansOf(
      { customer: theCustomer(world), orders: [order], returns: [], authorizations: [] },
      TODAY,
    );
    expect([now?.owned, now?.assigned, now?.assignedUnknown]).toEqual([5, 0, undefined]);
    expect(world.bring(list).above).toEqual([]);
  });

  test('C9: a list that only counts leaves the SKU that was ordered since, also of a plan whose SKU has no day of its own', async () => {
    const sku = '65000002BA01A12';
    const plan = {
      product: 'Foto',
      licenceType: 'team',
      sku,
      owned: 9,
      assigned: 9,
      on: '2026-01-01',
      at: 1,
    } as const;
    const lines = { a: orderLine(1, { product: 'Foto', sku: '65000002BA02A12' }) };
    const order = vipOrderWith({ orderDate: '2026-06-01', lines });
    const world = new VipWorld(TODAY, [customerWith({ plans: { 'foto|team': plan } }), order]);
    const skuIn = () =>
      plansOf(
        { customer: theCustomer(world), orders: [order], returns: [], authorizations: [] },
        TODAY,
      )[0]?.sku;
    expect(skuIn()).toBe('65000002BA02A12');
    expect(endsIn(world, await listOf('Foto;Team;;11;9'))).toEqual(['changed']);
    expect([skuIn(), theCustomer(world).data.plans['foto|team']?.skuOn]).toEqual([
      '65000002BA02A12',
      '2026-01-01',
    ]);
    // One that names it says so of today.
    expect(endsIn(world, await listOf(`Foto;Team;${sku};12;9`))).toEqual(['changed']);
    expect(skuIn()).toBe(sku);
  });

  test('C7: read again the list says nothing, also on a later day when something happened since', async () => {
    const world = new VipWorld(TODAY, [customerWith()]);
    const list = await listOf('Foto;Team;;9;7');
    expect(world.bring(list).rows[0]?.changes).toEqual([
      { field: 'name', from: 'Tryckhuset Linden', to: 'Linden' },
      { field: 'licences', from: '', to: '9' },
      { field: 'used', from: '', to: '7' },
    ]);
    expect(world.bring(list).above).toEqual([]);
    world.today = '2026-11-25';
    const lines = { a: { product: 'Foto', quantity: 3, sku: '' } };
    world.records.set('authorization-1', authorizationWith({ createdOn: '2026-11-24', lines }));
    expect(plansIn(world)).toEqual(['Foto team 12 7']);
    expect(world.bring(list).above).toEqual([]);
    // Another list of the later day has the authorization in, or counts anew.
    expect(world.bring(await listOf('Foto;Team;;12;7')).above).toEqual([]);
    expect(world.bring(await listOf('Foto;Team;;11;8')).rows[0]?.changes).toEqual([
      { field: 'licences', from: '12', to: '11' },
      { field: 'used', from: '7', to: '8' },
    ]);
    expect(plansIn(world)).toEqual(['Foto team 11 8']);
  });

  test('C7: a row without a licence type counts the only plan of its product; a used count alone leaves the owned', async () => {
    const lines = { a: { product: 'Foto', quantity: 3, sku: '65000002BA01A12' } };
    const world = new VipWorld(TODAY, [
      customerWith(),
      authorizationWith({ createdOn: '2026-11-10', lines }),
    ]);
    world.bring(await listOf(';;65000002BA02A12;;2'));
    expect(plansIn(world)).toEqual(['Foto team 3 2']);
    world.bring(await listOf('foto;;;5;'));
    expect(plansIn(world)).toEqual(['Foto team 5 2']);
  });

  test.each([
    ['Foto;Team;;2,5;1', 'quantity-not-whole'],
    ['Foto;Team;;-1;', 'count-below-nothing'],
    ['Foto;Team;;;-1', 'count-below-nothing'],
    ['Foto;Team;;0;0', 'same'],
    ['Foto;Team;;;', 'same'],
  ])('C7: a row with %s ends as %s', async (row, end) => {
    expect(
      endsIn(new VipWorld(TODAY, [customerWith({ name: 'Linden' })]), await listOf(row)),
    ).toEqual([end]);
  });

  test('C7: of two rows that count a product otherwise the first holds', async () => {
    const world = new VipWorld(TODAY, [customerWith({ name: 'Linden' })]);
    expect(endsIn(world, await listOf('Foto;Team;;9;', 'FOTO;Team;;8;'))).toEqual([
      'changed',
      'counts-twice',
    ]);
    expect(plansIn(world)).toEqual(['Foto team 9 0']);
  });

  test.each([
    ['VIP ID;Produkt;Licenstyp;Antal;Använda', 'customers'],
    ['VIP ID;Kund;Årsdag;Produkt;Antal licenser', 'customers'],
    ['VIP ID;Customer Name;Deployment Date;Product;Quantity;Used', 'authorizations'],
    ['Order Number;VIP ID;Order Date;Product;Quantity', 'orders'],
  ])('C13: a list headed %s is one of %s', async (heading, kind) => {
    const row = heading.split(';').map((cell) => (cell === 'VIP ID' ? VIP : cell));
    expect((await shelfOf(csvOf(heading, row.join(';')))).content().sheets[0]?.kind).toBe(kind);
  });

  test('C7: a row without a licence type counts nothing where the customer has several, and says so', async () => {
    const world = new VipWorld(TODAY);
    world.bring(await listOf('Foto;Team;;5;0', 'Foto;Enterprise;;4;0'));
    world.today = '2026-11-25';
    const { rows } = world.bring(await listOf('Foto;;;9;7'));
    expect(
      rows.map(({ notes }) => notes.map(({ code, params }) => [code, params?.product])),
    ).toEqual([[['licence-type-open', 'Foto']]]);
    expect(plansIn(world)).toEqual(['Foto enterprise 4 0', 'Foto team 5 0']);
  });
});
