import { describe, expect, test } from 'vitest';
import { readReply, type ReplyFailure } from '#programmes/apple-licences/rules/api/reply.ts';
import {
  afterFailure,
  LONGEST_PAUSE,
  MOST_TRIES,
} from '#programmes/apple-licences/rules/api/tries.ts';
import { NOW } from './fixtures.ts';

const failed = (
  status: number,
  headers: Readonly<Record<string, string>> = {},
  tries = 1,
): ReplyFailure => {
  const read = readReply({ status, headers, body: '' }, { now: NOW, tries, random: 1 });
  if (read.ok) throw new Error('It is an answer');
  return read;
};

describe('what follows on a failed try', () => {
  test('B7: the same again, up to five times, with longer and longer waits', () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, at) =>
      afterFailure(failed(503, {}, at + 1), at + 1),
    );
    expect(waits.map((next) => (next.next === 'wait' ? next.ms : next.next))).toEqual([
      5_000,
      15_000,
      45_000,
      135_000,
      'stop',
    ]);
  });

  test.each([
    ['150', 'wait'],
    ['151', 'stop'],
  ])('B7: asked to wait %s s: %s', (seconds, next) => {
    expect(afterFailure(failed(429, { 'retry-after': seconds }), 1).next).toBe(next);
    expect(LONGEST_PAUSE).toBe(150_000);
  });

  test.each([400, 401, 403, 404])('B7: %i stops at once', (status) => {
    expect(afterFailure(failed(status, { 'retry-after': '5' }), 1)).toEqual({ next: 'stop' });
  });
});
