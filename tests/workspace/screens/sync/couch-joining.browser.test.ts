import { afterEach, expect, test, vi } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { openSettings } from '#data/device/settings.ts';
import { App } from '#ui/app.svelte.ts';
import { CouchJoining } from '#workspace/screens/couch/couch-joining.svelte.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { outOfSightFor } from '#tests/factories/out-of-sight.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { makeKeyring, PASSPHRASE } from '#tests/factories/vaults.ts';

const RIGHT = { by: 'passphrase', text: PASSPHRASE } as const;

afterEach(() => void vi.unstubAllGlobals());

/** A database that holds a workspace's keyring, and otherwise answers nothing more. */
const couchWith = async (): Promise<void> => {
  const { keyring } = await makeKeyring();
  const document = {
    _id: KEYRING_ID,
    key: 'k',
    workspace: 'at-couch',
    open: { data: keyring.data },
  };
  const row = { key: KEYRING_ID, value: { rev: '1-a' }, doc: document };
  vi.stubGlobal('fetch', (_: string, { method }: RequestInit) =>
    Promise.resolve(
      Response.json(method === 'POST' ? { rows: [row] } : { couchdb: 'Welcome', doc_count: 1 }),
    ),
  );
};

test('X9: a workspace at a CouchDB that was opened and not entered locks by itself, says so, and is asked for again', async () => {
  await couchWith();
  const clock = setClock();
  const app = new App(openSettings(keptStorage()), clock);
  const joining = new CouchJoining(app, 'https://volym.nordby.example');
  Object.assign(joining, {
    address: 'https://couch.nordby.example',
    database: 'team',
    user: 'sara',
    password: 'rätt',
  });
  for (const ms of [60_000, 36_000_000]) {
    await joining.go();
    expect([joining.problem, joining.lock?.opened]).toEqual([undefined, undefined]);
    expect((await joining.lock?.unlock(RIGHT))?.ok).toBe(true);
    outOfSightFor(clock, 59_000);
    expect(joining.lock?.opened).toBeDefined();
    outOfSightFor(clock, ms);
    expect([joining.problem, joining.lock]).toEqual(['locked', undefined]);
    expect([await joining.enter(), app.hasWorkspace, app.settings.current.workspaces]).toEqual([
      false,
      false,
      {},
    ]);
  }
  // Who goes back leaves nothing open.
  await joining.go();
  await joining.lock?.unlock(RIGHT);
  const { lock } = joining;
  joining.forget();
  expect(lock?.opened).toBeUndefined();
  app.settings.close();
});
