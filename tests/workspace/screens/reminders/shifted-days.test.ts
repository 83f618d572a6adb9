import { expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { BLANK_TOKEN, takeToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import type { AsOf } from '#core/day/local-time.ts';
import { dueReminders, type PlannedItem } from '#core/reminder/planned-reminder.ts';
import { reminders } from '#workspace/words/sv/reminders.ts';
import { plannedItems } from '#workspace/screens/reminders/planned-items.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const texts = { ...shellTexts('sv'), reminders };

const tokenUntil = (expiresAt: string): ContentToken => {
  const file = { organization: 'Nordby kommun', lastDay: expiresAt.slice(0, 10), expiresAt };
  const input = { ...BLANK_TOKEN, name: 'Grundskolor', appleId: 'vpp@nordby.example' };
  const born = { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] };
  const token = recordOf(
    valueOf(takeToken('token-1', input, { file, fingerprint: 'aa' }, born, doingOn('2026-01-02'))),
  );
  return { ...(token as ContentToken), updatedAt: Date.parse('2026-01-02T12:00:00Z') };
};

const due = (items: readonly PlannedItem[], shown: ReadonlySet<string>, asOf: AsOf) =>
  dueReminders({ workspace: 'w', after: '2026-01-02', items }, shown, asOf);

/** What is shown the second time, of what was planned the first time and shown then. */
const toldAgain = (token: ContentToken, first: AsOf, second: AsOf): readonly string[] => {
  const before = plannedItems([token], [], first, texts);
  const told = due(before, new Set(), first);
  expect(told.length).toBeGreaterThan(2);
  const after = plannedItems([token], before, second, texts);
  return due(after, new Set(told.map(({ tag }) => tag)), second).map(({ tag }) => tag);
};

test('X3, B2: in another time zone, where its last day is another one, no step of a token is shown again', () => {
  const token = tokenUntil('2026-12-14T03:00:00Z');
  const home = timeIn('Europe/Stockholm', '2026-12-10T10:00:00Z');
  const away = timeIn('America/New_York', '2026-12-10T16:00:00Z');
  expect(toldAgain(token, home, away)).toEqual([]);
  expect(toldAgain(token, away, home)).toEqual([]);
});

test('X3, B2: a plan by the stored day brings no step again once the local day is used', () => {
  const now = timeIn('Europe/Stockholm', '2026-12-10T10:00:00Z');
  expect(toldAgain(tokenUntil('2026-12-13T23:30:00Z'), now.today, now)).toEqual([]);
});

test('X3, B2: the shown day is the local one, its steps are those of the day that is stored', () => {
  const [item] = plannedItems(
    [tokenUntil('2026-12-13T23:30:00Z')],
    [],
    timeIn('Europe/Stockholm', '2026-12-10T10:00:00Z'),
    texts,
  );
  expect([item?.on, item?.reminders.at(-1)?.day]).toEqual(['2026-12-14', '2026-12-13']);
});
