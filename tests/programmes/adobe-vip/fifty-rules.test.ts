import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * The numbers of the rules in the titles of the tests; a list of cases has them within its rows.
 */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/['"`][^'"`\n]*\brule (\d+):/g)].map(([, number]) => Number(number));

test('C3: each of the fifty rules of the fact sheet (adobe.md §8) has a test that bears its number', () => {
  const files = globSync('tests/programmes/adobe-vip/**/*.test.ts');
  const borne = new Set(files.flatMap((file) => numbersIn(readFileSync(file, 'utf8'))));
  expect(Array.from({ length: 50 }, (_, at) => at + 1).filter((rule) => !borne.has(rule))).toEqual(
    [],
  );
});
