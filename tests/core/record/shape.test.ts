import * as s from 'valibot';
import { describe, expect, test } from 'vitest';
import { fieldsOf, mapOf, number } from '#core/record/shape.ts';

const fields = fieldsOf({ name: s.optional(s.string(), '') });
const map = mapOf(s.string());

describe('what is stored', () => {
  test('X8: keeps fields that this version does not know', () => {
    expect(s.parse(fields, { later: [1] })).toEqual({ name: '', later: [1] });
  });

  test.each([
    ['fields', fields, []],
    ['fields', fields, ['x']],
    ['fields that may be absent', s.optional(fields), []],
    ['fields of fields', fieldsOf({ inner: fields }), { inner: [] }],
    ['a map', map, []],
    ['a map', map, ['x']],
    ['a map of maps', mapOf(map), { inner: [] }],
  ] as const)('X8: a list is never read as %s', (_, schema, given) => {
    expect(s.is(schema, given)).toBe(false);
  });

  test.each(['1e999', '-1e999', 'null', '"1"'])(
    'X8: %s is no number that can be stored again',
    (text) => {
      expect(s.is(number, JSON.parse(text))).toBe(false);
    },
  );
});
