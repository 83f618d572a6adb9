import { expect, test } from 'vitest';
import { formatFor } from '#core/language/format.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { ALONE, type TabStatus } from '#data/sync/tabs/tab-status.ts';
import {
  onlyThere,
  serverWords,
  statusSince,
  uncountedWords,
  unreadableWords,
} from '#workspace/screens/safety/server-words.ts';

const text = { sync, format: formatFor('sv', 'Europe/Stockholm') };
const AT = Date.parse('2026-11-20T09:30:00Z');
const NOW = AT + 60_000;
const IN_STEP: TabStatus = {
  ...ALONE,
  state: 'in-step',
  inStepAt: AT,
  countedAt: AT,
  isCounted: true,
};
const says = (more: Partial<TabStatus>): string =>
  serverWords({ ...IN_STEP, ...more }, NOW, text).detail;
const isSame = (more: Partial<TabStatus>): boolean =>
  serverWords({ ...IN_STEP, ...more }, NOW, text).isSame;

test('X11: the server is reported to hold the same only where both sides were counted and nothing waits', () => {
  expect(says({})).toBe('Samma poster, förseglade. Servern kan inte läsa dem.');
  expect(isSame({})).toBe(true);
  for (const more of [
    { waiting: 1 },
    { aside: 1 },
    { missing: 1 },
    { lacking: 1 },
    { unreadable: 1 },
    { isCounted: false },
    { state: 'offline' },
    { state: 'not-let-in' },
  ] satisfies Partial<TabStatus>[])
    expect([more, isSame(more)]).toEqual([more, false]);
});

test('X11: one moment is shown for one sync, whether the count or the last answer came later', () => {
  const kept = { inStepAt: 0, countedAt: 0, missing: 0, lacking: 0 };
  for (const [inStepAt, countedAt] of [
    [AT, AT + 30_000],
    [AT + 30_000, AT],
  ] as const) {
    const told = statusSince({ ...IN_STEP, inStepAt, countedAt }, AT, kept);
    expect([told.inStepAt, serverWords(told, NOW, text).at]).toEqual([AT + 30_000, AT + 30_000]);
  }
  // It was counted before the screen was opened: only the time of that count is shown.
  expect(statusSince({ ...IN_STEP, countedAt: AT + 1 }, AT + 2, kept).inStepAt).toBe(AT);
});

test('X11: what the server has not got is counted, and what it had is shown with its moment', () => {
  expect(says({ waiting: 2, aside: 1, state: 'offline' })).toMatch(/^Har inte fått 3 ändringar\./);
  expect(says({ state: 'not-let-in' })).toMatch(/^Samma poster i dag 10:30\./);
  expect(says({ state: 'starting', inStepAt: 0, countedAt: 0 })).toMatch(/^Inte jämförd ännu\./);
  expect(says({ missing: 4 })).toMatch(/^Har 4 poster som inte finns här\./);
  expect(says({ lacking: 1 })).toMatch(/^Saknar 1 post som finns här\./);
  expect(says({ missing: 1, lacking: 2 })).toMatch(
    /^Saknar 2 poster som finns här\. Har 1 post som inte finns här\./,
  );
  expect(says({ missing: 2, unreadable: 2, state: 'other-keys' })).toMatch(
    /^Har 4 poster som inte finns här\./,
  );
});

test('X11: what cannot be opened but is here all the same is counted apart from what is only on the server', () => {
  expect(says({ unreadable: 3, unreadableHere: 3 })).toMatch(
    /^Har 3 poster i ett skick som inte kan öppnas här\. /,
  );
  expect(says({ missing: 1, unreadable: 3, unreadableHere: 2 })).toMatch(
    /^Har 2 poster som inte finns här\. Har 2 poster i ett skick som inte kan öppnas här\. /,
  );
  const status = { ...IN_STEP, missing: 1, unreadable: 3, unreadableHere: 2 };
  expect(onlyThere(status)).toBe(2);
  expect(unreadableWords(status, text).slice(1)).toEqual([
    'Av dem finns 2 här också, som enheten senast hade dem.',
    'Av dem finns 1 bara på servern.',
  ]);
  // What this device has no key for yet was not tampered with.
  expect(unreadableWords(status, text)[0]).toContain('ändrats på vägen');
  expect(unreadableWords({ ...status, state: 'other-keys' }, text)[0]).toContain(
    'de nya nycklarna',
  );
});

test('X11: what was counted before someone looked is shown with its moment, not as a count of now', () => {
  const NEVER = { inStepAt: 0, countedAt: 0, missing: 0, lacking: 0 };
  const since = (status: TabStatus, lookedAt: number, kept = NEVER): string =>
    serverWords(statusSince(status, lookedAt, kept), NOW, text).detail;
  expect(since(IN_STEP, AT)).toMatch(/^Samma poster, förseglade\./);
  expect(since(IN_STEP, AT + 1)).toMatch(/^Samma poster i dag 10:30\./);
  expect(uncountedWords(statusSince(IN_STEP, AT + 1, NEVER), NOW, text)).toMatch(
    /^Räknat i dag 10:30\./,
  );
  // An earlier run counted, and this one has not begun.
  const starting: TabStatus = { ...ALONE, state: 'starting' };
  expect(since(starting, NOW, { ...NEVER, inStepAt: AT, countedAt: AT })).toMatch(
    /^Samma poster i dag 10:30\./,
  );
  expect(since(starting, NOW, { ...NEVER, inStepAt: AT, countedAt: AT, missing: 2 })).toMatch(
    /^Har 2 poster som inte finns här/,
  );
  expect(since(starting, NOW)).toMatch(/^Inte jämförd ännu\./);
});

test('X11: a line about the server says since when it was not counted', () => {
  const why = (more: Partial<TabStatus>): string =>
    uncountedWords({ ...IN_STEP, ...more }, NOW, text);
  expect(why({})).toBe('');
  // In step again, and the server did not answer the count.
  expect(why({ isCounted: false })).toMatch(/^Räknat i dag 10:30\./);
  expect(why({ state: 'offline' })).toMatch(/^Räknat i dag 10:30\./);
  expect(why({ state: 'offline', countedAt: 0 })).toBe('Räknas när servern har svarat.');
});
