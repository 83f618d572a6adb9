import { beforeEach, describe, expect, test } from 'vitest';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { authorizationState } from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import type { InvoiceLine } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type { PriceListItem } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { NO_CHOICE } from '#core/import/choice.ts';
import { sayNewHolder } from '#programmes/adobe-vip/rules/plan/licence-holders.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { openTrial } from '#tests/factories/trials.ts';
import { currentSteps } from '#core/record/step.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { toTrash } from '#core/record/trash.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { adobeFixture, vipListsIn } from '#tests/factories/vip-lists-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { onKind } from '#data/records/on-kind.ts';
import { mappedPart, onlyPart } from '#tests/factories/lot-here.ts';

let world: TestWorkspace;
let hands: ReturnType<typeof vipListsIn>;
beforeEach(async () => {
  world = await openTestWorkspace();
  hands = vipListsIn(world);
});

const VIP = '909AFE23D7E610B96384';
const LISTS = ['customers.csv', 'pricelist.csv', 'purchase-authorizations.csv', 'orders.csv'];
const of = async <R extends VolymRecord>(kind: string): Promise<R[]> =>
  (await world.records.find({ kind })) as R[];
const csv = (...rows: readonly string[]) => new File([rows.join('\n')], 'lista.csv');
const bringAll = async (): Promise<string[]> => {
  const runs: string[] = [];
  for (const name of LISTS) runs.push(await hands.bring(await adobeFixture(name)));
  return runs;
};

describe('C13: the lists of a VIP reseller in a workspace', () => {
  test('C13: the dry run writes nothing, the tap what it showed, and the same files again change nothing', async () => {
    const empty = await world.dump();
    const dryRun = await hands.tryOut(await adobeFixture('customers.csv'));
    expect(dryRun.plan.counts).toEqual({
      new: 24,
      changed: 0,
      same: 0,
      duplicate: 0,
      unreadable: 0,
    });
    expect(await world.dump()).toBe(empty);
    await bringAll();
    expect(await of('vip-customer')).toHaveLength(24);
    expect(await of('price-list-item')).toHaveLength(60);
    expect(await of('purchase-authorization')).toHaveLength(12);
    expect(await of('vip-order')).toHaveLength(30);
    const kinds = ['vip-customer', 'price-list-item', 'purchase-authorization', 'vip-order'];
    const stored = async () => JSON.stringify(await Promise.all(kinds.map((kind) => of(kind))));
    const before = await stored();
    for (const name of LISTS) {
      const again = await hands.tryOut(await adobeFixture(name));
      expect(again.plan.counts).toMatchObject({ new: 0, changed: 0, unreadable: 0 });
      await hands.tap(again);
    }
    expect(await stored()).toBe(before);
  });

  test('C13: undoing the orders gives the authorization back what it was, and takes only the orders', async () => {
    const runs = await bringAll();
    const covered = async () =>
      (await of<PurchaseAuthorization>('purchase-authorization')).find(
        ({ data }) => data.requestNumber === '5488BA9CB0978785F14E',
      )!;
    const orderNumber = async () =>
      currentSteps((await covered()).steps).find(({ kind }) => kind === 'ordered')?.data
        ?.orderNumber;
    expect(await orderNumber()).toBe('7710000481');
    expect(await hands.undo(runs[3]!)).toEqual([]);
    expect(await of('vip-order')).toEqual([]);
    expect(await of('vip-customer')).toHaveLength(24);
    expect(await orderNumber()).toBe('Ordered');
    expect(authorizationState(await covered(), '2026-11-20')).toBe('ordered');
  });

  test('C1: the anniversary that a first order set goes with the import, unless someone changed it since', async () => {
    await hands.bring(csv('VIP ID,Customer Name', '909AFE23D7E610B96384,Björkdalens kommun'));
    const list = () =>
      csv(
        'Order Number,VIP ID,Order Date,SKU,Product,Quantity',
        '77,909AFE23D7E610B96384,2026-03-31,,Foto,4',
      );
    const first = async () => (await of<VipCustomer>('vip-customer'))[0]!.data;
    const run = await hands.bring(list());
    expect(await first()).toMatchObject({
      firstOrderOn: '2026-03-31',
      anniversary: '2027-03-31',
      anniversaryDay: 31,
    });
    expect(await hands.undo(run)).toEqual([]);
    expect(await first()).toMatchObject({ firstOrderOn: '', anniversary: '' });
    expect((await first()).anniversaryDay).toBeUndefined();
    const again = await hands.bring(list());
    const { id } = (await of<VipCustomer>('vip-customer'))[0]!;
    await world.records.change(
      id,
      onKind('vip-customer', (customer) => ({
        ok: true,
        value: { ...customer, data: { ...customer.data, anniversary: '2027-06-08' } },
      })),
    );
    expect(await hands.undo(again)).toMatchObject([{ id, reason: 'edited' }]);
    expect((await first()).anniversary).toBe('2027-06-08');
  });

  test('C13: what was corrected by hand stays, and what a later list changed gives way to the one that is read last', async () => {
    const list = (level: string) =>
      csv('VIP ID,Customer Name,Level', `${VIP},Björkdalens kommun,${level}`);
    const theLevel = async () => (await of<VipCustomer>('vip-customer'))[0]!.data.level;
    await hands.bring(list('2'));
    const later = await hands.bring(list('3'));
    await hands.bring(list('2'));
    expect(await theLevel()).toBe('2');
    const { id } = (await of<VipCustomer>('vip-customer'))[0]!;
    await world.records.change(
      id,
      onKind('vip-customer', (customer) => ({
        ok: true,
        value: { ...customer, data: { ...customer.data, level: '4' } },
      })),
    );
    for (const level of ['2', '3']) {
      const again = await hands.tryOut(list(level));
      expect(again.plan.rows).toMatchObject([
        { outcome: 'same', notes: [{ code: 'corrected-here' }] },
      ]);
    }
    // An import that was undone counts for nothing.
    await hands.undo(later);
    expect((await hands.tryOut(list('3'))).plan.rows).toMatchObject([
      { outcome: 'changed', notes: [] },
    ]);
    expect(await theLevel()).toBe('4');
  });

  test('C7: what a list counted goes with it, and the same file again says nothing', async () => {
    const list = () =>
      csv(
        'VIP ID,Customer Name,Product,Licence Type,Licenses,Used',
        `${VIP},Björkdalens kommun,Foto,Team,9,7`,
      );
    const plans = async () => (await of<VipCustomer>('vip-customer'))[0]!.data.plans;
    await hands.bring(csv('VIP ID,Customer Name', `${VIP},Björkdalens kommun`));
    const run = await hands.bring(list());
    const { today, now } = world.records.doing();
    expect(await plans()).toMatchObject({
      'foto|team': { product: 'Foto', owned: 9, assigned: 7, on: today },
    });
    expect((await plans())['foto|team']!.at).toBeLessThanOrEqual(now);
    const again = await hands.tryOut(list());
    expect([again.plan.counts.same, again.plan.above]).toEqual([1, []]);
    expect(await hands.undo(run)).toEqual([]);
    expect(await plans()).toEqual({});
  });

  describe('C7: who holds the licences', () => {
    const plan = (product: string) => `${VIP},Nordby kommun,${product},Team,9,`;
    const PLANS = [
      'VIP ID,Customer Name,Product,Licence Type,Licenses,Used',
      plan('Foto'),
      plan('Vektor'),
    ];
    const nordby = async () => (await of<VipCustomer>('vip-customer'))[0]!;
    const held = async () =>
      Object.values((await nordby()).data.holders)
        .map(({ name, plan }) => `${name} ${plan}`)
        .sort();
    const counted = async () =>
      plansOf(
        { customer: await nordby(), authorizations: [], orders: [], returns: [] },
        world.records.doing().today,
      ).map(({ product, assigned }) => `${product} ${assigned}`);
    const change = async (with_: (customer: VipCustomer) => VipCustomer['data']) => {
      const { id } = await nordby();
      await world.records.change(
        id,
        onKind('vip-customer', (customer) => ({
          ok: true,
          value: { ...customer, data: with_(customer) },
        })),
      );
    };

    test('C7: the users of the Admin Console come in once, and their undo takes exactly them', async () => {
      await hands.bring(csv(...PLANS));
      const before = JSON.stringify((await nordby()).data);
      const run = await hands.bring(await adobeFixture('users.csv'));
      expect(await held()).toEqual([
        'Ada Ek foto|team',
        'Ada Ek vektor|team',
        'Bo Alm foto|team',
        'Cia Berg foto|team',
        'Eva Lind vektor|team',
        'Gry Dahl foto|team',
      ]);
      expect(await counted()).toEqual(['Foto 4', 'Vektor 2']);
      const { now } = world.records.doing();
      for (const { at = 0 } of Object.values((await nordby()).data.holders))
        expect(at).toBeLessThanOrEqual(now);
      const again = await hands.tryOut(await adobeFixture('users.csv'));
      expect([again.plan.counts, again.plan.above]).toEqual([
        { new: 0, changed: 0, same: 5, duplicate: 0, unreadable: 2 },
        [],
      ]);
      expect(await hands.undo(run)).toEqual([]);
      expect(JSON.stringify((await nordby()).data)).toBe(before);
    });

    test('C7: whoever was written down by hand, before or since, is left by the undo', async () => {
      await hands.bring(csv(...PLANS));
      const byHand = (name: string) => (customer: VipCustomer) => {
        const doing = world.records.doing();
        const said = sayNewHolder(customer, { name, group: '', plan: 'foto|team' }, doing);
        if (!said.ok) throw new Error(said.problem.code);
        return said.value.data;
      };
      await change(byHand('Ada Ek'));
      const run = await hands.bring(await adobeFixture('users.csv'));
      expect(await held()).toHaveLength(6);
      await change(byHand('Hedda Ås'));
      // Somebody is moved to another department meanwhile, and another one leaves.
      await change(({ data }) => {
        const moved = Object.entries(data.holders).flatMap(([id, holder]) =>
          holder.name === 'Cia Berg'
            ? []
            : [[id, holder.name === 'Bo Alm' ? { ...holder, group: 'Ledning' } : holder] as const],
        );
        return { ...data, holders: Object.fromEntries(moved) };
      });
      expect(await hands.undo(run)).toMatchObject([{ reason: 'edited', fields: ['holders'] }]);
      expect(await held()).toEqual(['Ada Ek foto|team', 'Bo Alm foto|team', 'Hedda Ås foto|team']);
      const { holders } = (await nordby()).data;
      expect(Object.values(holders).filter(({ account }) => account !== undefined)).toHaveLength(1);
    });

    test('C7: two lists are undone in any order, and nothing of them is left', async () => {
      const list = (...rows: readonly string[]) =>
        csv('Identity Type,Email,First Name,Product Configurations', ...rows);
      for (const order of [
        [0, 1],
        [1, 0],
      ]) {
        await hands.bring(csv(...PLANS));
        const before = JSON.stringify((await nordby()).data);
        const runs = [
          await hands.bring(list('x,a@x.example,,Foto', 'x,b@x.example,Bo,Foto')),
          await hands.bring(list('x,a@x.example,Ada,Foto', 'x,c@x.example,Cia,Foto')),
        ];
        expect(await counted()).toEqual(['Foto 2', 'Vektor 0']);
        for (const at of order) await hands.undo(runs[at]!);
        expect(JSON.stringify((await nordby()).data)).toBe(before);
      }
    });

    test('C7: with two customers nothing is written before one is chosen', async () => {
      await hands.bring(csv(...PLANS));
      await hands.bring(csv('VIP ID,Customer Name', 'BF21ECF1F3CFAABF28E7,Tand AB'));
      const dryRun = await hands.tryOut(await adobeFixture('users.csv'));
      expect(dryRun.plan).toMatchObject({ above: [], counts: { unreadable: 7 } });
      const { id } = (await of<VipCustomer>('vip-customer')).find(
        ({ data }) => data.name === 'Nordby kommun',
      )!;
      const trial = openTrial(world);
      const chosen = await trial.again(dryRun, { ...NO_CHOICE, destination: { id } });
      await hands.tap(chosen);
      const found = (await world.records.get(id)) as VipCustomer;
      expect(Object.keys(found.data.holders)).toHaveLength(6);
    });
  });

  test('C10: the renewal that a list of orders ended is open again once the list is undone', async () => {
    await hands.bring(
      csv('VIP ID,Customer Name,Anniversary Date', `${VIP},Björkdalens kommun,2026-12-13`),
    );
    const list = () =>
      csv(
        'Order Number,VIP ID,Order Date,SKU,Product,Quantity,Order Type',
        `77,${VIP},2026-11-18,,Foto,4,RENEWAL`,
      );
    const due = async () => {
      const [customer] = await of<VipCustomer>('vip-customer');
      return anniversaryDue(customer!.data, customer!.steps);
    };
    for (const undo of [true, false]) {
      const run = await hands.bring(list());
      expect(await due()).toBe('2027-12-13');
      if (undo) expect(await hands.undo(run)).toEqual([]);
      if (undo) expect(await due()).toBe('2026-12-13');
    }
    const again = await hands.tryOut(list());
    expect([again.plan.above, again.plan.under]).toEqual([[], []]);
  });

  test('C13: undone in any order, the lists leave nothing; a customer waits for the records under it', async () => {
    const [customers, prices, authorizations, orders] = await bringAll();
    const kept = await hands.undo(customers!);
    expect(new Set(kept.map(({ reason }) => reason))).toEqual(new Set(['has-purchases']));
    await hands.undo(authorizations!);
    await hands.undo(orders!);
    await hands.undo(prices!);
    for (const kind of ['price-list-item', 'purchase-authorization', 'vip-order', 'vip-customer'])
      expect([kind, (await of(kind)).length]).toEqual([kind, 0]);
    // Read again, what was in the trash is back.
    const back = await hands.tryOut(await adobeFixture('customers.csv'));
    expect(new Set(back.plan.rows.map(({ state }) => state))).toEqual(new Set(['restored']));
    await hands.tap(back);
    expect(await of('vip-customer')).toHaveLength(24);
  });

  test('C13: a customer who was edited since stays as a person left it', async () => {
    const run = await hands.bring(await adobeFixture('customers.csv'));
    const customer = (await of<VipCustomer>('vip-customer')).find(
      ({ data }) => data.name === 'Björkdalens kommun',
    )!;
    await world.records.change(customer.id, (record) => ({
      ok: true,
      value: { ...record, data: { ...record.data, adminName: 'Eva Lind' } as never },
    }));
    expect(await hands.undo(run)).toEqual([{ id: customer.id, reason: 'edited' }]);
    expect((await of('vip-customer')).map(({ id }) => id)).toEqual([customer.id]);
  });

  test('C13: the price of next year’s list waits for its day beside today’s, and its undo takes it away', async () => {
    await hands.bring(await adobeFixture('pricelist.csv'));
    const newer = csv(
      'SKU,Yearly Price,Currency,Valid From',
      '65297752BA01A12,"11 900,00",SEK,2027-01-01',
    );
    const dryRun = await hands.tryOut(newer);
    expect(
      dryRun.plan.rows[0]?.changes.map(({ field, from, to }) => [field, from, to].join(' ')),
    ).toEqual(['yearlyPrice 11400.00 11900.00', 'validFrom 2026-11-01 2027-01-01']);
    const run = await hands.tap(dryRun);
    const price = async () =>
      (await of<PriceListItem>('price-list-item')).find(
        ({ data }) => data.sku === '65297752BA01A12',
      )!.data;
    const today = { yearlyPrice: '11400.00', validFrom: '2026-11-01' };
    expect(await price()).toMatchObject({ ...today, datedPrices: { '2027-01-01': '11900.00' } });
    const again = await hands.tryOut(await adobeFixture('pricelist.csv'));
    expect([again.plan.above, again.plan.under]).toEqual([[], []]);
    expect(await hands.undo(run)).toEqual([]);
    expect(await price()).toMatchObject(today);
    expect(await price()).not.toHaveProperty('datedPrices');
  });

  test('C13: a reconciliation report comes in once, is corrected, and each line is undone as it is by then', async () => {
    const report = await adobeFixture('reconciliation-report.csv');
    const lines = () => of<InvoiceLine>('invoice-line');
    const first = await hands.bring(report);
    expect(await lines()).toHaveLength(12);
    expect(((await world.records.get(first)) as ImportRun).data.sheet).toBe('invoices');
    const before = JSON.stringify(await lines());
    const again = await hands.tryOut(report);
    expect(again.plan.counts).toEqual({
      new: 0,
      changed: 0,
      same: 12,
      duplicate: 0,
      unreadable: 0,
    });
    await hands.tap(again);
    expect(JSON.stringify(await lines())).toBe(before);
    const corrected = new File(
      [(await report.text()).replace(',54345.21,Y', ',54000.00,Y')],
      'rättad.csv',
    );
    const second = await hands.bring(corrected);
    const sumOf = async () =>
      (await lines()).find(({ data }) => data.orderNumber === '7710000000')!;
    expect((await sumOf()).data.netAmount).toBe('54000.00');
    expect((await sumOf()).history.find(({ field }) => field === 'netAmount')).toMatchObject({
      from: '54345.21',
    });
    expect(await hands.undo(second)).toEqual([]);
    expect((await sumOf()).data.netAmount).toBe('54345.21');
    // What a person answered about a line stays with it.
    const { id } = (await lines()).find(({ data }) => data.charge === 'credit')!;
    await world.records.change(id, (line, { today, now, by, newId }) => {
      const step = { id: newId(), kind: 'line-not-ours', on: today, at: now, by };
      return { ok: true, value: { ...line, steps: [...line.steps, step] } };
    });
    expect(await hands.undo(first)).toEqual([{ id, reason: 'later-steps' }]);
    expect((await lines()).map((line) => line.id)).toEqual([id]);
    // Read once more, the others are back.
    expect((await hands.tryOut(report)).plan.counts).toMatchObject({ new: 11, same: 1 });
    await hands.bring(report);
    expect(await lines()).toHaveLength(12);
  });

  test('C13: columns that nobody knows are asked about, mapped by hand, and remembered', async () => {
    const list = csv(
      'Nr;Vem;När',
      '909AFE23D7E610B96384;Björkdalens kommun;2027-06-08',
      'BF21ECF1F3CFAABF28E7;Tand AB;2027-02-23',
    );
    const lot = await hands.readLot(list);
    const file = onlyPart(lot);
    expect(file.sheets[0]).toMatchObject({ kind: 'customers', needsMapping: true });
    await mappedPart(lot, [{ index: 1, field: 'name' }]);
    const mapped = await mappedPart(lot, [{ index: 2, field: 'anniversary' }]);
    expect(mapped.sheets[0]).toMatchObject({ needsMapping: false });
    await hands.tap(await hands.tryRead(mapped));
    expect(
      (await of<VipCustomer>('vip-customer'))
        .map(({ data }) => [data.name, data.anniversary])
        .sort(),
    ).toEqual([
      ['Björkdalens kommun', '2027-06-08'],
      ['Tand AB', '2027-02-23'],
    ]);
    const again = await hands.read(
      csv('Nr;Vem;När', '909AFE23D7E610B96384;Björkdalens kommun;2027-06-08'),
    );
    expect(again.sheets[0]).toMatchObject({ needsMapping: false });
    expect((await hands.tryRead(again)).plan.counts).toMatchObject({ new: 0, same: 1 });
  });

  test('C13: a customer in the trash comes back with its list, and goes there again', async () => {
    await hands.bring(await adobeFixture('customers.csv'));
    const customer = (await of<VipCustomer>('vip-customer'))[0]!;
    await world.records.change(customer.id, (record, doing) => toTrash(record, doing));
    const run = await hands.bring(await adobeFixture('customers.csv'));
    expect(await of('vip-customer')).toHaveLength(24);
    expect(await hands.undo(run)).toEqual([]);
    expect(await of('vip-customer')).toHaveLength(23);
  });
});
