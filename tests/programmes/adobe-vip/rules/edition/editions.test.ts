import { describe, expect, test } from 'vitest';
import { adobeVipEditions } from '#programmes/adobe-vip/rules/edition/editions.ts';
import { levelEditions } from '#programmes/adobe-vip/rules/level/level-editions.ts';
import {
  VIP_PROGRAMMES,
  type VipProgramme,
} from '#programmes/adobe-vip/rules/edition/programme.ts';
import { editionOn, editionsFor } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { vipRules as swedish } from '#programmes/adobe-vip/words/sv/vip-rules.ts';

/** The keys of adobe.md §10: S1–S21, A1–A15, P1, W1–W7, R1–R8, O1. */
const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
const KEYS = [
  ...numbered('S', 21),
  ...numbered('A', 15),
  ...numbered('P', 1),
  ...numbered('W', 7),
  ...numbered('R', 8),
  'O1',
];
const TODAY = '2026-11-20';
const all = adobeVipEditions.flat();
const short = (id: string | undefined): string => (id ?? 'none').replace('adobe-vip.', '');
const inForce = (programme: VipProgramme, day: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    adobeVipEditions.map((editions) => [
      short(editions[0].rule),
      short(editionOn(editions, programme, day)?.id),
    ]),
  );

describe('X2: the editions of Adobe’s numbers', () => {
  test('X2: ids are unique, and every edition belongs to the rule of its list', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const editions of adobeVipEditions)
      expect(new Set(editions.map(({ rule }) => rule))).toEqual(new Set([editions[0].rule]));
  });

  test('X2: each cites keys that adobe.md has, with the section, or is Volym’s own', () => {
    for (const { id, source } of all.filter((edition) => edition.source !== 'Volym')) {
      expect(source, id).toMatch(
        /^(seed 002; )?adobe\.md §\d(, §\d)* \([SAPWRO]\d+(, [SAPWRO]\d+)*\)$/,
      );
      const keys = /\((.*)\)/.exec(source)?.[1]?.split(', ') ?? [];
      expect(KEYS, id).toEqual(expect.arrayContaining(keys));
    }
  });

  test('X2: the levels from 10 are those of the newer page, the levels from 50 those of the guide before it', () => {
    const sources = Object.fromEntries(levelEditions.map(({ id, source }) => [short(id), source]));
    expect(sources).toEqual({
      'levels-10': 'adobe.md §0, §1 (S12, W1, A5)',
      'levels-50': 'adobe.md §0 (R3)',
    });
    expect(swedish.sources['adobe-vip.levels-50']).toBe('Äldre programguide för VIP');
  });

  test('X2: today’s edition is the one that adobe.md §0 calls newest, in each programme', () => {
    expect(inForce('vip', TODAY)).toMatchObject({
      'order-days': 'order-14',
      'renewal-window': 'renewal-late-0',
      anniversary: 'anniversary-order',
      levels: 'levels-10',
      'commitment-compliance': 'compliance-7',
      proration: 'proration-months',
      'return-days': 'return-14',
      'reseller-change': 'reseller-change-72',
    });
    expect(inForce('vip-marketplace', TODAY)).toMatchObject({
      'order-days': 'order-7',
      'renewal-window': 'renewal-marketplace-14',
      'early-renewal': 'early-renewal-30',
      anniversary: 'anniversary-order',
      levels: 'levels-10',
      'commitment-compliance': 'compliance-30',
      proration: 'proration-days',
      'return-part': 'return-part-mp-quantity',
      'reseller-change': 'reseller-change-168',
    });
  });

  test('X2: on an earlier day it is the one of that day', () => {
    expect(inForce('vip', '2014-06-01')).toMatchObject({
      anniversary: 'anniversary-2013',
      'order-days': 'order-30',
    });
    expect(inForce('vip', '2019-06-01')).toMatchObject({ anniversary: 'anniversary-2018' });
    expect(inForce('vip', '2023-12-31')).toMatchObject({ 'renewal-window': 'renewal-late-30' });
    expect(inForce('vip', '2025-06-13')).toMatchObject({ 'commitment-compliance': 'compliance-7' });
    expect(inForce('vip-marketplace', '2025-06-12')).toMatchObject({
      'commitment-compliance': 'none',
    });
  });

  test.each(VIP_PROGRAMMES)(
    'C3: what one chooses from in %s is offered as before, the seed’s first',
    (programme) => {
      const offered = adobeVipEditions
        .map((editions) => editionsFor(editions, programme).map(({ id }) => short(id)))
        .filter((ids) => ids.length > 1);
      const vip = [
        ['order-30', 'order-14'],
        ['return-part-line', 'return-part-quantity'],
        ['renewal-late-30', 'renewal-late-0'],
        ['last-notice-7', 'last-notice-3', 'last-notice-10', 'last-notice-14'],
        ['anniversary-order', 'anniversary-2018', 'anniversary-2013'],
        ['leap-anniversary-29', 'leap-anniversary-28'],
        ['levels-10', 'levels-50'],
      ];
      const marketplace = [
        ['return-part-mp-line', 'return-part-mp-quantity'],
        ['renewal-marketplace-14', 'renewal-marketplace-30'],
        vip[3],
        // The day tells, as with the part of a return.
        ['early-renewal-0', 'early-renewal-30'],
        vip[5],
      ];
      expect(offered).toEqual(programme === 'vip' ? vip : marketplace);
    },
  );
});
