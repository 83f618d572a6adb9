import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import type { VipCustomer } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { anniversaryDue } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { plansOf } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { customerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { csvOf, rowsOf, VipWorld } from '#tests/factories/vip-lists.ts';

const VIP = '5A20C8F190D73B627E4D';
const TODAY = '2026-11-20';
const AD = '2026-03-10';

/** Rows of a list of orders: the day, how many, of what, and which sort of order where it says so. */
type Row = readonly [day: string, quantity: number, product?: string, type?: string];
const listOf = (...rows: readonly Row[]) =>
  rowsOf(
    csvOf(
      'Order Number;VIP ID;Order Date;Product;Quantity;Order Type',
      ...rows.map(
        ([day, quantity, product = 'Photoshop', type = ''], at) =>
          `${at + 1};${VIP};${day};${product};${quantity};${type}`,
      ),
    ),
  );
const worldWith = (given: Parameters<typeof customerWith>[0] = {}, today = TODAY) =>
  new VipWorld(today, [customerWith({ anniversary: '', ...given })]);
const bookIn = (world: VipWorld) => ({
  customer: world.of<VipCustomer>('vip-customer')[0]!,
  authorizations: [],
  orders: world.of<VipOrder>('vip-order'),
  returns: [],
});
const ownedIn = (world: VipWorld, today = TODAY) =>
  plansOf(bookIn(world), today).map(({ product, owned }) => `${product} ${owned}`);
const dueIn = (world: VipWorld) => {
  const { data, steps } = world.of<VipCustomer>('vip-customer')[0]!;
  return anniversaryDue(data, steps);
};
const stageIn = (world: VipWorld) => customerRenewal(bookIn(world), TODAY)?.standing.stage;
const told = (plan: ReturnType<VipWorld['bring']>) =>
  plan.rows.map(({ notes }) => notes.map(({ code }) => code).join(' '));

type Case = {
  readonly rows: readonly Row[];
  readonly owned: readonly string[];
  readonly due: string;
  readonly notes: readonly string[];
};

describe('C7: orders of two years count once', () => {
  test.each<readonly [string, Case]>([
    [
      'on the anniversary, of as many',
      {
        rows: [
          ['2025-03-10', 20],
          [AD, 20],
        ],
        owned: ['Photoshop 20'],
        due: '2027-03-10',
        notes: ['anniversary-counted', 'taken-as-renewal renewal-closed'],
      },
    ],
    [
      'late, of more',
      {
        rows: [
          ['2025-03-10', 20],
          ['2026-04-09', 25],
        ],
        owned: ['Photoshop 25'],
        due: '2027-03-10',
        notes: ['anniversary-counted', 'taken-as-renewal renewal-closed'],
      },
    ],
    [
      'late, of fewer: the rest is gone, and the next anniversary is a year on',
      {
        rows: [
          ['2025-03-10', 20],
          ['2026-03-12', 15],
        ],
        owned: ['Photoshop 15'],
        due: '2027-03-10',
        notes: ['anniversary-counted', 'taken-as-renewal ordered-since'],
      },
    ],
    [
      'before it, all of it in two orders',
      {
        rows: [
          ['2025-03-10', 20],
          ['2026-03-01', 10],
          ['2026-03-02', 10],
        ],
        owned: ['Photoshop 20'],
        due: '2027-03-10',
        notes: ['anniversary-counted', 'taken-as-renewal', 'taken-as-renewal renewal-closed'],
      },
    ],
    [
      'before it, some of it: what it is stays open and is told',
      {
        rows: [
          ['2025-03-10', 20],
          ['2026-03-01', 5],
        ],
        owned: [],
        due: AD,
        notes: ['anniversary-counted term-ended', 'may-renew term-ended'],
      },
    ],
    [
      'after the last day of a late order',
      {
        rows: [
          ['2025-03-10', 20],
          ['2026-06-10', 20],
        ],
        owned: ['Photoshop 20'],
        due: '2027-03-10',
        notes: ['anniversary-counted term-ended', ''],
      },
    ],
    [
      'on the day, said to be new',
      {
        rows: [
          ['2025-03-10', 20, 'Photoshop', 'New'],
          [AD, 15, 'Photoshop', 'New'],
        ],
        owned: ['Photoshop 15'],
        due: '2027-03-10',
        notes: ['anniversary-counted term-ended', ''],
      },
    ],
    [
      'of another product',
      {
        rows: [
          ['2025-03-10', 20],
          [AD, 3, 'Acrobat'],
        ],
        owned: ['Acrobat 3'],
        due: '2027-03-10',
        notes: ['anniversary-counted term-ended', ''],
      },
    ],
    [
      'one more in the same term',
      {
        rows: [
          ['2025-12-01', 20],
          ['2026-06-10', 4],
        ],
        owned: ['Photoshop 24'],
        due: '2026-12-01',
        notes: ['anniversary-counted', ''],
      },
    ],
    [
      'three years, with more bought in between',
      {
        rows: [
          ['2024-03-10', 20],
          ['2025-03-12', 22],
          ['2025-09-12', 3],
          ['2026-03-20', 25],
        ],
        owned: ['Photoshop 25'],
        due: '2027-03-10',
        notes: ['anniversary-counted', 'taken-as-renewal', '', 'taken-as-renewal renewal-closed'],
      },
    ],
  ])('C7: %s', async (_, { rows, owned, due, notes }) => {
    const world = worldWith();
    const list = await listOf(...rows);
    expect(told(world.bring(list))).toEqual(notes);
    expect([ownedIn(world), dueIn(world)]).toEqual([owned, due]);
    const again = world.bring(list);
    expect([again.above, again.under]).toEqual([[], []]);
  });

  test('C10: ordered on the anniversary that a list brought, or since, nobody is too late to renew', async () => {
    for (const day of [AD, '2026-04-02', '2026-08-01']) {
      const world = worldWith({ anniversary: AD });
      world.bring(await listOf(['2025-03-10', 20], [day, 20]));
      expect([day, ownedIn(world), dueIn(world), stageIn(world)]).toEqual([
        day,
        ['Photoshop 20'],
        '2027-03-10',
        'none',
      ]);
    }
  });

  test('C10: with the anniversary of the next year from a list, the first year counts no more either', async () => {
    for (const day of [AD, '2026-08-01']) {
      const world = worldWith({ anniversary: '2027-03-10' });
      world.bring(await listOf(['2025-03-10', 20], [day, 20]));
      expect([day, ownedIn(world), dueIn(world)]).toEqual([day, ['Photoshop 20'], '2027-03-10']);
    }
  });

  test('C10: while a late order can still be placed, one of another product ends nothing', async () => {
    const world = worldWith({ anniversary: AD }, '2026-03-20');
    world.bring(await listOf(['2025-03-10', 20], ['2026-03-12', 3, 'Acrobat']));
    expect([dueIn(world), ownedIn(world, '2026-03-20')]).toEqual([
      AD,
      ['Acrobat 3', 'Photoshop 20'],
    ]);
  });

  test('C10: the renewal of many years that nobody answered ends with the last one', async () => {
    const world = worldWith({ anniversary: '2022-03-10' });
    world.bring(await listOf(['2026-08-01', 20]));
    expect([dueIn(world), ownedIn(world)]).toEqual(['2027-03-10', ['Photoshop 20']]);
    const [customer] = world.of<VipCustomer>('vip-customer');
    expect(customer!.steps.map(({ data }) => data?.anniversary)).toEqual([AD]);
  });

  test('§4: the Marketplace renews by itself what was not ended: both years count there', async () => {
    const world = worldWith({
      programme: 'vip-marketplace',
      renewalEdition: 'adobe-vip.renewal-marketplace-14',
      anniversary: AD,
    });
    world.bring(await listOf(['2025-03-10', 20], ['2026-08-01', 5]));
    expect([ownedIn(world), dueIn(world)]).toEqual([['Photoshop 25'], AD]);
  });

  test('C7: an order in the middle of a first term of more than a year ends nothing', async () => {
    // Thirteen months from the terms, as in 2013 (adobe.md §0).
    const world = new VipWorld(TODAY, [
      customerWith({ anniversary: '2027-02-10', firstOrderOn: '2026-01-15' }, [
        { id: 'terms', kind: 'terms-accepted', on: '2026-01-10', at: 1, by: 'sara' },
      ]),
    ]);
    world.bring(await listOf(['2026-01-15', 4], ['2026-03-12', 3]));
    expect(ownedIn(world)).toEqual(['Photoshop 7']);
  });

  test('C7: while the anniversary is more than a year away, the term is a long one, and nothing ends in it', async () => {
    // Three years, paid at once (adobe.md §1).
    const world = worldWith({ anniversary: '2028-03-10', firstOrderOn: '2025-03-10' });
    world.bring(await listOf(['2025-03-10', 20], ['2026-06-10', 5]));
    expect(ownedIn(world)).toEqual(['Photoshop 25']);
  });

  test('C7: counted by hand since, an older order is told nothing of', async () => {
    const plans = {
      'photoshop|': {
        product: 'Photoshop',
        licenceType: '' as const,
        sku: '',
        owned: 9,
        on: '2026-10-01',
        at: 1,
      },
    };
    const world = worldWith({ anniversary: '2027-03-10', plans });
    const notes = told(world.bring(await listOf(['2025-03-10', 20], ['2026-06-10', 20])));
    expect([notes, ownedIn(world)]).toEqual([['', ''], ['Photoshop 9']]);
  });

  test.each([0, 1, 30, 31, 200])(
    'C7: what was ordered %i days after the anniversary is what is owned once its window is over',
    async (days) => {
      const pairs = [
        [1, 9],
        [9, 9],
        [20, 1],
      ] as const;
      for (const [before, since] of pairs) {
        const world = worldWith();
        world.bring(await listOf(['2025-03-10', before], [addDays(AD, days), since]));
        expect(ownedIn(world)).toEqual([`Photoshop ${since}`]);
      }
    },
  );
});
