import { describe, expect, test } from 'vitest';
import { exactMoney, exactNumber } from '#core/language/exact-amount.ts';

describe('C12: numbers of a reckoning', () => {
  test.each([
    ['11.473972603', '11,473972603', '11.473972603'],
    ['10326.5753427', '10\u202f326,5753427', '10,326.5753427'],
    ['4188.00', '4\u202f188,00', '4,188.00'],
    ['12', '12', '12'],
    [
      '12345678901234567890.123456789',
      '12\u202f345\u202f678\u202f901\u202f234\u202f567\u202f890,123456789',
      '12,345,678,901,234,567,890.123456789',
    ],
  ])('C12: %s has all of its decimals', (text, sv, en) => {
    expect(exactNumber(text, 'sv')).toBe(sv);
    expect(exactNumber(text, 'en')).toBe(en);
  });

  test('C12: an amount has its cents, also where they are zero', () => {
    expect(exactMoney('8376.00', 'SEK', 'sv')).toBe('8\u202f376,00\u00a0kr');
    expect(exactMoney('10326.58', 'SEK', 'en')).toBe('SEK\u00a010,326.58');
    expect(exactMoney('1.50', 'kronor', 'sv')).toBe('1,50');
  });
});
