import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dividedBy,
  exactText,
  readExact,
  shortText,
  times,
  toTheCent,
} from '#programmes/adobe-vip/rules/proration/exact.ts';

const read = (text: string) => readExact(text)!;

describe('exact decimals', () => {
  test.each(['', ' ', '-', '.5', '5.', '1,5', '1 000', '1e3', '0x10', '--1', '+1', 'NaN'])(
    'C12: "%s" is no decimal text',
    (text) => {
      expect(readExact(text)).toBeUndefined();
    },
  );

  test.each([
    ['0.125', '0.13'],
    ['0.124999', '0.12'],
    ['0.005', '0.01'],
    ['0.0049999999999999999999', '0.00'],
    ['1.005', '1.01'],
    ['-1.005', '-1.01'],
    ['-0.004', '0.00'],
    ['2', '2.00'],
    ['9007199254740993.015', '9007199254740993.02'],
  ])('C12: %s to the cent, half up, is %s', (text, cents) => {
    expect(exactText(toTheCent(read(text)))).toBe(cents);
  });

  test.each([
    ['10326.575342700', '10326.5753427'],
    ['12.000', '12'],
    ['100', '100'],
    ['0.10', '0.1'],
    ['-0.50', '-0.5'],
  ])('C12: %s is shown as %s', (text, short) => {
    expect(shortText(read(text))).toBe(short);
  });

  test('C12: text comes back as it was read, and a product divided again is where it was', () => {
    const digits = fc.tuple(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: 0, max: 25 }),
    );
    fc.assert(
      fc.property(digits, fc.bigInt({ min: 1n, max: 10n ** 12n }), ([units, decimals], factor) => {
        const number = { units, decimals };
        expect(read(exactText(number))).toEqual(number);
        expect(dividedBy(times(number, factor), factor, decimals)).toEqual(number);
      }),
    );
  });

  test('C12: a rounded value is at most half a unit off, and a half is rounded away from zero', () => {
    const size = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    const even = fc.bigInt({ min: 1n, max: 400n });
    fc.assert(
      fc.property(size, even, (units, divisor) => {
        const { units: rounded } = dividedBy({ units, decimals: 2 }, divisor, 2);
        const off = 2n * (rounded * divisor - units);
        expect(off <= divisor && off >= -divisor).toBe(true);
        if (off === divisor || off === -divisor) expect(off > 0n).toBe(units > 0n);
      }),
    );
  });
});
