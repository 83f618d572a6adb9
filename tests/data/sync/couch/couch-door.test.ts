import memory from 'pouchdb-adapter-memory';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { lookIntoCouch, type CouchLogin } from '#data/sync/couch/couch-door.ts';
import { basic } from '#data/sync/couch/database-at.ts';
import { adminBy } from '#server/accounts/admin.ts';
import { endpointInMemory, type Endpoint } from '#server/endpoint.ts';

const opened: Endpoint[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const endpoint of opened.splice(0)) await endpoint.close();
});

const LOGIN: CouchLogin = {
  server: 'https://couch.nordby.example',
  database: 'team',
  user: 'admin',
  password: 'rätt',
};
const WORKSPACE = '0197a1b2-0000-7000-8000-0000000000aa';
const KEYRING = { v: 1, vaultKey: 'k', wraps: {} };

type Rule = (request: Request) => Response | undefined;

/**
 * This repository's endpoint in the place of a CouchDB; a rule may answer what another CouchDB
 * would.
 */
const couch = (rule: Rule = () => undefined) => {
  const endpoint = endpointInMemory(memory, Date.now, adminBy(LOGIN.user, LOGIN.password));
  opened.push(endpoint);
  const asked: Request[] = [];
  const answer = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(address, init);
    asked.push(request.clone());
    return rule(request) ?? endpoint.databases.request(address, init);
  };
  vi.stubGlobal('fetch', answer);
  const put = (path: string, body?: unknown) =>
    answer(`${LOGIN.server}/${path}`, {
      method: 'PUT',
      headers: { authorization: basic(LOGIN), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { put, asked };
};

const look = (part: Partial<CouchLogin> = {}, mayMake = false) =>
  lookIntoCouch({ ...LOGIN, ...part }, { mayMake });
const refused = (code: string) => ({ ok: false, problem: { code } });
const isOf = (method: string, path: string, request: Request): boolean =>
  request.method === method && new URL(request.url).pathname === path;
const json = (status: number, body: object): Response => Response.json(body, { status });

describe('X8: what the user is told before a CouchDB is used', () => {
  test('X8: a server that does not answer, or whose CORS is closed', async () => {
    couch();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await look()).toEqual(refused('unreachable'));
  });

  test.each([
    ['a page', () => new Response('<!doctype html>')],
    ['other JSON', () => json(200, { hello: 'world' })],
    ['an address without anything', () => json(404, { error: 'not_found' })],
  ])('X8: %s is no CouchDB', async (_, page) => {
    couch(page);
    expect(await look()).toEqual(refused('not-couch'));
  });

  test('X8: a wrong user or password, whether or not the server greets strangers', async () => {
    const { put } = couch();
    await put('team');
    expect(await look({ password: 'fel' })).toEqual(refused('wrong-password'));
    expect(await look({ user: 'sara' })).toEqual(refused('wrong-password'));
    couch(() => json(401, { error: 'unauthorized' }));
    expect(await look()).toEqual(refused('wrong-password'));
  });

  test('X8: a user that may not enter the database', async () => {
    couch((request) =>
      isOf('GET', '/team', request) ? json(403, { error: 'forbidden' }) : undefined,
    );
    expect(await look()).toEqual(refused('no-right'));
  });

  test('X8: a database that is not there is made where that is asked for and allowed', async () => {
    couch();
    expect(await look()).toEqual(refused('no-database'));
    expect(await look({}, true)).toEqual({ ok: true, value: undefined });
    expect(await look()).toEqual({ ok: true, value: undefined });
    // CouchDB answers so to a user that is no admin.
    couch((request) =>
      request.method === 'PUT' ? json(401, { error: 'unauthorized' }) : undefined,
    );
    expect(await look({}, true)).toEqual(refused('may-not-make'));
  });

  test('X8: a name that no database can have, without asking', async () => {
    const { asked } = couch();
    expect(await look({ database: 'Team' }, true)).toEqual(refused('bad-name'));
    expect(asked).toHaveLength(0);
  });

  test('X8: the workspace there is known by its readable keyring, which says whose it is', async () => {
    const { put } = couch();
    await put('team');
    await put(`team/${KEYRING_ID}`, { key: 'k1', open: { data: KEYRING }, workspace: WORKSPACE });
    expect(await look()).toEqual({ ok: true, value: { workspace: WORKSPACE, keyring: KEYRING } });
  });

  test('X8: a keyring that another replicator brought is known by the name of its database', async () => {
    const { put } = couch();
    await put(`w-${WORKSPACE}`);
    await put(`w-${WORKSPACE}/${KEYRING_ID}`, { key: 'k1', open: { data: KEYRING } });
    expect(await look({ database: `w-${WORKSPACE}` })).toMatchObject({
      ok: true,
      value: { workspace: WORKSPACE },
    });
  });

  test.each([
    ['other documents', 'other', { hello: 'world' }],
    ['a keyring of no form', KEYRING_ID, { open: { data: { v: 1 } }, workspace: WORKSPACE }],
    [
      'a keyring whose workspace has no name',
      KEYRING_ID,
      { open: { data: KEYRING }, workspace: '../../x' },
    ],
  ])('X8: %s in the database are not mixed with a workspace', async (_, id, document) => {
    const { put } = couch();
    await put('team');
    await put(`team/${id}`, document);
    expect(await look({}, true)).toEqual(refused('other-contents'));
  });

  test('X8: the password is in no address', async () => {
    const { put, asked } = couch();
    await put('team');
    await look({}, true);
    expect(asked.length).toBeGreaterThan(3);
    for (const { url } of asked) expect(decodeURIComponent(url)).not.toContain(LOGIN.password);
  });
});
