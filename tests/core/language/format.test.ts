import { describe, expect, test } from 'vitest';
import { formatFor } from '#core/language/format.ts';

const TODAY = '2026-11-20';
const sv = formatFor('sv', 'Europe/Stockholm');
const en = formatFor('en', 'Europe/Stockholm');

describe('X14: dates', () => {
  test.each([
    ['2026-12-03', 'tors 3 dec', 'Thu 3 Dec'],
    ['2026-11-15', 'sön 15 nov', 'Sun 15 Nov'],
    ['2026-09-04', 'fre 4 sep', 'Fri 4 Sep'],
    ['2027-01-14', '14 jan 2027', '14 Jan 2027'],
    ['2025-12-31', '31 dec 2025', '31 Dec 2025'],
  ])('X14: %s is %s and %s', (day, swedish, english) => {
    expect([sv.day(day, TODAY), en.day(day, TODAY)]).toEqual([swedish, english]);
  });

  test('X14: short, long and month without a weekday', () => {
    expect([sv.dayShort('2026-12-03', TODAY), en.dayShort('2026-12-03', TODAY)]).toEqual([
      '3 dec',
      '3 Dec',
    ]);
    expect([sv.dayShort('2027-03-01', TODAY), en.dayShort('2027-03-01', TODAY)]).toEqual([
      '1 mars 2027',
      '1 Mar 2027',
    ]);
    expect([sv.dayLong('2026-12-03', TODAY), en.dayLong('2027-01-14', TODAY)]).toEqual([
      '3 december',
      '14 January 2027',
    ]);
    expect([sv.month('2027-02-01'), en.month('2026-09-01')]).toEqual(['feb', 'Sep']);
  });
});

describe('X14: amounts', () => {
  test.each([
    ['25000.00', 'SEK', '25\u202f000\u00a0kr', 'SEK\u00a025,000'],
    ['1250.50', 'SEK', '1\u202f250,50\u00a0kr', 'SEK\u00a01,250.50'],
    ['0.00', 'SEK', '0\u00a0kr', 'SEK\u00a00'],
    [
      '123456789012345678.25',
      'SEK',
      '123\u202f456\u202f789\u202f012\u202f345\u202f678,25\u00a0kr',
      'SEK\u00a0123,456,789,012,345,678.25',
    ],
    ['99.00', 'EUR', '99\u00a0€', 'EUR\u00a099'],
    ['12000.00', '', '12\u202f000', '12,000'],
    ['', 'SEK', '', ''],
  ])('X14: %s %s is %s and %s', (amount, currency, swedish, english) => {
    expect([sv.money(amount, currency), en.money(amount, currency)]).toEqual([swedish, english]);
  });

  test('X14: a number takes a narrow space or a comma', () => {
    expect([sv.number(10_000), en.number(10_000)]).toEqual(['10\u202f000', '10,000']);
  });
});

describe('X14: moments', () => {
  const now = Date.parse('2026-11-20T07:42:00+01:00');

  test.each([
    ['2026-11-20T07:12:00+01:00', 'i dag 07:12', 'today 07:12'],
    ['2026-11-19T23:59:00+01:00', 'i går', 'yesterday'],
    ['2026-11-20T00:00:00+01:00', 'i dag 00:00', 'today 00:00'],
    ['2026-10-12T12:00:00+02:00', '12 okt', '12 Oct'],
    ['2025-10-12T12:00:00+02:00', '12 okt 2025', '12 Oct 2025'],
  ])('X14: %s is %s and %s', (moment, swedish, english) => {
    expect([sv.when(Date.parse(moment), now), en.when(Date.parse(moment), now)]).toEqual([
      swedish,
      english,
    ]);
  });
});

describe('X14: words', () => {
  test('X14: lists, plurals and capitals', () => {
    expect([sv.list(['a', 'b', 'c']), en.list(['a', 'b', 'c'])]).toEqual([
      'a, b och c',
      'a, b and c',
    ]);
    const days = { one: 'dag', other: 'dagar' };
    expect([0, 1, 2].map((count) => sv.plural(count, days))).toEqual(['dagar', 'dag', 'dagar']);
    expect(sv.capital('återsänd')).toBe('Återsänd');
  });

  test('X14: the formats of a language are made once', () => {
    expect(formatFor('sv')).toBe(formatFor('sv'));
  });
});

test('X14: names are sorted as the language does', () => {
  const names = ['Örjan', 'Adam', 'Åsa', 'Zoe', 'ärla'];
  expect([...names].sort(formatFor('sv').compare)).toEqual(['Adam', 'Zoe', 'Åsa', 'ärla', 'Örjan']);
  expect([...names].sort(formatFor('en').compare)).toEqual(['Adam', 'ärla', 'Åsa', 'Örjan', 'Zoe']);
});

describe('X9: what is no day, moment or amount', () => {
  test.each(['sv', 'en'] as const)('X9: is shown as it is, and stops nothing (%s)', (language) => {
    const { day, dayShort, dayLong, month, time, when, money } = formatFor(language);
    for (const odd of ['', 'x', '9999999-99-99', '+275760-09-14', '2026-02-31T'])
      expect([day, dayShort, dayLong].map((written) => written(odd, '2026-11-25'))).toEqual([
        odd,
        odd,
        odd,
      ]);
    expect(month('x')).toBe('x');
    for (const odd of [NaN, Infinity, 8.64e15 + 1])
      expect([time(odd), when(odd, 0)]).toEqual(['', '']);
    expect(money('NaN', 'SEK')).toBe('NaN');
  });
});
