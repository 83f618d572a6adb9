import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  causeOf,
  installCodes,
  readInstallCode,
} from '#programmes/apple-licences/rules/install/install-codes.ts';
import { installCodes as english } from '#programmes/apple-licences/words/en/install-codes.ts';
import { installCodes as swedish } from '#programmes/apple-licences/words/sv/install-codes.ts';

describe('B13: the codes that Intune shows', () => {
  test.each([
    ['0x87D13B7E', '0x87D13B7E'],
    [' 0x87d13b7e ', '0x87D13B7E'],
    ['-2016330882', '0x87D13B7E'],
    ['2278636414', '0x87D13B7E'],
    ['', ''],
    ['0', ''],
    ['87D13B7E', ''],
    ['9999999999', ''],
    ['no licence', ''],
  ])('B13: %j is read as %j', (written, code) => {
    expect(readInstallCode(written)).toBe(code);
  });

  test('B13: each code is here once and means one thing, in hexadecimal and in figures alike', () => {
    expect(new Set(installCodes.map(({ code }) => code)).size).toBe(installCodes.length);
    for (const { code, cause } of installCodes)
      for (const written of [
        code,
        code.toLowerCase(),
        String(Number(code)),
        String(Number(code) - 2 ** 32),
      ])
        expect(causeOf(written)).toBe(cause);
  });

  test('B13: a code that is not known has no cause', () => {
    const known = new Set(installCodes.map(({ code }) => Number(code)));
    fc.assert(
      fc.property(fc.integer({ min: 0x8000_0000, max: 0xffff_ffff }), (number) => {
        fc.pre(!known.has(number));
        expect(causeOf(`0x${number.toString(16)}`)).toBeUndefined();
      }),
    );
    expect(causeOf('')).toBeUndefined();
  });

  test('X15: each says what it means and what to do, in both languages', () => {
    for (const { cause } of installCodes)
      for (const words of [swedish[cause], english[cause]])
        for (const sentence of [words.short, words.means, words.todo])
          expect(sentence.length).toBeGreaterThan(4);
  });
});
