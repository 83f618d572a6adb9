import { describe, expect, test } from 'vitest';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import {
  NO_PRICES,
  priceIndex,
  type ListedPrice,
} from '#programmes/adobe-vip/rules/product/price-index.ts';
import { levelOfRenewal } from '#programmes/adobe-vip/rules/renewal/renewal-level.ts';
import {
  renewalPlans,
  suggestedQuantity,
  suitableSku,
  type RenewalPlan,
} from '#programmes/adobe-vip/rules/renewal/renewal-suggestion.ts';
import { levelCases } from './renewal-cases.ts';

const [levels] = levelEditions;
const planOf = (given: Partial<RenewalPlan> = {}): RenewalPlan => ({
  key: 'a',
  product: 'Creative Cloud',
  licenceType: 'team',
  sku: '65297752BA01A12',
  owned: 26,
  assigned: 26,
  renewed: 0,
  need: 26,
  isConsumable: false,
  ...given,
});
const levelAt = (plans: readonly RenewalPlan[], chosen: Readonly<Record<string, number>>) =>
  levelOfRenewal(
    { renewal: { plans, lookBack: [], anniversary: '2026-12-13' }, chosen, data: {} },
    levels,
  );
const onLevel = (sku: string, level: '1' | '2' | '3' | '4', segment: 'COM' | 'EDU' = 'COM') =>
  suitableSku({ sku, product: 'Creative Cloud' }, { level, segment }, NO_PRICES);
const listed = (sku: string, product: string) => ({
  sku,
  product,
  segment: '',
  level: '',
  yearlyPrice: '420.00',
  currency: 'EUR',
  months: 0,
  validFrom: '',
});

const indexOf = (prices: readonly ListedPrice[]) =>
  priceIndex(prices, { day: '2026-11-20', currency: '' });

describe('C9: the suggested order', () => {
  test('C9: begins with what is owned; once something was ordered, with those who are left without', () => {
    expect(suggestedQuantity(planOf())).toBe(26);
    expect(suggestedQuantity(planOf({ renewed: 20, need: 6 }))).toBe(6);
    expect(suggestedQuantity(planOf({ assigned: 10, renewed: 20, need: 0 }))).toBe(0);
    // Nobody entered how many are assigned.
    expect(suggestedQuantity(planOf({ assigned: 0, renewed: 20, need: 0 }))).toBe(6);
  });

  test.each(levelCases)(
    '§8.48: $quantity licences renew on level $expected, whatever the products',
    ({ quantity, expected }) => {
      const plans = [planOf(), planOf({ key: 'b' }), planOf({ key: 'c', isConsumable: true })];
      const chosen = { a: quantity - 1, b: 1, c: 5000 };
      expect(levelAt(plans, chosen)).toBe(expected.at(-1));
    },
  );

  test('C14: what was renewed before counts to the level of what is renewed after', () => {
    expect(levelAt([planOf({ renewed: 45 })], { a: 5 })).toBe('3');
  });

  test('C9: the SKU is the plan’s own on the level; a committed one stays committed', () => {
    expect(onLevel('65297752BA01A12', '2')).toBe('65297752BA02A12');
    expect(onLevel('6529 7752ba12a12', '3')).toBe('65297752BA13A12');
    expect(onLevel('65297752BB02A12', '3', 'EDU')).toBe('65297752BB03A12');
    // Large agencies and consumables have their own levels.
    expect([onLevel('65297752BC06A12', '4'), onLevel('65297752BATAA12', '4')]).toEqual([
      '65297752BC06A12',
      '65297752BATAA12',
    ]);
    expect(onLevel('', '2')).toBe('');
    expect(onLevel('creative', '2')).toBe('creative');
  });

  test('C9: without a SKU the price list is asked by the product’s name, on the level and for the segment', () => {
    const prices = [
      listed('65297752BA01A12', 'Creative Cloud'),
      listed('65297752BB02A12', 'Creative Cloud'),
      listed('65297752BA02A12', ' creative cloud '),
    ];
    const index = indexOf(prices);
    const found = suitableSku(
      { sku: '', product: 'Creative Cloud' },
      { level: '2', segment: 'COM' },
      index,
    );
    expect(found).toBe('65297752BA02A12');
    expect(
      suitableSku({ sku: '', product: 'Acrobat' }, { level: '2', segment: 'COM' }, index),
    ).toBe('');
    expect(index.bySku('6529 7752ba02a12')?.yearlyPrice).toBe('420.00');
    expect(index.bySku('')).toBeUndefined();
    const twice = [
      ...prices,
      { ...listed('65297752BA02A12', 'Creative Cloud'), yearlyPrice: '999.00' },
    ];
    expect(indexOf(twice).bySku('65297752BA02A12')?.yearlyPrice).toBe('420.00');
  });

  test('C9: for which segment a price is, its list says before the letter of its SKU; the level too where a SKU cannot be read', () => {
    const line = (sku: string, level: string, segment: string) => ({
      ...listed(sku, 'Foto'),
      level,
      segment,
    });
    const prices = indexOf([
      line('65297701BA01B12', '1', 'EDU'),
      line('65297701BA02B12', '2', 'EDU'),
      line('FOTO-GOV-1', '01', 'GOV'),
      line('FOTO-GOV-2', '2', 'GOV'),
      { ...line('FOTO-GOV-6', '2', 'GOV'), months: 6 },
    ]);
    const of = (level: '1' | '2', segment: 'COM' | 'EDU' | 'GOV') =>
      suitableSku({ sku: '', product: 'foto' }, { level, segment }, prices);
    expect([of('1', 'EDU'), of('2', 'EDU'), of('2', 'COM')]).toEqual([
      '65297701BA01B12',
      '65297701BA02B12',
      '',
    ]);
    expect([of('1', 'GOV'), of('2', 'GOV')]).toEqual(['FOTO-GOV-1', 'FOTO-GOV-2']);
  });

  test('C9: for a name in both programmes the customer’s own is taken, and for several products none', () => {
    const product = 'Creative Cloud';
    const wish = { level: '2', segment: 'COM' } as const;
    const [marketplace, vip] = [
      listed('65297752CA02A12', product),
      listed('65297752BA02A12', product),
    ];
    const of = (prices: readonly ListedPrice[], programme?: 'vip' | 'vip-marketplace') =>
      suitableSku({ sku: '', product }, { ...wish, programme }, indexOf(prices));
    for (const both of [
      [marketplace, vip],
      [vip, marketplace],
    ])
      expect([of(both, 'vip'), of(both, 'vip-marketplace')]).toEqual([vip.sku, marketplace.sku]);
    // The price list of only one programme is better than none.
    expect(of([marketplace], 'vip')).toBe(marketplace.sku);
    expect(of([vip, listed('65304520BA02A12', product)], 'vip')).toBe('');
  });

  test('C14: what is known of a commitment decides over the SKU that was bought', () => {
    const product = 'Creative Cloud';
    const wish = { level: '2', segment: 'COM' } as const;
    const of = (sku: string, committed?: boolean) =>
      suitableSku({ sku, product }, { ...wish, committed }, NO_PRICES);
    expect(of('65297752BA12A12')).toBe('65297752BA12A12');
    expect(of('65297752BA12A12', false)).toBe('65297752BA02A12');
    expect(of('65297752BA02A12', true)).toBe('65297752BA12A12');
    const prices = [listed('65297752BA02A12', product), listed('65297752BA12A12', product)];
    expect(suitableSku({ sku: '', product }, { ...wish, committed: true }, indexOf(prices))).toBe(
      '65297752BA12A12',
    );
  });

  test('C10: what was renewed of a product that is not owned is shown beside the plans', () => {
    const line = {
      key: 'p',
      product: 'Photoshop',
      licenceType: 'team' as const,
      sku: '',
      quantity: 3,
      on: '2027-03-01',
    };
    expect(renewalPlans([], new Map([['p', line]]))).toMatchObject([
      { product: 'Photoshop', owned: 0, renewed: 3 },
    ]);
  });
});
