import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { readAll, start, stopAll, type Fields } from './running.ts';

afterEach(stopAll);

const sizeOf = async (
  { ask }: Awaited<ReturnType<typeof start>>,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<unknown> => (await ask('GET', path, { query })).body['size'];

describe('who is let in', () => {
  test.each<[string, Record<string, string>, number, number]>([
    ['nothing', {}, 401, 9601],
    ['another scheme', { authorization: 'Basic Zm9v' }, 401, 9722],
    ['a token in two parts', { authorization: 'Bearer a b' }, 401, 9722],
    ['a token that nobody knows', { authorization: 'Bearer Zm9v' }, 200, 9622],
  ])('B7: with %s the answer is %i and %i', async (_, headers, status, errorNumber) => {
    const { ask } = await start();
    expect(await ask('GET', '/assets', { as: null, headers })).toMatchObject({
      status,
      body: { errorNumber },
    });
  });

  test('B7: anyone may ask for the limits, and for nothing else', async () => {
    const { ask } = await start();
    expect((await ask('GET', '/service/config', { as: null })).body).toMatchObject({
      limits: { maxAssets: 25 },
    });
    expect((await ask('GET', '/client/config', { as: null })).body).toMatchObject({
      errorNumber: 9601,
    });
  });

  test('B7: a token is over at its end, and whenever its location says so', async () => {
    const { ask, snapshot } = await start(undefined, {
      now: () => Date.parse('2027-06-08T09:26:53Z'),
    });
    expect((await ask('GET', '/assets')).body).toMatchObject({ errorNumber: 9621 });
    const early = await start(snapshot, { now: () => Date.parse('2027-06-08T09:26:52Z') });
    expect((await early.ask('GET', '/assets')).body).toMatchObject({ size: 8 });
    expect((await early.ask('GET', '/assets', { as: 2 })).body).toMatchObject({
      errorNumber: 9621,
    });
    await early.control('token', { uId: '2049000000000901', state: 'revoked' });
    expect((await early.ask('GET', '/assets')).body).toMatchObject({ errorNumber: 9625 });
  });

  test('B7: each token sees its own location', async () => {
    const { ask } = await start();
    const names = await Promise.all(
      [0, 1, 3].map(
        async (as) => (await ask('GET', '/client/config', { as })).body['locationName'],
      ),
    );
    expect(names).toEqual([
      'Björkdalens gymnasium',
      'Björkdalens grundskolor',
      'Björkdalens bibliotek',
    ]);
  });

  test.each([
    ['POST', '/assets', 405, 9726],
    ['GET', '/assets/associate', 405, 9726],
    ['DELETE', '/client/config', 405, 9726],
    ['GET', '/subscriptions', 404, undefined],
    ['GET', '/', 404, undefined],
  ])('B7: %s %s is answered %i', async (method, path, status, errorNumber) => {
    const { ask } = await start();
    const answer = await ask(method, path, method === 'POST' ? { body: {} } : {});
    expect([answer.status, answer.body['errorNumber']]).toEqual([status, errorNumber]);
  });

  test('B7: no page of another origin may read what it answers', async () => {
    const { ask } = await start();
    const { headers } = await ask('GET', '/assets', {
      headers: { origin: 'https://volym.example' },
    });
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('pages', () => {
  test('B7: have every record once and in order, whatever their size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (pageSize) => {
        const running = await start(undefined, { pageSize });
        const { body } = await running.ask('GET', '/assignments', { as: 1 });
        expect(body['totalPages']).toBe(Math.ceil(161 / pageSize));
        expect(await readAll(running, 'assignments', {}, 1)).toEqual(
          running.snapshot.locations[1]?.assignments,
        );
        await running.close();
      }),
      { numRuns: 12 },
    );
  });

  test.each([
    ['3', 9650],
    ['-1', 9650],
    ['x', 9602],
  ])('B7: page %s of three is refused with %i', async (pageIndex, errorNumber) => {
    const { ask } = await start(undefined, { pageSize: 3 });
    expect((await ask('GET', '/assets', { query: { pageIndex } })).body).toMatchObject({
      errorNumber,
    });
  });

  test('B12: nobody at all is one empty page', async () => {
    const { ask } = await start();
    const { body } = await ask('GET', '/users', { as: 1 });
    expect(body).toMatchObject({ users: [], size: 0, totalPages: 1, currentPageIndex: 0 });
    expect(body).not.toHaveProperty('nextPageIndex');
  });
});

describe('filters', () => {
  test.each<[string, Record<string, string>, number]>([
    ['/assets', { productType: 'Book' }, 1],
    ['/assets', { pricingParam: 'PLUS' }, 2],
    ['/assets', { revocable: 'false' }, 1],
    ['/assets', { deviceAssignable: 'true' }, 7],
    ['/assets', { adamId: '900000000007' }, 1],
    ['/assets', { minAvailableCount: '4', maxAvailableCount: '25' }, 2],
    ['/assets', { minAssignedCount: '116', maxAssignedCount: '310' }, 3],
    ['/assignments', { adamId: '900000000001' }, 7],
    ['/assignments', { serialNumber: 'FAKESER0001' }, 2],
    ['/assignments', { clientUserId: 'u-1001' }, 2],
    ['/users', { activeOnly: 'true' }, 3],
    ['/users', { retiredOnly: 'true' }, 2],
    ['/users', { clientUserId: 'u-1003' }, 2],
  ])('B7: %s with %j has %i', async (path, query, size) => {
    expect(await sizeOf(await start(), path, query)).toBe(size);
  });

  test('B8: what has no limit is listed apart when that is asked for', async () => {
    const { ask } = await start();
    const { body } = await ask('GET', '/assets', { query: { unlimited: 'true' } });
    expect(body['assets']).toHaveLength(7);
    expect(body['unlimitedAssets']).toMatchObject([{ adamId: '900000000004', assignedCount: 310 }]);
    expect((body['unlimitedAssets'] as Fields[])[0]).not.toHaveProperty('totalCount');
    expect(body['size']).toBe(8);
  });
});

describe('what changed since a version', () => {
  test('B7: is what was written since, and nothing when nothing was', async () => {
    const running = await start(undefined, { pendingTicks: 0 });
    const { body } = await running.ask('GET', '/assignments');
    const query = { sinceVersionId: String(body['versionId']) };
    expect(await readAll(running, 'assignments', query)).toEqual([]);
    const assets = [{ adamId: '900000000003', pricingParam: 'STDQ' }];
    await running.write('/assets/associate', { assets, serialNumbers: ['FAKESER0900'] });
    expect(await readAll(running, 'assignments', query)).toEqual([
      { ...assets[0], serialNumber: 'FAKESER0900' },
    ]);
    const after = await running.ask('GET', '/assignments');
    expect(after.body['versionId']).not.toBe(body['versionId']);
    await running.write('/assets/disassociate', { assets, serialNumbers: ['FAKESER0900'] });
    const gone = await running.ask('GET', '/assignments', { query });
    expect(gone.body).toMatchObject({ size: 0 });
    expect(gone.body['versionId']).not.toBe(after.body['versionId']);
  });

  test('B7: each listing has its own versions, and a write changes those that it touched', async () => {
    const running = await start(undefined, { pendingTicks: 0 });
    const versions = async (): Promise<unknown[]> =>
      Promise.all(
        ['/assets', '/assignments', '/users'].map(
          async (path) => (await running.ask('GET', path)).body['versionId'],
        ),
      );
    const before = await versions();
    await running.write('/users/create', { users: [{ clientUserId: 'u-new' }] });
    const after = await versions();
    expect(after.map((version, at) => version === before[at])).toEqual([true, true, false]);
    expect(new Set(before).size).toBe(3);
  });

  test.each(['/assignments', '/users'])(
    'B7: a version that was never given is refused of %s',
    async (path) => {
      const { ask } = await start();
      expect((await ask('GET', path, { query: { sinceVersionId: 'x' } })).body).toMatchObject({
        errorNumber: 9721,
      });
    },
  );

  test('B7: of assets it cannot be asked', async () => {
    expect(await sizeOf(await start(), '/assets', { sinceVersionId: 'x' })).toBe(8);
  });
});
