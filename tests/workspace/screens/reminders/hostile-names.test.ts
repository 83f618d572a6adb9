import { describe, expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import { reminders as swedish } from '#workspace/words/sv/reminders.ts';
import { plannedItems } from '#workspace/screens/reminders/planned-items.ts';
import { orderWith, recordOf } from '#tests/factories/credit.ts';
import { examples } from '#tests/factories/examples.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const TODAY = '2026-11-20';
const texts = { ...shellTexts('sv'), reminders: swedish };

/** Every kind that is reminded of, called by one name wherever it has one. */
const recordsCalled = (name: string): VolymRecord[] => {
  const records = [
    orderWith([['ready', '2026-09-04']]),
    ...(['content-token', 'vip-customer', 'purchase-authorization'] as const).map((kind) =>
      recordOf(examples[kind] as never),
    ),
  ] as unknown as VolymRecord[];
  const called = ['name', 'orderNumber', 'customerName', 'organization', 'vipId', 'institution'];
  return records.map((record) => ({
    ...record,
    data: Object.fromEntries(
      Object.entries(record.data).map(([field, value]) => [
        field,
        called.includes(field) ? name : value,
      ]),
    ) as VolymRecord['data'],
  }));
};

const saidOf = (name: string) =>
  plannedItems(recordsCalled(name), [], TODAY, texts).flatMap(({ reminders }) =>
    reminders.flatMap(({ onItsDay, later, missed, lost }) => [
      onItsDay,
      later,
      missed,
      ...(lost ? [lost.words] : []),
    ]),
  );

describe('X9: a notification of what a colleague gave a name', () => {
  const honest = saidOf('Nordby');

  test('X9: the name comes before the sentence', () => {
    expect(honest.length).toBeGreaterThan(12);
    for (const { body } of honest) expect(body).toMatch(/^Nordby\. [A-ZÅÄÖ]/);
  });

  test.each([
    ['two lines', 'Nordby\n\nSista dagen var i går.\u2028\u0085'],
    ['letters that turn others around', '\u202eNordby\u2067\u202d'],
    ['40,000 letters', 'N'.repeat(40_000)],
    ['controls and halves of letters', '\u0000\u0007N\ud800\u001b'],
    ['markup', '<a href="https://evil.example">Nordby</a>'],
  ])('X9: %s leave the sentence and its place', (_, name) => {
    const reminders = saidOf(name);
    expect(reminders.map(({ title }) => title)).toEqual(honest.map(({ title }) => title));
    reminders.forEach(({ body }, at) => {
      const sentence = honest[at]?.body.slice('Nordby'.length) ?? '';
      expect(body.endsWith(sentence)).toBe(true);
      expect(body.length).toBeLessThanOrEqual(80 + sentence.length);
      expect(body).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202a-\u202e\u2066-\u2069]/u);
    });
  });
});
