import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { TOKEN_REMINDERS } from '#programmes/apple-licences/rules/editions.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { lastDayOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import { BLANK_TOKEN, takeToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { addDays } from '#core/day/day.ts';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import type { LocalTime } from '#core/day/local-time.ts';
import { dueReminders, standingTags, type PlannedItem } from '#core/reminder/planned-reminder.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { reminders as swedish } from '#workspace/words/sv/reminders.ts';
import { plannedItems } from '#workspace/screens/reminders/planned-items.ts';
import { reminderTape } from '#programmes/apple-licences/screens/token/rule-words.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { authorizationWith } from '#tests/factories/vip.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const TEXTS = { ...shellTexts('sv'), reminders: swedish };
const [NEW_YORK, HONOLULU] = ['America/New_York', 'Pacific/Honolulu'];
const [STOCKHOLM, AUCKLAND, PACIFIC] = [
  'Europe/Stockholm',
  'Pacific/Auckland',
  'America/Los_Angeles',
];

const endingAt = (expiresAt: string, changedOn = '2026-01-01'): ContentToken => {
  const file = { organization: 'Nordby kommun', expiresAt, lastDay: expiresAt.slice(0, 10) };
  const input = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
  const born = { edition: 'apple-licences.accounts-2016', knowsForGood: true, others: [] };
  const token = recordOf(
    valueOf(takeToken('token-1', input, { file, fingerprint: 'f' }, born, doingOn())),
  );
  return { ...token, updatedAt: Date.parse(`${changedOn}T12:00:00`) } as ContentToken;
};
const plan = (record: VolymRecord, time: LocalTime, before: readonly PlannedItem[] = []) =>
  plannedItems([record], before, time, TEXTS);
const dueIn = (items: readonly PlannedItem[], time: LocalTime, shown: readonly string[] = []) =>
  dueReminders({ workspace: 'w', after: '2026-01-01', items }, new Set(shown), time);
/** On which days something comes that is looked at each noon. */
const comesDaily = (
  record: VolymRecord,
  zone: string,
  from: string,
  days: number,
): readonly string[] => {
  const shown: string[] = [];
  let items: readonly PlannedItem[] = [];
  return Array.from({ length: days }, (_, count) => addDays(from, count)).flatMap((day) => {
    const time = noonIn(zone, day);
    items = plan(record, time, items);
    const due = dueIn(items, time, shown);
    shown.push(...due.flatMap(({ marks }) => marks));
    return due.map(() => time.today);
  });
};
/** The whole hour nearest to noon of a day in a zone. */
const noonIn = (zone: string, day: string): LocalTime => {
  const hours = Array.from(
    { length: 48 },
    (_, hour) => Date.parse(`${day}T12:00:00Z`) + (hour - 24) * 3_600_000,
  );
  const there = hours.filter(
    (moment) => timeIn(zone, new Date(moment).toISOString()).today === day,
  );
  return timeIn(zone, new Date(there[Math.floor(there.length / 2)]!).toISOString());
};

/** Two in the morning of 14 December in UTC: the last day west of Greenwich is 13 December. */
const NIGHT = endingAt('2026-12-14T02:00:00Z');
/** Ten in the evening of 14 December in UTC: the last day east of it is 15 December. */
const EVENING = endingAt('2026-12-14T22:00:00Z');
const WEST = ['2026-10-14', '2026-11-13', '2026-11-29', '2026-12-06', '2026-12-13'];
const UTC_DAYS = WEST.map((day) => addDays(day, 1));

describe('B2, X3: reminders come no later than counted from the last day where the user is', () => {
  test.each([
    ['New York', NEW_YORK, NIGHT, WEST],
    ['Honolulu', HONOLULU, NIGHT, WEST],
    ['Stockholm', STOCKHOLM, NIGHT, UTC_DAYS],
    ['Auckland', AUCKLAND, NIGHT, UTC_DAYS],
    ['New York, a token that ends in the evening', NEW_YORK, EVENING, UTC_DAYS],
    ['Honolulu, a token that ends in the evening', HONOLULU, EVENING, UTC_DAYS],
    ['Stockholm, a token that ends in the evening', STOCKHOLM, EVENING, UTC_DAYS],
    ['Auckland, a token that ends in the evening', AUCKLAND, EVENING, UTC_DAYS],
  ])('B2: in %s, and the tape of the rule marks those days', (_, zone, token, days) => {
    const time = noonIn(zone, '2026-10-01');
    expect(comesDaily(token, zone, '2026-10-01', 90)).toEqual(days);
    const file = fileOf(token);
    const tape = reminderTape(lastDayOf(file, time), time.today, file.lastDay);
    expect(tape.marks).toEqual(days);
    expect(tape.marks.every((day) => day >= tape.from && day <= tape.to)).toBe(true);
  });

  test('B2: on the last day in New York it says until when, and that is ahead', () => {
    const time = timeIn(NEW_YORK, '2026-12-13T15:00:00Z');
    const due = dueIn(plan(NIGHT, time), time).at(-1);
    expect([due?.day, due?.words.title]).toEqual(['2026-12-13', 'Förnya token']);
    expect(due?.words.body).toContain('Sista dagen är 13 dec');
  });

  test('X3: a traveller is reminded of each step once, and keeps what is on the screen', () => {
    for (const [first, then] of [
      [timeIn(STOCKHOLM, '2026-12-07T11:00:00Z'), timeIn(NEW_YORK, '2026-12-08T02:00:00Z')],
      [timeIn(NEW_YORK, '2026-12-06T15:00:00Z'), timeIn(STOCKHOLM, '2026-12-07T11:00:00Z')],
      [timeIn(AUCKLAND, '2026-12-07T02:00:00Z'), timeIn(HONOLULU, '2026-12-07T03:00:00Z')],
    ] as const) {
      const items = plan(NIGHT, first);
      const told = dueIn(items, first);
      const there = plan(NIGHT, then, items);
      expect(told.length).toBeGreaterThan(0);
      expect(
        dueIn(
          there,
          then,
          told.flatMap(({ marks }) => marks),
        ),
      ).toEqual([]);
      expect([...standingTags([{ workspace: 'w', after: '', items: there }])]).toEqual(
        expect.arrayContaining(told.map(({ tag }) => tag)),
      );
    }
  });

  test('X3: a step that came on the day on which the token was taken in stays, wherever the user goes', () => {
    const token = endingAt('2026-12-14T02:00:00Z', '2026-12-14');
    const here = timeIn(STOCKHOLM, '2026-12-14T00:30:00Z');
    const items = plan(token, here);
    const told = dueIn(items, here);
    expect(told).toHaveLength(1);
    const there = plan(token, timeIn(NEW_YORK, '2026-12-14T00:45:00Z'), items);
    expect([...standingTags([{ workspace: 'w', after: '', items: there }])]).toEqual(
      told.map(({ tag }) => tag),
    );
  });

  test('X3: of a token that came once its end had passed where the user is, nothing is reminded of', () => {
    const token = endingAt('2026-12-14T02:00:00Z', '2026-12-14');
    const time = timeIn(NEW_YORK, '2026-12-14T15:00:00Z');
    expect(dueIn(plan(token, time), time)).toEqual([]);
  });

  test('X3: a plan that an older version left is continued: what it showed is not shown again', () => {
    const time = timeIn(NEW_YORK, '2026-12-08T15:00:00Z');
    const items = plan(NIGHT, time);
    const older = items.map((item) => ({
      ...item,
      reminders: item.reminders.map(({ step, ...reminder }) => ({
        ...reminder,
        day: step ?? reminder.day,
      })),
    }));
    const shown = dueIn(older, time).flatMap(({ marks }) => marks);
    expect(dueIn(plan(NIGHT, time, older), time, shown)).toEqual([]);
  });
});

describe('C3, X3: Adobe’s days in California', () => {
  const marketplace = authorizationWith({ createdOn: '2026-12-20', days: 7 });
  const countedIn = (zone: string) =>
    homeRows([marketplace], noonIn(zone, '2026-12-21'))[0]?.deadline;

  test.each([
    [PACIFIC, '2026-12-27'],
    [HONOLULU, '2026-12-27'],
    [STOCKHOLM, '2026-12-28'],
    [AUCKLAND, '2026-12-28'],
  ])('C3: in %s each comes once, on its day in California or before', (zone, last) => {
    const deadline = countedIn(zone);
    expect(deadline?.on).toBe(last);
    // Those of the longer editions come after it.
    expect(comesDaily(marketplace, zone, '2026-12-19', 30)).toEqual([
      '2026-12-27',
      '2027-01-03',
      '2027-01-14',
    ]);
  });
});

test('B2: the tape marks as many days as there are steps', () => {
  expect(reminderTape('2026-12-14', '2026-11-20').marks).toHaveLength(
    TOKEN_REMINDERS.before.length,
  );
});
