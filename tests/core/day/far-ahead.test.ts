import { expect, test } from 'vitest';
import { isFarAhead } from '#core/day/far-ahead.ts';

test.each([
  ['2027-11-20', '2026-11-20', false],
  ['2027-11-21', '2026-11-20', true],
  ['2028-11-18', '2026-11-20', true],
  ['2025-11-20', '2026-11-20', false],
  ['', '2026-11-20', false],
  // A year from a leap day ends on the last day of February.
  ['2029-02-28', '2028-02-29', false],
  ['2029-03-01', '2028-02-29', true],
  ['2028-02-29', '2027-02-28', true],
  ['2028-02-28', '2027-02-28', false],
])('C13: %s is more than a year after %s: %s', (day, today, ahead) => {
  expect(isFarAhead(day, today)).toBe(ahead);
});
