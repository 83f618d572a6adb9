import { expect, test } from 'vitest';
import { keptHeading } from '#workspace/screens/import/not-read.ts';

test('A5: the record of an import keeps no heading that may be a code, a number or a name', () => {
  const kept = (heading: string, ...samples: readonly string[]): string =>
    keptHeading({ heading, samples });
  expect(kept(' Comment ', 'Bo Alm')).toBe('Comment');
  expect(kept('XFAKE0000001')).toBe('');
  expect(kept('Anna Ek', 'Bo Alm')).toBe('');
  expect(kept('Market Segment', 'EDU')).toBe('Market Segment');
});
