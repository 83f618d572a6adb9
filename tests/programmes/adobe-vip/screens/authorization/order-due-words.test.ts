import { describe, expect, test } from 'vitest';
import { formatFor } from '#core/language/format.ts';
import { vip as english } from '#programmes/adobe-vip/words/en/vip.ts';
import { vip as swedish } from '#programmes/adobe-vip/words/sv/vip.ts';
import {
  lastMomentWords,
  orderDueWords,
} from '#programmes/adobe-vip/screens/authorization/order-due-words.ts';
import { authorizationWith } from '#tests/factories/vip.ts';
import { timeIn } from '#tests/factories/local-time.ts';

const wordsIn = (zone: string) => ({
  sv: { vip: swedish, format: formatFor('sv', zone) },
  en: { vip: english, format: formatFor('en', zone) },
});
const marketplace = authorizationWith({ createdOn: '2026-12-20', days: 7 });

describe('C3: the last moment of an authorization', () => {
  test('C3: in Stockholm it is given with its time, and with the day in California', () => {
    const time = timeIn('Europe/Stockholm', '2026-12-22T10:00:00Z');
    const { sv, en } = wordsIn('Europe/Stockholm');
    expect(orderDueWords(marketplace, sv, time)).toBe('mån 28 dec 08:59 (27 dec i Kalifornien)');
    expect(lastMomentWords(marketplace, sv, time)).toBe(
      'Sista stund mån 28 dec 08:59 (27 dec i Kalifornien)',
    );
    expect(lastMomentWords(marketplace, en, time)).toBe(
      'Last moment Mon 28 Dec 08:59 (27 Dec in California)',
    );
  });

  test('C3: where the clocks change on different days the time follows', () => {
    const early = authorizationWith({ createdOn: '2026-03-13', days: 7 });
    const time = timeIn('Europe/Stockholm', '2026-03-15T10:00:00Z');
    expect(orderDueWords(early, wordsIn('Europe/Stockholm').sv, time)).toBe(
      'lör 21 mars 07:59 (20 mars i Kalifornien)',
    );
  });

  test('C3: users in California, and everyone in VIP, see the day alone', () => {
    const there = timeIn('America/Los_Angeles', '2026-12-22T10:00:00Z');
    expect(orderDueWords(marketplace, wordsIn('America/Los_Angeles').sv, there)).toBe('sön 27 dec');
    expect(lastMomentWords(marketplace, wordsIn('America/Los_Angeles').sv, there)).toBe('');
    const time = timeIn('Europe/Stockholm', '2026-12-01T10:00:00Z');
    const vip = authorizationWith({ createdOn: '2026-11-20' });
    expect(orderDueWords(vip, wordsIn('Europe/Stockholm').sv, time)).toBe('sön 20 dec');
    expect(lastMomentWords(vip, wordsIn('Europe/Stockholm').sv, time)).toBe('');
  });

  test('C3: if the last day is past the calendar, no time is given', () => {
    const time = timeIn('Europe/Stockholm', '2026-12-22T10:00:00Z');
    for (const createdOn of ['', '9999-12-25'])
      expect(
        lastMomentWords(
          authorizationWith({ createdOn, days: 7 }),
          wordsIn('Europe/Stockholm').sv,
          time,
        ),
      ).toBe('');
  });
});
