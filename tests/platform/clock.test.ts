import { expect, test } from 'vitest';
import { hourOfDay } from '#platform/clock.ts';

test('B7: an hour of a local day, and of the next one, whatever the clock did in the night', () => {
  for (const [month, day] of [
    [2, 27],
    [2, 28],
    [9, 30],
    [9, 31],
  ] as const) {
    const noon = new Date(2027, month, day, 12, 34).getTime();
    expect(hourOfDay(noon, 6)).toBe(new Date(2027, month, day, 6).getTime());
    expect(hourOfDay(noon, 30)).toBe(new Date(2027, month, day + 1, 6).getTime());
  }
});
