import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { joinsOf } from '#programmes/joins.ts';
import { kindOf, kinds, sharedKinds, type KindId } from '#programmes/kinds.ts';
import { NEWEST_BASE, type Data, type Draft, type VolymRecord } from '#core/record/record.ts';
import { examples } from '#tests/factories/examples.ts';

const ids = Object.keys(kinds) as KindId[];

const recordOf = (draft: Draft): VolymRecord => ({
  ...draft,
  steps: draft.steps ?? [],
  trashedOn: draft.trashedOn ?? '',
  dueOn: '',
  newestFirst: NEWEST_BASE,
  updatedAt: 0,
  updatedBy: '',
  history: [],
  clashes: [],
});

/**
 * What is stored of a kind. JSON schemas have no word for which values of a type are meant, so that
 * is there by its name, as a format.
 */
const stored = (id: KindId) =>
  z.toJSONSchema(kindOf(id)!.schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const meant = (zodSchema._zod.def.checks ?? []).flatMap(meantBy);
      if (meant.length > 0) jsonSchema.format = meant.join(', ');
    },
  });

/** The function of a check by its name, or as it is written. */
const meantBy = (check: z.core.$ZodCheck): string[] => {
  if (!(check instanceof z.core.$ZodCustom)) return [];
  const { fn } = check._zod.def;
  return [fn.name === '' ? String(fn).replace(/\s+/g, ' ') : fn.name];
};

describe.each(ids)('kind %s', (id) => {
  const kind = kindOf(id)!;
  const record = recordOf(examples[id]);

  test('is listed under its own id', () => expect(kind.id).toBe(id));

  test('reads what it writes, and keeps fields it does not know', () => {
    const data = { ...record.data, fromTomorrow: { kept: true } } as unknown as Data;
    expect(kind.schema.parse(data)).toEqual(data);
  });

  test('answers title and deadlines for its example', () => {
    expect(kind.title(record)).toBeTypeOf('object');
    for (const deadline of kind.deadlines(record))
      expect(deadline).toMatchObject({ rule: expect.any(String), edition: expect.any(String) });
  });

  test('names only fields that exist as secret', () => {
    const shape = Object.keys(record.data);
    const declared = Object.keys(stored(id).properties ?? {});
    for (const field of kind.secretFields) expect([...shape, ...declared]).toContain(field);
  });

  test('names only fields that exist as without history', () => {
    for (const field of kind.fieldsWithoutHistory ?? [])
      expect(Object.keys(record.data)).toContain(field);
  });

  test('X8: joins by what they say only fields that no history tells of', () => {
    for (const field of Object.keys(joinsOf(id)))
      expect(kind.fieldsWithoutHistory).toContain(field);
  });

  test('brings data of every earlier version to its own', () => {
    for (let v = 1; v <= kind.version; v += 1)
      expect(kind.upgrade({ ...record.data, v })).toBeDefined();
  });
});

/**
 * Stored content only grows: a field that once was stored may not vanish or change its type. New
 * fields are added to the snapshot by UPDATE_SCHEMA=1.
 */
test('the kinds that all programmes share are those of no programme', () => {
  const ofNone = ids.filter((id) => kindOf(id)!.programme === 'workspace');
  expect(Object.keys(sharedKinds)).toEqual(ofNone);
});

test('the stored schema of every kind only grows', () => {
  const file = join(import.meta.dirname, 'schema.snapshot.json');
  const now = Object.fromEntries(
    ids.map((id) => [
      id,
      {
        version: kinds[id].version,
        schema: stored(id),
      },
    ]),
  );
  if (process.env.UPDATE_SCHEMA) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
  const before = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    { version: number; schema: unknown }
  >;
  expect(lost(before, JSON.parse(JSON.stringify(now)) as unknown)).toEqual([]);
  expect(now, 'new fields: run UPDATE_SCHEMA=1 vitest run tests/kinds.test.ts').toEqual(before);
});

test('a value that was stored is taken ever after: a check that comes to a field that had none is seen', () => {
  const free = { a: { type: 'object', properties: { b: { type: 'string' } } } };
  const bound = { a: { type: 'object', properties: { b: { type: 'string', format: 'isShort' } } } };
  const other = {
    a: { type: 'object', properties: { b: { type: 'string', format: 'isDayOrNone' } } },
  };
  expect(lost(free, bound)).toEqual(['/a/properties/b/format']);
  expect(lost(bound, other)).toEqual(['/a/properties/b/format']);
  expect(lost(bound, free)).toEqual(['/a/properties/b/format']);
  expect(lost(bound, bound)).toEqual([]);
});

/**
 * Paths of the old schema that the new one lacks or says otherwise, and of checks that the old one
 * had not; `required` may only shrink. What is meant by a check may change where it takes more:
 * then its name in the snapshot is changed by hand.
 */
const lost = (before: unknown, after: unknown, path = ''): string[] => {
  if (Array.isArray(before) || before === null || typeof before !== 'object')
    return JSON.stringify(before) === JSON.stringify(after) ||
      shrinksRequired(path, before, after) ||
      growsChoices(path, before, after)
      ? []
      : [path];
  const now = (after ?? {}) as Readonly<Record<string, unknown>>;
  const isNarrower = 'type' in before && !('format' in before) && 'format' in now;
  const rest = Object.entries(before).flatMap(([key, value]) =>
    key === 'version' ? [] : lost(value, now[key], `${path}/${key}`),
  );
  return isNarrower ? [...rest, `${path}/format`] : rest;
};

const within = (part: unknown, whole: unknown): boolean =>
  Array.isArray(part) && Array.isArray(whole) && part.every((item) => whole.includes(item));

const shrinksRequired = (path: string, before: unknown, after: unknown): boolean =>
  path.endsWith('/required') && within(after ?? [], before);

const growsChoices = (path: string, before: unknown, after: unknown): boolean =>
  path.endsWith('/enum') && within(before, after);
