import { describe, expect, test } from 'vitest';
import { customerWith } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const [FIRST, SECOND] = ['5A20C8F190D73B627E4D', '6B31D90201E84C738F5E'] as const;

const orders = (...rows: readonly string[]) =>
  rowsOf(
    csvOf(
      'VIP ID;Customer ID;Customer;Order Number;Order Date;Product;Quantity',
      ...rows.map((row, at) => `${row};100${at};2026-11-10;Illustrator;5`),
    ),
  );

const nordby = { vipId: FIRST, name: 'Nordby kommun' };

const readBeside = async (other: Parameters<typeof customerWith>[0], row: string) => {
  const world = new VipWorld('2026-11-20', [
    customerWith(nordby, [], 'nordby'),
    customerWith(other, [], 'other'),
  ]);
  const { rows } = world.bring(await orders(row));
  return { world, row: rows[0] };
};

describe('C13: a row that names two customers', () => {
  test.each([
    ['the name of one without a number', { vipId: '', name: 'Västby AB' }, `${FIRST};;Västby AB`],
    [
      'the Marketplace id of another',
      { vipId: '', marketplaceId: '1005', name: 'Västby AB' },
      `${FIRST};1005;`,
    ],
    [
      'a VIP ID that nobody has, and the Marketplace id of one with another VIP ID',
      { vipId: SECOND, marketplaceId: '1005', name: 'Västby AB' },
      '7C42EA1312F95D849060;1005;',
    ],
  ])('C13: by %s, is neither’s, and says so', async (_, other, row) => {
    const read = await readBeside(other, row);
    expect(read.row).toMatchObject({
      outcome: 'unreadable',
      why: { code: 'names-two-customers' },
    });
    expect(read.world.of('vip-order')).toEqual([]);
  });

  test('C13: the number decides where both have one, and the row says so', async () => {
    const { row, world } = await readBeside(
      { vipId: SECOND, name: 'Västby AB' },
      `${FIRST};;Västby AB`,
    );
    expect(row).toMatchObject({
      outcome: 'new',
      notes: [{ code: 'named-as-another', params: { name: 'Nordby kommun', other: 'Västby AB' } }],
    });
    expect(world.of('vip-order')).toMatchObject([{ parent: 'nordby' }]);
  });

  test.each([
    ['a name that nobody else has', { vipId: SECOND, name: 'Västby AB' }, `${FIRST};;Nordbyskolan`],
    ['its own name in capitals', { vipId: SECOND, name: 'Västby AB' }, `${FIRST};;NORDBY KOMMUN`],
    ['a name that both have', { vipId: SECOND, name: 'Nordby kommun' }, `${FIRST};;Nordby kommun`],
  ])('C13: one is meant by %s', async (_, other, row) => {
    const read = await readBeside(other, row);
    expect(read.row).toMatchObject({ outcome: 'new', parent: 'nordby' });
    expect(JSON.stringify(read.row)).not.toContain('named-as-another');
  });

  test('C13: whoever is in the trash is no other', async () => {
    const world = new VipWorld('2026-11-20', [
      customerWith(nordby, [], 'nordby'),
      { ...customerWith({ vipId: '', name: 'Västby AB' }, [], 'other'), trashedOn: '2026-11-19' },
    ]);
    const { rows } = world.bring(await orders(`${FIRST};;Västby AB`));
    expect(rows).toMatchObject([{ outcome: 'new', parent: 'nordby' }]);
  });

  test('C13: within one list, as when it is read again', async () => {
    const list = await orders(
      `${FIRST};1005;Nordby kommun`,
      `${SECOND};1005;Nordby kommun`,
      `${SECOND};1006;Västby AB`,
      `;;Västby AB`,
    );
    const world = new VipWorld('2026-11-20');
    const outcomes = world.bring(list).rows.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['new', 'unreadable', 'new', 'new']);
    const written = world.records.size;
    const again = world.bring(list).rows.map(({ outcome }) => outcome);
    expect(again).toEqual(['same', 'unreadable', 'same', 'same']);
    expect(world.records.size).toBe(written);
  });
});
