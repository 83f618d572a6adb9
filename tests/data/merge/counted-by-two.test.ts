import { assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayPlan, type PlanInput } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import { planMet } from '#programmes/adobe-vip/rules/plan/plan-met.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import type {
  RecordedPlan,
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { Draft } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { customerWith } from '#tests/factories/vip.ts';

type Said = Partial<Pick<PlanInput, 'owned' | 'assigned' | 'sku'>>;

const [S1, S2, S3] = ['65297600BA01A12', '65297600BA02A12', '65297600BA03A12'];
const key = planKey('Illustrator', 'team');
const illustrator = { product: 'Illustrator', licenceType: 'team' as const };
const plan: RecordedPlan = {
  ...illustrator,
  sku: S1,
  owned: 10,
  assigned: 5,
  on: '2026-10-01',
  at: 1,
};
const doingOf = (by: string, now: number, today = '2026-11-22') => ({
  today,
  now,
  by,
  newId: () => `${by}-${now}`,
});
const written = (data: Partial<VipCustomerData>): Copy =>
  stored(customerWith(data) as Draft, undefined, doingOf('sara', 10));
const base = written({ plans: { [key]: plan } });
const says = (by: string, now: number, input: Said, before = base, today?: string): Copy => {
  const doing = doingOf(by, now, today);
  return stored(
    valueOf(sayPlan(before as VipCustomer, { ...illustrator, ...input }, doing)) as Draft,
    before,
    doing,
  );
};
const planOf = ({ data }: Copy) => (data as VipCustomerData).plans[key];

describe('C7, X8: two people count one plan', () => {
  test.each<readonly [string, Said, Said, Said]>([
    ['assigned and owned', { assigned: 9 }, { owned: 12 }, { owned: 12, assigned: 9, sku: S1 }],
    ['assigned and the SKU', { assigned: 9 }, { sku: S2 }, { owned: 10, assigned: 9, sku: S2 }],
    ['owned and the SKU', { owned: 12 }, { sku: S2 }, { owned: 12, assigned: 5, sku: S2 }],
    [
      'all of it, and the same owned',
      { owned: 12, assigned: 9 },
      { owned: 12, sku: S2 },
      { owned: 12, assigned: 9, sku: S2 },
    ],
  ])('C7, X8: %s: what each said is kept, whoever wrote last', (_, one, other, then) => {
    for (const [early, late] of [
      [1_000, 2_000],
      [2_000, 1_000],
    ] as const) {
      const [a, b] = [says('sara', early, one), says('kim', late, other)];
      for (const both of [merge(base, a, b), merge(base, b, a)]) {
        expect(planOf(both)).toMatchObject(then);
        expect(both.clashes).toEqual([]);
        // Met once more with either it says the same.
        for (const known of [base, a, b])
          for (const again of [merge(known, both, a), merge(known, b, both)])
            expect(planOf(again)).toEqual(planOf(both));
      }
    }
  });

  test('C7, X8: what is owned keeps its day and moment, and a SKU its own', () => {
    const [counted, named] = [
      says('sara', 1_000, { owned: 12 }),
      says('kim', 2_000, { sku: S2 }, base, '2026-11-20'),
    ];
    expect(planOf(merge(base, counted, named))).toEqual({
      ...plan,
      owned: 12,
      on: '2026-11-22',
      at: 1_000,
      sku: S2,
      skuOn: '2026-11-20',
      skuAt: 2_000,
      // The count before comes with the count that followed it.
      countBefore: { owned: plan.owned, on: plan.on, at: plan.at },
    });
  });

  test.each<readonly [string, Said, Said]>([
    ['owned', { owned: 12 }, { owned: 14 }],
    ['assigned', { assigned: 9 }, { assigned: 7 }],
    ['sku', { sku: S3 }, { sku: S2 }],
  ])(
    'C7, X8: if both said %s the newer one wins, also where nobody knows what it was before',
    (_, one, other) => {
      for (const known of [base, undefined]) {
        const before = known ?? written({});
        const [a, b] = [says('sara', 1_000, one, before), says('kim', 2_000, other, before)];
        for (const both of [merge(known, a, b), merge(known, b, a)])
          expect(planOf(both)).toMatchObject(other);
      }
    },
  );

  test('C7, X8: what one device alone said of a new plan stays beside what the other said', () => {
    const before = written({});
    const [a, b] = [
      says('sara', 2_000, { assigned: 9 }, before),
      says('kim', 1_000, { owned: 12, sku: S2 }, before),
    ];
    for (const known of [before, undefined])
      for (const both of [merge(known, a, b), merge(known, b, a)])
        expect(planOf(both)).toMatchObject({
          owned: 12,
          assigned: 9,
          sku: S2,
          on: '2026-11-22',
          at: 1_000,
        });
  });

  test('C7, X8: a SKU of a count that had no day itself keeps the day of that count', () => {
    const [named, counted] = [
      plan,
      { ...illustrator, sku: '', owned: 12, on: '2026-11-20', at: 9 },
    ];
    for (const met of [planMet(named, counted, undefined), planMet(counted, named, undefined)])
      expect(met).toEqual({ ...plan, owned: 12, on: '2026-11-20', at: 9, skuOn: '2026-10-01' });
  });

  test.each([
    [1_000, 2_000],
    [2_000, 1_000],
  ])(
    'C7, X8: a SKU that one took away stays away when the other only counted (%d, %d)',
    (early, late) => {
      const [a, b] = [says('sara', early, { sku: '' }), says('kim', late, { owned: 12 })];
      for (const both of [merge(base, a, b), merge(base, b, a)])
        expect(planOf(both)).toMatchObject({ owned: 12, sku: '' });
      const named = says('kim', late, { sku: S2 });
      for (const both of [merge(base, a, named), merge(base, named, a)])
        expect(planOf(both)?.sku).toBe(late > early ? S2 : '');
    },
  );

  test('C7, X8: a product that was written down without a SKU takes none away', () => {
    const before = written({});
    const [a, b] = [
      says('sara', 2_000, { owned: 4, sku: '' }, before),
      says('kim', 1_000, { owned: 4, sku: S2 }, before),
    ];
    for (const both of [merge(before, a, b), merge(undefined, b, a)])
      expect(planOf(both)?.sku).toBe(S2);
  });

  test('C7, X8: what two said, met once more with either, is the same, whatever had its own moment', () => {
    const moment = integer({ min: 1, max: 3 });
    const answer = record(
      {
        owned: integer({ min: 0, max: 2 }),
        assigned: integer({ min: 0, max: 2 }),
        at: moment,
        sku: constantFrom('', S1, S2),
        on: constantFrom('2026-11-20', '2026-11-22'),
        skuOn: constantFrom('2026-11-19', '2026-11-22'),
        assignedAt: moment,
        skuAt: moment,
      },
      { requiredKeys: ['at', 'on', 'sku'] },
    ).map((changes) => ({ ...illustrator, ...changes }));
    assert(
      property(answer, answer, (a, b) => {
        const met = planMet(a, b, undefined);
        for (const again of [
          planMet(met, a, undefined),
          planMet(b, met, undefined),
          planMet(b, a, undefined),
        ])
          expect(again).toEqual(met);
      }),
    );
  });

  test('C7, X8: three devices come to the same, whoever meets first', () => {
    const counts = record(
      {
        owned: integer({ min: 0, max: 9 }),
        assigned: integer({ min: 0, max: 9 }),
        sku: constantFrom('', S1, S2, S3),
      },
      { requiredKeys: [] },
    );
    const day = constantFrom('2026-11-20', '2026-11-22');
    const answer = record({ said: counts, day });
    const moments = uniqueArray(integer({ min: 1_000, max: 9_000 }), {
      minLength: 3,
      maxLength: 3,
    });
    assert(
      property(
        answer,
        answer,
        answer,
        moments,
        constantFrom(base, written({})),
        (a, b, c, at, known) => {
          const [x, y, z] = [a, b, c].map(({ said: what, day: on }, index) =>
            says(`p${index}`, at[index]!, what, known, on),
          ) as [Copy, Copy, Copy];
          const [left, right] = [
            merge(known, merge(known, x, y), z),
            merge(known, x, merge(known, y, z)),
          ];
          expect(planOf(left)).toEqual(planOf(right));
          expect(planOf(merge(known, y, x))).toEqual(planOf(merge(known, x, y)));
          for (const field of ['owned', 'assigned'] as const) {
            const told = [a, b, c].map((each, index) => [at[index]!, each.said[field]] as const);
            const newest = told
              .filter(([, count]) => count !== undefined)
              .toSorted(([p], [q]) => q - p)[0];
            expect(planOf(left)![field]).toBe(
              newest === undefined ? planOf(known)?.[field] : newest[1],
            );
          }
        },
      ),
    );
  });
});
