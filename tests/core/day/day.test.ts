import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addYears,
  dayOf,
  daysBetween,
  isDay,
  NEEDS_A_HAND,
  NOTHING_DUE,
} from '#core/day/day.ts';

/** A real day by its number since 1970; reaches from 1900 to 2199. */
const FIRST = -25_567;
const LAST = 84_005;
const days = integer({ min: FIRST, max: LAST }).map((count) => addDays('1970-01-01', count));
const spans = integer({ min: -4_000, max: 4_000 });

describe('A7: counting days', () => {
  test.each([
    ['2026-08-22', 90, '2026-11-20'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 365, '2029-02-28'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    // The nights on which European clocks are changed.
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-11-20', 0, '2026-11-20'],
  ])('A7: %s and %i days is %s', (from, count, to) => {
    expect(addDays(from, count)).toBe(to);
    expect(daysBetween(from, to)).toBe(count);
  });

  test.each([
    ['2027-09-04', 1, '2028-09-04'],
    ['2028-02-29', 1, '2029-02-28'],
    ['2029-02-28', -1, '2028-02-28'],
    ['2028-02-29', -4, '2024-02-29'],
  ])('B2: %s and %i calendar years is %s', (from, years, to) => {
    expect(addYears(from, years)).toBe(to);
  });

  test('A7: what is added can be counted and taken back', () => {
    assert(
      property(days, spans, (day, count) => {
        const other = addDays(day, count);
        return isDay(other) && daysBetween(day, other) === count && addDays(other, -count) === day;
      }),
    );
  });

  test('A7: days compare as they are written', () => {
    assert(
      property(days, days, (a, b) => Math.sign(daysBetween(b, a)) === (a < b ? -1 : a > b ? 1 : 0)),
    );
  });

  test('A7: a year has 366 days when it is a leap year', () => {
    assert(
      property(integer({ min: 1900, max: 2199 }), (year) => {
        const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
        return (
          daysBetween(`${year}-01-01`, `${year + 1}-01-01`) === (isLeap ? 366 : 365) &&
          isDay(`${year}-02-29`) === isLeap
        );
      }),
    );
  });
});

describe('A5: what is a day and what is not', () => {
  test.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-11-00',
    '2026-11-32',
    '2026-1-1',
    '20261120',
    '2026/11/20',
    '2026-11-20T00:00',
    ' 2026-11-20',
    '2026-11-20\n',
    '26-11-20',
    '+2026-11-20',
    '0000-01-01',
    NEEDS_A_HAND,
    'i morgon',
    '٢٠٢٦-١١-٢٠',
  ])('A5: %j is none', (text) => expect(isDay(text)).toBe(false));

  test.each(['2026-11-20', '2028-02-29', '2000-02-29', '0999-12-31', NOTHING_DUE])(
    'A5: %j is one',
    (text) => expect(isDay(text)).toBe(true),
  );

  test('A5: a day is made of its parts, or of none when the calendar has no such day', () => {
    expect(dayOf(2026, 11, 20)).toBe('2026-11-20');
    expect(dayOf(2028, 2, 29)).toBe('2028-02-29');
    for (const parts of [
      [2026, 2, 29],
      [2026, 13, 1],
      [2026, 0, 1],
      [2026, 4, 31],
      [2026, 1, 0],
      [0, 1, 1],
      [-1, 1, 1],
      [2026, 1.5, 1],
      [NaN, 1, 1],
    ] as [number, number, number][])
      expect(dayOf(...parts)).toBe('');
    assert(
      property(days, (day) => {
        const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
        return dayOf(year, month, date) === day;
      }),
    );
  });

  test('A7: a day past the four-digit years is never due, and nothing is counted from an invalid day', () => {
    expect(['9999-12-25', NOTHING_DUE].map((day) => addDays(day, 7))).toEqual([
      NOTHING_DUE,
      NOTHING_DUE,
    ]);
    expect(addDays('9999-12-24', 7)).toBe(NOTHING_DUE);
    expect(['', 'soon'].map((day) => addDays(day, -1))).toEqual(['', '']);
  });

  test('A7: needing a hand sorts before every day, nothing due after', () => {
    assert(property(days, (day) => NEEDS_A_HAND < day && day < NOTHING_DUE));
  });
});
