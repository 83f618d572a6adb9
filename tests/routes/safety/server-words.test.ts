import { expect, test } from 'vitest';
import { formatFor } from '#i18n/format.ts';
import { sync } from '#i18n/sv/sync.ts';
import { ALONE, type TabStatus } from '#data/sync/tab-status.ts';
import { serverWords, uncountedWords } from '../../../src/routes/safety/server-words.ts';

const text = { sync, format: formatFor('sv', 'Europe/Stockholm') };
const AT = Date.parse('2026-11-20T09:30:00Z');
const NOW = AT + 60_000;
const IN_STEP: TabStatus = { ...ALONE, state: 'in-step', inStepAt: AT, countedAt: AT, isCounted: true };
const says = (more: Partial<TabStatus>): string => serverWords({ ...IN_STEP, ...more }, NOW, text).detail;
const isSame = (more: Partial<TabStatus>): boolean => serverWords({ ...IN_STEP, ...more }, NOW, text).isSame;

test('X11: the server is said to hold the same only where both sides were counted and nothing waits', () => {
  expect(says({})).toBe('Samma poster, förseglade. Kan inte läsa dem.');
  expect(isSame({})).toBe(true);
  for (const more of [
    { waiting: 1 },
    { aside: 1 },
    { missing: 1 },
    { unreadable: 1 },
    { isCounted: false },
    { state: 'offline' },
    { state: 'not-let-in' },
  ] satisfies Partial<TabStatus>[])
    expect([more, isSame(more)]).toEqual([more, false]);
});

test('X11: what the server has not got is counted, and what it had is told with its moment', () => {
  expect(says({ waiting: 2, aside: 1, state: 'offline' })).toMatch(/^Har inte fått 3 ändringar\./);
  expect(says({ state: 'not-let-in' })).toMatch(/^Samma poster i dag 10:30\./);
  expect(says({ state: 'starting', inStepAt: 0, countedAt: 0 })).toMatch(/^Inte jämförd ännu\./);
  expect(says({ missing: 4 })).toMatch(/^Har 4 poster som inte finns här\./);
  expect(says({ missing: 2, unreadable: 2, state: 'other-keys' })).toMatch(/^Har 4 poster som inte finns här\./);
});

test('X11: a line about the server says since when it was not counted', () => {
  const why = (more: Partial<TabStatus>): string => uncountedWords({ ...IN_STEP, ...more }, NOW, text);
  expect(why({})).toBe('');
  // In step again, and the server did not answer the count.
  expect(why({ isCounted: false })).toMatch(/^Räknat i dag 10:30\./);
  expect(why({ state: 'offline' })).toMatch(/^Räknat i dag 10:30\./);
  expect(why({ state: 'offline', countedAt: 0 })).toBe('Räknas när servern har svarat.');
});
