import { firstValueFrom } from 'rxjs';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  draftOrder,
  editOrder,
  recordStep,
  type OrderInput,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { Draft } from '#core/record/record.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { openRecords } from '#data/records/records.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { valueOf } from '#tests/factories/credit.ts';

let database: WorkspaceDatabase | undefined;
afterEach(async () => {
  await database?.remove();
  database = undefined;
});

const doing = doingOn();
const open = async () => {
  database = await openDatabase(`test-${Math.random().toString(36).slice(2)}`);
  return { records: openRecords(database.records, () => ({ ...doing, now: doing.now })), database };
};

const order = (id: string, input: OrderInput = {}): Draft => {
  const draft = draftOrder(id, { amount: '25000.00', orderNumber: id, ...input }, doing);
  if (!draft.ok) throw new Error(draft.problem.code);
  return draft.value;
};

const ready = (id: string, on: string): Draft => {
  const answer = recordStep(order(id) as never, { kind: 'ready', on }, doing);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
};

describe('records', () => {
  test('X6: a record written is read back, found and live', async () => {
    const { records } = await open();
    await records.create(order('a'));
    expect((await records.get('a'))?.data).toMatchObject({ orderNumber: 'a', amount: '25000.00' });
    expect(await firstValueFrom(records.live({ kind: 'credit-order' }))).toHaveLength(1);
  });

  test('B13: the records under another are read page by page, each once and in the order of their ids', async () => {
    const { records } = await open();
    const under = (id: string, parent: string): Draft => ({ ...order(id), parent });
    const ids = Array.from({ length: 25 }, (_, at) => `a${String(at).padStart(2, '0')}`);
    await records.insert([
      ...ids.toReversed().map((id) => under(id, 'p')),
      under('a05x', 'q'),
      under('b', ''),
    ]);
    const read: string[] = [];
    for (let after = ''; ;) {
      const page = await records.find({ kind: 'credit-order', parent: 'p', after, limit: 10 });
      read.push(...page.map(({ id }) => id));
      if (page.length < 10) break;
      after = page.at(-1)?.id ?? '';
    }
    expect(read).toEqual(ids);
  });

  test('X12: a change writes who changed which field when, and a refusal writes nothing', async () => {
    const { records } = await open();
    await records.create(order('a'));
    const before = await records.get('a');
    const changed = await records.change('a', (record) =>
      editOrder(record as CreditOrder, { amount: '30000.00' }),
    );
    expect(changed.ok && changed.value.history).toMatchObject([
      { field: 'amount', from: '25000.00', to: '30000.00', by: 'sara' },
    ]);
    const refused = await records.change('a', (record) =>
      editOrder(record as CreditOrder, { amount: 'many' }),
    );
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'not-an-amount', field: 'amount' },
    });
    const after = await records.get('a');
    expect(after?.data).toMatchObject({ amount: '30000.00' });
    expect(after?.updatedAt).toBeGreaterThan(before?.updatedAt ?? 0);
  });

  test('X12: a link that is secret is written to the history only as changed', async () => {
    const { records } = await open();
    await records.create(order('a'));
    const changed = await records.change('a', (record) =>
      editOrder(record as CreditOrder, { inboxLink: 'https://inbox.example/secret' }),
    );
    expect(JSON.stringify(changed.ok && changed.value.history)).not.toContain('secret');
    expect(changed.ok && changed.value.history).toHaveLength(1);
  });

  test('X1: deadlines come earliest first, without trashed records and those with nothing due', async () => {
    const { records } = await open();
    await records.insert([
      ready('late', '2026-08-01'),
      ready('soon', '2026-09-01'),
      order('draft'),
      ready('gone', '2026-08-15'),
    ]);
    await records.change('gone', (record) => ({
      ok: true,
      value: { ...record, trashedOn: '2026-11-20' },
    }));
    const due = await records.find({ order: 'due', limit: 50 });
    expect(due.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      ['late', addDays('2026-08-01', 90)],
      ['soon', addDays('2026-09-01', 90)],
    ]);
  });

  test('X1: newest changes come first', async () => {
    const { records } = await open();
    for (const id of ['a', 'b', 'c']) await records.create(order(id));
    await records.change('a', (record) =>
      editOrder(record as CreditOrder, { institution: 'Nordby' }),
    );
    expect((await records.find({ kind: 'credit-order' })).map(({ id }) => id)).toEqual([
      'a',
      'c',
      'b',
    ]);
    expect((await records.find({ limit: 1 })).map(({ id }) => id)).toEqual(['a']);
  });

  test('A5: many are written in chunks, tells how far it is, and can be stopped between chunks', async () => {
    const { records } = await open();
    const done: number[] = [];
    const drafts = Array.from({ length: 450 }, (_, at) => order(`o${at}`));
    expect(await records.insert(drafts, { onProgress: (count) => done.push(count) })).toHaveLength(
      450,
    );
    expect(done).toEqual([200, 400, 450]);
    const stop = new AbortController();
    const more = Array.from({ length: 450 }, (_, at) => order(`p${at}`));
    await expect(
      records.insert(more, { signal: stop.signal, onProgress: () => stop.abort() }),
    ).rejects.toThrow();
    expect((await records.find({ kind: 'credit-order' })).length).toBe(650);
  });

  test('X6: what the app does not know is kept, shown as such and never rewritten', async () => {
    const { records, database } = await open();
    const rest = valueOf(await records.create(order('a')));
    await database.records.insert({ ...rest, id: 'newer', data: { v: 99 } });
    await database.records.insert({
      ...rest,
      id: 'broken',
      data: { v: 1, amount: { no: 'text' } } as never,
    });
    await database.records.insert({
      ...rest,
      id: 'unknown',
      kind: 'from-tomorrow',
      data: { v: 1 },
    });
    const found = await records.many(['newer', 'broken', 'unknown', 'a']);
    const conditions = [...found].map(([id, record]) => [id, conditionOf(record)]);
    expect(Object.fromEntries(conditions)).toEqual({
      a: 'fine',
      newer: 'newer-version',
      broken: 'unreadable',
      unknown: 'unknown-kind',
    });
    expect(found.get('broken')?.data).toEqual({ v: 1, amount: { no: 'text' } });
    const refused = await records.change('newer', (record) => ({ ok: true, value: record }));
    expect(refused).toEqual({ ok: false, problem: { code: 'record-not-understood' } });
  });

  test('X6: fields that a newer app added survive an edit', async () => {
    const { records, database } = await open();
    const made = valueOf(await records.create(order('a')));
    await database.records.findOne('a').incrementalModify((stored) => ({
      ...stored,
      data: { ...made.data, later: 'kept' } as never,
    }));
    await records.change('a', (record) => editOrder(record as CreditOrder, { amount: '2.00' }));
    expect((await records.get('a'))?.data).toMatchObject({ later: 'kept', amount: '2.00' });
  });
});
