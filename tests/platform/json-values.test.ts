import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overBound } from '#platform/json-values.ts';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('A5: what is counted in JSON before it is parsed', () => {
  test.each([
    ['0', 0],
    ['[]', 1],
    ['[0]', 1],
    ['[0,1,2]', 3],
    ['{"a":1,"b":{}}', 3],
    ['[{},{},{}]', 6],
    ['["[,{","\\"[,{\\\\"]', 2],
  ])('A5: values in %s', (json, values) => {
    expect(overBound(json, { values, levels: 9 })).toBeUndefined();
    expect(overBound(json, { values: values - 1, levels: 9 })).toBe(
      values === 0 ? undefined : 'values',
    );
  });

  test('A5: no text hides what comes after it, and none is counted', () => {
    const piece = fc.constantFrom(
      '"',
      '\\',
      '\\"',
      '[',
      ']',
      '{',
      ',',
      'å',
      '\u{1f34e}',
      'x'.repeat(70),
      '\n',
    );
    const text = fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (key, value) => {
        const before = JSON.stringify({ [key]: value });
        expect(overBound(`[${before},${deep(8)}]`, { values: 11, levels: 9 })).toBeUndefined();
        expect(overBound(`[${before},${deep(9)}]`, { values: 11, levels: 9 })).toBe('levels');
        expect(overBound(`[${before},${deep(8)}]`, { values: 9, levels: 9 })).toBe('values');
      }),
    );
  });

  test('A5: what is no JSON is left to parsing', () => {
    for (const json of ['', '"', '"\\', '"\\"', `"${'x'.repeat(100)}`, ']]]', '{', ',', '\\'])
      expect(overBound(json, { values: 1, levels: 1 })).toBeUndefined();
  });
});
