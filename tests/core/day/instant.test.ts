import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfInstant, instantOf } from '#core/day/instant.ts';

test.each([
  ['2030-11-08T22:33:22+0000', '2030-11-08T22:33:22Z'],
  ['2014-08-15T18:13:52-0700', '2014-08-16T01:13:52Z'],
  ['2027-03-14T09:26:53Z', '2027-03-14T09:26:53Z'],
  ['2027-03-14T00:26:53+02:00', '2027-03-13T22:26:53Z'],
  ['2027-03-14T09:26:53.123+05:30', '2027-03-14T03:56:53Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00Z'],
])('B1: %s is the moment %s', (written, instant) => {
  expect(instantOf(written)).toBe(instant);
});

test.each([
  '',
  '2027-02-29T00:00:00Z',
  '2027-01-01T24:00:00Z',
  '2027-01-01T00:00:00',
  '2027-01-01',
  '2027-01-01T00:00:00+1900',
  'x',
])('B1: %j is no moment', (written) => {
  expect(instantOf(written)).toBeUndefined();
});

test('B1: a moment reads as itself, and its day is the one in UTC', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('1971-01-01T00:00:00Z'),
        max: new Date('2999-12-31T00:00:00Z'),
        noInvalidDate: true,
      }),
      (date) => {
        const instant = `${date.toISOString().slice(0, 19)}Z`;
        expect(instantOf(instant)).toBe(instant);
        expect(dayOfInstant(instant)).toBe(date.toISOString().slice(0, 10));
      },
    ),
  );
});
