import { describe, expect, test } from 'vitest';
import { customerWith } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const TODAY = '2026-11-20';
const vipId = '5A20C8F190D73B627E4D';
const KINDS = ['purchase-authorization', 'vip-order', 'return-authorization'] as const;
const authorized = async (number: string, quantity: number) =>
  rowsOf(
    csvOf(
      'VIP ID;Request Number;Created;Licence Type;Product;Quantity',
      `${vipId};${number};2026-11-09;Team;Foto;${quantity}`,
    ),
  );
const ordered = async () =>
  rowsOf(
    csvOf(
      'VIP ID;Order Number;Order Date;Product;Quantity;Order Type',
      `${vipId};1001;2026-11-10;Illustrator;5;New`,
      `${vipId};1001;2026-11-12;Illustrator;2;Return`,
    ),
  );
const lists = async () => [await authorized('R1', 4), await authorized('', 3), await ordered()];

/** Two devices wrote one customer down; the lists came while only one of the two was here. */
const withTwo = async ({ trashedOn }: { readonly trashedOn: string }) => {
  const [kept, other] = ['kept', 'other'].map((id) => customerWith({ vipId }, [], id));
  const before = new VipWorld(TODAY, [other!]);
  for (const list of await lists()) before.bring(list);
  const under = KINDS.flatMap((kind) => before.of(kind)).map((record) => ({
    ...record,
    trashedOn,
  }));
  return { under, world: new VipWorld(TODAY, [kept!, { ...other!, trashedOn }, ...under]) };
};

describe('C13: what a list says of a customer comes under it, though another of the same VIP ID has it', () => {
  test.each([
    ['in the trash', '2026-11-19'],
    ['beside it', ''],
  ])('C13: %s, as one record of its own, however often it is read', async (_, trashedOn) => {
    const { under, world } = await withTwo({ trashedOn });
    for (const _ of [1, 2, 3]) {
      for (const list of await lists()) world.bring(list);
      const own = KINDS.map(
        (kind) => world.of(kind).filter(({ parent }) => parent === 'kept').length,
      );
      expect(own).toEqual([2, 1, 1]);
      for (const record of under) expect(world.records.get(record.id)).toEqual(record);
    }
  });
});
