import { afterEach, describe, expect, test, vi } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import {
  changeCouchPassword,
  comeInAtCouch,
  connectToCouch,
} from '#data/sync/couch/come-in-couch.ts';
import { connectionOf } from '#data/sync/server/connection.ts';
import type { CouchLogin } from '#data/sync/couch/couch-door.ts';
import { basic } from '#data/sync/couch/database-at.ts';
import { deviceKeysOf, forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { makeKeys, readyKeys } from '#data/vault/keys.ts';
import { openTestWorkspace } from '#tests/factories/workspace-in-browser.ts';

afterEach(() => void vi.unstubAllGlobals());

const LOGIN: CouchLogin = {
  server: 'https://couch.nordby.example',
  database: 'team',
  user: 'sara',
  password: 'rätt',
};

/** A CouchDB with a keyring of that workspace, or nothing in it; its password can be changed. */
const couch = (workspace: string | undefined) => {
  const known = { password: LOGIN.password };
  const document = {
    _id: KEYRING_ID,
    key: 'k',
    workspace,
    open: { data: { v: 1, vaultKey: 'k', wraps: {} } },
  };
  const none = { key: KEYRING_ID, error: 'not_found' };
  const row =
    workspace === undefined ? none : { key: KEYRING_ID, value: { rev: '1-a' }, doc: document };
  vi.stubGlobal('fetch', async (address: string, { method, headers }: RequestInit) => {
    const authorization = new Headers(headers).get('authorization');
    if (authorization !== basic({ ...LOGIN, ...known })) return Response.json({}, { status: 401 });
    if (method === 'POST') return Response.json({ rows: [row] });
    if (address.includes('_all_docs')) return Response.json({ rows: [] });
    return Response.json({ couchdb: 'Welcome', doc_count: 0 });
  });
  return known;
};

describe('X8: a workspace and a CouchDB', () => {
  test('X8: is connected to an empty database and to its own, and keeps how', async () => {
    const { id } = await openTestWorkspace();
    couch(undefined);
    expect((await connectToCouch(LOGIN, id)).ok).toBe(true);
    const first = await connectionOf(id);
    expect(first).toMatchObject({ kind: 'couch', ...LOGIN });
    couch(id);
    expect((await connectToCouch(LOGIN, id)).ok).toBe(true);
    // The mark on the server, and the record of this device, stay its own.
    expect((await connectionOf(id))?.device).toBe(first?.device);
  });

  test('X8: are not connected if the CouchDB holds another workspace', async () => {
    const { id } = await openTestWorkspace();
    couch('0197a1b2-0000-7000-8000-0000000000aa');
    expect(await connectToCouch(LOGIN, id)).toEqual({
      ok: false,
      problem: { code: 'other-workspace' },
    });
    expect(await connectionOf(id)).toBe(undefined);
  });

  test('X8: a keyring that calls itself by the name of a workspace that is here takes its place in nothing', async () => {
    const { id, settings } = await openTestWorkspace();
    const { raw } = makeKeys();
    const foreign = { workspace: id, keys: await readyKeys(raw, 'w1') };
    const before = await deviceKeysOf(id);
    expect(await comeInAtCouch(LOGIN, foreign, settings)).toEqual({
      ok: false,
      problem: { code: 'other-workspace' },
    });
    expect((await deviceKeysOf(id))?.workspace.id).toBe(before?.workspace.id);
    expect(await connectionOf(id)).toBe(undefined);
    // On a device that does not know the workspace the same keys come in.
    await forgetDeviceKeys(id);
    expect((await comeInAtCouch(LOGIN, foreign, settings)).ok).toBe(true);
    expect(settings.current.workspaces[id]).toMatchObject({ joining: true, person: '' });
    expect((await deviceKeysOf(id))?.workspace.id).toBe(raw.workspace.id);
  });

  test('X8: only a password that lets in takes the place of the one before', async () => {
    const { id } = await openTestWorkspace();
    const known = couch(id);
    await connectToCouch(LOGIN, id);
    known.password = 'nytt';
    expect(await changeCouchPassword(id, 'fel')).toEqual({
      ok: false,
      problem: { code: 'wrong-password' },
    });
    expect(await connectionOf(id)).toMatchObject({ password: LOGIN.password });
    expect((await changeCouchPassword(id, 'nytt')).ok).toBe(true);
    expect(await connectionOf(id)).toMatchObject({ ...LOGIN, password: 'nytt' });
  });
});
