import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedWait, backOff } from '#programmes/apple-licences/rules/api/back-off.ts';
import { errorNumbers } from '#programmes/apple-licences/rules/api/error-numbers.ts';
import {
  readReply,
  type Reply,
  type ReplyFailure,
} from '#programmes/apple-licences/rules/api/reply.ts';
import { exchange, expectedOf, NOW, replyNames } from './fixtures.ts';

const at = { now: NOW, tries: 1, random: 1 };

const failureOf = (reply: Partial<Reply>, when = at): ReplyFailure => {
  const read = readReply({ status: 200, headers: {}, body: {}, ...reply }, when);
  if (read.ok) throw new Error('It is an answer');
  return read;
};

describe('replies of the fixtures', () => {
  test('B7: there are answers and errors among them', () => {
    const errors = replyNames.filter((name) => expectedOf(name).outcome === 'error');
    expect([replyNames.length, errors.length]).toEqual([31, 14]);
  });

  test.each(replyNames)('B7: %s is read as expected', (name) => {
    const { outcome, expect: expected = {} } = expectedOf(name);
    const { response } = exchange(name);
    const read = readReply(response, at);
    expect(read.ok).toBe(outcome !== 'error');
    // The relay hands the body on as text.
    expect(readReply({ ...response, body: JSON.stringify(response.body) }, at)).toEqual(read);
    if (read.ok) return;
    if ('errorNumber' in expected) expect(read.number).toBe(expected['errorNumber']);
    if ('httpStatus' in expected) expect(read.status).toBe(expected['httpStatus']);
    if ('waitSeconds' in expected)
      expect(read.waitMs).toBe(Number(expected['waitSeconds']) * 1_000);
    if ('waitUntil' in expected)
      expect(NOW + (read.waitMs ?? 0)).toBe(Date.parse(String(expected['waitUntil'])));
  });

  test.each([
    ['error-9621-expired.json', 'expired', 'renew-token'],
    ['error-9625-revoked.json', 'revoked', 'new-token'],
    ['error-9622-invalid-http200.json', 'invalid', 'give-token'],
    ['error-9601-login.json', 'invalid', 'give-token'],
    ['error-9722-header.json', 'invalid', 'give-token'],
  ])('B2: %s makes the token %s: %s', (name, token, action) => {
    const found = { ok: false, token, action, mayPass: false, waitMs: undefined };
    expect(readReply(exchange(name).response, at)).toMatchObject(found);
  });

  test.each([
    ['error-9603-internal.json', 'retry', 30_000],
    ['error-9646-retry-after.json', 'wait', 60_000],
    ['error-9646-too-many.json', 'wait', 5_000],
    ['error-503-seconds.json', 'retry', 120_000],
    ['error-503-date.json', 'retry', 600_000],
    ['error-9650-page.json', 'stop-paging', undefined],
    ['error-9708-event.json', 'compare', undefined],
    ['error-9709-sync.json', 'reclaim-or-buy', undefined],
    ['error-9721-version.json', 'full-sync', undefined],
  ])('B7: %s is answered by %s after %s ms', (name, action, waitMs) => {
    const { response } = exchange(name);
    const mayPass = waitMs !== undefined;
    expect(readReply(response, at)).toMatchObject({
      ok: false,
      action,
      waitMs,
      mayPass,
      token: undefined,
    });
  });
});

describe('what a reply means', () => {
  test('B7: a number counts with any status, and its text never', () => {
    for (const { number } of errorNumbers)
      for (const status of [200, 202, 400, 401, 500])
        expect(
          failureOf({ status, body: { errorNumber: number, errorMessage: 'No error.' } }),
        ).toMatchObject({
          cause: number,
          number,
          status,
        });
    expect(
      readReply({ status: 200, headers: {}, body: { errorMessage: 'The token has expired.' } }, at)
        .ok,
    ).toBe(true);
  });

  test('B7: a number written as text counts; 0 and what is not a number do not', () => {
    expect(failureOf({ body: { errorNumber: '9625' } }).token).toBe('revoked');
    for (const errorNumber of [0, '', 'x', null, 96.2, [9625]])
      expect(readReply({ status: 200, headers: {}, body: { errorNumber } }, at).ok).toBe(true);
  });

  test('B7: a number that Apple added later is reported as it is, and passes only where the status says so', () => {
    expect(failureOf({ status: 400, body: { errorNumber: 9999 } })).toMatchObject({
      cause: 'unknown',
      number: 9999,
      action: 'report',
      mayPass: false,
      waitMs: undefined,
    });
    expect(failureOf({ status: 503, body: { errorNumber: 9999 } })).toMatchObject({
      mayPass: true,
      waitMs: 5_000,
    });
  });

  test('B7: a token that no longer counts is not tried again, whatever the status', () => {
    expect(failureOf({ status: 503, body: { errorNumber: 9625 } })).toMatchObject({
      mayPass: false,
      waitMs: undefined,
    });
  });

  test.each([
    [429, '', 'too-many', true],
    [500, '<html>', 'down', true],
    [502, null, 'down', true],
    [503, { maintenance: true }, 'down', true],
    [401, '', 'not-let-in', false],
    [403, '<html>', 'not-let-in', false],
    [404, 'Not found', 'refused', false],
    [302, '', 'refused', false],
    [0, '', 'refused', false],
    [200, '<html><title>Sign in</title></html>', 'unreadable', false],
    [200, '', 'unreadable', false],
    [200, [], 'unreadable', false],
    [200, '"text"', 'unreadable', false],
  ] as const)('B7: %i with %j and no number: %s', (status, body, cause, mayPass) => {
    const failure = failureOf({ status, body });
    expect(failure).toMatchObject({ cause, number: undefined, token: undefined, mayPass });
    expect(failure.waitMs).toBe(mayPass ? 5_000 : undefined);
  });

  test('B7: the name of a header is found in any case', () => {
    for (const name of ['Retry-After', 'retry-after', 'RETRY-AFTER'])
      expect(failureOf({ status: 503, headers: { [name]: '7' }, body: '' }).waitMs).toBe(7_000);
  });

  test('B7: any reply has a meaning', () => {
    const headers = fc.dictionary(fc.string(), fc.string());
    const body = fc.oneof(fc.string(), fc.jsonValue(), fc.json(), fc.constant(undefined));
    fc.assert(
      fc.property(fc.record({ status: fc.integer(), headers, body }), (reply) => {
        const read = readReply(reply, at);
        if (!read.ok) expect(read.waitMs === undefined || read.waitMs > 0).toBe(true);
        else expect(reply.status).toBeGreaterThanOrEqual(200);
      }),
    );
  });
});

describe('how long to wait', () => {
  test.each([
    ['120', 120_000],
    [' 120 ', 120_000],
    ['0', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['99999999999999999999', 86_400_000],
    ['Fri, 20 Nov 2026 07:10:00 GMT', 600_000],
    ['Fri, 20 Nov 2026 06:59:59 GMT', undefined],
    ['Fri, 20 Nov 2026 07:00:00 GMT', undefined],
    ['Fri, 20 Nov 2099 07:00:00 GMT', 86_400_000],
    ['Fri, 20 Foo 2026 07:10:00 GMT', undefined],
    ['Friday, 20-Nov-26 07:10:00 GMT', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('B7: Retry-After: %s asks for %s ms', (header, wait) => {
    expect(askedWait(header, NOW)).toBe(wait);
  });

  test('B7: an HTTP date and the seconds until then are one wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), (seconds) => {
        const date = new Date(NOW + seconds * 1_000).toUTCString();
        expect(askedWait(date, NOW)).toBe(askedWait(String(seconds), NOW));
      }),
    );
  });

  test('B7: each wait is three times the last one, up to a quarter of an hour', () => {
    expect([1, 2, 3, 4, 5, 6, 1_000].map((tries) => backOff(tries, 1))).toEqual([
      5_000, 15_000, 45_000, 135_000, 405_000, 900_000, 900_000,
    ]);
    expect([0, -3].map((tries) => backOff(tries, 1))).toEqual([5_000, 5_000]);
  });

  test('B7: chance takes at most half of a wait, and after five tries it is minutes', () => {
    const random = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), random, (tries, chance) => {
        const [wait, longest] = [backOff(tries, chance), backOff(tries, 1)];
        expect(wait).toBeLessThanOrEqual(longest);
        expect(wait).toBeGreaterThanOrEqual(longest / 2 - 1);
        if (tries > 5) expect(wait).toBeGreaterThanOrEqual(60_000);
      }),
    );
  });
});
