import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { fromDexieToStorageField, fromStorageToDexieField } from 'rxdb/plugins/storage-dexie';
import { describe, expect, test } from 'vitest';
import { isKeptKey, keptKey } from '#core/record/kept-key.ts';
import { isRecord } from '#core/record/record-form.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { parsed } from '#data/records/read-record.ts';
import { recordIn } from '#data/sync/record-in.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const good = stored(examples['credit-order'], undefined, doingOn());
const step = { id: 's', kind: 'spent', on: '2026-11-20', at: 5, by: 'sara' };
const change = { id: 'h', at: 6, by: 'sara', field: 'institution', from: 'a', to: 'b' };
const answers = [
  { value: 'a', by: 'sara', at: 6 },
  { value: 'b', by: 'kim', at: 7 },
];

describe('X9: nothing in a record is called as every object has it', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    'X9: "%s" is refused',
    (name) => {
      const called: Partial<VolymRecord>[] = [
        { kind: name },
        { steps: [{ ...step, kind: name }] },
        { history: [{ ...change, field: name }] },
        { clashes: [{ id: 'c', field: name, answers: answers as never }] },
      ];
      expect(called.map((part) => isRecord({ ...good, ...part }))).toEqual([
        false,
        false,
        false,
        false,
      ]);
    },
  );

  test('X9: an own name is taken, also one that no version of this app knows', () => {
    const own: Partial<VolymRecord>[] = [
      { kind: 'from-tomorrow' },
      { steps: [{ ...step, kind: 'from-tomorrow' }] },
      { history: [{ ...change, field: 'fromTomorrow' }] },
      { clashes: [{ id: 'c', field: 'fromTomorrow', answers: answers as never }] },
    ];
    expect(own.map((part) => isRecord({ ...good, ...part }))).toEqual([true, true, true, true]);
  });
});

describe('X9: nothing in a record has a key that a store gives back as another', () => {
  /** As a browser's store writes a value, and reads it again. */
  const readBack = (value: unknown): unknown =>
    fromDexieToStorageField(structuredClone(fromStorageToDexieField(value))) as unknown;
  const taken = (key: string): boolean[] =>
    [
      { data: { ...good.data, [key]: 'x' } },
      { data: { ...good.data, more: [{ [key]: { a: 1 } }] } },
      { steps: [{ ...step, data: { [key]: 'x' } }] },
      { history: [{ ...change, to: { [key]: 'x' } }] },
      {
        clashes: [
          {
            id: 'c',
            field: 'x',
            answers: answers.map((answer) => ({ ...answer, value: { [key]: 1 } })),
          },
        ],
      },
      { [key]: {} },
    ].map((part) => isRecord({ ...good, ...part }));

  test.each(['__a', '__', '___a', 'a.__b', '.__', '|a.__b', '__a.b', '|proto__'])(
    'X9: "%s" is refused',
    (key) => {
      expect(readBack({ [key]: { x: 1 } })).not.toEqual({ [key]: { x: 1 } });
      expect(taken(key)).toEqual(Array.from({ length: 6 }, () => false));
      expect(isRecord({ ...good, data: { ...good.data, [keptKey(key)]: 'x' } })).toBe(
        key !== '|proto__',
      );
    },
  );

  test.each(['_a', 'a__b', 'a.b__', '|a', '||a', '|__a', 'a.|b', 'a.|proto__', '|toString'])(
    'X9: "%s" is taken, and kept as it is',
    (key) => {
      expect(readBack({ [key]: { x: 1 } })).toEqual({ [key]: { x: 1 } });
      expect(taken(key)).toEqual(Array.from({ length: 6 }, () => true));
    },
  );

  test('X9: whatever is typed is accepted as a key where the store keeps it, and is then not changed', () => {
    const parts = fc.array(fc.constantFrom('_', '__', '|', '.', 'a', 'proto__', 'ö'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, (given) => {
        const typed = given.join('');
        const isKept = isDeepStrictEqual(readBack({ [typed]: 1 }), { [typed]: 1 });
        expect(isKeptKey(typed)).toBe(isKept);
        if (isKept) expect(keptKey(typed)).toBe(typed);
        else if (typed !== '|proto__' && typed !== '__proto__')
          expect(readBack({ [typed]: 1 })).toEqual({ [keptKey(typed)]: 1 });
      }),
    );
  });
});

/** So many of the same, each by its own name. */
const many = <T extends object>(count: number, item: T): (T & { readonly id: string })[] =>
  Array.from({ length: count }, (_, at) => ({ ...item, id: `${at}` }));

describe('X9: a record has no more of anything than any app writes', () => {
  const answered = (count: number) => ({
    id: 'c',
    field: 'amount',
    answers: many(count, answers[0]!) as never,
  });

  test('X9: changes, questions and answers are taken up to a bound that no app comes near', () => {
    const isTaken = (part: Partial<VolymRecord>): boolean => isRecord({ ...good, ...part });
    expect([1_000, 1_001].map((count) => isTaken({ history: many(count, change) }))).toEqual([
      true,
      false,
    ]);
    expect([200, 201].map((count) => isTaken({ clashes: many(count, answered(2)) }))).toEqual([
      true,
      false,
    ]);
    expect([200, 201].map((count) => isTaken({ clashes: [answered(count)] }))).toEqual([
      true,
      false,
    ]);
    const asked = (count: number) => ({ history: [{ ...change, asked: many(count, {}) }] });
    expect([200, 201].map((count) => isTaken(asked(count)))).toEqual([true, false]);
    const words = (count: number): string[] =>
      Array.from({ length: count }, (_, at) => `${at}-sara`);
    const chosen = (count: number) => ({ history: [{ ...change, settles: words(count) }] });
    expect([200, 201].map((count) => isTaken(chosen(count)))).toEqual([true, false]);
    const told = (count: number) => ({ clashes: [{ ...answered(2), news: words(count) }] });
    expect([21_000, 21_001].map((count) => isTaken(told(count)))).toEqual([true, false]);
    expect([20, 21].map((count) => isTaken({ clashes: many(count, answered(200)) }))).toEqual([
      true,
      false,
    ]);
  });

  test('X9: a writer and a field have names that fit into the ids made of them; no kind has as many fields', () => {
    const isTaken = (part: Partial<VolymRecord>): boolean => isRecord({ ...good, ...part });
    const [by, field] = [
      [100, 101].map((count) => 'b'.repeat(count)),
      [200, 201].map((count) => 'f'.repeat(count)),
    ];
    const asked = (clash: object) => ({
      clashes: [{ id: 'c', field: 'amount', answers, ...clash }] as never,
    });
    for (const places of [
      by.map((name) => ({ updatedBy: name })),
      by.map((name) => ({ steps: [{ ...step, by: name }] })),
      by.map((name) => ({ history: [{ ...change, by: name }] })),
      by.map((name) => asked({ answers: answers.map((answer) => ({ ...answer, by: name })) })),
      field.map((name) => ({ history: [{ ...change, field: name }] })),
      field.map((name) => asked({ field: name })),
      field.map((name) => ({ data: { ...good.data, [name]: 'x' } })),
      [80, 81].map((count) => ({
        data: { v: 1, ...Object.fromEntries(many(count - 1, {}).map(({ id }) => [`f${id}`, ''])) },
      })),
    ])
      expect(places.map(isTaken)).toEqual([true, false]);
  });

  test.each([
    ['credit-order', 2_000],
    ['vip-customer', 2_000],
    ['redemption-code', 20_000],
    ['volume-app', 20_000],
    ['assigned-licence', 20_000],
  ] as const)('X9: a %s has %i steps, and no more', (id, most) => {
    const record = stored(examples[id], undefined, doingOn());
    const conditionWith = (count: number): string =>
      parsed({ ...record, steps: many(count, step) })[1];
    expect([most, most + 1].map(conditionWith)).toEqual(['fine', 'unreadable']);
  });

  test('X9: of a kind that is not known as many steps are kept as of any', () => {
    const conditionWith = (count: number): string =>
      parsed({ ...good, kind: 'from-tomorrow', steps: many(count, step) })[1];
    expect([20_000, 20_001].map(conditionWith)).toEqual(['unknown-kind', 'unreadable']);
  });
});

describe('X9: a record is no deeper than anything that an app writes', () => {
  const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const recordWith = (levels: number): VolymRecord =>
    JSON.parse(
      JSON.stringify({ ...good, data: { ...good.data, x: 'here' } }).replace(
        '"here"',
        deep(levels),
      ),
    ) as VolymRecord;

  test.each([60, 2_000, 20_000])(
    'X9: %i levels are refused at the door, and end nobody',
    (levels) => {
      expect(isRecord(recordWith(levels))).toBe(false);
      expect(parsed(recordWith(levels))[1]).toBe('unreadable');
      const text = JSON.stringify(good).replace('"history":[]', `"history":${deep(levels)}`);
      expect(recordIn(text, false)).toBeUndefined();
    },
  );

  test('X9: a value that is taken has room wherever it ends up when two devices meet', () => {
    const value = (levels: number): unknown => JSON.parse(deep(levels));
    const placesOf = (odd: unknown): Partial<VolymRecord>[] => [
      { data: { ...good.data, x: odd } as never },
      { history: [{ ...change, from: odd, to: odd, asked: [odd] }] },
      {
        clashes: [
          {
            id: 'c',
            field: 'x',
            was: odd,
            answers: answers.map((answer) => ({ ...answer, value: odd })) as never,
          },
        ],
      },
    ];
    const areTaken = (levels: number) =>
      placesOf(value(levels)).map((part) => isRecord({ ...good, ...part }));
    expect([41, 42].map(areTaken)).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
  });

  test('X9: forty levels of what a newer version may write are kept', () =>
    expect(isRecord(recordWith(40))).toBe(true));
});
