import { describe, expect, test } from 'vitest';
import { quantityOf, wholeOf } from '#programmes/adobe-vip/import/read/counts.ts';

const written = (text: string, isNumber = false) => ({ text, isNumber });

describe('C13: a count of licences', () => {
  test.each([
    ['12', 12],
    ['0', 0],
    ['1,000', 1000],
    ['10.000', 10_000],
    ['9 500', 9500],
    ['1’500', 1500],
    ["1'500", 1500],
    ['1,000.00', 1000],
    ['1.000,0', 1000],
    ['1 000,00', 1000],
    ['12,00', 12],
    ['12.0', 12],
    ['12,0000', 12],
    ['0,000', 0],
    ['1000,000', 1000],
    ['-1,200', -1200],
    ['\u22123', -3],
    ['12 st', 12],
    ['1 000 licenser', 1000],
    ['45 Stk.', 45],
  ])('C13, A5: "%s" is %d', (text, count) => {
    expect(wholeOf(written(text))).toBe(count);
  });

  test.each(['2,5', '1.2', '1,00,0', '1,000,00', '1.000.00', '12 av 40', '1,0000.5', '1E+5', ','])(
    'C13, A5: "%s" is no whole number',
    (text) => {
      expect(wholeOf(written(text))).toMatchObject({ reason: 'quantity-not-whole' });
    },
  );

  test.each(['', '-', '–', '—'])('C13, A5: "%s" is no count at all', (text) => {
    expect(wholeOf(written(text))).toEqual({ reason: 'quantity-missing' });
  });

  test('C13, A5: a cell that is stored as a number has decimals and no thousands', () => {
    expect(wholeOf(written('1.234', true))).toMatchObject({ reason: 'quantity-not-whole' });
    expect(wholeOf(written('1.000', true))).toBe(1);
    expect(wholeOf(written('1234', true))).toBe(1234);
  });

  test('C13: more than any order can be is refused, however it is written', () => {
    expect(wholeOf(written('1,200,000'))).toMatchObject({ reason: 'quantity-too-large' });
    expect(quantityOf(written('-1,200'), true)).toBe(1200);
    expect(quantityOf(written('-1,200'), false)).toMatchObject({
      reason: 'quantity-not-above-nothing',
    });
  });
});
