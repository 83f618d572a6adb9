import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import { creditOrder as creditEn } from '#programmes/apple-credit/words/en/credit-order.ts';
import { tokenRule as ruleEn } from '#programmes/apple-licences/words/en/tokens-rule.ts';
import { tokens as tokensEn } from '#programmes/apple-licences/words/en/tokens.ts';
import { vipReturns as returnsEn } from '#programmes/adobe-vip/words/en/vip-returns.ts';
import { vip as vipEn } from '#programmes/adobe-vip/words/en/vip.ts';
import { creditOrder } from '#programmes/apple-credit/words/sv/credit-order.ts';
import { tokenRule } from '#programmes/apple-licences/words/sv/tokens-rule.ts';
import { tokens } from '#programmes/apple-licences/words/sv/tokens.ts';
import { vipReturns } from '#programmes/adobe-vip/words/sv/vip-returns.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import { tokenLook } from '#programmes/apple-licences/screens/token/token-words.ts';
import { EN, SV, tokenOf } from '#tests/programmes/apple-licences/screens/token/token-of.ts';

/** Every sentence that tells the days left of something, with so many left. */
const told = (left: number): readonly string[] => [
  creditOrder.order.tape(90 - left, 90, left, '3 december'),
  tokens.ring.sentence(left, '3 december'),
  tokens.foot.begin(left),
  tokens.first.untilDays('3 december', left),
  tokenRule.tape('3 december', left),
  vip.authorization.sentence(30 - left, 30, left, '3 december'),
  vip.order.sub('Tryckhuset', left, '3 december'),
  vipReturns.tape(14 - left, 14, left, '3 december'),
  creditEn.order.tape(90 - left, 90, left, '3 December'),
  tokensEn.ring.sentence(left, '3 December'),
  tokensEn.foot.begin(left),
  tokensEn.first.untilDays('3 December', left),
  ruleEn.tape('3 December', left),
  vipEn.authorization.sentence(30 - left, 30, left, '3 December'),
  vipEn.order.sub('Tryckhuset', left, '3 December'),
  returnsEn.tape(14 - left, 14, left, '3 December'),
];

describe('X1: today is called today', () => {
  test('X1: on the last day no sentence counts days, and each says today', () => {
    for (const sentence of told(0)) {
      expect(sentence).toMatch(/i dag|today/i);
      expect(sentence).not.toMatch(/\b0\b|i god tid|good time/);
    }
  });

  test('X1: with one day left none speaks of days in the plural, or of good time', () => {
    for (const sentence of told(1))
      expect(sentence).not.toMatch(/\b1 (dagar|days)\b|are left|1 day remain,|i god tid|good time/);
    expect(tokens.foot.begin(2)).toBe('Börja förnya i god tid');
  });

  test('X1: what was over yesterday ended one day ago', () => {
    for (const sentence of [tokens.ring.sentence(-1, 'x'), tokensEn.ring.sentence(-1, 'x')])
      expect(sentence).toMatch(/1 dag sedan|1 day ago/);
    expect(tokenRule.tape('x', -1)).toContain('för 1 dag sedan');
  });
});

describe('B2: a token on its last day', () => {
  test('B2: the ring says today in place of a number', () => {
    const token = tokenOf();
    const lastDay = '2026-12-14';
    expect(tokenLook(token, lastDay, SV)).toMatchObject({
      left: 0,
      number: 'I dag',
      unit: 'sista dag',
    });
    expect(tokenLook(token, lastDay, EN)).toMatchObject({ number: 'Today', longUnit: 'last day' });
    expect(tokenLook(token, addDays(lastDay, -1), SV)).toMatchObject({ number: '1', unit: 'dag' });
  });
});
