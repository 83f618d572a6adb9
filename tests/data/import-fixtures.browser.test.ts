import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import { fixtures, importFile, tryFile } from '#tests/factories/import-in-browser.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

let world: TestWorkspace;
beforeEach(async () => void (world = await openTestWorkspace()));
afterEach(() => world.end());

const nameOf = (path: string): string => path.replace('apple-codes/', '');
const storedCodes = async (): Promise<RedemptionCode[]> =>
  (await world.records.find({ kind: 'redemption-code' })) as RedemptionCode[];

const opened = async (): Promise<string[]> => {
  const codes = await storedCodes();
  const texts = codes.map(({ id, data }) => world.vault.open(data.sealed, { id, field: 'sealed' }));
  return (await Promise.all(texts)).sort();
};

const readable = fixtures.filter(([, { accepted }]) => accepted > 0);
const refused = fixtures.filter(([, { accepted }]) => accepted === 0);

describe('A5: the files of the fixtures', () => {
  test.each(readable)(
    'A5: %s ends as expected, and a second time nothing is written',
    { timeout: 60_000 },
    async (path, says) => {
      const after = 'importAfter' in says ? (says.importAfter as string[]) : [];
      for (const earlier of after) await importFile(world, nameOf(earlier));
      const before = (await storedCodes()).length;
      const { plan } = await tryFile(world, nameOf(path));
      const run = await importFile(world, nameOf(path));
      expect((await world.records.get(run))?.data).toMatchObject({ counts: plan.counts });
      const codes = await storedCodes();
      expect(codes.length - before).toBe(says.accepted);
      if (says.codes !== undefined) {
        const all = await opened();
        expect(all).toEqual(expect.arrayContaining([...says.codes]));
      }
      const unreadable = plan.rows.filter(({ outcome }) => outcome === 'unreadable').map(({ row }) => row);
      expect(unreadable).toEqual((says.rejected ?? []).map(({ row }) => row));
      const repeated = plan.rows.filter(({ why }) => why?.code === 'duplicate-of-row');
      expect(repeated.map(({ row, why }) => [row, why?.params?.row])).toEqual(
        (says.duplicatesInFile ?? []).map(({ row, sameAsRow }) => [row, sameAsRow]),
      );
      for (const { data } of codes.filter(({ data }) => data.origin?.run === run))
        expect(data.origin).toMatchObject({ row: expect.any(Number), file: expect.stringMatching(/^[0-9a-f]{32}$/) });

      const dump = await world.dump();
      const again = await tryFile(world, nameOf(path));
      expect(again.plan.counts).toMatchObject({ new: 0, changed: 0, unreadable: unreadable.length });
      expect([again.plan.parents, again.plan.codes]).toEqual([[], []]);
      expect(await world.dump()).toBe(dump);
    },
  );

  test.each(refused)('A5: %s is refused, and nothing is written', async (path) => {
    const dump = await world.dump();
    await expect(tryFile(world, nameOf(path))).rejects.toThrow(/^[a-z-]+$/);
    expect(await world.dump()).toBe(dump);
  });

  test('A5: the dry run writes nothing', async () => {
    const dump = await world.dump();
    expect((await tryFile(world, '09-credit.csv')).plan.counts.new).toBe(2);
    expect(await world.dump()).toBe(dump);
  });

  test('A5: a credit sheet makes orders that are downloaded, with what it says of them', async () => {
    await importFile(world, '09-credit.csv');
    const orders = await world.records.find({ kind: 'credit-order' });
    const said = orders.map(({ data, steps }) => ({
      ...(data as object),
      steps: steps.map(({ kind, on }) => [kind, on]),
    }));
    expect(said.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toMatchObject([
      { orderNumber: 'WFX0000512', orderDate: '2026-10-12', amount: '10000.00', currency: 'SEK' },
      { orderNumber: 'WFX0000417', orderDate: '2026-09-01', amount: '25000.00', currency: 'SEK', owner: 'sara' },
    ]);
    for (const { steps } of said)
      expect(steps).toEqual([
        ['ordered', expect.any(String)],
        ['downloaded', '2026-11-20'],
      ]);
  });

  test('A5: what stands above the headings describes the batch', async () => {
    await importFile(world, '02-preamble.csv');
    await importFile(world, '06-svenska-semikolon-cp1252.csv');
    const batches = (await world.records.find({ kind: 'code-batch' })).map(({ data }) => data);
    expect(batches).toContainEqual(
      expect.objectContaining({
        ...{ orderNumber: 'MFX0000102', product: 'Testapp Matteskogen', adamId: '900000000102' },
        ...{ purchaseDate: '2026-09-02', purchased: 12, redeemed: 2, remaining: 10, name: 'Testapp Matteskogen' },
      }),
    );
    expect(batches).toContainEqual(expect.objectContaining({ name: 'Räkna på höjden', amount: '1250.50' }));
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
