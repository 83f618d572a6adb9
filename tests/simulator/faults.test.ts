import { afterEach, describe, expect, test } from 'vitest';
import { NOW, readAll, start, stopAll, type Fields } from './running.ts';

afterEach(stopAll);

describe('faults', () => {
  test.each<[object, number, number | undefined, string | null]>([
    [{ kind: 'expired' }, 401, 9621, null],
    [{ kind: 'revoked' }, 401, 9625, null],
    [{ kind: 'invalid-token' }, 200, 9622, null],
    [{ kind: 'too-many' }, 429, 9646, null],
    [{ kind: 'too-many', retryAfter: 7 }, 429, 9646, '7'],
    [{ kind: 'internal', retryAfter: 30 }, 500, 9603, '30'],
    [{ kind: 'down', retryAfter: 120 }, 503, undefined, '120'],
    [
      { kind: 'down', retryAfter: 60, date: true },
      503,
      undefined,
      new Date(NOW + 60_000).toUTCString(),
    ],
    [{ kind: 'down' }, 503, undefined, null],
    [{ kind: 'refuse', number: 9645 }, 400, 9645, null],
    [{ kind: 'guest-page' }, 200, undefined, null],
  ])('B7: %j is answered %i', async (fault, status, errorNumber, retryAfter) => {
    const { ask, faults } = await start();
    await faults(fault);
    const answer = await ask('GET', '/assets');
    expect([answer.status, answer.body['errorNumber'], answer.headers.get('retry-after')]).toEqual([
      status,
      errorNumber,
      retryAfter,
    ]);
    expect(answer.body['assets']).toBeUndefined();
    await faults();
    expect((await ask('GET', '/assets')).body).toMatchObject({ size: 8 });
  });

  test('B7: strike as often, after as many requests and at the path they were set to', async () => {
    const { ask, faults } = await start();
    const numbers = async (path: string, as = 0) => {
      const answers: unknown[] = [];
      for (let at = 0; at < 4; at += 1)
        answers.push((await ask('GET', path, { as })).body['errorNumber'] ?? 'ok');
      return answers;
    };
    await faults({ kind: 'too-many', path: '/assets', after: 1, times: 2 });
    expect(await numbers('/users')).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(await numbers('/assets')).toEqual(['ok', 9646, 9646, 'ok']);
    await faults({ kind: 'revoked', uId: '2049000000000902' });
    expect(await numbers('/assets')).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(await numbers('/assets', 1)).toEqual([9625, 9625, 9625, 9625]);
  });

  test('B7: the version changes between two pages', async () => {
    const running = await start(undefined, { pageSize: 3 });
    await running.faults({ kind: 'version-flip', path: '/assets', times: 1 });
    const versions: unknown[] = [];
    for (const pageIndex of ['0', '1', '2', '0'])
      versions.push(
        (await running.ask('GET', '/assets', { query: { pageIndex } })).body['versionId'],
      );
    expect(versions.map((version) => versions.indexOf(version))).toEqual([0, 1, 1, 1]);
  });

  test('B5: another system is reported to hold the token; its end is not', async () => {
    const { ask, faults } = await start();
    await faults({ kind: 'foreign-mdm' }, { kind: 'no-expiration' });
    const { body } = await ask('GET', '/client/config');
    expect(body).toMatchObject({ mdmInfo: { name: 'Another MDM' } });
    expect(body).not.toHaveProperty('tokenExpirationDate');
  });

  test('B8: counts that cannot be, and an app without limit', async () => {
    const { ask, faults } = await start();
    const first = async () => ((await ask('GET', '/assets')).body['assets'] as Fields[])[0];
    await faults({ kind: 'odd-counts' });
    expect(await first()).toMatchObject({
      totalCount: 120,
      assignedCount: 122,
      availableCount: -2,
    });
    await faults({ kind: 'unlimited' });
    expect(await first()).toMatchObject({
      totalCount: 2147483647,
      assignedCount: 116,
      availableCount: 2147483531,
    });
  });

  const body = {
    assets: [{ adamId: '900000000001', pricingParam: 'STDQ' }],
    serialNumbers: ['A', 'B', 'C', 'D', 'E'],
  };

  test('B10: a transfer locks what is written and not what is read', async () => {
    const running = await start();
    await running.faults({ kind: 'transfer-lock' });
    expect(await running.write('/assets/associate', body)).toMatchObject({ errorNumber: 9643 });
    expect(await readAll(running, 'assignments')).toHaveLength(9);
  });

  test('B10: an event that never ends, one that is forgotten, and failures that name nobody', async () => {
    const running = await start();
    await running.faults({ kind: 'stuck-event' });
    expect(await running.write('/assets/associate', body)).toMatchObject({
      eventStatus: 'PENDING',
      numCompleted: 0,
    });
    await running.faults({ kind: 'lost-event' });
    expect(await running.write('/assets/associate', body)).toMatchObject({ errorNumber: 9708 });
    await running.faults({ kind: 'unnamed-failures' });
    const { failures } = await running.write('/assets/associate', body);
    expect(failures).toEqual([{ errorNumber: 9709, errorMessage: expect.any(String) as string }]);
  });

  test('B7: a shortage may be reported at once', async () => {
    const running = await start();
    await running.faults({ kind: 'shortage-at-once' });
    expect(await running.write('/assets/associate', body)).toMatchObject({ errorNumber: 9709 });
  });

  test('B7: a fault that is not known is refused, and those before stay', async () => {
    const { faults, world } = await start();
    await faults({ kind: 'revoked' });
    expect(await faults({ kind: 'sleepy' })).toHaveProperty('error');
    expect(world.faults).toEqual([{ kind: 'revoked' }]);
  });
});

describe('what the simulator reports about itself', () => {
  test('B7: who asked for what, how many at once, and no token among it', async () => {
    const { ask, control, faults, snapshot } = await start();
    await faults({ kind: 'slow', ms: 50 });
    await Promise.all([
      ask('GET', '/assets'),
      ask('GET', '/users'),
      ask('GET', '/assets', { as: 2 }),
    ]);
    const state = await control('state');
    expect(state['mostOpen']).toBe(3);
    expect(state['asked']).toContainEqual({
      method: 'GET',
      path: '/assets',
      query: {},
      status: 200,
      uId: '2049000000000901',
    });
    expect(JSON.stringify(state['asked'])).not.toContain(snapshot.locations[0]?.token.text);
    await control('forget-asked', {});
    expect(await control('state')).toMatchObject({ asked: [], mostOpen: 0 });
  });
});
