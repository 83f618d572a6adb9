import { describe, expect, test } from 'vitest';
import { customerRenewal } from '#domain/adobe-vip/customer-renewal.ts';
import { plansOf, type CustomerBook } from '#domain/adobe-vip/plans.ts';
import type { PurchaseAuthorization } from '#domain/adobe-vip/purchase-authorization.ts';
import type { ReturnAuthorization } from '#domain/adobe-vip/return-authorization.ts';
import type { VipCustomer } from '#domain/adobe-vip/vip-customer.ts';
import type { VipOrder } from '#domain/adobe-vip/vip-order.ts';
import type { VolymRecord } from '#domain/record.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const TODAY = '2026-11-20';
const orders = (...rows: readonly string[]) =>
  rowsOf(csvOf('Order Number;VIP ID;Order Date;SKU;Product;Quantity;Order Type', ...rows));
const authorizations = (...rows: readonly string[]) =>
  rowsOf(csvOf('Request Number;VIP ID;Deployment Date;Licence Type;Product;Quantity;Status', ...rows));
const worldWith = (...records: readonly VolymRecord[]) => new VipWorld(TODAY, [customerWith(), ...records]);

/** A customer with what lies under it, as its page reads it. */
const bookIn = (world: VipWorld): CustomerBook => ({
  customer: world.of<VipCustomer>('vip-customer')[0]!,
  authorizations: world.of<PurchaseAuthorization>('purchase-authorization'),
  orders: world.of<VipOrder>('vip-order'),
  returns: world.of<ReturnAuthorization>('return-authorization'),
});
const ownedIn = (world: VipWorld) =>
  plansOf(bookIn(world), TODAY).map(({ product, licenceType, owned }) => `${product} ${licenceType} ${owned}`);

describe('C7: orders of a list without licence types', () => {
  test('C7: an order is of the type that is authorized of its product, and adds to that plan', async () => {
    const world = worldWith();
    world.bring(await authorizations(`A1;${VIP};2026-11-10;Enterprise;Foto;4;Pending`));
    world.bring(await orders(`77;${VIP};2026-11-18;;Foto;3;NEW`));
    expect(ownedIn(world)).toEqual(['Foto enterprise 7']);
    expect(Object.values(world.of<VipOrder>('vip-order')[0]!.data.lines)[0]?.licenceType).toBe('enterprise');
  });

  test('C7: read before the authorizations it counts to their plan all the same, and read again it says so', async () => {
    const world = worldWith();
    const list = await orders(`77;${VIP};2026-11-18;65000002BA02A12;;3;NEW`);
    world.bring(list);
    expect(ownedIn(world)).toEqual(['65000002BA02A12  3']);
    world.bring(await authorizations(`A1;${VIP};2026-11-10;Team;Foto;4;Pending`));
    const plans = {
      'foto|team': { product: 'Foto', licenceType: 'team', sku: '65000002BA01A12', on: '2026-11-01', at: 1 },
    };
    const [customer] = world.of<VipCustomer>('vip-customer');
    world.records.set(customer!.id, { ...customer!, data: { ...customer!.data, plans } as never });
    expect(ownedIn(world)).toEqual(['Foto team 7']);
    expect(world.bring(list).rows.map(({ outcome }) => outcome)).toEqual(['changed']);
    expect(ownedIn(world)).toEqual(['Foto team 7']);
    expect(Object.values(world.of<VipOrder>('vip-order')[0]!.data.lines)).toMatchObject([
      { product: 'Foto', licenceType: 'team', quantity: 3 },
    ]);
    expect(world.bring(list).under).toEqual([]);
  });

  test('C9: a renewal without a licence type renews the plan, and not one of its own', async () => {
    const plans = {
      'foto|team': { product: 'Foto', licenceType: 'team', sku: '', owned: 9, assigned: 9, on: '2026-11-01', at: 1 },
    } as const;
    const customer = customerWith({ anniversary: '2026-12-13', plans });
    const list = await orders(`78;${VIP};2026-11-18;;Foto;4;RENEWAL`);
    const world = new VipWorld(TODAY, [customer]);
    world.bring(list);
    expect(customerRenewal(bookIn(world), TODAY)).toMatchObject({
      plans: [{ key: 'foto|team', owned: 9, renewed: 4, need: 5 }],
    });
  });
});

describe('C1: the first order of a list', () => {
  const firstIn = (world: VipWorld) => {
    const { firstOrderOn, anniversary, anniversaryDay } = world.of<VipCustomer>('vip-customer')[0]!.data;
    return [firstOrderOn, anniversary, anniversaryDay];
  };

  test('C1: the earliest order sets the anniversary, its row says so, and the same list again changes nothing', async () => {
    const list = await orders(`78;${VIP};2026-11-18;;Foto;4;NEW`, `77;${VIP};2026-03-31;;Foto;4;NEW`);
    for (const world of [new VipWorld(TODAY, [customerWith({ anniversary: '' })]), new VipWorld(TODAY)]) {
      const plan = world.bring(list);
      expect(firstIn(world)).toEqual(['2026-03-31', '2027-03-31', 31]);
      const told = { code: 'anniversary-counted', params: { day: '2027-03-31' } };
      expect(plan.rows.map(({ notes }) => notes.filter(({ code }) => code !== 'new-customer'))).toEqual([[], [told]]);
      const again = world.bring(list);
      expect([again.above, again.under, again.counts.same]).toEqual([[], [], 2]);
    }
  });

  test('C1: an earlier order moves an anniversary that a later one had set, and is a change even where it was here', async () => {
    const world = new VipWorld(TODAY, [customerWith({ anniversary: '' })]);
    world.bring(await orders(`78;${VIP};2026-11-18;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(['2026-11-18', '2027-11-18', 18]);
    world.bring(await orders(`77;${VIP};2026-03-31;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(['2026-03-31', '2027-03-31', 31]);
    // Read in by an app that did not look at it.
    const [customer] = world.of<VipCustomer>('vip-customer');
    const data = { ...customer!.data, firstOrderOn: '', anniversary: '' };
    world.records.set(customer!.id, { ...customer!, data });
    const [row] = world.bring(await orders(`78;${VIP};2026-11-18;;Foto;4;NEW`)).rows;
    expect([row?.outcome, row?.changes]).toEqual(['changed', [{ field: 'anniversary', from: '', to: '2027-03-31' }]]);
    expect(firstIn(world)).toEqual(['2026-03-31', '2027-03-31', 31]);
  });

  test('C1: what a list of customers says of the anniversary stands', async () => {
    const world = new VipWorld(TODAY, [customerWith()]);
    world.bring(await orders(`77;${VIP};2026-03-31;;Foto;4;NEW`));
    expect(firstIn(world)).toEqual(['', '2027-06-08', undefined]);
  });
});
