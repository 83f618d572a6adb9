import { expect, test } from 'vitest';
import { adobeVipEditions } from '#programmes/adobe-vip/rules/edition/editions.ts';
import { fixedRules } from '#programmes/adobe-vip/rules/edition/fixed-rules.ts';
import { VIP_PROGRAMMES } from '#programmes/adobe-vip/rules/edition/programme.ts';
import { workspaceRules } from '#programmes/adobe-vip/rules/edition/rule-choices.ts';
import { vipRules as english } from '#programmes/adobe-vip/words/en/vip-rules.ts';
import { vipRules as swedish } from '#programmes/adobe-vip/words/sv/vip-rules.ts';

const idsOf = (programme: (typeof VIP_PROGRAMMES)[number], day: string): string[] =>
  fixedRules(programme, day).map(({ id }) => id.replace('adobe-vip.', ''));

test('C6: the edition of a rule that nobody chooses is the one of the day', () => {
  expect(idsOf('vip-marketplace', '2026-08-12')).toContain('return-part-mp-line');
  expect(idsOf('vip-marketplace', '2026-08-13')).toContain('return-part-mp-quantity');
});

test('X2: early renewal in the Marketplace is an edition of 2026-03-30, which nobody chooses', () => {
  const early = (programme: (typeof VIP_PROGRAMMES)[number], day: string) =>
    idsOf(programme, day).filter((id) => id.startsWith('early-renewal'));
  expect(early('vip-marketplace', '2026-03-29')).toEqual(['early-renewal-0']);
  expect(early('vip-marketplace', '2026-03-30')).toEqual(['early-renewal-30']);
  expect(early('vip', '2026-11-20')).toEqual([]);
});

test('C14: how long a commitment has to be reached differs by programme: seven days in VIP, thirty in the Marketplace', () => {
  const days = (programme: (typeof VIP_PROGRAMMES)[number], day: string) =>
    idsOf(programme, day).filter((id) => id.startsWith('compliance-'));
  expect([days('vip', '2020-01-01'), days('vip', '2026-11-20')]).toEqual([
    ['compliance-7'],
    ['compliance-7'],
  ]);
  // What it was in the Marketplace before is not written.
  expect(days('vip-marketplace', '2025-06-12')).toEqual([]);
  expect(days('vip-marketplace', '2025-06-13')).toEqual(['compliance-30']);
});

test('C3: in the Marketplace the seven days to order are no choice, and in VIP they are one', () => {
  expect(idsOf('vip-marketplace', '2026-11-20')).toContain('order-7');
  expect(idsOf('vip', '2026-11-20').filter((id) => id.startsWith('order-'))).toEqual([]);
});

test.each(VIP_PROGRAMMES)(
  'C3: every rule of %s is on the screen once, by name, chosen or fixed',
  (programme) => {
    const shown = [
      ...workspaceRules(programme, undefined).map(({ rule }) => rule),
      ...fixedRules(programme, '2026-11-20').map(({ rule }) => rule),
    ];
    expect(new Set(shown).size).toBe(shown.length);
    const own = adobeVipEditions.filter((editions) =>
      editions.some((edition) => (edition.programme ?? programme) === programme),
    );
    expect(shown.toSorted()).toEqual(own.map(([{ rule }]) => rule).toSorted());
    for (const words of [swedish, english]) {
      expect(Object.keys(words.rules)).toEqual(expect.arrayContaining(shown));
      const ids = fixedRules(programme, '2026-11-20').map(({ id }) => id);
      expect(Object.keys(words.editions)).toEqual(expect.arrayContaining(ids));
      const sourced = fixedRules(programme, '2026-11-20').filter(
        ({ source }) => source !== 'Volym',
      );
      expect(Object.keys(words.sources)).toEqual(
        expect.arrayContaining(sourced.map(({ id }) => id)),
      );
    }
  },
);
