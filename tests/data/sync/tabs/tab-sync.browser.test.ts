import { afterEach, expect, test, vi } from 'vitest';
import { keepConnection } from '#data/sync/server/connection.ts';
import { openTabSync, type TabSync } from '#data/sync/tabs/tab-sync.ts';
import { openTestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { noneOf } from '#tests/data/sync/none-of.ts';

const TIMES = { watchMs: 40, answerMs: 400 };
const PATIENT = { timeout: 60_000 };

const opened: TabSync[] = [];
afterEach(async () => {
  for (const tab of opened.splice(0)) await tab.stop();
  vi.unstubAllGlobals();
});

/** A workspace with access to a server that cannot be reached; each call is a tab of it. */
const tabs = async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  const { id, database, records, clock, settings } = await openTestWorkspace();
  await keepConnection(id, {
    server: 'https://volym.example',
    database: 'w',
    device: 'd',
    credential: 'c',
  });
  const open = (times = TIMES): TabSync => {
    const tab = openTabSync(
      { workspaceId: id, collection: database.records, records, clock, settings },
      times,
    );
    opened.push(tab);
    return tab;
  };
  return { name: `volym-sync-${id}`, open };
};

const stateOf = ({ status$ }: TabSync): string => {
  let found = '';
  status$.subscribe(({ state }) => (found = state)).unsubscribe();
  return found;
};

const holders = async (name: string): Promise<number> =>
  ((await navigator.locks.query()).held ?? []).filter((lock) => lock.name === name).length;

test('X8: a tab that holds the sync and answers nobody loses it to one that does', async () => {
  const { name, open } = await tabs();
  let isLost = false;
  const hanging = navigator.locks.request(name, () => new Promise(() => undefined));
  hanging.catch(() => (isLost = true));
  const tab = open();
  await vi.waitFor(() => expect(stateOf(tab)).toBe('offline'), PATIENT);
  expect([isLost, await holders(name)]).toEqual([true, 1]);
});

test('X8: a tab that answers keeps the sync, and the others hear its state', async () => {
  const { name, open } = await tabs();
  const first = open();
  await vi.waitFor(() => expect(stateOf(first)).toBe('offline'), PATIENT);
  let isTaken = false;
  const request = navigator.locks.request.bind(navigator.locks) as (
    ...given: unknown[]
  ) => Promise<unknown>;
  vi.spyOn(navigator.locks, 'request').mockImplementation(((...given: unknown[]) => {
    isTaken ||= (given[1] as { steal?: boolean }).steal === true;
    return request(...given);
  }) as never);
  const second = open();
  await vi.waitFor(() => expect(stateOf(second)).toBe('offline'), PATIENT);
  // As often as it takes for a tab that hangs to lose it.
  const line = new BroadcastChannel(name);
  let asked = 0;
  line.onmessage = ({ data }) => (asked += data === 'how' ? 1 : 0);
  await vi.waitFor(
    () => expect(asked).toBeGreaterThan((TIMES.answerMs / TIMES.watchMs) * 2),
    PATIENT,
  );
  line.close();
  expect([isTaken, await holders(name)]).toEqual([false, 1]);
});

/**
 * A server that keeps what it is sent and tells of nothing, and how often it was asked to count.
 */
const silentServer = () => {
  const asked = { counts: 0 };
  const held = new Set<string>();
  vi.stubGlobal('fetch', async (address: string, { method, body, signal }: RequestInit) => {
    const { docs = [] } = JSON.parse((body as string | undefined) ?? '{}') as {
      docs?: { _id: string }[];
    };
    if (address.includes('_design')) asked.counts += 1;
    if (address.endsWith('_bulk_docs')) {
      for (const { _id } of docs) held.add(_id);
      return Response.json(docs.map(({ _id }) => ({ ok: true, id: _id, rev: '1-a' })));
    }
    if (address.endsWith('_all_docs?include_docs=true'))
      return Response.json({ rows: noneOf(body) });
    if (address.includes('_all_docs?limit'))
      return Response.json({ rows: [...held].map((id) => ({ id })) });
    if (address.includes('feed=longpoll'))
      return new Promise((_, reject) => signal?.addEventListener('abort', reject));
    if (address.includes('_changes')) return Response.json({ results: [], last_seq: 1 });
    if (address.includes('_local') && method === 'GET')
      return Response.json({ error: 'not_found' }, { status: 404 });
    return Response.json({ rows: [], update_seq: 1, doc_count: held.size });
  });
  return asked;
};

test('X11: looking in a tab that does not sync has both sides counted by the one that does, and shows it', async () => {
  const { open } = await tabs();
  const asked = silentServer();
  const first = open();
  const countedAt = ({ status$ }: TabSync): number => {
    let found = 0;
    status$.subscribe((status) => (found = status.countedAt)).unsubscribe();
    return found;
  };
  await vi.waitFor(() => expect(countedAt(first)).toBeGreaterThan(0), PATIENT);
  const second = open();
  await vi.waitFor(() => expect(stateOf(second)).toBe('in-step'), PATIENT);
  const [before, counted] = [asked.counts, countedAt(first)];
  second.look();
  await vi.waitFor(() => expect(countedAt(second)).toBeGreaterThan(counted), PATIENT);
  expect([asked.counts, countedAt(first)]).toEqual([before + 1, countedAt(second)]);
});

test('X8: a tab that lost the sync stops, and has it again when the other tab is gone', async () => {
  const { name, open } = await tabs();
  const first = open();
  await vi.waitFor(() => expect(stateOf(first)).toBe('offline'), PATIENT);
  const thief = new AbortController();
  void navigator.locks.request(
    name,
    { steal: true },
    () =>
      new Promise<void>((resolve) => {
        thief.signal.addEventListener('abort', () => resolve());
      }),
  );
  await vi.waitFor(() => expect(stateOf(first)).toBe('starting'), PATIENT);
  thief.abort();
  await vi.waitFor(() => expect(stateOf(first)).toBe('offline'), PATIENT);
  expect(await holders(name)).toBe(1);
});
