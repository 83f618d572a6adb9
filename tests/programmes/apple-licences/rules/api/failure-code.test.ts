import { describe, expect, expectTypeOf, test } from 'vitest';
import type { NoAnswer } from '#programmes/apple-licences/work/api/line.ts';
import {
  failureCode,
  RELAY_CODES,
  type AskFailure,
  type FailureCode,
} from '#programmes/apple-licences/rules/api/failure-code.ts';
import { readReply, type ReplyFailure } from '#programmes/apple-licences/rules/api/reply.ts';

const reply = (status: number, body: unknown, headers: Record<string, string> = {}): ReplyFailure =>
  readReply({ status, headers, body }, { now: 0, tries: 1, random: 0 }) as ReplyFailure;

const form = (code: 'not-a-page' | 'not-an-event'): AskFailure => ({
  why: 'form',
  problem: { code } as never,
});

describe('the code of a failure', () => {
  test('B7: whoever asked can tell why as it is', () => {
    expectTypeOf<NoAnswer>().toExtend<AskFailure>();
  });

  test.each<readonly [string, AskFailure, FailureCode]>([
    ['nobody', { why: 'no-reply' }, { code: 'no-reply' }],
    ['stopped', { why: 'stopped' }, { code: 'stopped' }],
    ['the vault locked', { why: 'vault-locked' }, { code: 'vault-locked' }],
    [
      'a number',
      { why: 'reply', reply: reply(401, { errorNumber: 9625 }) },
      { code: 'reply-number', number: 9625 },
    ],
    [
      'an unknown number',
      { why: 'reply', reply: reply(400, { errorNumber: 9999 }) },
      { code: 'reply-number', number: 9999 },
    ],
    [
      'a wait that is asked for',
      { why: 'reply', reply: reply(429, { errorNumber: 9646 }, { 'Retry-After': '120' }) },
      { code: 'reply-number', number: 9646, waitMs: 120_000 },
    ],
    [
      'a wait without a number',
      { why: 'reply', reply: reply(503, '', { 'retry-after': '300' }) },
      { code: 'reply-down', waitMs: 300_000 },
    ],
    ['nobody let in', { why: 'reply', reply: reply(401, '') }, { code: 'reply-not-let-in' }],
    [
      'a page of somebody’s',
      { why: 'reply', reply: reply(200, '<html>') },
      { code: 'reply-unreadable' },
    ],
    ['refused', { why: 'reply', reply: reply(404, '') }, { code: 'reply-refused' }],
    ['no page', form('not-a-page'), { code: 'form-not-a-page' }],
    ['no event', form('not-an-event'), { code: 'form-not-an-event' }],
    [
      'a list that changes',
      { why: 'reading', cause: 'keeps-changing' },
      { code: 'reading-keeps-changing' },
    ],
    [
      'two locations',
      { why: 'reading', cause: 'other-location' },
      { code: 'reading-other-location' },
    ],
    [
      'pages out of order',
      { why: 'reading', cause: 'pages-out-of-order' },
      { code: 'reading-pages-out-of-order' },
    ],
    ['a newer refusal', { why: 'relay', code: 'quite-new' }, { code: 'relay-quite-new' }],
  ])('B7: %s', (_, failure, code) => {
    expect(failureCode(failure)).toEqual(code);
  });

  test.each(RELAY_CODES)('B7: our server’s %s stays readable', (code) => {
    expect(failureCode({ why: 'relay', code })).toEqual({ code: `relay-${code}` });
  });

  test.each(['', 'Bearer eyJvcmdOYW1l', 'a b', 'A', `${'a'.repeat(21)}`, 'a-'.repeat(9), '<b>'])(
    'B7: a header with %j is kept by nobody',
    (code) => {
      expect(failureCode({ why: 'relay', code })).toEqual({ code: 'relay-unknown' });
    },
  );
});
