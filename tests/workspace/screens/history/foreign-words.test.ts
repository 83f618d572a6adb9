import { describe, expect, test } from 'vitest';
import { stored } from '#data/records/envelope.ts';
import { sentenceFor } from '#core/language/sentence.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { formatFor } from '#core/language/format.ts';
import { credit } from '#programmes/apple-credit/words/sv/credit.ts';
import { history } from '#workspace/words/sv/history.ts';
import { shell } from '#ui/words/sv/shell.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { historyLines } from '#programmes/apple-credit/screens/order/history-words.ts';
import { pastLines } from '#workspace/screens/history/past-lines.ts';
import type { Texts } from '#programmes/apple-credit/screens/text.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
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
const step = { id: 's', kind: 'revealed', on: '2026-11-20', at: 5, by: 'sara' };
const change = { id: 'h', at: 6, by: 'sara', from: '', asked: ['', 'constructor'] };

/** Every text that lines have. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

describe('X9: words that every object answers to are shown as they were written', () => {
  test.each(['constructor', 'toString', 'valueOf'])(
    'X9: "%s" leads to nothing of the machine',
    (word) => {
      const parts: Partial<VolymRecord> = {
        steps: [
          { ...step, kind: word, data: { reason: word, to: word } },
          { ...step, id: 't', data: { reason: word } },
        ],
        history: ['channel', 'to', 'inboxEdition', word].map((field, at) => ({
          ...change,
          id: `${at}`,
          field,
          to: word,
        })),
      };
      const records = (
        ['credit-order', 'redemption-code', 'volume-user', 'content-token'] as const
      ).map((id): VolymRecord => ({ ...stored(examples[id], undefined, doingOn()), ...parts }));
      const lines = records.flatMap((record) => pastLines(record, means));
      const ofOrder = historyLines(records[0] as never, {
        app: { people: [] },
        text,
        today: '2026-11-20',
      });
      const told = textsIn([lines, ofOrder, sentenceFor({}, { code: word }) ?? '']);
      expect(told).toContain(word);
      expect(told.filter((sentence) => /\bfunction\b|native|\[object|=>/.test(sentence))).toEqual(
        [],
      );
      expect(lines.every(({ title }) => typeof title === 'string')).toBe(true);
      expect(
        [...lines.flatMap(({ notes }) => notes)].every((note) => typeof note === 'string'),
      ).toBe(true);
    },
  );
});
