import { describe, expect, test } from 'vitest';
import { answerQuestion } from '#workspace/rules/questions/answer-question.ts';
import { TRASHED_ON, fromTrash, toTrash } from '#core/record/trash.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import { stored } from '#data/records/envelope.ts';
import { changesBetween, HISTORY_LENGTH, keepNewest } from '#data/records/history.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';

describe('X12: the history of a record', () => {
  test('X12: says which field changed from what to what, and nothing of what the app remembers by itself', () => {
    const { data } = newWorkspace('Nordby IT', ['apple-credit']);
    const after = { ...data, v: 2, name: 'Nordby', mappings: { 'code|link': { Code: 'code' } } };
    expect(changesBetween('workspace', data, after, doingOn())).toMatchObject([
      { field: 'name', from: 'Nordby IT', to: 'Nordby', by: 'sara' },
    ]);
  });

  test('X12: keeps the newest two hundred, in whatever order they come', () => {
    const all = Array.from({ length: HISTORY_LENGTH + 20 }, (_, at) => ({
      id: `c${String(at).padStart(3, '0')}`,
      at: Math.floor(at / 2),
      by: 'sara',
      field: 'name',
    }));
    const kept = keepNewest([...all].reverse(), HISTORY_LENGTH);
    expect(kept).toEqual(all.slice(20));
  });

  test('X12: what claims to be later than the record gives its place first, and none of it before there are too many', () => {
    const entry = (id: string, at: number) => ({ id, at, by: 'kim', field: 'name' });
    const ahead = Array.from({ length: HISTORY_LENGTH }, (_, at) =>
      entry(`z${String(at).padStart(3, '0')}`, 900 + at),
    );
    const own = [entry('a', 5), entry('b', 6)];
    expect(keepNewest(ahead, 7)).toEqual(ahead);
    expect(keepNewest([...ahead, ...own], 7)).toEqual([...own, ...ahead.slice(0, -2)]);
    expect(keepNewest([...ahead, ...own], 2_000)).toEqual(ahead);
  });
});

describe('X12: what a write leaves in the history', () => {
  const record = stored(examples['code-batch'], undefined, doingOn());
  const asking: VolymRecord = {
    ...record,
    clashes: [
      {
        id: 'name|1|2',
        field: 'name',
        answers: [
          { value: 'Läsår', by: 'sara', at: Date.UTC(2026, 10, 20, 9) },
          { value: 'Läsresan', by: 'johan', at: Date.UTC(2026, 10, 20, 10) },
        ],
      },
    ],
  };
  const answered = (value: string): VolymRecord =>
    stored(
      valueOf(answerQuestion(asking, { clash: 'name|1|2', value, reason: '' }, doingOn())),
      asking,
      doingOn(),
    );

  test('X12: that a record went to the trash and came back is shown like any field', () => {
    const thrown = stored(valueOf(toTrash(record, doingOn())), record, doingOn());
    const back = stored(valueOf(fromTrash(thrown)), thrown, doingOn('2026-11-21', 'johan'));
    expect(back.history).toMatchObject([
      { field: TRASHED_ON, from: '', to: '2026-11-20', by: 'sara' },
      { field: TRASHED_ON, from: '2026-11-20', to: '', by: 'johan' },
    ]);
    expect(record.history).toEqual([]);
  });

  test.each(['Läsår', 'Läsresan', 'Läsresan åk 4'])(
    'X8: the answer "%s" is one entry with both values, later than they on a slow clock too',
    (value) => {
      const after = answered(value);
      expect(after.clashes).toEqual([]);
      expect(after.history).toMatchObject([
        { field: 'name', to: value, asked: ['Läsår', 'Läsresan'], by: 'sara' },
      ]);
      expect(after.history[0]?.at).toBeGreaterThan(Date.UTC(2026, 10, 20, 10));
    },
  );

  test('X8: a write of another field answers nothing', () => {
    const after = stored(
      { ...asking, data: { ...asking.data, product: 'Bok' } as never },
      asking,
      doingOn(),
    );
    expect(after.clashes).toEqual(asking.clashes);
    expect(after.history).toMatchObject([{ field: 'product' }]);
    expect(after.history[0]).not.toHaveProperty('asked');
  });
});
