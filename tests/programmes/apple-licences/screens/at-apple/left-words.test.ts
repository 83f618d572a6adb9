import { describe, expect, test } from 'vitest';
import { formatFor } from '#core/language/format.ts';
import type { FailedRow } from '#programmes/apple-licences/rules/sync/apple-rows.ts';
import { failedGroups } from '#programmes/apple-licences/screens/at-apple/failed-groups.ts';
import { leftWords } from '#programmes/apple-licences/screens/at-apple/left-words.ts';
import { loadWritesText } from '#programmes/apple-licences/screens/at-apple/load-writes-text.ts';

const format = formatFor('sv', 'Europe/Stockholm');
const texts = await loadWritesText('sv');
const { numbers } = texts.noAnswer.errors;
const row = (name: string, number: number): FailedRow => ({
  to: 'user',
  target: name,
  user: name,
  name,
  number,
});

describe('B10: why Apple did not finish, and what to do', () => {
  test.each([
    ['stopped', { code: 'stopped' }, texts.writes.stopped.todo],
    [
      'the vault locked',
      { code: 'vault-locked' },
      'Lås upp och fortsätt. Det Apple hann göra räknas in då.',
    ],
    ['nobody answers', { code: 'no-reply' }, texts.writes.later],
    [
      'Apple asks for an hour',
      { code: 'reply-down', waitMs: 3_600_000 },
      'Vänta minst 60 minuter, och fortsätt sedan.',
    ],
    [
      'too many requests',
      { code: 'reply-number', number: 9646, waitMs: 5_000 },
      texts.writes.later,
    ],
    ['the token is revoked', { code: 'reply-number', number: 9625 }, numbers[9625].todo],
    [
      'our own server refuses',
      { code: 'relay-readers-only-read' },
      texts.noAnswer.others.relay['readers-only-read'].todo,
    ],
  ] as const)('B10: %s', (_, failure, todo) => {
    expect(leftWords(failure, texts, format).todo).toBe(todo);
  });
});

describe('B10: those who failed, by reason', () => {
  test('B10: the reason of most comes first, and one without a number says so', () => {
    const groups = failedGroups(
      [row('a', 9609), row('b', 0), row('c', 9709), row('d', 9709)],
      texts,
      format,
    );
    expect(
      groups.map(({ number, means, rows }) => [number, means, rows.map(({ name }) => name)]),
    ).toEqual([
      [9709, numbers[9709].means, ['c', 'd']],
      [9609, numbers[9609].means, ['a']],
      [0, texts.writes.noNumber.means, ['b']],
    ]);
  });
});
