import { describe, expect, test } from 'vitest';
import { laidIn, laidOnce, ownInExample } from '#data/demo/own-in-example.ts';
import type { Change } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';

type Written = Parameters<typeof laidIn>[0][number];

const record = (id: string, part: Partial<Written> = {}): Written => ({
  id,
  kind: 'credit-order',
  updatedAt: 1_000,
  trashedOn: '',
  history: [],
  steps: [],
  ...part,
});
const change = (at: number): Change => ({ id: `c${at}`, at, by: 'sara', field: 'institution' });
const step = (kind: string, at: number): Step => ({
  id: `s${at}`,
  kind,
  on: '2026-11-20',
  at,
  by: 'sara',
});

const example = [
  record('o1', { steps: [step('ordered', 1_004)] }),
  record('o2'),
  record('code', { kind: 'redemption-code' }),
  record('sara', { kind: 'person' }),
  record('keys', { kind: 'keyring' }),
  record('workspace', { kind: 'workspace' }),
];
const laid = laidIn(example);
/** The example with some of its records in another state, and others beside them. */
const now = (...records: Written[]) => [
  ...example.filter(({ id }) => records.every((other) => other.id !== id)),
  ...records,
];
const NOTHING = { added: 0, changed: 0, removed: 0 };

describe('X15: what someone made of the example', () => {
  test('X15: of one that nobody touched there is nothing', () => {
    expect(ownInExample(laid, example)).toEqual(NOTHING);
  });

  test('X15: a record that was added counts, also in the trash', () => {
    const more = [record('o3'), record('o4', { trashedOn: '2026-11-20' })];
    expect(ownInExample(laid, now(...more))).toEqual({ ...NOTHING, added: 2 });
  });

  test('X15: a changed field counts, and so does a step, and what leaves no trace but its moment', () => {
    for (const part of [
      { history: [change(2_000)] },
      { steps: [step('ordered', 1_004), step('paid', 2_000)] },
      {},
    ])
      expect(ownInExample(laid, now(record('o1', { updatedAt: 2_000, ...part })))).toEqual({
        ...NOTHING,
        changed: 1,
      });
  });

  test('X15: one in the trash is removed, and so is one that is gone for good', () => {
    const trashed = record('o1', {
      updatedAt: 2_000,
      trashedOn: '2026-11-20',
      history: [change(2_000)],
    });
    const left = now(trashed).filter(({ id }) => id !== 'o2');
    expect(ownInExample(laid, left)).toEqual({ ...NOTHING, removed: 2 });
  });

  test('X15: as many added as removed for good are both told', () => {
    const left = now(record('o3')).filter(({ id }) => id !== 'o2');
    expect(ownInExample(laid, left)).toEqual({ added: 1, changed: 0, removed: 1 });
  });

  test('X15: who looked at a code or opened the lock has changed nothing', () => {
    const looked = record('code', {
      kind: 'redemption-code',
      updatedAt: 2_000,
      steps: [step('revealed', 2_000)],
    });
    const opened = record('sara', { kind: 'person', updatedAt: 2_000 });
    const keys = record('keys', { kind: 'keyring', updatedAt: 2_000, history: [change(2_000)] });
    const run = record('run', { kind: 'import-run', updatedAt: 2_000 });
    const learned = record('workspace', { kind: 'workspace', updatedAt: 2_000 });
    expect(ownInExample(laid, now(looked, opened, keys, run, learned))).toEqual(NOTHING);
  });

  test('X15: a new name, and a code that was handed out after it was looked at, are changes', () => {
    const named = record('sara', { kind: 'person', updatedAt: 2_000, history: [change(2_000)] });
    const used = record('code', {
      kind: 'redemption-code',
      updatedAt: 2_001,
      steps: [step('revealed', 2_000), step('handed-out', 2_001)],
    });
    expect(ownInExample(laid, now(named, used))).toEqual({ ...NOTHING, changed: 2 });
  });
});

describe('X15: an example of which version 0.1.0 kept only how many records it had', () => {
  const drawn = (moment: string): string =>
    `${moment.padStart(8, '0')}-0000-7000-8000-000000000000`;
  const rules = { ...change(1_001), id: drawn('5'), field: 'rules' };
  const workspace = (more: Partial<Written> = {}) =>
    record('workspace', { kind: 'workspace', updatedAt: 1_001, history: [rules], ...more });
  const old = [
    workspace(),
    record(drawn('3'), { steps: [step('ordered', 1_000)] }),
    record(drawn('4'), { kind: 'purchaser' }),
    record('free-code', { kind: 'redemption-code' }),
  ];
  const own = (...records: Written[]) => {
    const here = [...old.filter(({ id }) => records.every((other) => other.id !== id)), ...records];
    const laid = laidOnce({ records: old.length }, here);
    return laid && ownInExample(laid, here);
  };

  test('X15: nothing is told of one that was only looked around in', () => {
    expect(own()).toEqual(NOTHING);
    const looked = record('free-code', {
      kind: 'redemption-code',
      updatedAt: 2_000,
      steps: [step('revealed', 2_000)],
    });
    expect(own(looked)).toEqual(NOTHING);
  });

  test('X15: what was added, changed and removed is told, by the moments in its ids and steps', () => {
    expect(own(record(drawn('9'), { updatedAt: 2_000 }))).toEqual({ ...NOTHING, added: 1 });
    const order = record(drawn('3'), {
      updatedAt: 2_000,
      steps: [step('ordered', 1_000), step('paid', 2_000)],
    });
    const purchaser = { kind: 'purchaser', updatedAt: 2_000, history: [change(2_000)] };
    const thrown = record(drawn('4'), { ...purchaser, trashedOn: '2026-11-20' });
    expect(own(order, thrown)).toEqual({ added: 0, changed: 1, removed: 1 });
    expect(own(workspace({ updatedAt: 2_000, history: [rules, change(2_000)] }))).toEqual({
      ...NOTHING,
      changed: 1,
    });
  });

  test('X15: one that was deleted for good is told by the number', () => {
    const here = old.slice(0, -1);
    const laid = laidOnce({ records: old.length }, here);
    expect(laid && ownInExample(laid, here)).toEqual({ ...NOTHING, removed: 1 });
  });

  test('X15: what cannot be told apart is asked about', () => {
    expect(
      own(record('code-typed', { kind: 'redemption-code', updatedAt: 2_000 })),
    ).toBeUndefined();
    expect(laidOnce({}, old)).toBeUndefined();
    expect(laidOnce({ records: 4 }, old.slice(1))).toBeUndefined();
  });
});
