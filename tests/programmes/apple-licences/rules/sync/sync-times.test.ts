import { describe, expect, test } from 'vitest';
import {
  isSyncDue,
  nextSyncAt,
  type SyncTimes,
} from '#programmes/apple-licences/rules/sync/sync-times.ts';

const HOUR = 3_600_000;
const day = Date.UTC(2026, 10, 20);
const hourOf = (moment: number, hour: number): number =>
  moment - (moment % (24 * HOUR)) + hour * HOUR;
const at = (hours: number): number => day + hours * HOUR;

describe('when a token is synced by itself', () => {
  const cases: readonly (readonly [string, SyncTimes | undefined, number])[] = [
    ['never tried: at once', undefined, 0],
    ['in the night: at six', { at: at(2), code: '' }, at(6)],
    ['in the morning: at eighteen', { at: at(7.5), code: '' }, at(18)],
    ['at six sharp: at eighteen', { at: at(6), code: '' }, at(18)],
    ['in the evening: at six the next day', { at: at(22), code: '' }, at(30)],
    [
      'failed for good: not before the next of the hours',
      { at: at(7), code: 'reply-number' },
      at(18),
    ],
    ['failed for now: after an hour', { at: at(7), code: 'no-reply', mayPass: true }, at(8)],
    [
      'failed for now just before: at the hour',
      { at: at(17.5), code: 'no-reply', mayPass: true },
      at(18),
    ],
    [
      'Apple asked to wait longer: then',
      { at: at(7), code: 'reply-down', mayPass: true, notBefore: at(31) },
      at(31),
    ],
  ];
  test.each(cases)('B7: %s', (_, times, next) => {
    expect(nextSyncAt(times, hourOf)).toBe(next);
    expect([isSyncDue(times, next - 1, hourOf), isSyncDue(times, next, hourOf)]).toEqual([
      false,
      true,
    ]);
  });

  test('B7: a try in the future was written by a wrong clock, and delays nothing', () => {
    expect(isSyncDue({ at: at(48), code: '' }, at(12), hourOf)).toBe(true);
  });
});
