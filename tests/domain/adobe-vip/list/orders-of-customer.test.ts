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
