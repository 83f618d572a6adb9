import { describe, expect, test } from 'vitest';
import { config } from 'zod/mini';
import * as z from '#core/schema.ts';

const fields = z.looseObject({ name: z._default(z.string(), '') });
const map = z.record(z.string(), z.string());

describe('what is stored', () => {
  test('X8: keeps fields that this version does not know', () => {
    expect(fields.parse({ later: [1] })).toEqual({ name: '', later: [1] });
  });

  test.each([
    ['fields', fields, []],
    ['fields', fields, ['x']],
    ['fields that may be absent', z.optional(fields), []],
    ['fields of fields', z.looseObject({ inner: fields }), { inner: [] }],
    ['a map', map, []],
    ['a map', map, ['x']],
    ['a map of maps', z.record(z.string(), map), { inner: [] }],
  ] as const)('X8: a list is never read as %s', (_, schema, given) => {
    expect(schema.safeParse(given).success).toBe(false);
  });

  test.each(['1e999', '-1e999', 'null', '"1"'])(
    'X8: %s is no number that can be stored again',
    (text) => {
      expect(z.number().safeParse(JSON.parse(text)).success).toBe(false);
    },
  );

  test('X8: a field that may hold anything must be there', () => {
    const change = z.looseObject({ from: z.unknown() });
    expect(change.safeParse({}).success).toBe(false);
    expect(change.parse({ from: null })).toEqual({ from: null });
  });

  test('X9: no schema makes code of text', () => {
    expect(config().jitless).toBe(true);
  });
});
