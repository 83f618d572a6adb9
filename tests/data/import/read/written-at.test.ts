import { describe, expect, test } from 'vitest';
import { writtenAt } from '#data/import/read/written-at.ts';

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(day);
const file = (name: string, lastModified: number): File => new File(['x'], name, { lastModified });

describe('C7: when a file was written', () => {
  test.each([
    ['users.csv', at('2026-11-10'), at('2026-11-10')],
    ['users 2026-11-03.csv', at('2026-11-10'), at('2026-11-03') + 1.5 * DAY],
    ['users_20261103.csv', at('2026-11-10'), at('2026-11-03') + 1.5 * DAY],
    // Written before the day that its name tells: a plan, perhaps, and no newer than it is.
    ['users 2026-12-24.csv', at('2026-11-10'), at('2026-11-10')],
    ['order 4202611031.csv', at('2026-11-10'), at('2026-11-10')],
    // From when to when something lasts.
    ['VIP 2025-08-01 - 2026-07-31.csv', at('2026-11-10'), at('2026-11-10')],
    ['users 2026-13-03.csv', at('2026-11-10'), at('2026-11-10')],
  ])('C7: %s', (name, modified, moment) => {
    expect(writtenAt(file(name, modified), name)).toBe(moment);
  });

  test('C7: is not known of what has neither a date nor a day in its name', () => {
    expect(writtenAt(new Blob(['x']), 'users.csv')).toBeUndefined();
    expect(writtenAt(new Blob(['x']), 'users 2026-11-03.csv')).toBe(at('2026-11-03') + 1.5 * DAY);
  });
});
