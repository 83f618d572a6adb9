import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_VALUES, whyNotParsed } from '#server/couch/json-form.ts';

const why = (text: string): number | undefined => whyNotParsed(Buffer.from(text))?.status;
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('X8: what is counted before it is parsed', () => {
  test('X8: a value is counted wherever it stands: in a list, in an object, empty or not', () => {
    for (const [value, each] of [
      ['0', 1],
      ['{}', 2],
      ['[[]]', 3],
      ['{"a":1,"b":2}', 3],
      ['"[,{"', 1],
    ] as const) {
      const [times, room] = [Math.floor(MOST_VALUES / each), MOST_VALUES % each];
      const list = `[${Array.from({ length: times }, () => value).join(',')}${',0'.repeat(room)}]`;
      expect([value, why(list)]).toEqual([value, undefined]);
      expect([value, why(list.replace('[', '[0,'))]).toEqual([value, 413]);
    }
  });

  test('X8: no text hides what stands behind it, and none is counted', () => {
    const piece = fc.constantFrom('"', '\\', '\\"', '[', ']', '{', ',', 'å', '\u{1f34e}', 'x'.repeat(70), '\n');
    const text = fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (key, value) => {
        const before = JSON.stringify({ [key]: value });
        expect(why(`[${before},${deep(499)}]`)).toBeUndefined();
        expect(why(`[${before},${deep(500)}]`)).toBe(400);
      }),
    );
  });

  test('X8: what is no JSON is left to parsing', () => {
    for (const text of ['', '"', '"\\', '"\\"', `"${'x'.repeat(100)}`, `"${'x'.repeat(100)}\\"`, ']]]', '{', ',', '\\'])
      expect(why(text)).toBeUndefined();
  });
});
