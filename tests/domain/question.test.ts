import { describe, expect, test } from 'vitest';
import { NEEDS_A_HAND } from '#domain/day.ts';
import { groupDeadlines, homeRows } from '#domain/home.ts';
import { answerQuestion } from '#domain/answer-question.ts';
import { openDeadlines, TRASHED_ON } from '#domain/question.ts';
import type { Clash, VolymRecord } from '#domain/record.ts';
import { stored } from '#data/envelope.ts';
import { readyOrder } from '#tests/factories/examples.ts';
import { doingOn } from '#tests/factories/doing.ts';

const TODAY = '2026-11-20';
const doing = doingOn();
const clashOf = (field: string, a: unknown, b: unknown): Clash => ({
  id: `${field}|1|2`,
  field,
  answers: [
    { value: a, by: 'sara', at: 1 },
    { value: b, by: 'johan', at: 2 },
  ],
});
const asked = (...clashes: Clash[]): VolymRecord => ({
  ...stored(readyOrder('order-1', '2026-09-04'), undefined, doing),
  clashes,
});
const answered = (record: VolymRecord, clash: string, value: unknown): VolymRecord => {
  const draft = answerQuestion(record, { clash, value }, doing);
  if (!draft.ok) throw new Error(draft.problem.code);
  return stored(draft.value, record, doing);
};

describe('X8: a question that two devices left open', () => {
  test('X8: it stands on home under do now, without a day, before the record’s own deadlines', () => {
    const record = asked(clashOf('institution', 'Nordby', 'Nordby kommun'));
    expect(openDeadlines(record).map(({ on }) => on)).toEqual([NEEDS_A_HAND, '2026-12-03']);
    expect(stored(record, record, doing).dueOn).toBe(NEEDS_A_HAND);
    const [first] = groupDeadlines(homeRows([record], TODAY), TODAY).now;
    expect(first).toMatchObject({ action: 'answer-question', days: undefined });
  });

  test.each(['Nordby', 'Nordby kommun', 'Norra Nordby'])(
    'X8: "%s" is the answer: it stands, the question is closed, and the history says so',
    (value) => {
      const record = asked(clashOf('institution', 'Nordby', 'Nordby kommun'), clashOf('reseller', 'Atea', 'Dustin'));
      const after = answered(record, 'institution|1|2', value);
      expect(after.data).toMatchObject({ institution: value });
      expect(after.clashes.map(({ field }) => field)).toEqual(['reseller']);
      expect(after.history.filter(({ field }) => field === 'institution')).toMatchObject([{ to: value, by: 'sara' }]);
      expect(after.history.at(-1)?.at).toBeGreaterThan(2);
    },
  );

  test('X8: the field is written in its form instead: the question is closed by that', () => {
    const record = asked(clashOf('institution', 'Nordby', 'Nordby kommun'));
    const after = stored({ ...record, data: { ...record.data, institution: 'Nordby' } as never }, record, doing);
    expect(after.clashes).toEqual([]);
    expect(stored(record, record, doing).clashes).toHaveLength(1);
  });

  test('X8: whether it stays in the trash is answered too', () => {
    const record = asked(clashOf(TRASHED_ON, '2026-09-01', ''));
    // The thirty days begin anew: those of the old day may be over.
    expect(answered(record, `${TRASHED_ON}|1|2`, '2026-09-01')).toMatchObject({ trashedOn: TODAY, clashes: [] });
    expect(answered(record, `${TRASHED_ON}|1|2`, '')).toMatchObject({ trashedOn: '', clashes: [] });
  });

  test('X8: one that was answered elsewhere meanwhile is refused', () => {
    expect(answerQuestion(asked(), { clash: 'institution|1|2', value: 'x' }, doing)).toMatchObject({
      problem: { code: 'question-is-gone' },
    });
  });
});
