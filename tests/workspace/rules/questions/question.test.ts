import { describe, expect, test } from 'vitest';
import { NEEDS_A_HAND } from '#core/day/day.ts';
import { groupDeadlines, homeRows } from '#workspace/rules/reminders/home.ts';
import { answerQuestion, takeAnswerBack } from '#workspace/rules/questions/answer-question.ts';
import { openDeadlines } from '#workspace/rules/questions/question.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Clash, VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
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
  const draft = answerQuestion(record, { clash, value, reason: '' }, doing);
  if (!draft.ok) throw new Error(draft.problem.code);
  return stored(draft.value, record, doing);
};

describe('X8: a question that two devices left open', () => {
  test('X8: it is on home under do now, without a day and not late, before the record’s own deadlines', () => {
    const record = asked(clashOf('institution', 'Nordby', 'Nordby kommun'));
    expect(openDeadlines(record).map(({ on }) => on)).toEqual([NEEDS_A_HAND, '2026-12-03']);
    expect(stored(record, record, doing).dueOn).toBe(NEEDS_A_HAND);
    const [first] = groupDeadlines(homeRows([record], TODAY), TODAY).now;
    expect(first).toMatchObject({ action: 'answer-question', days: undefined, urgency: 'soon' });
  });

  test.each(['Nordby', 'Nordby kommun', 'Norra Nordby'])(
    'X8: "%s" is the answer: it is kept, the question is closed, and the history says so',
    (value) => {
      const record = asked(
        clashOf('institution', 'Nordby', 'Nordby kommun'),
        clashOf('reseller', 'Atea', 'Dustin'),
      );
      const after = answered(record, 'institution|1|2', value);
      expect(after.data).toMatchObject({ institution: value });
      expect(after.clashes.map(({ field }) => field)).toEqual(['reseller']);
      expect(after.history.filter(({ field }) => field === 'institution')).toMatchObject([
        { to: value, by: 'sara' },
      ]);
      expect(after.history.at(-1)?.at).toBeGreaterThan(2);
    },
  );

  test('X8: the field is written in its form instead: the question is closed by that', () => {
    const record = asked(clashOf('institution', 'Nordby', 'Nordby kommun'));
    const after = stored(
      { ...record, data: { ...record.data, institution: 'Nordby' } as never },
      record,
      doing,
    );
    expect(after.clashes).toEqual([]);
    expect(stored(record, record, doing).clashes).toHaveLength(1);
  });

  test('X8: whether it stays in the trash is answered too', () => {
    const record = asked(clashOf(TRASHED_ON, '2026-09-01', ''));
    expect(openDeadlines(record)[0]).toMatchObject({ action: 'answer-whether-trashed' });
    // The thirty days begin again: those of the old day may be over.
    expect(answered(record, `${TRASHED_ON}|1|2`, '2026-09-01')).toMatchObject({
      trashedOn: TODAY,
      clashes: [],
    });
    expect(answered(record, `${TRASHED_ON}|1|2`, '')).toMatchObject({ trashedOn: '', clashes: [] });
  });

  test.each<[string, unknown, string]>([
    ['amount', 'mycket', 'not-an-amount'],
    ['orderDate', '2026-02-30', 'not-a-day'],
    ['inboxEdition', 'apple-credit.inbox-14', 'not-an-ordinary-field'],
  ])('X8: a third answer to %s is refused as the form of the field would', (field, value, code) => {
    const record = asked(clashOf(field, '', '1.00'));
    const answer = { clash: `${field}|1|2`, value, reason: '' };
    expect(answerQuestion(record, answer, doing)).toMatchObject({ problem: { code } });
  });

  test('A4, X8: of two order dates the one past a step of the order is refused, and the current one may stay', () => {
    const record = { ...asked(clashOf('orderDate', '2026-09-05', '2026-09-01')) };
    const dated = { ...record, data: { ...record.data, orderDate: '2026-09-01' } as never };
    const answer = (value: string) =>
      answerQuestion(dated, { clash: 'orderDate|1|2', value, reason: 'Svar' }, doing);
    expect(answer('2026-09-05')).toMatchObject({
      problem: { code: 'after-what-followed', field: 'orderDate' },
    });
    expect(answer('2026-09-01')).toMatchObject({
      value: { data: { orderDate: '2026-09-01' }, clashes: [] },
    });
  });

  test('X8: a third answer keeps the two in the history', () => {
    const record = asked(clashOf('amount', '12.00', '10.00'));
    const after = answered(record, 'amount|1|2', '11.00');
    expect(after.history.at(-1)).toMatchObject({
      field: 'amount',
      to: '11.00',
      asked: ['12.00', '10.00'],
    });
  });

  const takenBack = (after: VolymRecord, clash: Clash, before: unknown, value: unknown) =>
    takeAnswerBack(after, { clash, before, after: value, reason: 'Fel svar' }, doing);

  test.each(['12.00', '10.00', '11.00'])(
    'X8: the answer %s is taken back: the earlier value is back, and it is asked again',
    (value) => {
      const clash = clashOf('amount', '12.00', '10.00');
      const record = { ...asked(clash), data: { ...asked().data, amount: '10.00' } as never };
      const after = answered(record, clash.id, value);
      const draft = takenBack(after, clash, '10.00', value);
      const back = draft.ok ? stored(draft.value, after, doing) : undefined;
      expect(back?.data).toMatchObject({ amount: '10.00' });
      expect(back?.dueOn).toBe(NEEDS_A_HAND);
      const [again] = back?.clashes ?? [];
      expect(again?.answers.map(({ value, said: at }) => [value, at])).toEqual([
        ['12.00', 1],
        ['10.00', 2],
      ]);
      expect(answered(back!, again!.id, '12.00')).toMatchObject({
        data: { amount: '12.00' },
        clashes: [],
      });
    },
  );

  test('X8: an answer that someone has written over is not taken back', () => {
    const clash = clashOf('amount', '12.00', '10.00');
    const after = answered(asked(clash), clash.id, '12.00');
    const later = stored(
      { ...after, data: { ...after.data, amount: '13.00' } as never },
      after,
      doing,
    );
    expect(takenBack(later, clash, '10.00', '12.00')).toMatchObject({
      problem: { code: 'changed-since' },
    });
  });

  test('X8: one that was answered elsewhere meanwhile is refused', () => {
    expect(
      answerQuestion(asked(), { clash: 'institution|1|2', value: 'x', reason: '' }, doing),
    ).toMatchObject({
      problem: { code: 'question-is-gone' },
    });
  });
});
