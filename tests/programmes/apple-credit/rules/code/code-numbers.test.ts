import { expect, test } from 'vitest';
import { numbersAfter } from '#programmes/apple-credit/rules/code/moved-code.ts';
import { highestNumber } from '#programmes/apple-credit/rules/code/code-numbers.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { countUnder } from '#programmes/apple-credit/work/code/codes-under.ts';
import { codeWith } from '#tests/factories/credit.ts';

/**
 * Codes under one order as lists get them, some of a newer version, or with a number that no app
 * gives.
 */
const numbered = (number: unknown): RedemptionCode => ({
  ...codeWith(),
  data: { ...codeWith().data, v: 99, number: number as never },
});
const STRANGE = [undefined, null, 'x', '7', 1.5, Number.NaN, -1, 1e12, 1e300, {}].map(numbered);

test('X9: a code that calls itself newer, or has a number that no app gives, takes the next one its number from none', () => {
  const codes = [...STRANGE, codeWith([], 3), ...STRANGE];
  expect(highestNumber(codes)).toBe(3);
  expect(highestNumber(STRANGE)).toBe(0);
  expect(countUnder(codes).get('order-1')).toMatchObject({ count: codes.length, highest: 3 });
  expect([...numbersAfter([codeWith([], 1)], codes).values()]).toEqual([4]);
});
