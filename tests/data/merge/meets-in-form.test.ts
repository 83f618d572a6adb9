import { describe, expect, test } from 'vitest';
import { kindOf, kinds, type KindId } from '#domain/kinds.ts';
import type { Change, Clash, VolymRecord } from '#domain/record.ts';
import { MOST_QUESTIONS } from '#domain/record-form.ts';
import { MOST_CHARACTERS } from '#domain/short-text.ts';
import { MOST_STEPS, type Step } from '#domain/step.ts';
import { stored } from '#data/envelope.ts';
import { spelt, type Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { knows } from '#data/merge/past.ts';
import { parsed } from '#data/read-record.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

const goodOf = (id: KindId): VolymRecord => stored(examples[id], undefined, doingOn());
const stepsOf = (by: string, many: number, at = 10): Step[] =>
  Array.from({ length: many }, (_, nth) => ({ id: `${by}-${nth}`, kind: 'note', on: '2026-09-02', at: at + nth, by }));
const answersOf = (by: string, many: number): Clash['answers'] =>
  Array.from({ length: many }, (_, nth) => ({ value: `${by}${nth}`, by, at: 1 + nth })) as unknown as Clash['answers'];
const questionsOf = (by: string, many: number): Clash[] =>
  Array.from({ length: many }, (_, nth) => ({ id: `${by}${nth}`, field: `${by}${nth}`, answers: answersOf(by, 2) }));
const fieldsOf = (value: unknown, many: number) =>
  Object.fromEntries(Array.from({ length: many }, (_, nth) => [`field-${nth}`, value]));
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { in: deep(levels - 1) });
const withData = (record: VolymRecord, data: object) => ({ data: Object.assign({}, record.data, data) });

/** What one of two has, at the bounds of what a record may hold; each differs from what the other has. */
const AT_THE_BOUNDS: Readonly<Record<string, (record: VolymRecord, by: string, most: number) => Partial<VolymRecord>>> =
  {
    steps: (_, by, most) => ({ steps: stepsOf(by, most) }),
    'answers to one question': (_, by) => ({ clashes: [{ id: by, field: 'note', answers: answersOf(by, 150) }] }),
    questions: (_, by) => ({ clashes: questionsOf(by, MOST_QUESTIONS) }),
    'fields that nobody agreed on': (record, by) => withData(record, fieldsOf(by, MOST_QUESTIONS + 9)),
    'the longest names': (record, by) => ({
      ...withData(record, { note: by }),
      updatedBy: by.repeat(MOST_CHARACTERS),
      history: [
        { id: by.repeat(MOST_CHARACTERS), at: 1, by: by.repeat(MOST_CHARACTERS), field: 'note', to: by },
      ] as Change[],
    }),
    'the deepest parts': (record, by) => withData(record, { note: { [by]: deep(47) } }),
  };

const met = (known: Copy | undefined, one: Copy, other: Copy): Copy => {
  const both = merge(known, one, other);
  expect(parsed(both)[1]).toBe('fine');
  return both;
};

describe.each(Object.keys(kinds) as KindId[])('X9: a %s in form meets one in form', (id) => {
  const most = kindOf(id)?.mostSteps ?? MOST_STEPS;
  const good = goodOf(id);
  const base = { ...good, updatedAt: good.updatedAt - 5 };

  test.each(Object.entries(AT_THE_BOUNDS))(
    'X9: with as many %s as there may be: it is in form, on each device the same',
    (_, full) => {
      const [one, other] = ['a', 'b'].map((by, at) => {
        const copy: VolymRecord = { ...good, updatedAt: good.updatedAt + 5 + at, ...full(good, by, most) };
        expect(parsed(copy)[1]).toBe('fine');
        return copy;
      }) as [VolymRecord, VolymRecord];
      const both = met(undefined, one, other);
      expect(spelt(met(undefined, other, one))).toBe(spelt(both));
      for (const known of [base, one]) {
        met(known, one, other);
        met(known, other, one);
      }
      // Who has both has each behind it: nothing is written again and again.
      for (const side of [one, other])
        expect(spelt(met(undefined, both, side))).toBe(spelt(met(undefined, side, both)));
      const gone: Copy = { ...good, kind: '', trashedOn: '2026-11-20', _deleted: true, updatedAt: good.updatedAt + 2 };
      met(base, one, gone);
      met(base, gone, one);
    },
  );
});

const order = goodOf('credit-order');
const withSteps = (by: string, many: number, at?: number): VolymRecord => ({
  ...order,
  steps: stepsOf(by, many, at),
  updatedAt: order.updatedAt + 3,
  updatedBy: by,
});

test('X9: of more steps than any app writes the newest stay, whoever met whom first', () => {
  const [a, b, c] = [withSteps('a', 1_500), withSteps('b', 1_500), withSteps('c', 1_500)];
  const [one, other] = [merge(undefined, merge(undefined, a, b), c), merge(undefined, a, merge(undefined, c, b))];
  expect(one.steps).toHaveLength(MOST_STEPS);
  expect(other.steps).toEqual(one.steps);
});

test('X9: steps that are dated ahead keep out none of who writes today', () => {
  const flooded = withSteps('z', MOST_STEPS, order.updatedAt + 1_000_000);
  expect(merge(undefined, withSteps('a', 3), flooded).steps.filter(({ by }) => by === 'a')).toHaveLength(3);
});

test('X9: what was left out of so many steps is known to who has the newest of them', () => {
  const [one, other] = [withSteps('a', MOST_STEPS), withSteps('b', 3, 5)];
  const both = merge(undefined, one, other);
  expect([knows(both, one), knows(both, other)]).toEqual([true, true]);
  expect(merge(undefined, both, other).steps).toEqual(both.steps);
});
