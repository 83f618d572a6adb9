import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { tokenFor } from '#programmes/apple-licences/rules/token/token-for.ts';
import { lastDayOf, tokenState } from '#programmes/apple-licences/rules/token/token-life.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import type { LocalTime } from '#core/day/local-time.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { tokenOf } from '#tests/programmes/apple-licences/screens/token/token-of.ts';

/** Its file ends on 14 December 2026 at 09:26:53 UTC. */
const token = tokenOf();
const STOCKHOLM = 'Europe/Stockholm';
const stateAt = (time: LocalTime) => tokenState(fileOf(token), token.steps, time);
const ending = (expiresAt: string): ContentToken => ({
  ...token,
  data: { ...token.data, expiresAt, lastDay: expiresAt.slice(0, 10) },
  steps: token.steps.map((step) => ({
    ...step,
    data: { to: expiresAt.slice(0, 10), expiresAt, fingerprint: token.data.fingerprint },
  })),
});

describe('B2: a token ends at its second', () => {
  test('B2: a token that expired a second ago is expired', () => {
    expect(stateAt(timeIn(STOCKHOLM, '2026-12-14T09:26:52Z'))).toBe('expiring');
    expect(stateAt(timeIn(STOCKHOLM, '2026-12-14T09:26:53Z'))).toBe('expired');
  });

  test('B2: home and what Apple is asked with agree with its state', () => {
    const place = { location: 'Nordby grundskolor', locationId: '' };
    const told = (time: LocalTime) => ({
      home: homeRows([token], time).map(({ urgency, action, days }) => [urgency, action, days]),
      asked: tokenFor([token], place, time)?.id,
    });
    expect(told(timeIn(STOCKHOLM, '2026-12-14T09:26:52Z'))).toEqual({
      home: [['soon', 'renew-token', 0]],
      asked: 'token-1',
    });
    expect(told(timeIn(STOCKHOLM, '2026-12-14T09:26:53Z'))).toEqual({
      home: [['late', 'replace-token', 0]],
      asked: undefined,
    });
  });

  test.each([
    ['America/New_York', '2027-03-14T02:00:00Z', '2027-03-13'],
    ['Europe/Stockholm', '2027-03-13T23:30:00Z', '2027-03-14'],
    ['UTC', '2027-03-14T02:00:00Z', '2027-03-14'],
  ])(
    'B2: in %s a token that ends at %s ends on %s, whatever device took it in',
    (zone, expiresAt, day) => {
      const time = timeIn(zone, '2027-03-01T12:00:00Z');
      expect(lastDayOf(fileOf(ending(expiresAt)), time)).toBe(day);
      expect(homeRows([ending(expiresAt)], time).map(({ deadline }) => deadline.on)).toEqual([day]);
    },
  );

  test('B2: in every zone it is expired from its second on and home says it with the same breath', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      STOCKHOLM,
      'Pacific/Auckland',
      'Pacific/Honolulu',
      'UTC',
    );
    const moments = fc.integer({
      min: Date.UTC(2026, 0, 1) / 1000,
      max: Date.UTC(2028, 0, 1) / 1000,
    });
    const seconds = fc.oneof(
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: -200_000, max: 200_000 }),
    );
    fc.assert(
      fc.property(zones, moments, seconds, (zone, end, second) => {
        const expiresAt = `${new Date(end * 1000).toISOString().slice(0, 19)}Z`;
        const time = timeIn(zone, new Date((end + second) * 1000).toISOString());
        const token = ending(expiresAt);
        const isOver = second >= 0;
        expect(tokenState(fileOf(token), token.steps, time) === 'expired').toBe(isOver);
        const [row] = homeRows([token], time);
        expect(row?.urgency === 'late').toBe(isOver);
        expect(row?.deadline.on).toBe(lastDayOf(fileOf(token), time));
      }),
    );
  });
});
