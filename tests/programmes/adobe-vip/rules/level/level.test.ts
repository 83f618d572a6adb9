import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import { levelHeld, levelLine } from '#programmes/adobe-vip/rules/level/level-held.ts';
import { lookBackLines } from '#programmes/adobe-vip/rules/level/look-back.ts';
import {
  levelOfRenewal,
  nextOfRenewal,
} from '#programmes/adobe-vip/rules/renewal/renewal-level.ts';
import { customerRenewal } from '#programmes/adobe-vip/rules/renewal/customer-renewal.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { sayPlan } from '#programmes/adobe-vip/rules/plan/say-plan.ts';
import type {
  CountOfPlan,
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import type { VipOrderData } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import {
  authorizationWith,
  customerWith,
  orderLine,
  returnWith,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import {
  countableOf,
  higherLevel,
  leastOf,
  levelOf,
  levelOfOrder,
  LEVELS,
  nextLevel,
  pricedLevel,
} from '#programmes/adobe-vip/rules/level/level.ts';
import { renewalHint } from '#programmes/adobe-vip/rules/renewal/renewal-hint.ts';
import { SEGMENTS } from '#programmes/adobe-vip/rules/edition/programme.ts';
import { skuLevel } from '#programmes/adobe-vip/rules/level/sku-level.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { editionIn } from '#programmes/adobe-vip/rules/edition/edition-in.ts';
import { levelCases } from '#tests/programmes/adobe-vip/rules/renewal/renewal-cases.ts';

const NEW = chosenEdition(levelEditions, 'vip');
const OLD = editionIn(levelEditions, 'adobe-vip.levels-50');
const editions = constantFrom(...levelEditions);
const counts = integer({ min: 0, max: 1_500 });

describe('C14: levels', () => {
  test.each(levelCases)('C14: $quantity licences are level $expected', ({ quantity, expected }) => {
    expect(levelOf(quantity, NEW)).toBe(expected);
  });

  test('C14: rule 48: a level holds from 10, 50 and 100; consumables do not count', () => {
    expect(levelCases).toHaveLength(5);
    expect(NEW).toMatchObject({ id: 'adobe-vip.levels-10', confidence: 'documented' });
    expect(chosenEdition(levelEditions, 'vip-marketplace')).toBe(NEW);
    expect([9, 10, 49, 50, 99, 100].map((count) => levelOf(count, NEW))).toEqual([
      '1',
      '2',
      '2',
      '3',
      '3',
      '4',
    ]);
    const lines = [{ quantity: 9 }, { quantity: 5_000, isConsumable: true }];
    expect(countableOf(lines)).toBe(9);
    expect(levelOf(countableOf([...lines, { quantity: 1, isConsumable: false }]), NEW)).toBe('2');
  });

  test('C14: no licences are no level, and what is ordered then is priced at level 1', () => {
    for (const edition of levelEditions) expect(levelOf(0, edition)).toBe('none');
    expect(levelOf(1, NEW)).toBe('1');
    expect(levelOf(countableOf([{ quantity: 5_000, isConsumable: true }]), NEW)).toBe('none');
    expect(levelOfOrder([{ quantity: 5_000, isConsumable: true }], 'none', NEW)).toBe('none');
    expect([1, 9, 10].map((quantity) => levelOfOrder([{ quantity }], 'none', NEW))).toEqual([
      '1',
      '1',
      '2',
    ]);
    expect(['none' as const, ...LEVELS].map(pricedLevel)).toEqual(['1', '1', '2', '3', '4']);
    expect(nextLevel(0, 'none', NEW)).toEqual({ level: '2', more: 10 });
    expect([
      higherLevel('none', '1'),
      higherLevel('4', 'none'),
      higherLevel('none', 'none'),
    ]).toEqual(['1', '4', 'none']);
  });

  test('C14: in the older edition they hold from 50, 250 and 1000', () => {
    expect([49, 50, 249, 250, 999, 1000].map((count) => levelOf(count, OLD))).toEqual([
      '1',
      '2',
      '2',
      '3',
      '3',
      '4',
    ]);
  });

  test('C14: more licences never give a lower level, and the missing number is just what the next one takes', () => {
    assert(
      property(counts, editions, (count, edition) => {
        const level = levelOf(count, edition);
        const withOneMore = levelOf(count + 1, edition);
        expect(higherLevel(withOneMore, level)).toBe(withOneMore);
        const next = nextLevel(count, level, edition);
        if (next === undefined) {
          expect(level).toBe('4');
          return;
        }
        expect(levelOf(count + next.more, edition)).toBe(next.level);
        expect(levelOf(count + next.more - 1, edition)).toBe(pricedLevel(level));
        expect(LEVELS.indexOf(next.level)).toBe(LEVELS.indexOf(pricedLevel(level)) + 1);
      }),
    );
  });

  test('C14: the next level', () => {
    expect(nextLevel(38, '2', NEW)).toEqual({ level: '3', more: 12 });
    expect(nextLevel(6, '3', NEW)).toEqual({ level: '4', more: 94 });
    expect(nextLevel(100, '4', NEW)).toBeUndefined();
    expect(LEVELS.map((level) => leastOf(level, NEW))).toEqual([1, 10, 50, 100]);
    expect(higherLevel('2', '3')).toBe('3');
  });
});

describe('C14: what a level comes from', () => {
  const AD = '2027-03-15';
  const book = (
    given: Partial<CustomerBook> = {},
    data: Partial<VipCustomerData> = {},
  ): CustomerBook => ({
    customer: customerWith({ anniversary: AD, ...data }),
    authorizations: [],
    orders: [],
    returns: [],
    ...given,
  });
  const ordered = (
    quantity: number,
    orderDate: string,
    given: Partial<VipOrderData> = {},
    sku = '65297600BA01A12',
  ) =>
    vipOrderWith(
      { orderDate, lines: { a: orderLine(quantity, { sku }) }, ...given },
      `order-${orderDate}-${quantity}`,
    );
  const held = (given: Partial<CustomerBook>, day: string, data: Partial<VipCustomerData> = {}) =>
    levelHeld(book(given, data), day, NEW);

  test('C14: an order of the size reaches a level, and later orders of any size keep it', () => {
    expect(levelOfOrder([{ quantity: 9 }], '1', NEW)).toBe('1');
    expect(levelOfOrder([{ quantity: 6 }, { quantity: 4 }], '1', NEW)).toBe('2');
    expect(levelOfOrder([{ quantity: 100 }], '2', NEW)).toBe('4');
    expect(
      levelOfOrder([levelLine({ sku: '65297752BATAA12', quantity: 2_000 })], 'none', NEW),
    ).toBe('none');
    const orders = [ordered(12, '2026-06-01'), ordered(6, '2026-07-01')];
    expect([held({ orders }, '2026-05-31'), held({ orders }, '2026-06-02')]).toEqual(['none', '2']);
    // Two orders of six are not one of twelve.
    expect(
      held({ orders: [ordered(6, '2026-06-01'), ordered(6, '2026-07-01')] }, '2026-08-01'),
    ).toBe('1');
    expect(
      held({ orders: [ordered(200, '2026-06-01', {}, '65297752BATAA12')] }, '2026-08-01'),
    ).toBe('none');
  });

  test('C14: rule 37: the look-back counts the term’s licences after its day, 31 days before the anniversary, from 10 and not from 11', () => {
    const orders = [ordered(6, '2026-06-01'), ordered(4, '2027-02-12')];
    expect([held({ orders }, '2027-02-12'), held({ orders }, '2027-02-13')]).toEqual(['1', '2']);
    const later = [ordered(6, '2026-06-01'), ordered(4, '2027-02-13')];
    expect(held({ orders: later }, '2027-02-20')).toBe('1');
    expect(held({ orders }, '2027-02-13', { programme: 'vip-marketplace' })).toBe('1');
  });

  test('C14: rule 37: the level of a look-back holds through the next term, until the next look-back', () => {
    const orders = [ordered(6, '2026-06-01'), ordered(6, '2026-11-01')];
    const renewed = ordered(3, '2027-03-10', { orderType: 'renewal', renews: AD });
    const days = [
      '2027-02-12',
      '2027-02-13',
      '2027-03-14',
      AD,
      '2027-10-01',
      '2028-02-13',
      '2028-02-14',
    ];
    const levels = (data: Partial<VipCustomerData> = {}) =>
      days.map((day) => held({ orders: [...orders, renewed] }, day, { level: '1', ...data }));
    expect(levels()).toEqual(['1', '2', '2', '2', '2', '2', '1']);
    // Of what was closed the next anniversary is due; the look-back before it is the same.
    expect(levels({ anniversary: '2028-03-15' })).toEqual(levels());
    // The Marketplace looks at the renewal alone.
    expect(levels({ programme: 'vip-marketplace' })).toEqual(Array(7).fill('1'));
  });

  test('C14: rule 37: what was counted in a term says nothing of the look-back before it, what was counted before does', () => {
    const counted = (on: string) => ({
      'illustrator|team': {
        product: 'Illustrator',
        licenceType: 'team' as const,
        sku: '',
        owned: 60,
        assigned: 0,
        on,
        at: 1,
      },
    });
    const level = (on: string) => held({}, '2026-12-01', { plans: counted(on), level: '1' });
    expect([
      level('2026-02-20'),
      level('2026-03-14'),
      level('2026-03-15'),
      level('2026-11-10'),
    ]).toEqual(['3', '3', '1', '1']);
  });

  test('C14: rule 37: a later count takes nothing from the look-back that an earlier one tells of', () => {
    const counts = (...pairs: readonly (readonly [number, string])[]) =>
      pairs.reduce(
        (customer, [owned, on]) => {
          const input = { product: 'Illustrator', licenceType: 'team' as const, owned };
          return { ...customer, ...valueOf(sayPlan(customer, input, doingOn(on))) } as VipCustomer;
        },
        customerWith({ anniversary: '2028-03-15', level: '1', firstOrderOn: '2020-03-15' }),
      );
    const level = (customer: VipCustomer) =>
      levelHeld({ customer, authorizations: [], orders: [], returns: [] }, '2027-05-01', NEW);
    const before = [60, '2027-01-10'] as const;
    expect(level(counts(before))).toBe('3');
    expect(level(counts(before, [20, '2027-04-02']))).toBe('3');
    expect(level(counts(before, [20, '2027-04-02'], [21, '2027-04-20']))).toBe('3');
    // Between the look-back and the anniversary, too.
    expect(level(counts(before, [20, '2027-03-01'], [20, '2027-04-02']))).toBe('3');
    // Put right before the look-back, the first figure tells nothing.
    expect(level(counts(before, [20, '2027-02-01'], [20, '2027-04-02']))).toBe('2');
    // The next look-back counts what is there then.
    const next = counts(before, [20, '2027-04-02'], [5, '2028-01-10'], [5, '2028-04-02']);
    expect(
      levelHeld({ customer: next, authorizations: [], orders: [], returns: [] }, '2028-05-01', NEW),
    ).toBe('1');
  });

  test('C14: rule 37: a count from after an earlier term says nothing about an order of that term', () => {
    const counted = (on: string, before?: CountOfPlan) => ({
      'illustrator|team': {
        product: 'Illustrator',
        licenceType: 'team' as const,
        sku: '',
        owned: 60,
        assigned: 0,
        on,
        at: 1,
        countBefore: before,
      },
    });
    const level = (
      plans: ReturnType<typeof counted>,
      data: Partial<VipCustomerData> = {},
      day = '2027-03-01',
    ) => levelHeld(book({}, { plans, ...data }), day, NEW, '2027-04-10');
    // After the look-back of its own term, and before it.
    expect(level(counted('2027-04-02'), { level: '1' })).toBe('1');
    expect([level(counted('2027-04-02')), level(counted('2027-04-02'), {}, '2026-12-01')]).toEqual([
      'none',
      'none',
    ]);
    // In the term itself the count decides, and so does a count from before it.
    expect(level(counted('2027-03-14'), { level: '1' })).toBe('3');
    expect(
      level(counted('2027-04-02', { owned: 12, on: '2027-01-10', at: 1 }), { level: '1' }),
    ).toBe('2');
    expect(level(counted('2027-04-02'), {}, '2027-04-10')).toBe('3');
  });

  test('C14: before a first term that is longer than a year there was no look-back', () => {
    const asked = book(
      { orders: [ordered(6, '2027-01-10'), ordered(6, '2027-02-10')] },
      { firstOrderOn: '', anniversary: '2029-06-08', level: '1' },
    );
    expect(levelHeld(asked, '2027-12-01', NEW, '2027-12-01')).toBe('1');
  });

  test('C14: rule 37: a later count changes nothing of what the look-back counted', () => {
    const LOOK_BACK = '2027-02-12';
    const counted = (owned: number, on: string) => ({
      'illustrator|team': {
        product: 'Illustrator',
        licenceType: 'team' as const,
        sku: '',
        owned,
        assigned: 0,
        on,
        at: 1,
      },
    });
    const lookedBack = (plans: ReturnType<typeof counted>, given: Partial<CustomerBook> = {}) =>
      countableOf(lookBackLines(book(given, { plans }), LOOK_BACK, '2027-03-01'));
    const orders = [ordered(12, '2027-02-15')];
    expect(lookedBack(counted(48, '2027-01-10'), { orders })).toBe(48);
    expect(lookedBack(counted(60, '2027-02-20'), { orders })).toBe(48);
    // Counted on the day itself, what came later that day is in neither.
    expect(lookedBack(counted(48, LOOK_BACK), { orders })).toBe(48);
    // What nothing explains was there before.
    expect(lookedBack(counted(60, '2027-02-20'))).toBe(60);
    const returns = [
      returnWith({ order: orders[0]!.id, lines: { a: 12 } }, [
        stepOf('return-granted', '2027-02-18'),
      ]),
    ];
    expect(lookedBack(counted(48, '2027-02-20'), { orders, returns })).toBe(48);
    const before = [ordered(12, '2027-02-10')];
    const since = [
      returnWith({ order: before[0]!.id, lines: { a: 12 } }, [
        stepOf('return-granted', '2027-02-18'),
      ]),
    ];
    expect(lookedBack(counted(36, '2027-02-20'), { orders: before, returns: since })).toBe(48);
    expect(lookedBack(counted(36, '2027-01-10'), { orders: before, returns: since })).toBe(48);
  });

  test('C14: rule 37: what was authorized before the look-back and ordered after it is not bought on its day', () => {
    const steps = [
      stepOf('ordered', '2027-02-20', { order: 'order-9', orderNumber: '9', line: 'a' }),
    ];
    const authorizations = [authorizationWith({ createdOn: '2027-02-01', steps })];
    const order = vipOrderWith(
      { orderDate: '2027-02-20', lines: { a: orderLine(6, { authorizationLine: 'a' }) } },
      'order-9',
    );
    const counted = (on: string) =>
      countableOf(lookBackLines(book({ authorizations, orders: [order] }), on, '2027-03-01'));
    expect([counted('2027-02-12'), counted('2027-02-20')]).toEqual([0, 6]);
  });

  test('C14: the console’s word holds against what only looks like one renewal, not against an order', () => {
    const plans = {
      'illustrator|team': {
        product: 'Illustrator',
        licenceType: 'team' as const,
        sku: '',
        owned: 12,
        assigned: 0,
        on: '2026-11-10',
        at: 1,
      },
    };
    expect(held({}, '2026-11-22', { plans })).toBe('2');
    expect(held({}, '2026-11-22', { plans, level: '1' })).toBe('1');
    const orders = [ordered(12, '2026-06-01')];
    expect(held({ orders }, '2026-11-22', { level: '1' })).toBe('2');
    expect(held({}, '2027-02-13', { plans, level: '1' })).toBe('2');
  });

  test('C14: what the console says, what was renewed and the commitment hold; what was there before is one renewal', () => {
    expect(
      ['', '3', 'Level 3', '02', '14', 'Nivå 2', '06', 'x'].map((level) =>
        held({}, '2026-12-01', { level }),
      ),
    ).toEqual(['none', '3', '3', '2', '4', '2', 'none', 'none']);
    const renewed = ordered(45, '2026-03-20', { orderType: 'renewal', renews: '2026-03-15' });
    expect(held({ orders: [renewed] }, '2026-12-01')).toBe('2');
    const commitment = { acceptedOn: '2026-05-01', lastDay: '2029-04-30', minimum: 50 };
    expect(held({}, '2026-12-01', { commitment })).toBe('3');
    const plans = {
      a: {
        product: 'X',
        licenceType: '',
        sku: '',
        owned: 60,
        assigned: 60,
        on: '2026-10-01',
        at: 1,
      },
    } as const;
    expect(held({}, '2026-12-01', { plans })).toBe('3');
    const authorizations = [authorizationWith({ createdOn: '2026-11-20' })];
    expect(held({ authorizations }, '2026-11-21', { plans: {} })).toBe('none');
    expect(held({}, '2026-12-01', { anniversary: '' })).toBe('none');
  });

  test('C14: a renewal has its own size in the Marketplace, and what was looked back on in VIP', () => {
    const plans = {
      a: {
        product: 'X',
        licenceType: 'team',
        sku: '',
        owned: 12,
        assigned: 8,
        on: '2026-10-01',
        at: 1,
      },
    } as const;
    const levelWith = (chosen: number, today: string, data: Partial<VipCustomerData> = {}) => {
      const known = book({}, { plans, ...data });
      const renewal = customerRenewal(known, today)!;
      const asked = {
        renewal,
        chosen: { [renewal.plans[0]!.key]: chosen },
        data: known.customer.data,
      };
      return [levelOfRenewal(asked, NEW), nextOfRenewal(asked, NEW)];
    };
    expect(levelWith(8, '2027-02-20')).toEqual(['2', { level: '3', more: 42 }]);
    expect(levelWith(8, '2027-02-20', { programme: 'vip-marketplace' })).toEqual([
      '1',
      { level: '2', more: 2 },
    ]);
    expect(levelWith(0, '2027-02-20', { programme: 'vip-marketplace' })).toEqual([
      'none',
      { level: '2', more: 10 },
    ]);
    expect(levelWith(50, '2027-02-20')).toEqual(['3', { level: '4', more: 50 }]);
    expect(levelWith(100, '2027-02-20')).toEqual(['4', undefined]);
  });
});

describe('C9: what to say before a renewal', () => {
  test('C9: 35 of 38 are assigned, and 35 give the same level', () => {
    expect(renewalHint({ owned: 38, used: 35, held: '1' }, NEW)).toEqual({
      owned: 38,
      used: 35,
      free: 3,
      overDeployed: 0,
      level: '2',
      levelOfUsed: '2',
      keepsLevel: 35,
    });
  });

  test.each([
    [
      'renewing what is used would cost the level',
      52,
      48,
      { level: '3', levelOfUsed: '2', keepsLevel: 50, free: 4 },
    ],
    [
      'more are assigned than owned',
      38,
      40,
      { free: 0, overDeployed: 2, keepsLevel: 40, level: '2' },
    ],
    ['nobody has one', 12, 0, { level: '2', levelOfUsed: 'none', keepsLevel: 10, free: 12 }],
    ['nothing is owned', 0, 0, { level: 'none', keepsLevel: 0, free: 0 }],
  ])('C9: %s', (_, owned, used, hint) => {
    expect(renewalHint({ owned, used, held: '1' }, NEW)).toMatchObject(hint);
  });

  test('C9: where the look-back holds the level, nobody needs more than are used', () => {
    expect(renewalHint({ owned: 52, used: 48, held: '3' }, NEW).keepsLevel).toBe(48);
    expect(renewalHint({ owned: 52, used: 48, held: '2' }, NEW).keepsLevel).toBe(50);
  });

  test('C9: the least quantity keeps level and users, and one less does not', () => {
    assert(
      property(counts, counts, editions, (owned, used, edition) => {
        const { keepsLevel, level } = renewalHint({ owned, used, held: '1' }, edition);
        expect(keepsLevel).toBeGreaterThanOrEqual(used);
        // Level 1 is held here, however few are renewed.
        const kept = pricedLevel(levelOf(keepsLevel, edition));
        expect(higherLevel(kept, level)).toBe(kept);
        expect(keepsLevel <= Math.max(owned, used)).toBe(true);
        const less = keepsLevel - 1;
        if (owned > 0) expect(less < used || less < 1 || levelOf(less, edition) < level).toBe(true);
      }),
    );
  });
});

describe('C14: how a level is written in a SKU', () => {
  test.each([
    ['COM', false, ['01', '02', '03', '04']],
    ['GOV', false, ['01', '02', '03', '04']],
    ['EDU', false, ['01', '02', '03', '04']],
    ['COM', true, ['01', '12', '13', '14']],
    ['GOV', true, ['01', '12', '13', '14']],
    ['EDU', true, ['01', '02', '03', '04']],
  ] as const)('C14: %s, committed: %s', (segment, committed, codes) => {
    expect(LEVELS.map((level) => skuLevel(level, { segment, committed }))).toEqual(codes);
    expect(SEGMENTS).toContain(segment);
  });

  test('C14: rule 50: the levels of 65297752BA01A12 and 65297752BA02A12', () => {
    const written = ['65297752BA01A12', '65297752BA02A12'].map((sku) => sku.slice(10, 12));
    const open = { segment: 'COM', committed: false } as const;
    expect(written).toEqual(
      [9, 10].map((count) => skuLevel(pricedLevel(levelOf(count, NEW)), open)),
    );
  });
});
