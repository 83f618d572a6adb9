import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSyncAt } from '#programmes/apple-licences/rules/sync/sync-times.ts';
import { addDays, type Day } from '#core/day/day.ts';
import { dayInZone } from '#core/day/zone-day.ts';

const HOUR = 3_600_000;
const ZONES = [
  'Europe/Stockholm',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
];

const dayAt = (moment: number, zone: string): Day =>
  dayInZone(new Date(moment).toISOString(), zone);

const timeAt = (moment: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    moment,
  );

/** How far a zone's clock is ahead of UTC at a moment (ms). */
const aheadAt = (moment: number, zone: string): number => {
  const minute = Math.floor(moment / 60_000) * 60_000;
  return Date.parse(`${dayAt(minute, zone)}T${timeAt(minute, zone)}:00Z`) - minute;
};

/**
 * The moment of an hour on the day of another moment, by the zone's clock; hours from 24 on are of
 * the next day.
 */
const hourIn =
  (zone: string) =>
  (moment: number, hour: number): number => {
    const day = addDays(dayAt(moment, zone), Math.floor(hour / 24));
    const asUtc = Date.parse(`${day}T00:00:00Z`) + (hour % 24) * HOUR;
    const guess = asUtc - aheadAt(asUtc, zone);
    return asUtc - aheadAt(guess, zone);
  };

/**
 * The times of a day, by the zone's clock, at which a token is synced by itself that went well each
 * time.
 */
const syncsOn = (day: Day, zone: string): string[] => {
  const midnight = hourIn(zone)(Date.parse(`${day}T12:00:00Z`), 0);
  const from = midnight - 30 * HOUR;
  const times: string[] = [];
  for (let at = from; dayAt(at, zone) <= day;) {
    at = nextSyncAt({ at, code: '' }, hourIn(zone));
    if (dayAt(at, zone) === day) times.push(timeAt(at, zone));
  }
  return times;
};

/** Days of 2027 on which a zone's clock changes. */
const CHANGES = [
  ['Europe/Stockholm', '2027-03-28'],
  ['Europe/Stockholm', '2027-10-31'],
  ['America/New_York', '2027-03-14'],
  ['America/New_York', '2027-11-07'],
  ['America/Santiago', '2027-04-04'],
  ['America/Santiago', '2027-09-05'],
  ['Australia/Lord_Howe', '2027-04-04'],
  ['Australia/Lord_Howe', '2027-10-03'],
] as const;

describe('twice a day, also when the clock changes', () => {
  test.each([
    ['Europe/Stockholm', '2027-03-27'],
    ['Europe/Stockholm', '2027-03-28'],
    ['Europe/Stockholm', '2027-03-29'],
    ['Europe/Stockholm', '2027-10-31'],
    ['Europe/Stockholm', '2027-11-01'],
    ['America/New_York', '2027-03-14'],
    ['America/New_York', '2027-11-07'],
    ['America/New_York', '2027-11-08'],
  ])('B7: in %s on %s at six and at eighteen', (zone, day) => {
    expect(syncsOn(day, zone)).toEqual(['06:00', '18:00']);
  });

  test('B7: on any day of any zone, those on which a clock changes and the days beside them first', () => {
    const beside = fc.tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -1, max: 1 }));
    const anyDay = fc.tuple(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 364 }));
    const days = fc.oneof(
      beside.map(([[zone, day], by]) => [zone, addDays(day, by)] as const),
      anyDay.map(([zone, at]) => [zone, addDays('2027-01-01', at)] as const),
    );
    fc.assert(
      fc.property(days, ([zone, day]) => {
        expect(syncsOn(day, zone)).toEqual(['06:00', '18:00']);
      }),
      { numRuns: 60 },
    );
  });
});
