import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anniversaryAfter,
  anniversaryOrigin,
  firstAnniversary,
} from '#programmes/adobe-vip/rules/anniversary/anniversary.ts';
import { firstOrderPlaced } from '#programmes/adobe-vip/rules/order/first-order.ts';
import { placedAlone } from '#tests/factories/placed-alone.ts';
import { prorateByDays } from '#programmes/adobe-vip/rules/proration/proration-days.ts';
import { termOf } from '#programmes/adobe-vip/rules/proration/proration-input.ts';
import { ok } from '#core/result.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { dateOf, monthDate } from '#programmes/adobe-vip/rules/anniversary/month-date.ts';
import { anniversaryEditions } from '#programmes/adobe-vip/rules/anniversary/term-editions.ts';
import { chosenEdition, editionsFor } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { editionIn } from '#programmes/adobe-vip/rules/edition/edition-in.ts';
import { addDays, daysBetween, isDay } from '#core/day/day.ts';
import { anyDay } from '#tests/programmes/adobe-vip/rules/renewal/renewal-cases.ts';

const ORDER = chosenEdition(anniversaryEditions, 'vip');
const OLD_2018 = editionIn(anniversaryEditions, 'adobe-vip.anniversary-2018');
const OLD_2013 = editionIn(anniversaryEditions, 'adobe-vip.anniversary-2013');
const NONE = { termsOn: '', firstAuthorizationOn: '', firstOrderOn: '' };
const dates = integer({ min: 1, max: 31 });

describe('C1: the first anniversary', () => {
  test('C1: rule 25: twelve months after the first accepted order, and the term ends the day before', () => {
    expect(ORDER).toMatchObject({ id: 'adobe-vip.anniversary-order', confidence: 'documented' });
    expect(chosenEdition(anniversaryEditions, 'vip-marketplace')).toBe(ORDER);
    const anniversary = firstAnniversary({ ...NONE, firstOrderOn: '2024-01-16' }, ORDER);
    expect(anniversary).toBe('2025-01-16');
    const placed = firstOrderPlaced(
      customerWith({ anniversary: '' }),
      placedAlone('2024-01-16', '2024-01-10'),
    );
    expect(placed).toMatchObject({
      value: { data: { firstOrderOn: '2024-01-16', anniversary, anniversaryDay: 16 } },
    });
    // All days of the term are those up to the day before.
    const line = prorateByDays({
      unitPrice: '365.00',
      quantity: 1,
      orderDate: '2024-01-16',
      anniversary,
    });
    expect(line).toMatchObject({
      value: { termEnd: '2025-01-16', days: daysBetween('2024-01-16', '2025-01-15') + 1 },
    });
  });

  test('C1: rule 26: from 29 February it is the 28th, and in a leap year what was chosen and not what was clamped', () => {
    const days = { ...NONE, firstOrderOn: '2024-02-29' };
    const first = firstAnniversary(days, ORDER);
    expect(first).toBe('2025-02-28');
    const kept = dateOf(anniversaryOrigin(days, ORDER));
    expect(kept).toBe(29);
    expect([1, 2, 3, 4].map((years) => anniversaryAfter(first, kept, years))).toEqual([
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
      '2029-02-28',
    ]);
    expect(anniversaryAfter('2027-02-28', 29, 1)).toBe('2028-02-29');
    expect(anniversaryAfter('2027-02-28', 28, 1)).toBe('2028-02-28');
    expect(termOf({ orderDate: '2024-12-01', anniversary: first, date: kept })).toEqual(
      ok({ termStart: '2024-02-29', termEnd: '2025-02-28' }),
    );
  });

  test('C1: rule 27: in 2018 from the earlier of first order and first authorization, today from the order', () => {
    const days = { ...NONE, firstAuthorizationOn: '2024-01-10', firstOrderOn: '2024-01-16' };
    expect(firstAnniversary(days, OLD_2018)).toBe('2025-01-10');
    expect(firstAnniversary({ ...days, firstOrderOn: '2024-01-08' }, OLD_2018)).toBe('2025-01-08');
    expect(firstAnniversary(days, ORDER)).toBe('2025-01-16');
    expect(editionsFor(anniversaryEditions, 'vip-marketplace')).toEqual([ORDER]);
  });

  test('C1: in 2013 thirteen months after the terms: whoever joined on 17 November paid from 17 December (R1)', () => {
    expect(firstAnniversary({ ...NONE, termsOn: '2013-11-17' }, OLD_2013)).toBe('2014-12-17');
    expect(firstAnniversary({ ...NONE, termsOn: '2013-01-29' }, OLD_2013)).toBe('2014-02-28');
  });

  test.each([
    ['no order', { ...NONE, termsOn: '2024-01-02', firstAuthorizationOn: '2024-01-10' }, ORDER, ''],
    [
      'no terms',
      { ...NONE, firstAuthorizationOn: '2024-01-10', firstOrderOn: '2024-01-16' },
      OLD_2013,
      '',
    ],
    ['neither order nor authorization', { ...NONE, termsOn: '2024-01-02' }, OLD_2018, ''],
    [
      'an authorization alone',
      { ...NONE, firstAuthorizationOn: '2024-01-10' },
      OLD_2018,
      '2025-01-10',
    ],
    ['an order alone', { ...NONE, firstOrderOn: '2024-01-16' }, OLD_2018, '2025-01-16'],
  ])('C1: with %s', (_, days, edition, anniversary) => {
    expect(firstAnniversary(days, edition)).toBe(anniversary);
  });
});

describe('C1: later anniversaries', () => {
  test('C1: rule 28: counted from the 31st, a shorter month gives its last day and a longer one the 31st again', () => {
    expect([1, 3, 13].map((months) => monthDate('2027-01-31', months, 31))).toEqual([
      '2027-02-28',
      '2027-04-30',
      '2028-02-29',
    ]);
    expect(monthDate('2027-02-28', 1, 31)).toBe('2027-03-31');
    expect(monthDate('2027-03-31', -1, 31)).toBe('2027-02-28');
    expect(monthDate('2027-01-31', -1, 31)).toBe('2026-12-31');
    expect(monthDate('2027-01-31', 1, 30)).toBe('2027-02-28');
  });

  test('C1: the kept date holds through any years, or the last day of its month replaces it', () => {
    assert(
      property(anyDay, dates, integer({ min: -30, max: 30 }), (day, date, years) => {
        const start = monthDate(day, 0, date);
        const later = anniversaryAfter(start, date, years);
        const isKept = dateOf(later) === date;
        const isLastOfShorter = dateOf(later) < date && addDays(later, 1).endsWith('-01');
        return (
          isDay(later) &&
          (isKept || isLastOfShorter) &&
          later.slice(5, 7) === start.slice(5, 7) &&
          Number(later.slice(0, 4)) === Number(start.slice(0, 4)) + years &&
          anniversaryAfter(later, date, -years) === start
        );
      }),
    );
  });

  test('C1: years may be counted at once or one by one', () => {
    assert(
      property(anyDay, integer({ min: 0, max: 12 }), (day, years) => {
        const date = dateOf(day);
        const oneByOne = Array.from({ length: years }).reduce<string>(
          (on) => anniversaryAfter(on, date, 1),
          day,
        );
        return oneByOne === anniversaryAfter(day, date, years);
      }),
    );
  });

  test('C1: terms follow each other without a gap, and each has 365 or 366 days', () => {
    assert(
      property(anyDay, (day) => {
        const date = dateOf(day);
        const [term, next] = [addDays(day, -1), day].map((orderDate) =>
          termOf({ orderDate, anniversary: day, date }),
        );
        if (term?.ok !== true || next?.ok !== true) return false;
        const length = daysBetween(term.value.termStart, term.value.termEnd);
        return (
          next.value.termStart === day &&
          term.value.termEnd === day &&
          (length === 365 || length === 366)
        );
      }),
    );
  });
});
