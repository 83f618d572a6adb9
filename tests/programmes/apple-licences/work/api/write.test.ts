import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { OpenPart, Written } from '#programmes/apple-licences/work/api/write.ts';
import type { Task } from '#programmes/apple-licences/rules/api/event-status.ts';
import type { Wish } from '#programmes/apple-licences/rules/api/write-part.ts';
import { readAll, stopAll } from '#tests/simulator/running.ts';
import { clientOfSimulator, never } from './asking.ts';

afterEach(stopAll);

const app = { adamId: '900000000001', pricingParam: 'STDQ' };
const spare = { adamId: '900000000003', pricingParam: 'STDQ' };
const book = { adamId: '900000000005', pricingParam: 'PLUS' };
const devices = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `FAKESER9${at}`);

type Running = Awaited<ReturnType<typeof clientOfSimulator>>;

const write = ({ client }: Running, wish: Wish): Promise<Written> =>
  client.write(wish, { signal: never });

const give = (
  assets: readonly (typeof app)[],
  to: { serialNumbers?: string[]; clientUserIds?: string[] },
): Wish => ({
  act: 'associate',
  assets,
  clientUserIds: [],
  serialNumbers: [],
  ...to,
});

/** `900000000001 FAKESER90 failed 9709`, one line for each row. */
const lines = (tasks: readonly Task[]): string[] =>
  tasks.map(({ asset, target, outcome, number }) =>
    [
      ...(asset === undefined ? [] : [asset.adamId]),
      ...Object.values(target),
      outcome,
      number ?? '',
    ]
      .join(' ')
      .trim(),
  );

const countsOf = (tasks: readonly Task[]) => ({
  ok: tasks.filter(({ outcome }) => outcome === 'ok').length,
  failed: tasks.filter(({ outcome }) => outcome === 'failed').length,
  unclear: tasks.filter(({ outcome }) => outcome === 'unclear').length,
});

const posts = ({ calls }: Running): readonly string[] =>
  calls.filter(({ method }) => method === 'POST').map(({ path }) => path);

describe('giving and taking back', () => {
  test('B10: every row is done, and Apple has it', async () => {
    const running = await clientOfSimulator();
    const written = await write(running, give([app, spare], { serialNumbers: devices(2) }));
    expect(written).toMatchObject({ needsReading: false, left: [] });
    expect(lines(written.tasks)).toEqual([
      '900000000001 FAKESER90 ok',
      '900000000001 FAKESER91 ok',
      '900000000003 FAKESER90 ok',
      '900000000003 FAKESER91 ok',
    ]);
    expect(await readAll(running, 'assignments', { serialNumber: 'FAKESER90' })).toHaveLength(2);
    const back = await write(running, {
      ...give([app], { serialNumbers: devices(2) }),
      act: 'disassociate',
    } as Wish);
    expect(countsOf(back.tasks)).toEqual({ ok: 2, failed: 0, unclear: 0 });
    expect(await readAll(running, 'assignments', { serialNumber: 'FAKESER90' })).toHaveLength(1);
    await write(running, { act: 'revoke', clientUserIds: [], serialNumbers: devices(2) });
    expect(await readAll(running, 'assignments', { serialNumber: 'FAKESER90' })).toEqual([]);
  });

  test.each(['fill', 'whole-asset'] as const)(
    'B10: with too few licences (%s) each row says whether it got one',
    async (partial) => {
      const running = await clientOfSimulator(undefined, { partial });
      const written = await write(running, give([app], { serialNumbers: devices(6) }));
      const held = await readAll(running, 'assignments', app);
      const got = new Set(held.map(({ serialNumber }) => serialNumber));
      expect(written.needsReading).toBe(true);
      expect(lines(written.tasks)).toEqual(
        devices(6).map(
          (serial) => `900000000001 ${serial} ${got.has(serial) ? 'ok' : 'failed 9709'}`,
        ),
      );
      expect(countsOf(written.tasks).ok).toBe(partial === 'fill' ? 4 : 0);
    },
  );

  test('B10: an unknown user gets none, the others do', async () => {
    const running = await clientOfSimulator();
    const { tasks } = await write(
      running,
      give([spare], { clientUserIds: ['u-1001', 'u-1004', 'u-7'] }),
    );
    expect(lines(tasks)).toEqual([
      '900000000003 u-1001 ok',
      '900000000003 u-1004 failed 9609',
      '900000000003 u-7 failed 9609',
    ]);
  });

  test('B10: a book among apps does not take them with it', async () => {
    const running = await clientOfSimulator();
    const given = await write(
      running,
      give([app, book, spare], { serialNumbers: devices(1), clientUserIds: ['u-1002'] }),
    );
    expect(new Set(lines(given.tasks))).toEqual(
      new Set([
        '900000000001 u-1002 ok',
        '900000000005 u-1002 ok',
        '900000000003 u-1002 ok',
        '900000000001 FAKESER90 ok',
        '900000000005 FAKESER90 failed 9707',
        '900000000003 FAKESER90 ok',
      ]),
    );
    const back = await write(running, {
      ...give([app, book, spare], { clientUserIds: ['u-1002'] }),
      act: 'disassociate',
    } as Wish);
    expect(new Set(lines(back.tasks))).toEqual(
      new Set([
        '900000000001 u-1002 ok',
        '900000000005 u-1002 failed 9706',
        '900000000003 u-1002 ok',
      ]),
    );
  });

  test('B10: more than a request may hold goes in several', async () => {
    const running = await clientOfSimulator();
    const { tasks } = await write(running, give([app], { serialNumbers: devices(1_201) }));
    expect(posts(running)).toEqual(['/assets/associate', '/assets/associate']);
    expect(countsOf(tasks)).toEqual({ ok: 4, failed: 1_197, unclear: 0 });
  });

  test('B10: limits that became lower are read again, and the request is cut', async () => {
    const running = await clientOfSimulator();
    await running.client.service(never);
    await running.faults({ kind: 'low-limits', number: 3 });
    const { tasks } = await write(running, give([spare], { serialNumbers: devices(8) }));
    expect(countsOf(tasks)).toEqual({ ok: 8, failed: 0, unclear: 0 });
    expect(running.calls.filter(({ path }) => path === '/service/config')).toHaveLength(2);
    expect(posts(running)).toHaveLength(1 + 3);
  });

  test('B10: a request that is too large by limits that nobody tells is halved', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'refuse', number: 9702, path: '/assets/associate', times: 2 });
    const { tasks } = await write(running, give([spare], { serialNumbers: devices(8) }));
    expect(countsOf(tasks)).toEqual({ ok: 8, failed: 0, unclear: 0 });
    expect(posts(running)).toHaveLength(5);
  });

  test('B10: what is too much even alone fails, and does not go on for ever', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'refuse', number: 9702, path: '/assets/associate' });
    const { tasks } = await write(running, give([spare], { serialNumbers: devices(3) }));
    expect(lines(tasks).every((line) => line.endsWith('failed 9702'))).toBe(true);
    expect(tasks).toHaveLength(3);
  });

  test('B10: a shortage that is reported at once fails the app that is short, and no other', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'shortage-at-once' });
    const { tasks } = await write(running, give([app, spare], { serialNumbers: devices(6) }));
    expect(countsOf(tasks)).toEqual({ ok: 6, failed: 6, unclear: 0 });
    expect(
      tasks
        .filter(({ outcome }) => outcome === 'failed')
        .every(({ asset, number }) => asset?.adamId === app.adamId && number === 9709),
    ).toBe(true);
  });

  test('B10: for nobody nothing is asked', async () => {
    const running = await clientOfSimulator();
    expect(await write(running, give([app], {}))).toEqual({
      tasks: [],
      needsReading: false,
      left: [],
    });
    expect(posts(running)).toEqual([]);
  });
});

describe('people', () => {
  const create = (...ids: string[]): Wish => ({
    act: 'create',
    users: ids.map((clientUserId) => ({
      clientUserId,
      email: `${clientUserId}@bjorkdalen.example`,
    })),
  });

  test('B12: are created, changed and retired, each with an outcome', async () => {
    const running = await clientOfSimulator();
    expect(lines((await write(running, create('u-8', 'u-1001', 'u-9'))).tasks)).toEqual([
      'u-8 ok',
      'u-1001 failed 9716',
      'u-9 ok',
    ]);
    const users = [{ clientUserId: 'u-8', managedAppleId: 'atta@bjorkdalen.example' }];
    await write(running, { act: 'update', users });
    expect(await readAll(running, 'users', { clientUserId: 'u-8' })).toMatchObject([
      { status: 'Associated' },
    ]);
    await write(running, { act: 'retire', users });
    expect(await readAll(running, 'users', { clientUserId: 'u-8' })).toMatchObject([
      { status: 'Retired' },
    ]);
    expect(
      JSON.stringify(running.calls.find(({ path }) => path === '/users/retire')?.body),
    ).not.toContain('@');
  });

  test('B12: one bad address does not take the others with it', async () => {
    const running = await clientOfSimulator();
    const users = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      clientUserId: id,
      email: id === 'd' ? 'nobody' : `${id}@bjorkdalen.example`,
    }));
    const { tasks } = await write(running, { act: 'create', users });
    expect([...lines(tasks)].sort()).toEqual(['a ok', 'b ok', 'c ok', 'd failed 9717', 'e ok']);
  });

  test('B12: three hundred go in three requests', async () => {
    const running = await clientOfSimulator();
    const { tasks } = await write(
      running,
      create(...Array.from({ length: 300 }, (_, at) => `n-${at}`)),
    );
    expect([posts(running).length, countsOf(tasks).ok]).toEqual([3, 300]);
  });
});

describe('events', () => {
  test('B10: are looked at after four seconds, and then every half minute', async () => {
    const running = await clientOfSimulator(undefined, { pendingTicks: 3 });
    const told: number[] = [];
    const { tasks } = await running.client.write(give([spare], { serialNumbers: devices(3) }), {
      signal: never,
      onProgress: ({ left }) => told.push(left.length),
    });
    expect([running.waits, countsOf(tasks).ok]).toEqual([[4_000, 30_000, 30_000], 3]);
    expect(told).toEqual([1, 1, 1, 0]);
  });

  test('B10: that stay pending are sent again, and after three times a person is told', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'stuck-event' });
    const written = await write(running, give([spare], { serialNumbers: devices(2) }));
    expect(posts(running)).toHaveLength(3);
    expect([countsOf(written.tasks), written.needsReading, written.left]).toEqual([
      { ok: 0, failed: 0, unclear: 2 },
      true,
      [],
    ]);
  });

  test('B10: stuck once and sent again do their work', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'stuck-event', times: 1 });
    const { tasks } = await write(running, give([spare], { serialNumbers: devices(2) }));
    expect([posts(running).length, countsOf(tasks).ok]).toEqual([2, 2]);
    expect(await readAll(running, 'assignments', spare)).toHaveLength(2);
  });

  test('B10: that Apple does not find leave it open which rows were done', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'lost-event' });
    const written = await write(running, give([spare], { serialNumbers: devices(2) }));
    expect([lines(written.tasks), written.needsReading]).toEqual([
      ['900000000003 FAKESER90 unclear', '900000000003 FAKESER91 unclear'],
      true,
    ]);
  });

  test('B10: whose failures name nobody leave it open as well', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'unnamed-failures' });
    const written = await write(running, give([app], { serialNumbers: devices(6) }));
    expect([countsOf(written.tasks).unclear, written.needsReading]).toEqual([6, true]);
  });

  test('B10: a busy Apple is asked again, and an event is not doubled', async () => {
    const running = await clientOfSimulator();
    await running.faults(
      { kind: 'too-many', method: 'POST', times: 2 },
      { kind: 'down', path: '/status', times: 1 },
    );
    const { tasks } = await write(running, give([spare], { serialNumbers: devices(2) }));
    expect([countsOf(tasks).ok, running.world.events.size]).toEqual([2, 1]);
  });
});

describe('what is left', () => {
  const left = async (
    running: Running,
    fault: object,
    wish = give([spare], { serialNumbers: devices(3) }),
  ) => {
    await running.faults(fault);
    const written = await write(running, wish);
    await running.faults();
    running.pass(86_400_000);
    return written;
  };

  const goOn = (running: Running, open: readonly OpenPart[]): Promise<Written> =>
    running.client.goOn(JSON.parse(JSON.stringify(open)) as readonly OpenPart[], { signal: never });

  test.each<[string, object, object]>([
    ['before anything was sent', { kind: 'revoked' }, { why: 'reply', reply: { number: 9625 } }],
    [
      'at the limits',
      { kind: 'down', path: '/service/config' },
      { why: 'reply', reply: { cause: 'down' } },
    ],
    [
      'while licences are moved',
      { kind: 'transfer-lock' },
      { why: 'reply', reply: { number: 9643 } },
    ],
    [
      'after it was sent',
      { kind: 'revoked', path: '/status' },
      { why: 'reply', reply: { number: 9625 } },
    ],
  ])('B10: %s is reported with the reason, and is done later', async (_, fault, failure) => {
    const running = await clientOfSimulator();
    const written = await left(running, fault);
    expect(written).toMatchObject({ tasks: [], failure });
    expect(written.left).toHaveLength(1);
    const later = await goOn(running, written.left);
    expect([countsOf(later.tasks), later.left]).toEqual([{ ok: 3, failed: 0, unclear: 0 }, []]);
    expect(running.world.events.size).toBe(1);
  });

  test('B10: the rows that are done stay done', async () => {
    const running = await clientOfSimulator();
    const wish = give([spare], { serialNumbers: devices(3), clientUserIds: ['u-1001'] });
    const written = await left(running, { kind: 'revoked', path: '/status', after: 1 }, wish);
    expect(countsOf(written.tasks).ok).toBe(1);
    const later = await goOn(running, written.left);
    expect(countsOf(later.tasks).ok).toBe(3);
  });

  test('B10: stopped by the person while it waits', async () => {
    const running = await clientOfSimulator();
    const stop = new AbortController();
    running.passing.during = () => Promise.resolve(stop.abort());
    const written = await running.client.write(give([spare], { serialNumbers: devices(1) }), {
      signal: stop.signal,
    });
    expect(written).toMatchObject({
      failure: { why: 'stopped' },
      left: [{ event: { sendings: 1 } }],
    });
  });

  test('B10: where nothing may be written every row says so', async () => {
    const running = await clientOfSimulator();
    const written = await left(running, { kind: 'refuse', number: 9645, method: 'POST' });
    expect([lines(written.tasks), written.left]).toEqual([
      devices(3).map((serial) => `900000000003 ${serial} failed 9645`),
      [],
    ]);
  });

  test('B10: each row of a wish has one outcome or is left, whatever goes wrong, and what is ok Apple has', async () => {
    const running = await clientOfSimulator();
    const fault = fc.record({
      kind: fc.constantFrom(
        'too-many',
        'internal',
        'revoked',
        'stuck-event',
        'lost-event',
        'unnamed-failures',
        'transfer-lock',
        'shortage-at-once',
      ),
      times: fc.integer({ min: 1, max: 6 }),
      after: fc.integer({ min: 0, max: 3 }),
    });
    const wish = fc.record({
      assets: fc.uniqueArray(fc.constantFrom(app, spare, book), { minLength: 1 }),
      serialNumbers: fc.uniqueArray(fc.constantFrom(...devices(12))),
      clientUserIds: fc.uniqueArray(fc.constantFrom('u-1001', 'u-1002', 'u-1004', 'u-7')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 3 }), wish, async (faults, asked) => {
        await running.faults(...faults);
        running.pass(86_400_000);
        const { tasks, left: open } = await write(running, { act: 'associate', ...asked });
        const keys = lines(tasks).map((line) => line.split(' ').slice(0, 2).join(' '));
        const inLeft = open.flatMap(({ part }) =>
          'assets' in part
            ? part.assets.flatMap(({ adamId }) =>
                [...part.clientUserIds, ...part.serialNumbers].map((id) => `${adamId} ${id}`),
              )
            : [],
        );
        const all = asked.assets.flatMap(({ adamId }) =>
          [...asked.clientUserIds, ...asked.serialNumbers].map((id) => `${adamId} ${id}`),
        );
        expect([...keys, ...inLeft].sort()).toEqual([...all].sort());
        await running.faults();
        const held = new Set(
          (await readAll(running, 'assignments')).map(
            ({ adamId, clientUserId, serialNumber }) =>
              `${String(adamId)} ${String(clientUserId ?? serialNumber)}`,
          ),
        );
        for (const line of lines(tasks))
          if (line.endsWith(' ok')) expect(held).toContain(line.replace(/ ok$/, ''));
      }),
      { numRuns: 40 },
    );
  });
});

describe('one event', () => {
  test('B10: can be looked at by itself', async () => {
    const running = await clientOfSimulator();
    const part = {
      act: 'associate' as const,
      assets: [spare],
      serialNumbers: devices(1),
      clientUserIds: [],
    };
    const { body } = await running.ask('POST', '/assets/associate', {
      body: { assets: [spare], serialNumbers: devices(1) },
    });
    const look = () => running.client.eventStatus(part, String(body['eventId']), never);
    expect(await look()).toMatchObject({ ok: true, value: { state: 'pending' } });
    await running.tick();
    expect(await look()).toMatchObject({ ok: true, value: { state: 'done', ok: 1 } });
  });
});
