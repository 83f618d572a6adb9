import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_FIELDS } from '#server/couch/forms/json-fields.ts';
import { MOST_VALUES, whyNotParsed } from '#server/couch/forms/json-form.ts';

const why = (text: string): number | undefined => whyNotParsed(Buffer.from(text))?.status;
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('X8: what is counted before it is parsed', () => {
  test('X8: a value is counted wherever it is: in a list, in an object, empty or not', () => {
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

  const objectOf = (count: number, name: (at: number) => string): string =>
    `{${Array.from({ length: count }, (_, at) => `"${name(at)}":0`).join(',')}}`;
  const many = (
    names: (object: number, at: number) => string,
    each = 10,
    count = MOST_FIELDS + each,
  ): string =>
    `[${Array.from({ length: count / each }, (_, object) => objectOf(each, (at) => names(object, at))).join(',')}]`;

  test.each([
    ['numbers in one object', objectOf(MOST_FIELDS + 1, String)],
    ['numbers that are large', objectOf(MOST_FIELDS + 1, (at) => String(4_294_967_294 - 7 * at))],
    ['names in one object', objectOf(MOST_FIELDS + 1, (at) => `k${at}`)],
    [
      'names of which each is another one, in small objects',
      // Names are told apart by a hash from a seed: with some seeds a few dozen look alike.
      many((object, at) => `k${object}-${at}`, 10, MOST_FIELDS + 1_000),
    ],
    ['the same numbers in small objects', many((_, at) => String(at))],
    ['the same names in wide objects', many((_, at) => `k${at}`, 1_000, 2 * MOST_FIELDS)],
    ['long names', many((_, at) => 'x'.repeat(65 + at))],
    [
      'names with space behind them',
      objectOf(MOST_FIELDS + 1, (at) => `k${at}`).replaceAll(':', ' \n\t : '),
    ],
    ['fields that are never closed', objectOf(MOST_FIELDS + 1, String).slice(0, -1)],
  ])('X8: too many fields are counted before they are parsed: %s', (_, text) => {
    expect(whyNotParsed(Buffer.from(text))).toMatchObject({
      status: 413,
      error: 'max_fields_count_exceeded',
    });
  });

  test('X8: fields that documents have in common count as values only, and so many others may be', () => {
    expect(why(many((_, at) => `field-${at}`, 50, 450_000))).toBeUndefined();
    expect(why(objectOf(MOST_FIELDS, String))).toBeUndefined();
    expect(why(objectOf(MOST_FIELDS, (at) => `k${at}`))).toBeUndefined();
    expect(why(`["${'a:'.repeat(MOST_FIELDS + 1)}",{"a:b\\":":::"}]`)).toBeUndefined();
  });

  test('X8: no text hides what comes after it, and none is counted', () => {
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
        expect(why(`[${before},${deep(499)}]`)).toBeUndefined();
        expect(why(`[${before},${deep(500)}]`)).toBe(400);
      }),
    );
  });

  test('X8: what is no JSON is left to parsing', () => {
    for (const text of [
      '',
      '"',
      '"\\',
      '"\\"',
      `"${'x'.repeat(100)}`,
      `"${'x'.repeat(100)}\\"`,
      ']]]',
      '{',
      ',',
      '\\',
    ])
      expect(why(text)).toBeUndefined();
  });
});
