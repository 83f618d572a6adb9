import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { creditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { raisedOnOpening, reminderDays } from '#core/reminder/reminder.ts';
import { orderWith } from '#tests/factories/credit.ts';

type Case = {
  readonly id: number;
  readonly kind: string;
  readonly note: string;
  readonly date: string;
  readonly offsets: readonly number[];
  readonly repeatAfter?: readonly number[];
  readonly createdOn?: string;
  readonly doneOn?: string;
  readonly lastOpened?: string;
  readonly opened?: string;
  readonly expectedDays: readonly string[];
  readonly raisedOnOpen?: readonly string[];
};

const file = join(import.meta.dirname, '../../fixtures/reminders/reminder-cases.json');
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Case[] };

const daysOf = ({ date, offsets, repeatAfter = [], createdOn, doneOn }: Case): string[] =>
  reminderDays({
    on: date,
    steps: { before: offsets, after: repeatAfter },
    ...(createdOn === undefined ? {} : { createdOn }),
    ...(doneOn === undefined ? {} : { doneOn }),
  });

describe('the days on which reminders fall', () => {
  test('X3: the table of cases is there, with all it may say', () => {
    expect(cases).toHaveLength(12);
    expect(cases.filter(({ raisedOnOpen }) => raisedOnOpen !== undefined)).not.toEqual([]);
  });

  test.each(cases)('X3: case $id, $kind: $note', (given) => {
    expect(daysOf(given)).toEqual(given.expectedDays);
    if (given.raisedOnOpen === undefined) return;
    expect(raisedOnOpening(daysOf(given), given.lastOpened ?? '', given.opened ?? '')).toEqual(
      given.raisedOnOpen,
    );
  });

  test('X3: two steps that meet on one day are one reminder, and what has no date has none', () => {
    expect(reminderDays({ on: '2026-12-03', steps: { before: [0, 10, 10], after: [0] } })).toEqual([
      '2026-11-23',
      '2026-12-03',
    ]);
    expect(reminderDays({ on: '0000-00-00', steps: { before: [30, 0] } })).toEqual([]);
  });

  test('X3: what was raised at the last opening is not raised at this one', () => {
    const days = ['2026-11-03', '2026-11-23', '2026-12-01', '2026-12-03'];
    expect(raisedOnOpening(days, '2026-11-02', '2026-11-03')).toEqual(['2026-11-03']);
    expect(raisedOnOpening(days, '2026-11-03', '2026-11-23')).toEqual(['2026-11-23']);
    expect(raisedOnOpening(days, '2026-11-23', '2026-11-23')).toEqual([]);
  });
});

describe('the steps of a rule are its data', () => {
  test('X3: a credit in the inbox reminds on days 60, 80, 88 and 90 of its count', () => {
    const order = orderWith([['ready', '2026-09-04']]);
    const [deadline] = creditOrder.deadlines(order);
    expect(reminderDays({ on: deadline!.on, steps: deadline!.reminders! })).toEqual([
      '2026-11-03',
      '2026-11-23',
      '2026-12-01',
      '2026-12-03',
    ]);
  });
});
