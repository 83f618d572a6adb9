import { describe, expect, test } from 'vitest';
import { answerQuestion } from '#workspace/rules/questions/answer-question.ts';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { Clash, VolymRecord } from '#core/record/record.ts';
import { formatFor } from '#core/language/format.ts';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import { history } from '#workspace/words/sv/history.ts';
import { shell } from '#ui/words/sv/shell.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { stored } from '#data/records/envelope.ts';
import { historyLines } from '#programmes/apple-credit/screens/order/history-words.ts';
import { pastLines } from '#workspace/screens/history/past-lines.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { orderWith, valueOf } from '#tests/factories/credit.ts';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';

const { recordWords: swedishRecordWords } = await loadHistoryText('sv');

const text = {
  credit,
  history,
  shell,
  sync,
  recordWords: swedishRecordWords,
  format: formatFor('sv', 'Europe/Stockholm'),
} as Partial<Texts> as Texts;
const means = { text, today: '2026-11-20', people: [] };
const made = stored(
  orderWith([['ordered', '2026-09-01']], { orderNumber: 'W2' }),
  undefined,
  doingOn(),
);

const clashOf = (field: string, one: unknown, other: unknown): Clash => ({
  id: 'q',
  field,
  answers: [
    { value: one, by: 'sara', at: 1 },
    { value: other, by: 'johan', at: 2 },
  ],
});
const told = (clash: Clash, value: unknown) => {
  const asking: VolymRecord = { ...made, clashes: [clash] };
  const answered = valueOf(answerQuestion(asking, { clash: 'q', value, reason: '' }, doingOn()));
  const after = stored(answered, asking, doingOn());
  const [line] = pastLines(after, means);
  const [onOrder] = historyLines(after as CreditOrder, {
    app: { people: [] },
    text,
    today: '2026-11-20',
  });
  return { line, onOrder: onOrder?.what };
};

describe('X8: the history shows what was an answer', () => {
  test.each([
    [
      'W1',
      'Svar på en fråga: Ordernummer W1 (det andra var W2)',
      'Svar på en fråga, det andra var W2',
    ],
    [
      'W2',
      'Svar på en fråga: Ordernummer W2 (det andra var W1)',
      'Svar på en fråga, det andra var W1',
    ],
    [
      'W3',
      'Svar på en fråga: Ordernummer W3 (de andra var W1 och W2)',
      'Svar på en fråga, de andra var W1 och W2',
    ],
  ])('X8: with the value %s, and what it was chosen from', (value, onOrder, note) => {
    const answer = told(clashOf('orderNumber', 'W1', 'W2'), value);
    expect(answer.onOrder).toBe(onOrder);
    expect(answer.line).toMatchObject({ title: 'Ordernummer', notes: [note] });
  });

  test('X8: of a link that it was answered, and neither link', () => {
    const [one, other] = ['https://inbox.example/one', 'https://inbox.example/other'];
    const answer = told(clashOf('inboxLink', one, other), one);
    expect(answer.onOrder).toBe('Svar på en fråga: Länk till säkra inkorgen');
    expect(answer.line).toMatchObject({ values: 'hidden', notes: ['Svar på en fråga'] });
    expect(JSON.stringify(answer)).not.toContain('inbox.example');
  });

  test('X8: that a record was kept though someone deleted it', () => {
    const { line } = told(clashOf('trashedOn', '2026-09-02', ''), '');
    expect(line).toMatchObject({
      title: 'Behållen, inte borttagen',
      notes: ['Svar på en fråga, det andra var I papperskorgen'],
    });
    expect(told(clashOf('trashedOn', '2026-09-02', ''), '2026-09-02').line).toMatchObject({
      title: 'Lagd i papperskorgen',
      notes: ['Svar på en fråga, det andra var Kvar'],
    });
  });
});
