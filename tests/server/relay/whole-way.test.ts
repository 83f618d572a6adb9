import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { appleClient, fromFirstPage } from '#programmes/apple-licences/work/api/client.ts';
import { canAskApple } from '#programmes/apple-licences/work/api/relay-here.ts';
import { throughRelay } from '#programmes/apple-licences/work/api/send.ts';
import type { OwnConnection } from '#data/sync/server/connection.ts';
import { never, valueOf } from '#tests/programmes/apple-licences/work/api/asking.ts';
import { municipality } from '#simulator/apple/data/municipality.ts';
import {
  NOW,
  readAll,
  start as startSimulator,
  stopAll as stopSimulators,
} from '#tests/simulator/running.ts';
import { newcomer, WORKSPACE } from '../let-in.ts';
import { newData, start, stopAll } from '../running.ts';

afterEach(async () => {
  stopAll();
  await stopSimulators();
});

/** The real server in its own process, with a device in it, before the simulator. */
const wholeWay = async (relay: 'on' | 'off' = 'on') => {
  const simulator = await startSimulator(municipality(NOW, 1), { pageSize: 200 });
  const data = newData();
  const server = await start(data, 0, [], { APPLE_RELAY: relay, APPLE_BASE: simulator.base });
  const [device, credential] = newcomer();
  const accounts = JSON.stringify({
    workspace: WORKSPACE,
    device,
    credential,
    secret: server.setUp,
  });
  const headers = { 'content-type': 'application/json' };
  const entered = await fetch(`${server.url}/_volym/set-up`, {
    method: 'POST',
    headers,
    body: accounts,
  });
  const { database } = (await entered.json()) as { database: string };
  const connection: OwnConnection = { server: server.url, database, device, credential };
  const token = simulator.snapshot.locations[2]?.token.text ?? '';
  const waits: number[] = [];
  let now = NOW;
  const client = appleClient({
    send: throughRelay(connection, () => token),
    now: () => now,
    random: () => 1,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
      await simulator.tick();
    },
  });
  return { simulator, server, data, connection, token, client, waits, printed: server.printed };
};

const textIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');

describe('the app’s client, the server and the simulator', () => {
  test('B7: a whole location is read, something given, and the token is nowhere on the way', async () => {
    const { client, simulator, token, data, printed, connection, server } = await wholeWay();
    const given = simulator.snapshot.locations[2];
    expect(valueOf(await client.location(never)).locationName).toBe(
      given?.clientConfig.locationName,
    );
    const assets = valueOf(await client.read({ from: fromFirstPage('assets'), signal: never }));
    const assignments = valueOf(
      await client.read({ from: fromFirstPage('assignments'), signal: never }),
    );
    const users = valueOf(await client.read({ from: fromFirstPage('users'), signal: never }));
    expect([assets, assignments, users].map(({ records }) => records.length)).toEqual([
      given?.assets.length,
      given?.assignments.length,
      given?.users.length,
    ]);
    const free = assets.records.find(
      ({ said, isDeviceAssignable }) => (said.available ?? 0) > 1 && isDeviceAssignable,
    );
    const asset = { adamId: free?.adamId ?? '', pricingParam: free?.pricingParam ?? '' };
    const wish = {
      act: 'associate',
      assets: [asset],
      clientUserIds: [],
      serialNumbers: ['NEW1', 'NEW2'],
    } as const;
    const { tasks, left } = await client.write(wish, { signal: never });
    expect([tasks.map(({ outcome }) => outcome), left]).toEqual([['ok', 'ok'], []]);
    expect(await readAll(simulator, 'assignments', { serialNumber: 'NEW1' }, 2)).toHaveLength(1);
    expect(await canAskApple(`${server.url}/`, connection)).toBe(true);
    expect(printed()).toContain(`relayed to ${simulator.base}`);
    expect(printed()).not.toContain(token);
    expect(textIn(data)).not.toContain(token);
  });

  test('B7: what Apple asks to wait is heard through the server', async () => {
    const { client, simulator, waits } = await wholeWay();
    await simulator.faults({ kind: 'too-many', retryAfter: 42, times: 1 });
    valueOf(await client.location(never));
    expect(waits).toEqual([42_000]);
  });

  test('B7: switched off it says so, and the app does not ask on', async () => {
    const { client, connection, server, simulator } = await wholeWay('off');
    expect(await client.location(never)).toEqual({
      ok: false,
      failure: { why: 'relay', code: 'no-relay' },
    });
    expect(await canAskApple(`${server.url}/`, connection)).toBe(false);
    expect(simulator.world.asked).toEqual([]);
  });

  test('B7: a device that is not let in hears it from the server, not from Apple', async () => {
    const { connection, token } = await wholeWay();
    const stranger = { ...connection, credential: 'A'.repeat(43) };
    const world = { now: () => NOW, random: () => 1, wait: () => Promise.resolve() };
    const client = appleClient({ ...world, send: throughRelay(stranger, () => token) });
    expect(await client.location(never)).toEqual({
      ok: false,
      failure: { why: 'relay', code: 'not-let-in' },
    });
  });

  test('B7: another server than the one that the app came from, and a CouchDB, pass nothing on', async () => {
    const { connection, server } = await wholeWay();
    expect(await canAskApple('https://volym.example/', connection)).toBe(false);
    expect(await canAskApple(`${server.url}/`, undefined)).toBe(false);
    const couch = { ...connection, kind: 'couch', user: 'sara', password: 'x' } as const;
    expect(await canAskApple(`${server.url}/`, couch)).toBe(false);
    // Nobody is there: it may be another time.
    const gone = { ...connection, server: 'http://127.0.0.1:1' };
    expect(await canAskApple('http://127.0.0.1:1/', gone)).toBeUndefined();
  });
});
