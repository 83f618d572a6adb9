import { expect, test } from 'vitest';
import { readMoment } from '#programmes/apple-licences/rules/api/written-moment.ts';

test.each([
  ['2027-06-08T09:26:53+0000', '2027-06-08T09:26:53Z'],
  ['2027-06-08T09:26:53Z', '2027-06-08T09:26:53Z'],
  ['2014-08-15T18:13:52-0700', '2014-08-16T01:13:52Z'],
  ['2027-06-08T00:26:53+02:00', '2027-06-07T22:26:53Z'],
  ['2026-11-20T02:10:00.1234567Z', '2026-11-20T02:10:00Z'],
  [' 2026-11-20T02:10Z ', '2026-11-20T02:10:00Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00Z'],
])('B2: "%s" is %s', (written, moment) => {
  expect(readMoment(written)).toBe(moment);
});

test.each([
  '',
  '2026-11-20',
  '2026-11-20T02:10:00',
  '2026-02-29T00:00:00Z',
  '2026-11-20T25:00:00Z',
  '2026-11-20T10:00:00+99:99',
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '20 Nov 2026 02:10:00 GMT',
])('B2: "%s" is no moment', (written) => {
  expect(readMoment(written)).toBeUndefined();
});
