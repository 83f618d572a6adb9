import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noticeOfDay, noticesOf } from '#programmes/adobe-vip/rules/renewal/notices.ts';
import {
  lastNoticeEditions,
  renewalEditions,
  type RenewalEdition,
} from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';
import { editionIn } from '#programmes/adobe-vip/rules/edition/edition-in.ts';
import { addDays, type Day } from '#core/day/day.ts';
import { customerDeadlines } from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { dueReminders, type PlannedItem } from '#core/reminder/planned-reminder.ts';
import { reminderDays } from '#core/reminder/reminder.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { anyDay, MARKETPLACE, VIP } from './renewal-cases.ts';

/**
 * The Marketplace has taken early orders since 30 March 2026 alone; before, a renewal was ordered
 * on the anniversary.
 */
const opensOn = (anniversary: Day, { programme, value }: RenewalEdition): Day => {
  const opens = addDays(anniversary, -value);
  if (programme !== 'vip-marketplace' || opens >= '2026-03-30') return opens;
  return anniversary < '2026-03-30' ? anniversary : '2026-03-30';
};

const LAST = chosenEdition(lastNoticeEditions, 'vip');
const notices = noticesOf('2027-03-15', VIP, LAST);

describe('C11: notices', () => {
  test('C11: rule 39: they fall 30 days before and on the anniversary, the last a week before access ends', () => {
    expect(LAST).toMatchObject({ id: 'adobe-vip.last-notice-7', value: 7, confidence: 'assumed' });
    expect(notices).toEqual([
      { notice: 'time-to-renew', on: '2027-02-13' },
      { notice: 'renewal-due', on: '2027-03-15' },
      { notice: 'access-ends', on: '2027-04-07' },
    ]);
    expect(noticesOf('2027-03-15', MARKETPLACE, LAST)[2]).toEqual({
      notice: 'access-ends',
      on: '2027-03-22',
    });
  });

  test.each([
    ['2027-02-12', 'time-to-renew'],
    ['2027-02-13', 'time-to-renew'],
    ['2027-03-14', 'time-to-renew'],
    ['2027-03-15', 'renewal-due'],
    ['2027-04-07', 'access-ends'],
    ['2027-09-01', 'access-ends'],
  ])('C11: a letter of %s says %s', (today, notice) => {
    expect(noticeOfDay(notices, today)).toBe(notice);
  });

  test('C11: with no late days access ends with the anniversary, and its notice comes before it', () => {
    const strict = editionIn(renewalEditions, 'adobe-vip.renewal-late-0');
    expect(
      noticesOf('2027-03-15', strict, LAST).map(({ notice, on }) => `${on} ${notice}`),
    ).toEqual(['2027-02-13 time-to-renew', '2027-03-08 access-ends', '2027-03-15 renewal-due']);
  });

  test('C11: rule 39: each is raised once, later with its own day when nobody looked on it', () => {
    const [deadline] = customerDeadlines(customerWith({ anniversary: '2027-03-15' }).data, []);
    const days = reminderDays({ on: deadline!.on, steps: deadline!.reminders! });
    expect(days).toEqual(notices.map(({ on }) => on));
    const words = { title: '', body: '' };
    const item: PlannedItem = {
      id: 'customer-1',
      rule: deadline!.rule,
      on: deadline!.on,
      knownOn: '2026-11-20',
      address: '/vip/customer-1',
      reminders: days.map((day) => ({ day, onItsDay: words, later: words, missed: words })),
    };
    const shown = new Set<string>();
    // What the service worker does at each opening.
    const raisedOn = (today: string): string[] => {
      const due = dueReminders(
        { workspace: 'w', after: '2026-11-19', items: [item] },
        shown,
        today,
      );
      for (const { tag } of due) shown.add(tag);
      return due.map(({ day }) => day);
    };
    expect(raisedOn('2027-02-12')).toEqual([]);
    expect(raisedOn('2027-03-20')).toEqual(['2027-02-13', '2027-03-15']);
    expect(raisedOn('2027-03-20')).toEqual([]);
    expect(raisedOn('2027-05-01')).toEqual(['2027-04-07']);
  });

  test('C11: whatever the edition, three notices by day, none before the window or after the last order day', () => {
    assert(
      property(anyDay, constantFrom(...renewalEditions), (anniversary, edition) => {
        const made = noticesOf(anniversary, edition, LAST);
        const days = made.map(({ on }) => on);
        expect(new Set(made.map(({ notice }) => notice)).size).toBe(3);
        expect(days).toEqual(days.toSorted());
        expect(days[0]).toBe(opensOn(anniversary, edition));
        expect(days.every((day) => day <= addDays(anniversary, edition.late))).toBe(true);
      }),
    );
  });
});
