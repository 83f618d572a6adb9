import { afterAll, expect, test } from 'vitest';
import { nextSyncAt } from '#programmes/apple-licences/rules/sync/sync-times.ts';
import { hourOfDay } from '#platform/clock.ts';

const own = process.env.TZ;
// Whatever zone the machine is in: in UTC no clock ever changes.
process.env.TZ = 'Europe/Stockholm';
afterAll(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

const at = (written: string): number => Date.parse(written);

test.each([
  ['of 23 hours', '2027-03-28T00:30+01:00', '2027-03-28T06:00+02:00', '2027-03-28T18:00+02:00'],
  ['before it', '2027-03-27T20:00+01:00', '2027-03-28T06:00+02:00', '2027-03-28T18:00+02:00'],
  ['of 25 hours', '2027-10-31T00:30+02:00', '2027-10-31T06:00+01:00', '2027-10-31T18:00+01:00'],
  ['before that', '2027-10-30T20:00+02:00', '2027-10-31T06:00+01:00', '2027-10-31T18:00+01:00'],
])(
  'B7: the app’s own clock syncs at six and at eighteen on the day %s',
  (_, tried, six, eighteen) => {
    // The zone is the one that was set.
    expect(new Date(at(tried)).getTimezoneOffset()).toBe(tried.endsWith('+02:00') ? -120 : -60);
    const morning = nextSyncAt({ at: at(tried), code: '' }, hourOfDay);
    expect(morning).toBe(at(six));
    expect(nextSyncAt({ at: morning, code: '' }, hourOfDay)).toBe(at(eighteen));
  },
);
