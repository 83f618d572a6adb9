import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addDays } from '#core/day/day.ts';
import { dayInZone, endOfDayInZone } from '#core/day/zone-day.ts';

const ZONES = [
  'America/Los_Angeles',
  'Europe/Stockholm',
  'Pacific/Auckland',
  'Pacific/Apia',
  'UTC',
] as const;

describe('the day of a moment in a zone', () => {
  // adobe.md §8.12
  test.each([
    ['2026-11-21T05:30:00Z', 'America/Los_Angeles', '2026-11-20'],
    ['2026-11-21T05:30:00Z', 'Europe/Stockholm', '2026-11-21'],
    ['2026-11-19T09:00:00Z', 'America/Los_Angeles', '2026-11-19'],
    ['2027-03-28T00:30:00Z', 'Europe/Stockholm', '2027-03-28'],
    ['', 'Europe/Stockholm', ''],
  ])('C3: %s in %s is the %s', (instant, zone, day) => {
    expect(dayInZone(instant, zone)).toBe(day);
  });

  test('C3: it is the day in UTC, or the one beside it', () => {
    const zones = fc.constantFrom(
      'America/Los_Angeles',
      'Europe/Stockholm',
      'Pacific/Auckland',
      'UTC',
    );
    const moments = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const instant = moment.toISOString();
        const utc = instant.slice(0, 10);
        const near = zone === 'UTC' ? [utc] : [addDays(utc, -1), utc, addDays(utc, 1)];
        expect(near).toContain(dayInZone(instant, zone));
      }),
    );
  });
});

describe('the moment with which a day is over in a zone', () => {
  test('C3: it is the first of the next day, also asked again with others between', () => {
    const zones = fc.constantFrom(...ZONES);
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count));
    fc.assert(
      fc.property(fc.array(fc.tuple(days, zones), { minLength: 1, maxLength: 40 }), (asked) => {
        for (const [day, zone] of [...asked, ...asked]) {
          const until = endOfDayInZone(day, zone) ?? Number.NaN;
          expect(dayInZone(until - 1, zone) <= day).toBe(true);
          expect(dayInZone(until, zone) > day).toBe(true);
        }
      }),
    );
  });

  test('C3: a long list asks the calendar once for a day, and once for what time it is', () => {
    const asks = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    const days = Array.from({ length: 20 }, (_, at) => addDays('2031-05-01', at));
    const now = Date.parse('2031-05-12T10:00:00Z');
    const reckon = () => {
      for (const day of days) endOfDayInZone(day, 'America/Los_Angeles');
      return dayInZone(now, 'America/Los_Angeles');
    };
    const first = reckon();
    const once = asks.mock.calls.length;
    for (let row = 0; row < 100; row += 1) expect(reckon()).toBe(first);
    expect(asks.mock.calls.length).toBe(once);
    asks.mockRestore();
  });
});
