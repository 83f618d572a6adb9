import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceOn } from '#programmes/adobe-vip/rules/product/price-days.ts';
import { pricesOn } from '#programmes/adobe-vip/rules/product/price-index.ts';
import type {
  PriceListItem,
  PriceListItemData,
} from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import { addDays, type Day } from '#core/day/day.ts';
import { takeBackChange } from '#workspace/rules/import/take-back-change.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const TODAY = '2026-11-22';
const SKU = '65297752BA01A12';
const listOf = (currency: string, ...rows: readonly string[]) =>
  rowsOf(
    csvOf(
      `SKU;Product;Price (${currency});Valid From`,
      ...rows.map((row) => `${SKU};Alla appar;${row}`),
    ),
  );
const items = (world: VipWorld) => world.of<PriceListItem>('price-list-item');
const on = (world: VipWorld, day: Day): string[] =>
  pricesOn(
    items(world).map(({ data }) => data),
    day,
  ).map(({ yearlyPrice, currency }) => `${yearlyPrice} ${currency}`);

describe('C13: undoing price lists', () => {
  const undo = (
    world: VipWorld,
    which: number,
    over: number | undefined,
    only?: readonly string[],
  ) => {
    const [item] = items(world);
    const written = world.known().written.get(item!.id)!;
    const since = {
      run: `run-${which}`,
      undone: new Set<string>(),
      reason: '',
      only,
    };
    const later = over === undefined ? [] : [written[over]!];
    const back = takeBackChange(
      item!,
      { fields: written[which]! },
      { ...since, over: later },
      doingOn(world.today),
    );
    if (back.draft !== undefined)
      world.records.set(item!.id, { ...item!, ...back.draft } as PriceListItem);
    return back;
  };

  test.each([
    ['1000.00;2026-01-01', '1100.00;2027-01-01', '1120.00;2027-01-01'],
    ['1000.00;2026-01-01', '1100.00;2026-01-01', '1200.00;2027-01-01'],
    ['1000.00;2026-01-01', '1100.00;2026-06-01', '1100.00;2027-01-01'],
  ])('C13: of %s, then %s, then %s a price returns with its day or not at all', async (...rows) => {
    const world = new VipWorld('2027-01-05');
    for (const row of rows) world.bring(await listOf('SEK', row));
    const [{ data: last }] = items(world) as [PriceListItem];
    const first = undo(world, 0, 1);
    expect([items(world)[0]!.data, first.kept]).toEqual([last, 'edited']);
    // Once the later one is undone as well, what stayed returns.
    undo(world, 1, undefined);
    undo(world, 0, undefined, first.fields);
    const { yearlyPrice, validFrom, datedPrices } = items(world)[0]!.data;
    expect([yearlyPrice, validFrom, datedPrices]).toEqual(['1000.00', '2026-01-01', undefined]);
  });

  test('C13: another field of the row returns by itself', async () => {
    const world = new VipWorld('2027-01-05');
    world.bring(await listOf('SEK', '1000.00;2026-01-01'));
    world.bring(
      await rowsOf(csvOf('SKU;Product;Price (SEK);Valid From', `${SKU};Allt;1100.00;2027-01-01`)),
    );
    world.bring(
      await rowsOf(csvOf('SKU;Product;Price (SEK);Valid From', `${SKU};Allt;1120.00;2027-01-01`)),
    );
    undo(world, 0, 1);
    expect(items(world)[0]!.data).toMatchObject({ product: 'Alla appar', yearlyPrice: '1120.00' });
  });
});

describe('C13: a price holds for the days of its list and in its currency', () => {
  test('C13: next year’s list leaves this year’s price alone and takes over on its day by itself', async () => {
    const world = new VipWorld(TODAY);
    world.bring(await listOf('SEK', '1000.00;2026-01-01'));
    const [row] = world.bring(await listOf('SEK', '1100.00;2027-01-01')).rows;
    expect(row).toMatchObject({
      outcome: 'changed',
      notes: [{ code: 'price-to-come', params: { price: '1000.00' } }],
    });
    expect(items(world)).toHaveLength(1);
    expect([on(world, '2026-12-31'), on(world, '2027-01-01')]).toEqual([
      ['1000.00 SEK'],
      ['1100.00 SEK'],
    ]);
  });

  test('C13: read after its day it is the price, and an order of the week before still costs what it cost', async () => {
    const world = new VipWorld('2027-01-05');
    world.bring(await listOf('SEK', '1000.00;2026-01-01'));
    world.bring(await listOf('SEK', '1100.00;2027-01-01'));
    expect(items(world)[0]?.data).toMatchObject({
      yearlyPrice: '1100.00',
      validFrom: '2027-01-01',
    });
    expect([on(world, '2026-12-31'), on(world, '2027-01-05')]).toEqual([
      ['1000.00 SEK'],
      ['1100.00 SEK'],
    ]);
    const [older] = world.bring(await listOf('SEK', '900.00;2025-01-01')).rows;
    expect([older?.outcome, older?.why?.code]).toEqual(['same', 'older-than-known']);
  });

  test('C13: a list without a day changes the price of today, and none that comes', async () => {
    const world = new VipWorld(TODAY);
    world.bring(await listOf('SEK', '1000.00;2026-01-01', '1100.00;2027-01-01'));
    world.bring(await listOf('SEK', '1050.00;'));
    expect([on(world, TODAY), on(world, '2027-01-01')]).toEqual([['1050.00 SEK'], ['1100.00 SEK']]);
  });

  test.each([
    ['SEK', 'EUR'],
    ['EUR', 'SEK'],
    ['EUR', 'NOK'],
  ])('C13: a list in %s and one in %s stand side by side', async (first, second) => {
    const world = new VipWorld(TODAY);
    world.bring(await listOf(first, '1000.00;2026-01-01'));
    world.bring(await listOf(second, '90.00;2026-01-01'));
    expect(on(world, TODAY)).toEqual([`1000.00 ${first}`, `90.00 ${second}`]);
    for (const currency of [first, second])
      expect(world.bring(await listOf(currency, '70.00;2026-01-01')).rows[0]?.outcome).toBe(
        'changed',
      );
    expect(on(world, TODAY)).toEqual([`70.00 ${first}`, `70.00 ${second}`]);
  });

  test.each(['SEK', 'EUR', ''])(
    'C13: what an older version kept in %s under the SKU alone meets its list again',
    async (kept) => {
      const world = new VipWorld(TODAY);
      world.bring(await listOf('SEK', '1000.00;2026-01-01'));
      const [before] = items(world);
      expect(before?.id).toBe(`price-list-item/${SKU}`);
      world.records.set(before!.id, {
        ...before!,
        data: { ...before!.data, currency: kept } as PriceListItemData,
      });
      const currency = kept || 'EUR';
      expect(world.bring(await listOf(currency, '1000.00;2026-01-01')).rows[0]?.outcome).toBe(
        kept === '' ? 'changed' : 'same',
      );
      world.bring(await listOf(currency === 'SEK' ? 'EUR' : 'SEK', '70.00;2026-01-01'));
      expect(items(world).map(({ id, data }) => [id === before!.id, data.currency])).toEqual([
        [true, currency],
        [false, currency === 'SEK' ? 'EUR' : 'SEK'],
      ]);
    },
  );

  test('C13: in whatever order lists are read, from today on each day has the price of the newest that has begun', async () => {
    const rows = await listOf('SEK', '0.00;2026-01-01');
    const dated = fc.record({
      from: fc.integer({ min: -60, max: 60 }).map((by) => addDays(TODAY, by)),
      price: fc.nat(9),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(dated, { selector: ({ from }) => from, minLength: 1, maxLength: 6 }),
        (lists) => {
          const world = new VipWorld(TODAY);
          for (const { from, price } of lists)
            world.bring(
              rows.map((row) => ({ ...row, validFrom: from, yearlyPrice: `${price}.00` })),
            );
          const [item, ...others] = items(world);
          expect(others).toEqual([]);
          for (let day = TODAY; day <= addDays(TODAY, 61); day = addDays(day, 1)) {
            const begun = lists
              .filter(({ from }) => from <= day)
              .sort((a, b) => (a.from < b.from ? -1 : 1));
            const held = begun.at(-1);
            expect(priceOn(item!.data, day)).toEqual(
              held && { from: held.from, price: `${held.price}.00` },
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
