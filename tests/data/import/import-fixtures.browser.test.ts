import { beforeEach, describe, expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { withdrawStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { orderDeadlines } from '#programmes/apple-credit/rules/order/order-deadlines.ts';
import { lastOf } from '#core/record/step.ts';
import { importFile, tryFile } from '#tests/factories/import-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

let world: TestWorkspace;
beforeEach(async () => void (world = await openTestWorkspace()));

// That each file ends as expected, and a second time writes nothing, is seen in the built app
// (tests/journeys).
describe('A5: what some of the files of the fixtures become', () => {
  test('A5: the dry run writes nothing', async () => {
    const dump = await world.dump();
    expect((await tryFile(world, '09-credit.csv')).plan.counts.new).toBe(2);
    expect(await world.dump()).toBe(dump);
  });

  test('A5: a credit sheet makes orders that are downloaded, with what it says of them', async () => {
    await importFile(world, '09-credit.csv');
    const orders = await world.records.find({ kind: 'credit-order' });
    const found = orders.map(({ data, steps }) => ({
      ...(data as object),
      steps: steps.map(({ kind, on }) => [kind, on]),
    }));
    expect(found.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toMatchObject([
      { orderNumber: 'WFX0000512', orderDate: '2026-10-12', amount: '10000.00', currency: 'SEK' },
      {
        orderNumber: 'WFX0000417',
        orderDate: '2026-09-01',
        amount: '25000.00',
        currency: 'SEK',
        owner: 'sara',
      },
    ]);
    for (const { steps } of found)
      expect(steps).toEqual([
        ['ordered', expect.any(String)],
        ['downloaded', '2026-11-20'],
      ]);
  });

  test('A5: an imported order whose sheet turns out not to be downloaded counts from its order date', async () => {
    await importFile(world, '09-credit.csv');
    const orders = (await world.records.find({ kind: 'credit-order' })) as CreditOrder[];
    const order = orders.find(({ data }) => data.orderNumber === 'WFX0000417');
    const step = lastOf(order?.steps ?? [], 'downloaded')?.id ?? '';
    expect(orderDeadlines(order!.data, order!.steps)).toEqual([]);
    await world.records.change(order!.id, (now, doing) =>
      withdrawStep(now, { step, reason: 'Bladet låg kvar i inkorgen' }, doing),
    );
    const { data, steps } = (await world.records.get(order!.id)) as CreditOrder;
    expect(orderDeadlines(data, steps)).toMatchObject([{ on: '2026-11-30', provisional: true }]);
  });

  test('A5: the rows above the headings describe the batch', async () => {
    await importFile(world, '02-preamble.csv');
    await importFile(world, '06-svenska-semikolon-cp1252.csv');
    const batches = (await world.records.find({ kind: 'code-batch' })).map(({ data }) => data);
    expect(batches).toContainEqual(
      expect.objectContaining({
        orderNumber: 'MFX0000102',
        product: 'Testapp Matteskogen',
        adamId: '900000000102',
        purchaseDate: '2026-09-02',
        purchased: 12,
        redeemed: 2,
        remaining: 10,
        name: 'Testapp Matteskogen',
      }),
    );
    expect(batches).toContainEqual(
      expect.objectContaining({ name: 'Räkna på höjden', amount: '1250.50' }),
    );
  });

  test('A5: each sheet with codes becomes a batch', async () => {
    await importFile(world, '10-several-sheets.xlsx');
    const batches = await world.records.find({ kind: 'code-batch' });
    expect(batches).toHaveLength(2);
    const sizes = await Promise.all(
      batches.map(({ id }) => world.records.find({ kind: 'redemption-code', parent: id })),
    );
    expect(sizes.map(({ length }) => length).sort()).toEqual([3, 5]);
  });
});
