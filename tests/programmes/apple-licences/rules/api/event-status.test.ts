import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readEvent,
  type EventStatus,
  type Sent,
} from '#programmes/apple-licences/rules/api/event-status.ts';
import { exchange, expectedOf } from './fixtures.ts';

const associate = exchange('associate-accepted.json').request.body as Omit<
  Required<Sent>,
  'clientUserIds'
>;
const sent: Sent = { ...associate, clientUserIds: [] };

const statusOf = (body: unknown, of: Sent = sent): EventStatus => {
  const read = readEvent(body as Readonly<Record<string, unknown>>, of);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};

const doneOf = (body: unknown, of: Sent = sent): Extract<EventStatus, { state: 'done' }> => {
  const status = statusOf(body, of);
  if (status.state !== 'done') throw new Error('It is pending');
  return status;
};

const bodyOf = (name: string): unknown => exchange(name).response.body;

const expectedIn = (name: string): Readonly<Record<string, unknown>> =>
  expectedOf(name).expect ?? {};

const [pages, numbers] = [
  { adamId: '361309726', pricingParam: 'STDQ' },
  { adamId: '361304891', pricingParam: 'STDQ' },
];
const assets = [pages, numbers];

/** `Pages Eva 9709`, one line for each task. */
const lines = (of: EventStatus): string[] =>
  of.state === 'pending'
    ? []
    : of.tasks.map(({ asset, target, outcome, number }) =>
        [asset?.adamId ?? '–', ...Object.values(target), outcome, number ?? ''].join(' ').trim(),
      );

describe('the status of an event', () => {
  test('B10: the request of the fixtures has six tasks', () => {
    expect(sent.serialNumbers).toHaveLength(6);
    expect(sent.assets).toHaveLength(1);
  });

  test('B10: pending is not done', () => {
    expect(expectedIn('status-pending.json')['done']).toBe(false);
    expect(statusOf(bodyOf('status-pending.json'))).toEqual({
      state: 'pending',
      requested: 6,
      completed: 2,
    });
  });

  test('B10: complete is done, each device has its licence', () => {
    const done = doneOf(bodyOf('status-complete.json'));
    expect(done).toMatchObject({
      ok: expectedIn('status-complete.json')['ok'],
      failed: 0,
      unclear: 0,
      needsReading: false,
    });
    expect(done.tasks.every(({ number }) => number === undefined)).toBe(true);
  });

  test('B10: a failed event is done in part, and says which device got none', () => {
    const done = doneOf(bodyOf('status-failed-9709.json'));
    const { ok, failed } = expectedIn('status-failed-9709.json');
    expect(done).toMatchObject({ ok, failed, unclear: 0, needsReading: true });
    expect(lines(done)).toEqual([
      '900000000001 FAKESER0101 ok',
      '900000000001 FAKESER0102 ok',
      '900000000001 FAKESER0103 ok',
      '900000000001 FAKESER0104 ok',
      '900000000001 FAKESER0105 failed 9709',
      '900000000001 FAKESER0106 failed 9709',
    ]);
  });

  test('B10: people whom Apple does not know fail for every app', () => {
    const { ok, failed } = expectedIn('status-failed-9609.json');
    const request = { assets: [pages], clientUserIds: ['u-7001', 'u-7002'], serialNumbers: [] };
    expect(doneOf(bodyOf('status-failed-9609.json'), request)).toMatchObject({
      ok,
      failed,
      needsReading: true,
    });
    // The same people in a larger request: whoever is not named got their apps.
    const body = {
      ...(bodyOf('status-failed-9609.json') as object),
      numRequested: 6,
      numCompleted: 2,
    };
    expect(
      lines(
        doneOf(body, { assets, clientUserIds: ['u-7001', 'u-1', 'u-7002'], serialNumbers: [] }),
      ),
    ).toEqual([
      '361309726 u-7001 failed 9609',
      '361309726 u-1 ok',
      '361309726 u-7002 failed 9609',
      '361304891 u-7001 failed 9609',
      '361304891 u-1 ok',
      '361304891 u-7002 failed 9609',
    ]);
  });
});

describe('what a failure concerns', () => {
  const two: Sent = { assets, clientUserIds: ['same'], serialNumbers: ['same'] };
  const failedWith = (failures: unknown, numCompleted?: number, numRequested = 4): unknown => ({
    eventStatus: 'FAILED',
    failures,
    ...(numCompleted === undefined ? {} : { numCompleted, numRequested }),
  });

  test.each<readonly [string, object | undefined, number, readonly string[]]>([
    ['an app, for everyone', { assets: [pages] }, 2, ['failed 9709', 'failed 9709', 'ok', 'ok']],
    [
      'a device, not the person of that name',
      { serialNumbers: ['same'] },
      2,
      ['ok', 'failed 9709', 'ok', 'failed 9709'],
    ],
    [
      'an app for a person',
      { assets: [numbers], clientUserIds: ['same'] },
      3,
      ['ok', 'ok', 'failed 9709', 'ok'],
    ],
    [
      'nothing, when none was done',
      undefined,
      0,
      ['failed 9709', 'failed 9709', 'failed 9709', 'failed 9709'],
    ],
    [
      'nothing, when some were done',
      undefined,
      1,
      ['unclear 9709', 'unclear 9709', 'unclear 9709', 'unclear 9709'],
    ],
    [
      'an app at another price',
      { assets: [{ ...pages, pricingParam: 'PLUS' }] },
      4,
      ['ok', 'ok', 'ok', 'ok'],
    ],
  ])('B10: it names %s', (_, errorInfo, completed, outcomes) => {
    const done = doneOf(failedWith([{ errorNumber: 9709, errorInfo }], completed), two);
    expect(done.tasks.map(({ outcome, number }) => [outcome, number].join(' ').trim())).toEqual(
      outcomes,
    );
    expect(done.needsReading).toBe(outcomes.some((outcome) => outcome !== 'ok'));
  });

  test('B10: named ones are sure, what is missing beside them is unclear', () => {
    const failures = [
      { errorNumber: 9709, errorInfo: { assets: [pages], serialNumbers: ['same'] } },
    ];
    expect(doneOf(failedWith(failures, 2), two)).toMatchObject({
      ok: 0,
      failed: 1,
      unclear: 3,
      needsReading: true,
    });
    const both = [...failures, { errorNumber: 9603 }];
    expect(lines(doneOf(failedWith(both, 0), two))).toEqual([
      '361309726 same failed 9603',
      '361309726 same failed 9709',
      '361304891 same failed 9603',
      '361304891 same failed 9603',
    ]);
  });

  test('B10: if one licence fails twice the first failure counts, once', () => {
    const failures = [
      { errorNumber: 9709, errorInfo: { assets: [pages] } },
      { errorNumber: 9603, errorInfo: { serialNumbers: ['same'] } },
    ];
    const done = doneOf(failedWith(failures, 1), two);
    expect(done).toMatchObject({ ok: 1, failed: 3, unclear: 0 });
    expect(done.tasks.map(({ number }) => number)).toEqual([9709, 9709, undefined, 9603]);
  });

  test('B10: failures without a name and without a common number leave it unclear', () => {
    const failures = [{ errorNumber: 9603 }, { errorNumber: 9709 }];
    expect(doneOf(failedWith(failures, 0), two)).toMatchObject({ ok: 0, failed: 0, unclear: 4 });
    expect(doneOf(failedWith([]), two)).toMatchObject({
      ok: 0,
      failed: 0,
      unclear: 4,
      needsReading: true,
    });
    expect(doneOf(failedWith([{ errorNumber: 9709 }]), two)).toMatchObject({ failed: 4 });
  });

  test('B10: a licence that is there already is no failure', () => {
    const failures = [{ errorNumber: 9616, errorInfo: { serialNumbers: ['same'] } }];
    expect(doneOf(failedWith(failures, 2), two)).toMatchObject({
      ok: 4,
      failed: 0,
      unclear: 0,
      needsReading: false,
    });
    expect(doneOf(failedWith([{ errorNumber: 9616 }], 0), two)).toMatchObject({
      ok: 4,
      needsReading: true,
    });
  });

  test('B10: counts that disagree with the request or the failures have the assignments read', () => {
    const complete = { eventStatus: 'COMPLETE', numRequested: 4, numCompleted: 4 };
    expect(doneOf(complete, two).needsReading).toBe(false);
    expect(doneOf({ ...complete, numRequested: 5, numCompleted: 5 }, two)).toMatchObject({
      ok: 4,
      needsReading: true,
    });
    expect(doneOf({ ...complete, numCompleted: 3 }, two)).toMatchObject({
      ok: 0,
      unclear: 4,
      needsReading: true,
    });
    const failures = [{ errorNumber: 9709, errorInfo: { assets: [pages] } }];
    expect(doneOf({ ...complete, failures }, two)).toMatchObject({
      ok: 2,
      failed: 2,
      needsReading: true,
    });
  });

  test('B10: a request without assets has one task for each target', () => {
    const failures = [{ errorNumber: 9716, errorInfo: { clientUserIds: ['u-2'] } }];
    const created = {
      eventStatus: 'FAILED',
      eventType: 'CREATE',
      numRequested: 2,
      numCompleted: 1,
      failures,
    };
    expect(lines(doneOf(created, { clientUserIds: ['u-1', 'u-2'], serialNumbers: [] }))).toEqual([
      '– u-1 ok',
      '– u-2 failed 9716',
    ]);
    // Taken back from a device but for one app, which cannot be: the device is named, and so is the
    // app.
    const revoked = [{ errorNumber: 9706, errorInfo: { assets: [pages], serialNumbers: ['S1'] } }];
    const body = { eventStatus: 'FAILED', eventType: 'REVOKE', failures: revoked };
    expect(lines(doneOf(body, { clientUserIds: [], serialNumbers: ['S1', 'S2'] }))).toEqual([
      '– S1 failed 9706',
      '– S2 ok',
    ]);
  });

  test.each([{}, { eventStatus: 'QUEUED' }, { eventStatus: 1 }, { eventId: 'x' }])(
    'B10: %j is no status',
    (body) => {
      expect(readEvent(body, sent)).toMatchObject({
        ok: false,
        problem: { code: 'not-an-event', field: 'eventStatus' },
      });
    },
  );

  test('B10: whatever Apple says, each task is there once, and the counts are theirs', () => {
    const some = (all: readonly string[]) =>
      fc.option(fc.subarray([...all, 'stranger']), { nil: undefined });
    const info = fc.record({
      assets: fc.option(fc.subarray(assets)),
      clientUserIds: some(['a', 'b']),
      serialNumbers: some(['S']),
    });
    const failure = fc.record({
      errorNumber: fc.constantFrom(9609, 9709, 9603, 1),
      errorInfo: fc.option(info),
    });
    const body = fc.record({
      eventStatus: fc.constantFrom('COMPLETE', 'FAILED'),
      numRequested: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.jsonValue()),
      numCompleted: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.jsonValue()),
      failures: fc.oneof(fc.array(failure), fc.jsonValue()),
    });
    fc.assert(
      fc.property(body, (given) => {
        const done = doneOf(given, { assets, clientUserIds: ['a', 'b'], serialNumbers: ['S'] });
        expect(done.tasks).toHaveLength(6);
        expect(
          new Set(done.tasks.map(({ asset, target }) => JSON.stringify([asset, target]))).size,
        ).toBe(6);
        expect(done.ok + done.failed + done.unclear).toBe(6);
        for (const { outcome, number } of done.tasks)
          expect(outcome !== 'failed' || number !== undefined).toBe(true);
        if (done.ok < 6) expect(done.needsReading).toBe(true);
      }),
    );
  });
});
