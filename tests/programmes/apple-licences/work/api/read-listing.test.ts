import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { fromFirstPage } from '#programmes/apple-licences/work/api/client.ts';
import type { ReadProgress } from '#programmes/apple-licences/work/api/read-listing.ts';
import type { Listing } from '#programmes/apple-licences/rules/api/listing-page.ts';
import { licenceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import { heldBy } from '#programmes/apple-licences/rules/api/location-records.ts';
import { municipality } from '#simulator/apple/data/municipality.ts';
import { NOW, stopAll } from '#tests/simulator/running.ts';
import { clientOfSimulator, never, valueOf } from './asking.ts';

afterEach(stopAll);

const OURS = '11111111-2222-4333-8444-555555555555';

type Running = Awaited<ReturnType<typeof clientOfSimulator>>;

const read = <Of extends Listing>({ client }: Running, listing: Of, since?: string) =>
  client.read({ from: fromFirstPage(listing, since), signal: never });

describe('the location', () => {
  test('B7: is read with its name, and who holds its token', async () => {
    const running = await clientOfSimulator();
    const config = valueOf(await running.client.location(never));
    expect(config).toMatchObject({
      uId: '2049000000000901',
      locationName: 'Björkdalens gymnasium',
      country: 'SE',
    });
    expect(heldBy(config.holder, OURS)).toBe('us');
  });

  test('B5: another system that has taken the token is reported with whatever is read', async () => {
    const running = await clientOfSimulator(undefined, {}, 3);
    const { holder, uId } = valueOf(await read(running, 'assets'));
    expect([heldBy(holder, OURS), uId]).toEqual(['other', '2049000000000904']);
  });

  test('B5: is taken, and everyone is told from then on', async () => {
    const running = await clientOfSimulator(undefined, {}, 3);
    const mdmInfo = { id: OURS, name: 'Volym', metadata: '1' };
    expect(valueOf(await running.client.claim(mdmInfo, never)).holder).toEqual({
      id: OURS,
      name: 'Volym',
    });
    expect(heldBy(valueOf(await read(running, 'users')).holder, OURS)).toBe('us');
  });

  test('B5: is not taken with half a name', async () => {
    const running = await clientOfSimulator();
    const answer = await running.client.claim({ id: OURS, name: 'Volym', metadata: '' }, never);
    expect(answer).toMatchObject({ ok: false, failure: { why: 'reply', reply: { number: 9723 } } });
  });

  test('B7: limits and the address of invitations are kept for five minutes', async () => {
    const running = await clientOfSimulator();
    const service = async () => valueOf(await running.client.service(never));
    expect((await service()).limits.maxAssets).toBe(25);
    running.pass(299_999);
    await service();
    expect(running.calls).toHaveLength(1);
    running.pass(1);
    expect((await service()).invitation).toContain('%25inviteCode%25');
    expect(running.calls).toHaveLength(2);
  });
});

describe('a listing', () => {
  test.each([1, 2, 3, 7, 500])(
    'B7: of pages of %i is read whole, each record once and in order',
    async (pageSize) => {
      const running = await clientOfSimulator(undefined, { pageSize });
      const { snapshot } = running;
      const assets = valueOf(await read(running, 'assets'));
      expect(assets).toMatchObject({ whole: true, brings: 'everything', uId: '2049000000000901' });
      expect(assets.records.map(({ adamId }) => adamId)).toEqual(
        snapshot.locations[0]?.assets.map(({ adamId }) => adamId),
      );
      expect(assets.records.map(({ said }) => licenceCounts(said).free)).toEqual([
        4,
        0,
        25,
        undefined,
        2,
        40,
        1,
        3,
      ]);
      expect(valueOf(await read(running, 'assignments')).records).toHaveLength(9);
      expect(valueOf(await read(running, 'users')).records.map(({ status }) => status)).toEqual([
        'associated',
        'registered',
        'retired',
        'associated',
        'retired',
      ]);
    },
  );

  test('B7: up to five pages are asked for at once, after the first has come', async () => {
    const running = await clientOfSimulator(undefined, { pageSize: 1 });
    await running.faults({ kind: 'slow', ms: 50 });
    valueOf(await read(running, 'assignments'));
    expect(running.calls.map(({ query }) => query?.['pageIndex'])).toEqual([
      undefined,
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
    ]);
    expect(running.world.mostOpen).toBe(5);
  });

  test('B7: of a whole municipality comes in whole', async () => {
    const snapshot = municipality(NOW, 1);
    const running = await clientOfSimulator(snapshot, { pageSize: 100 }, 4);
    const progress: ReadProgress[] = [];
    const { records } = valueOf(
      await running.client.read({
        from: fromFirstPage('assignments'),
        signal: never,
        onProgress: (now) => progress.push(now),
      }),
    );
    expect(records).toHaveLength(snapshot.locations[4]?.assignments.length ?? 0);
    expect(progress.map(({ pages }) => pages)).toEqual(
      Array.from({ length: 17 }, (_, at) => at + 1),
    );
    expect(progress.at(-1)).toEqual({
      listing: 'assignments',
      pages: 17,
      totalPages: 17,
      records: records.length,
    });
  });

  test('B7: restarts when its version changes, and loses and doubles nothing', async () => {
    const running = await clientOfSimulator(undefined, { pageSize: 2 });
    await running.faults({ kind: 'version-flip', path: '/assignments', pageIndex: 2, times: 1 });
    const { records, versionId } = valueOf(await read(running, 'assignments'));
    expect(records).toHaveLength(9);
    expect(versionId).toBe(running.world.locations[0]?.assignments.version);
    expect(running.calls.filter(({ query }) => query?.['pageIndex'] === undefined)).toHaveLength(2);
    // Nobody waits any more for pages of the version before.
    expect(running.signals.map(({ aborted }) => aborted)).not.toContain(false);
  });

  test('B7: and another one, read at the same time, have five pages on their way together', async () => {
    const running = await clientOfSimulator(undefined, { pageSize: 1 });
    await running.faults({ kind: 'slow', ms: 50 });
    await Promise.all([
      read(running, 'assignments'),
      read(running, 'assets'),
      read(running, 'users'),
    ]);
    expect([running.calls.length, running.world.mostOpen]).toEqual([22, 5]);
  });

  test('B7: that changes again and again is left, from its first page', async () => {
    const running = await clientOfSimulator(undefined, { pageSize: 2 });
    await running.faults({ kind: 'version-flip', path: '/assignments', pageIndex: 1 });
    const answer = await read(running, 'assignments');
    expect(answer).toMatchObject({
      ok: false,
      failure: { why: 'reading', cause: 'keeps-changing' },
    });
    if (!answer.ok) expect(answer.position).toEqual(fromFirstPage('assignments'));
  });

  test('B7: brings only what changed since a version, and says when nothing did', async () => {
    const running = await clientOfSimulator(undefined, { pendingTicks: 0 });
    const first = valueOf(await read(running, 'assignments'));
    const same = valueOf(await read(running, 'assignments', first.versionId));
    expect(same).toMatchObject({ brings: 'nothing-changed', whole: true, records: [] });
    await running.write('/assets/associate', {
      assets: [{ adamId: '900000000003', pricingParam: 'STDQ' }],
      serialNumbers: ['FAKESER0900'],
    });
    const changed = valueOf(await read(running, 'assignments', first.versionId));
    expect(changed).toMatchObject({
      brings: 'changes',
      records: [{ to: { serialNumber: 'FAKESER0900' } }],
    });
    expect(changed.versionId).not.toBe(first.versionId);
    const assets = valueOf(
      await read(running, 'assets', running.world.locations[0]?.assets.version),
    );
    expect(assets).toMatchObject({ brings: 'nothing-changed', records: [] });
  });

  test('B7: of a version that Apple does not know is read from the beginning', async () => {
    const running = await clientOfSimulator();
    expect(valueOf(await read(running, 'users', 'gone'))).toMatchObject({
      brings: 'everything',
      whole: true,
    });
    expect(running.calls.map(({ query }) => query)).toEqual([{ sinceVersionId: 'gone' }, {}]);
  });

  test('B7: a page that is gone ends it, and nothing that is absent counts as gone', async () => {
    const running = await clientOfSimulator(undefined, { pageSize: 3 });
    await running.faults({ kind: 'refuse', number: 9650, pageIndex: 2 });
    expect(valueOf(await read(running, 'assets'))).toMatchObject({
      whole: false,
      versionId: undefined,
    });
  });

  test('B8: contradictory counts come in as they are', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'odd-counts' });
    const [first] = valueOf(await read(running, 'assets')).records;
    expect(first === undefined ? [] : licenceCounts(first.said).flags).not.toEqual([]);
  });

  test('B7: without its end said, the token is believed by its file', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'no-expiration' });
    expect(valueOf(await read(running, 'assets')).tokenExpires).toBeUndefined();
  });
});

describe('when Apple does not answer', () => {
  test.each<[string, object, number[]]>([
    ['is busy', { kind: 'too-many', times: 2 }, [5_000, 15_000]],
    ['is busy and says how long', { kind: 'too-many', times: 1, retryAfter: 60 }, [60_000]],
    ['is down and says how long', { kind: 'down', times: 1, retryAfter: 120 }, [120_000]],
    ['is down until a moment', { kind: 'down', times: 1, retryAfter: 90, date: true }, [90_000]],
    ['has an error of its own', { kind: 'internal', times: 1 }, [5_000]],
  ])('B7: and %s, the same is asked again after a wait', async (_, fault, waits) => {
    const running = await clientOfSimulator();
    await running.faults(fault);
    expect(valueOf(await read(running, 'assets')).records).toHaveLength(8);
    expect(running.waits).toEqual(waits);
  });

  test('B7: for longer than anyone waits, the read stops and says for how long', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'down', times: 1, retryAfter: 600 });
    const stopped = {
      ok: false,
      failure: { why: 'reply', reply: { cause: 'down', waitMs: 600_000 } },
    };
    expect(await read(running, 'assets')).toMatchObject(stopped);
    // Nothing else is asked before that either: it may lengthen the block.
    running.pass(60_000);
    expect(await read(running, 'users')).toMatchObject({ failure: { reply: { waitMs: 540_000 } } });
    expect(running.calls).toHaveLength(1);
    running.pass(540_000);
    expect(await read(running, 'users')).toMatchObject({ ok: true });
  });

  test('B7: what one location is asked to wait, the others of the organisation wait too', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'too-many', uId: '2049000000000901', retryAfter: 600 });
    await read(running, 'assets');
    expect(await running.clientAt(1).location(never)).toMatchObject({
      failure: { reply: { number: 9646, waitMs: 600_000 } },
    });
    expect(running.calls).toHaveLength(1);
    running.pass(600_000);
    expect(await running.clientAt(1).location(never)).toMatchObject({ ok: true });
  });

  test('B7: after five tries the read stops, and goes on later from where it was', async () => {
    const running = await clientOfSimulator(undefined, { pageSize: 2 });
    await running.faults({ kind: 'internal', path: '/assignments', pageIndex: 3 });
    const answer = await read(running, 'assignments');
    if (answer.ok) throw new Error('It was read');
    expect(answer).toMatchObject({ failure: { why: 'reply', reply: { number: 9603 } } });
    expect(answer.position.records).toHaveLength(6);
    expect(running.world.asked.filter(({ query }) => query['pageIndex'] === '3')).toHaveLength(5);
    await running.faults();
    running.pass(3_600_000);
    running.calls.splice(0);
    const position = JSON.parse(JSON.stringify(answer.position)) as typeof answer.position;
    const { records, whole } = valueOf(
      await running.client.read({ from: position, signal: never }),
    );
    expect([records.length, whole]).toEqual([9, true]);
    expect(running.calls.map(({ query }) => query?.['pageIndex'])).toEqual(['3', '4']);
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(9);
  });

  test('B7: a continued read restarts if the listing changed meanwhile', async () => {
    const running = await clientOfSimulator(undefined, { pageSize: 2 });
    await running.faults({
      kind: 'refuse',
      number: 9634,
      path: '/assignments',
      pageIndex: 3,
      times: 1,
    });
    const answer = await read(running, 'assignments');
    if (answer.ok) throw new Error('It was read');
    running.world.locations[0]?.assignments.write([]);
    const again = await running.client.read({ from: answer.position, signal: never });
    expect(valueOf(again).records).toHaveLength(9);
  });

  test.each<[string, object, object]>([
    ['is over', { kind: 'expired' }, { number: 9621, token: 'expired', action: 'renew-token' }],
    ['is revoked', { kind: 'revoked' }, { number: 9625, token: 'revoked', action: 'new-token' }],
    [
      'is not known, said with HTTP 200',
      { kind: 'invalid-token' },
      { number: 9622, token: 'invalid', status: 200 },
    ],
    ['may not', { kind: 'refuse', number: 9637 }, { number: 9637, action: 'other-role' }],
    ['is asked by a network that wants a sign-in', { kind: 'guest-page' }, { cause: 'unreadable' }],
  ])('B7: a token that %s is not asked with again', async (_, fault, reply) => {
    const running = await clientOfSimulator();
    await running.faults(fault);
    expect(await read(running, 'assets')).toMatchObject({
      ok: false,
      failure: { why: 'reply', reply },
    });
    expect([running.calls.length, running.waits]).toEqual([1, []]);
  });

  test('B7: because there is no network, the read stops at once and keeps what it has', async () => {
    const running = await clientOfSimulator(undefined, { pageSize: 2 });
    const answer = await running.client.read({
      from: fromFirstPage('assignments'),
      signal: never,
      onProgress: ({ pages }) => void (pages === 2 && running.close()),
    });
    expect(answer).toMatchObject({ ok: false, failure: { why: 'no-reply' } });
    if (!answer.ok) expect(answer.position.read.index * 2).toBe(answer.position.records.length);
  });

  test('B7: and the person stops it, nothing more is asked', async () => {
    const running = await clientOfSimulator(undefined, { pageSize: 1 });
    const stop = new AbortController();
    const answer = await running.client.read({
      from: fromFirstPage('assignments'),
      signal: stop.signal,
      onProgress: ({ pages }) => void (pages === 3 && stop.abort()),
    });
    expect(answer).toMatchObject({ ok: false, failure: { why: 'stopped' } });
    if (!answer.ok) expect(answer.position.records).toHaveLength(3);
    const asked = running.calls.length;
    expect(asked).toBeLessThanOrEqual(8);
    // What is read afterwards asks as often as ever: the read that was stopped adds nothing.
    const readAll = async (): Promise<number> => {
      const before = running.calls.length;
      await running.client.read({ from: fromFirstPage('assignments'), signal: never });
      return running.calls.length - before;
    };
    expect(await readAll()).toBe(await readAll());
    expect(running.calls.length).toBeGreaterThan(asked);
  });

  test('B7: stopped while it waits, it does not ask again', async () => {
    const running = await clientOfSimulator();
    await running.faults({ kind: 'too-many' });
    const stop = new AbortController();
    running.passing.during = () => Promise.resolve(stop.abort());
    expect(
      await running.client.read({ from: fromFirstPage('assets'), signal: stop.signal }),
    ).toMatchObject({
      ok: false,
      failure: { why: 'stopped' },
    });
    expect(running.calls).toHaveLength(1);
  });

  test('B7: whatever faults come and go, a read that ends whole has each record once', async () => {
    const fault = fc.record({
      kind: fc.constantFrom('too-many', 'internal', 'down', 'version-flip'),
      times: fc.integer({ min: 1, max: 3 }),
      after: fc.integer({ min: 0, max: 4 }),
      pageIndex: fc.integer({ min: 0, max: 4 }),
    });
    const running = await clientOfSimulator(undefined, { pageSize: 2 });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 4 }), async (faults) => {
        await running.faults(...faults);
        running.pass(86_400_000);
        const answer = await read(running, 'assignments');
        if (answer.ok) expect(answer.value.records).toEqual(expected);
        else
          expect(answer.position.records).toEqual(
            expected.slice(0, answer.position.records.length),
          );
      }),
      { numRuns: 60 },
    );
  });
});

const expected = [
  ...['FAKESER0001', 'FAKESER0002', 'FAKESER0003', 'FAKESER0004', 'FAKESER0005', 'FAKESER0006'].map(
    (serialNumber) => ({
      adamId: '900000000001',
      pricingParam: 'STDQ',
      to: { kind: 'device', serialNumber },
    }),
  ),
  { adamId: '900000000001', pricingParam: 'STDQ', to: { kind: 'user', clientUserId: 'u-1001' } },
  { adamId: '900000000005', pricingParam: 'PLUS', to: { kind: 'user', clientUserId: 'u-1001' } },
  {
    adamId: '900000000006',
    pricingParam: 'STDQ',
    to: { kind: 'device', serialNumber: 'FAKESER0001' },
  },
];
