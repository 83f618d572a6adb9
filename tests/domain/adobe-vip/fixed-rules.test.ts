import { expect, test } from 'vitest';
import { adobeVipEditions } from '#domain/adobe-vip/editions.ts';
import { fixedRules } from '#domain/adobe-vip/fixed-rules.ts';
import { VIP_PROGRAMMES } from '#domain/adobe-vip/programme.ts';
import { workspaceRules } from '#domain/adobe-vip/rule-choices.ts';
import { vipRules as english } from '#i18n/en/vip-rules.ts';
import { vipRules as swedish } from '#i18n/sv/vip-rules.ts';

const idsOf = (programme: (typeof VIP_PROGRAMMES)[number], day: string): string[] =>
  fixedRules(programme, day).map(({ id }) => id.replace('adobe-vip.', ''));

test('C6: the edition of a rule that nobody chooses is the one of the day', () => {
  expect(idsOf('vip-marketplace', '2026-08-12')).toContain('return-part-mp-line');
  expect(idsOf('vip-marketplace', '2026-08-13')).toContain('return-part-mp-quantity');
  expect(idsOf('vip-marketplace', '2025-06-12')).toContain('compliance-7');
  expect(idsOf('vip-marketplace', '2025-06-13')).toContain('compliance-30');
});

test('C3: in the Marketplace the seven days to order are no choice, and in VIP they are one', () => {
  expect(idsOf('vip-marketplace', '2026-11-20')).toContain('order-7');
  expect(idsOf('vip', '2026-11-20').filter((id) => id.startsWith('order-'))).toEqual([]);
});

test.each(VIP_PROGRAMMES)('C3: every rule of %s stands on the screen once, by name, chosen or fixed', (programme) => {
  const shown = [
    ...workspaceRules(programme, undefined).map(({ rule }) => rule),
    ...fixedRules(programme, '2026-11-20').map(({ rule }) => rule),
  ];
  expect(new Set(shown).size).toBe(shown.length);
  const own = adobeVipEditions.filter((editions) => editions.some((one) => (one.programme ?? programme) === programme));
  expect(shown.toSorted()).toEqual(own.map(([{ rule }]) => rule).toSorted());
  for (const words of [swedish, english]) {
    expect(Object.keys(words.rules)).toEqual(expect.arrayContaining(shown));
    const ids = fixedRules(programme, '2026-11-20').map(({ id }) => id);
    expect(Object.keys(words.editions)).toEqual(expect.arrayContaining(ids));
    const sourced = fixedRules(programme, '2026-11-20').filter(({ source }) => source !== 'Volym');
    expect(Object.keys(words.sources)).toEqual(expect.arrayContaining(sourced.map(({ id }) => id)));
  }
});
