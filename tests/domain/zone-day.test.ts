import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/day.ts';
import { dayInZone } from '#domain/zone-day.ts';

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
    const zones = fc.constantFrom('America/Los_Angeles', 'Europe/Stockholm', 'Pacific/Auckland', 'UTC');
    const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
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
