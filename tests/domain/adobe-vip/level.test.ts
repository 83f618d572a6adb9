import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelEditions } from '#domain/adobe-vip/level-editions.ts';
import { levelOfLookBack, levelOfOrder, levelOfRenewal } from '#domain/adobe-vip/level-of-order.ts';
import { countableOf, higherLevel, leastOf, levelOf, LEVELS, nextLevel } from '#domain/adobe-vip/level.ts';
import { renewalHint } from '#domain/adobe-vip/renewal-hint.ts';
import { SEGMENTS } from '#domain/adobe-vip/programme.ts';
import { skuLevel } from '#domain/adobe-vip/sku-level.ts';
import { chosenEdition } from '#domain/adobe-vip/vip-edition.ts';
import { editionIn } from '#domain/adobe-vip/edition-in.ts';
import { levelCases } from './renewal-cases.ts';

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
    expect([9, 10, 49, 50, 99, 100].map((count) => levelOf(count, NEW))).toEqual(['1', '2', '2', '3', '3', '4']);
    const lines = [{ quantity: 9 }, { quantity: 5_000, isConsumable: true }];
    expect(countableOf(lines)).toBe(9);
    expect(levelOf(countableOf([...lines, { quantity: 1, isConsumable: false }]), NEW)).toBe('2');
    expect(levelOf(0, NEW)).toBe('1');
  });

  test('C14: in the older edition they hold from 50, 250 and 1000', () => {
    expect([49, 50, 249, 250, 999, 1000].map((count) => levelOf(count, OLD))).toEqual(['1', '2', '2', '3', '3', '4']);
  });

  test('C14: more licences never give a lower level, and the missing number is just what the next one takes', () => {
    assert(
      property(counts, editions, (count, edition) => {
        const level = levelOf(count, edition);
        expect(levelOf(count + 1, edition) >= level).toBe(true);
        const next = nextLevel(count, edition);
        if (next === undefined) {
          expect(level).toBe('4');
          return;
        }
        expect(levelOf(count + next.more, edition)).toBe(next.level);
        expect(levelOf(count + next.more - 1, edition)).toBe(level);
        expect(LEVELS.indexOf(next.level)).toBe(LEVELS.indexOf(level) + 1);
      }),
    );
  });

  test('C14: the next level', () => {
    expect(nextLevel(38, NEW)).toEqual({ level: '3', more: 12 });
    expect(nextLevel(100, NEW)).toBeUndefined();
    expect(LEVELS.map((level) => leastOf(level, NEW))).toEqual([1, 10, 50, 100]);
    expect(higherLevel('2', '3')).toBe('3');
  });
});

describe('C14: what a level comes from', () => {
  const bought = [
    { quantity: 6, from: '2026-03-15' },
    { quantity: 4, from: '2027-02-12' },
    { quantity: 40, from: '2027-02-13' },
    { quantity: 40, from: '2026-03-14' },
    { quantity: 90, from: '2026-06-01', isConsumable: true },
  ];
  const lookBack = { bought, termFrom: '2026-03-15', lookBackOn: '2027-02-12' };

  test('C14: an order of the size reaches a level, and later orders of any size keep it', () => {
    expect(levelOfOrder([{ quantity: 9 }], '1', NEW)).toBe('1');
    expect(levelOfOrder([{ quantity: 6 }, { quantity: 4 }], '1', NEW)).toBe('2');
    expect(levelOfOrder([{ quantity: 1 }], '3', NEW)).toBe('3');
    expect(levelOfOrder([{ quantity: 100 }], '2', NEW)).toBe('4');
    expect(levelOfOrder([{ quantity: 2_000, isConsumable: true }], '1', NEW)).toBe('1');
  });

  test('C14: the look-back counts what was bought in the term, through its own day, from 10 and not from 11', () => {
    expect(levelOfLookBack(lookBack, NEW)).toBe('2');
    expect(levelOfLookBack({ ...lookBack, lookBackOn: '2027-02-11' }, NEW)).toBe('1');
    expect(levelOfLookBack({ ...lookBack, lookBackOn: '2027-02-13' }, NEW)).toBe('3');
    expect(levelOfLookBack({ ...lookBack, termFrom: '2026-03-14' }, NEW)).toBe('3');
    expect(levelOfLookBack({ ...lookBack, bought: [] }, NEW)).toBe('1');
  });

  test('C14: a renewal has its own size in the Marketplace, and what was looked back on in VIP', () => {
    const lines = [{ quantity: 8 }];
    expect(levelOfRenewal(lines, { programme: 'vip', lookBack: '2' }, NEW)).toBe('2');
    expect(levelOfRenewal(lines, { programme: 'vip-marketplace', lookBack: '2' }, NEW)).toBe('1');
    expect(levelOfRenewal([{ quantity: 50 }], { programme: 'vip', lookBack: '2' }, NEW)).toBe('3');
  });
});

describe('C9: what to say before a renewal', () => {
  test('C9: 35 of 38 are assigned, and 35 give the same level', () => {
    expect(renewalHint({ owned: 38, used: 35 }, NEW)).toEqual({
      ...{ owned: 38, used: 35, free: 3, overDeployed: 0, level: '2', levelOfUsed: '2', keepsLevel: 35 },
    });
  });

  test.each([
    ['renewing what is used would cost the level', 52, 48, { level: '3', levelOfUsed: '2', keepsLevel: 50, free: 4 }],
    ['more are assigned than owned', 38, 40, { free: 0, overDeployed: 2, keepsLevel: 40, level: '2' }],
    ['nobody has one', 12, 0, { level: '2', levelOfUsed: '1', keepsLevel: 10, free: 12 }],
    ['nothing is owned', 0, 0, { level: '1', keepsLevel: 0, free: 0 }],
  ])('C9: %s', (_, owned, used, hint) => {
    expect(renewalHint({ owned, used }, NEW)).toMatchObject(hint);
  });

  test('C9: the least quantity keeps level and users, and one less does not', () => {
    assert(
      property(counts, counts, editions, (owned, used, edition) => {
        const { keepsLevel, level } = renewalHint({ owned, used }, edition);
        expect(keepsLevel).toBeGreaterThanOrEqual(used);
        expect(levelOf(keepsLevel, edition) >= level).toBe(true);
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
    expect(written).toEqual([skuLevel(levelOf(9, NEW), open), skuLevel(levelOf(10, NEW), open)]);
  });
});
