import { afterEach, expect, test, vi } from 'vitest';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { leadSync, type LedSync } from '#data/sync/tabs/led-sync.ts';
import { syncStoreOf } from '#data/sync/server/connection.ts';
import { keptMoments } from '#data/sync/kept-moments.ts';
import { epochOf } from '#data/sync/session.ts';
import type { TabStatus } from '#data/sync/tabs/tab-status.ts';
import { NO_ATTEMPTS } from '#data/vault/lock/wrong-attempts.ts';
import { codeWith, orderWith } from '#tests/factories/credit.ts';
import { openTestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { noneOf } from '#tests/data/sync/none-of.ts';

const led: LedSync[] = [];
afterEach(async () => {
  for (const tab of led.splice(0)) await tab.stop();
  vi.unstubAllGlobals();
});

const json = (body: unknown): Response => new Response(JSON.stringify(body));

test('X8: nothing is called in step while a change has not been answered for, and then it is', async () => {
  const { id, database, records, clock, settings } = await openTestWorkspace();
  await records.insert(
    Array.from({ length: 250 }, (_, at) => newPerson(`p-${at}`, 'Sara Lindholm')),
  );
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let writes = 0;
  // A server that takes the second page of what was written only when the gate opens.
  vi.stubGlobal('fetch', async (address: string, { method, body }: RequestInit) => {
    const { docs = [] } = JSON.parse((body as string | undefined) ?? '{}') as {
      docs?: { _id: string }[];
    };
    if (docs.length > 0 && (writes += 1) > 1) await gate;
    if (address.endsWith('_bulk_docs'))
      return json(docs.map(({ _id }) => ({ ok: true, id: _id, rev: '1-a' })));
    if (address.includes('_changes')) return json({ results: [], last_seq: 1 });
    if (address.endsWith('_revs_diff')) return json({});
    if (address.includes('_local') && method === 'GET')
      return new Response('{"error":"not_found"}', { status: 404 });
    return json(
      address.includes('_all_docs') ? { rows: noneOf(body) } : { update_seq: 1, ok: true },
    );
  });
  const told: TabStatus[] = [];
  const connection = {
    server: 'https://volym.example',
    database: 'w',
    device: 'd',
    credential: 'c',
  };
  led.push(
    await leadSync(
      { workspaceId: id, collection: database.records, records, clock, settings },
      connection,
      (status) => told.push(status),
    ),
  );
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ state: 'in-step' }), {
    timeout: 60_000,
  });
  await vi.waitFor(() => expect(told.at(-1)?.waiting).toBeGreaterThan(0), { timeout: 60_000 });
  expect(told.every(({ inStepAt }) => inStepAt === 0)).toBe(true);
  open();
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ state: 'in-step', waiting: 0 }), {
    timeout: 60_000,
  });
  expect(told.at(-1)?.inStepAt).toBeGreaterThan(0);
});

/** A server that lists nothing, and how often it was asked for everything. */
const quietServer = (documents: number) => {
  const asked = { all: 0 };
  vi.stubGlobal('fetch', async (address: string, { method, body, signal }: RequestInit) => {
    const { docs = [] } = JSON.parse((body as string | undefined) ?? '{}') as {
      docs?: { _id: string }[];
    };
    if (address.endsWith('_bulk_docs'))
      return json(docs.map(({ _id }) => ({ ok: true, id: _id, rev: '1-a' })));
    if (address.includes('feed=longpoll'))
      return new Promise((_, reject) => signal?.addEventListener('abort', reject));
    if (address.includes('_changes')) {
      if (address.includes('since=0')) asked.all += 1;
      return json({ results: [], last_seq: 1 });
    }
    if (address.endsWith('_revs_diff')) return json({});
    if (address.includes('_local') && method === 'GET')
      return new Response('{"error":"not_found"}', { status: 404 });
    return json(
      address.includes('_all_docs')
        ? { rows: noneOf(body) }
        : { update_seq: 1, doc_count: documents, ok: true },
    );
  });
  return asked;
};

const CONNECTION = { server: 'https://volym.example', database: 'w', device: 'd', credential: 'c' };

test('X11: what is missing here twice in a row is fetched again with all else, once', async () => {
  const { id, database, records, clock, settings } = await openTestWorkspace();
  const asked = quietServer(5 + 3);
  const told: TabStatus[] = [];
  led.push(
    await leadSync(
      { workspaceId: id, collection: database.records, records, clock, settings },
      CONNECTION,
      (status) => told.push(status),
    ),
  );
  await vi.waitFor(() => expect(asked.all).toBe(2), { timeout: 60_000 });
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ state: 'in-step', missing: 5 }), {
    timeout: 60_000,
  });
  expect(told.at(-1)?.countedAt).toBeGreaterThan(0);
});

test('X12: a list that was deleted for good is written again while it still has a code, at the start and later', async () => {
  const { id, database, records, clock, settings } = await openTestWorkspace();
  quietServer(4);
  await records.insert([orderWith(), codeWith(), orderWith([], {}, 'order-2')]);
  await records.discard(['order-1', 'order-2']);
  const parts = { workspaceId: id, collection: database.records, records, clock, settings };
  led.push(await leadSync(parts, CONNECTION, () => undefined));
  const asks = async (order: string) =>
    (await records.get(order))?.clashes.map(({ field }) => field);
  await vi.waitFor(async () => expect(await asks('order-1')).toEqual(['trashedOn']), {
    timeout: 60_000,
  });
  expect(await records.get('order-2')).toBeUndefined();
  await records.create(codeWith([], 2, 'order-2'));
  await vi.waitFor(async () => expect(await asks('order-2')).toEqual(['trashedOn']), {
    timeout: 60_000,
  });
});

test('X11: a server that does not answer the count is counted as nothing, and asked again', async () => {
  const { id, database, records, clock, settings } = await openTestWorkspace();
  quietServer(4);
  const answering = fetch;
  let isAway = true;
  vi.stubGlobal('fetch', (address: string, asked: RequestInit) =>
    isAway && address.includes('_design')
      ? Promise.resolve(new Response('{}', { status: 503 }))
      : answering(address, asked),
  );
  const told: TabStatus[] = [];
  led.push(
    await leadSync(
      { workspaceId: id, collection: database.records, records, clock, settings },
      CONNECTION,
      (status) => told.push(status),
    ),
  );
  await vi.waitFor(() => expect(told.at(-1)?.inStepAt).toBeGreaterThan(0), { timeout: 60_000 });
  expect(told.at(-1)?.countedAt).toBe(0);
  isAway = false;
  await records.insert([newPerson('p-1', 'Sara Lindholm')]);
  await vi.waitFor(() => expect(told.at(-1)?.countedAt).toBeGreaterThan(0), { timeout: 60_000 });
});

test('X11: when both sides were counted, and what that found, is known after a restart, before the server has answered', async () => {
  const { id, database, records, clock, settings } = await openTestWorkspace();
  quietServer(3 + 2);
  const parts = { workspaceId: id, collection: database.records, records, clock, settings };
  const told: TabStatus[] = [];
  const first = await leadSync(parts, CONNECTION, (status) => told.push(status));
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ state: 'in-step', missing: 2 }), {
    timeout: 60_000,
  });
  await vi.waitFor(() => expect(told.at(-1)?.isCounted).toBe(true), { timeout: 60_000 });
  await first.stop();
  const { countedAt, inStepAt } = told.at(-1) as TabStatus;
  expect(await keptMoments(syncStoreOf(id))).toEqual({
    inStepAt: expect.any(Number),
    countedAt,
    missing: 2,
    lacking: 0,
  });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  const later: TabStatus[] = [];
  led.push(await leadSync(parts, CONNECTION, (status) => later.push(status)));
  await vi.waitFor(() => expect(later.at(-1)).toMatchObject({ state: 'offline' }), {
    timeout: 60_000,
  });
  expect(later[0]).toMatchObject({ countedAt, missing: 2, isCounted: false });
  expect(later[0]?.inStepAt).toBeLessThanOrEqual(inStepAt);
});

test('X8: all is compared once a week', async () => {
  const { id, database, records, clock, settings } = await openTestWorkspace();
  quietServer(3);
  const DAY = 86_400_000;
  // By days since the first run: how often this device has begun again.
  for (const [days, times] of [
    [0, 0],
    [6, 0],
    [8, 1],
    [14, 1],
    [15, 2],
  ] as const) {
    const later = { ...clock, now: () => clock.now() + days * DAY };
    const told: TabStatus[] = [];
    const led = await leadSync(
      { workspaceId: id, collection: database.records, records, clock: later, settings },
      CONNECTION,
      (status) => told.push(status),
    );
    await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ state: 'in-step', waiting: 0 }), {
      timeout: 60_000,
    });
    await vi.waitFor(
      async () => expect([days, await epochOf(syncStoreOf(id))]).toEqual([days, times]),
      {
        timeout: 60_000,
      },
    );
    await led.stop();
  }
});

test('X8: a CouchDB that refuses the password is reported as that, asked by Basic and not again', async () => {
  const { id, database, records, clock, settings } = await openTestWorkspace();
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string, { headers }: RequestInit) => {
    asked.push(`${address} ${new Headers(headers).get('authorization')}`);
    return Response.json({ error: 'unauthorized' }, { status: 401 });
  });
  const told: TabStatus[] = [];
  const place = {
    kind: 'couch',
    server: 'https://couch.example',
    database: 'a/b',
    device: 'd',
  } as const;
  const tab = await leadSync(
    { workspaceId: id, collection: database.records, records, clock, settings },
    { ...place, user: 'sara', password: 'fel' },
    (status) => told.push(status),
  );
  led.push(tab);
  await vi.waitFor(() => expect(told.at(-1)?.state).toBe('login-refused'), { timeout: 60_000 });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^https:\/\/couch\.example\/a%2Fb\S* Basic c2FyYTpmZWw=$/);
  tab.obey('try');
  await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 60_000 });
});

/**
 * A quiet server whose rules refuse each row, for as long as the test says; which documents it was
 * asked to take.
 */
const refusingServer = () => {
  quietServer(3);
  const answering = fetch;
  const server = { refuses: true, asked: [] as string[] };
  vi.stubGlobal('fetch', async (address: string, asked: RequestInit) => {
    type Body = { docs?: { _id: string }[]; keys?: string[] };
    const { docs = [], keys = [] } = JSON.parse((asked.body as string | undefined) ?? '{}') as Body;
    if (address.endsWith('/_all_docs'))
      return json({ rows: keys.map((key) => ({ key, error: 'not_found' })) });
    server.asked.push(...docs.map(({ _id }) => _id));
    if (!server.refuses || docs.length === 0) return answering(address, asked);
    return json(docs.map(({ _id: id }) => ({ id, error: 'document_too_large', reason: 'no' })));
  });
  return server;
};

test('X8: what the server refused goes once more when someone presses "sync now", and not because someone looks', async () => {
  const { id, database, records, clock, settings } = await openTestWorkspace();
  const server = refusingServer();
  const told: TabStatus[] = [];
  const parts = { workspaceId: id, collection: database.records, records, clock, settings };
  const tab = await leadSync(parts, CONNECTION, (status) => told.push(status));
  led.push(tab);
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ aside: 3, waiting: 0 }), {
    timeout: 60_000,
  });
  server.refuses = false;
  tab.obey('look');
  await vi.waitFor(() => expect(told.at(-1)?.isCounted).toBe(true), { timeout: 60_000 });
  expect(told.at(-1)?.aside).toBe(3);
  tab.obey('try');
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ aside: 0, waiting: 0 }), {
    timeout: 60_000,
  });
});

test('X18: what waits goes at once when the server lets this device change records again', async () => {
  const { id, database, records, clock, settings } = await openTestWorkspace();
  const server = refusingServer();
  server.refuses = false;
  settings.changeWorkspace(id, {
    person: 'sara',
    name: 'Nordby IT',
    wrong: NO_ATTEMPTS,
    onlyReads: true,
  });
  const told: TabStatus[] = [];
  const parts = { workspaceId: id, collection: database.records, records, clock, settings };
  led.push(await leadSync(parts, CONNECTION, (status) => told.push(status)));
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ state: 'in-step', waiting: 3 }), {
    timeout: 60_000,
  });
  expect(server.asked).toEqual([]);
  settings.changeWorkspace(id, { onlyReads: false });
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ waiting: 0, aside: 0 }), {
    timeout: 60_000,
  });
  expect(server.asked).toHaveLength(3);
});
