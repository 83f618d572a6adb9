import memory from 'pouchdb-adapter-memory';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openDoors, INVITED_MS } from '#server/accounts/doors.ts';
import { accountsInFile } from '#server/accounts/kept-accounts.ts';
import { createApp } from '#server/app.ts';
import { endpointInMemory, type Endpoint } from '#server/endpoint.ts';
import { readSite } from '#server/site.ts';
import { smallSite } from './small-site.ts';

const WORKSPACE = '0197a1b2-0000-7000-8000-0000000000aa';
const opened: Endpoint[] = [];
afterEach(() => Promise.all(opened.splice(0).map((endpoint) => endpoint.close())));

const open = () => {
  let now = 1_000;
  const endpoint = endpointInMemory(memory, () => now);
  opened.push(endpoint);
  const site = readSite(smallSite());
  const app = createApp({ site: () => site, endpoint });
  const ask = async (method: string, path: string, body?: object, credential?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
    };
    const answer = await app.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, string> };
  };
  const setUp = async (): Promise<string> => {
    const entered = await ask('POST', '/_volym/set-up', {
      secret: endpoint.doors.setUp,
      workspace: WORKSPACE,
      name: 'Saras telefon',
    });
    return entered.body.credential ?? '';
  };
  return { ask, setUp, endpoint, pass: (ms: number) => void (now += ms) };
};
const DATABASE = `/db/w-${WORKSPACE}`;

describe('X8: who comes in', () => {
  test('X8: strangers are refused everywhere, and learn of no database whether it exists', async () => {
    const { ask, setUp } = open();
    await setUp();
    const made = '0197a1b2-0000-7000-8000-0000000000aa.' + 'A'.repeat(43);
    for (const credential of [undefined, 'x', made])
      for (const path of [DATABASE, `${DATABASE}/_changes`, '/db/w-nowhere', '/db/w-nowhere/_all_docs'])
        expect(await ask('GET', path, undefined, credential)).toMatchObject({
          status: 401,
          body: { error: 'unauthorized' },
        });
    for (const path of ['/_volym/invitations', '/_volym/devices'])
      expect((await ask(path.endsWith('devices') ? 'GET' : 'POST', path)).status).toBe(401);
  });

  test('X8: the set-up link lets one device in, once', async () => {
    const { ask, setUp, endpoint } = open();
    const secret = endpoint.doors.setUp;
    expect((await ask('POST', '/_volym/set-up', { secret: 'wrong', workspace: WORKSPACE })).status).toBe(410);
    expect((await ask('POST', '/_volym/set-up', { secret, workspace: '../etc' })).status).toBe(400);
    const credential = await setUp();
    expect((await ask('GET', DATABASE, undefined, credential)).status).toBe(200);
    expect((await ask('POST', '/_volym/set-up', { secret, workspace: WORKSPACE })).status).toBe(410);
    expect(endpoint.doors.setUp).toBeUndefined();
  });

  test('X8: an invitation lets one device in, once, within a week, into that database alone', async () => {
    const { ask, setUp, pass } = open();
    const credential = await setUp();
    const { body } = await ask('POST', '/_volym/invitations', {}, credential);
    const both = await Promise.all(
      [1, 2].map(() => ask('POST', '/_volym/join', { invitation: body.invitation, name: 'Johan' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
    const entered = both.find(({ status }) => status === 201)?.body;
    expect(entered?.database).toBe(`w-${WORKSPACE}`);
    expect((await ask('GET', DATABASE, undefined, entered?.credential)).status).toBe(200);
    expect((await ask('GET', '/db/w-other', undefined, entered?.credential)).status).toBe(403);
    const late = await ask('POST', '/_volym/invitations', {}, credential);
    pass(INVITED_MS + 1);
    expect((await ask('POST', '/_volym/join', { invitation: late.body.invitation })).status).toBe(410);
  });

  test('X18: a reader reads, keeps its own mark, and writes and invites nothing', async () => {
    const { ask, setUp } = open();
    const member = await setUp();
    const { body } = await ask('POST', '/_volym/invitations', { role: 'reader' }, member);
    const reader = (await ask('POST', '/_volym/join', { invitation: body.invitation })).body.credential;
    expect((await ask('GET', `${DATABASE}/_changes`, undefined, reader)).status).toBe(200);
    expect((await ask('POST', `${DATABASE}/_bulk_docs`, { docs: [{ _id: 'a' }] }, reader)).status).toBe(403);
    expect((await ask('PUT', `${DATABASE}/_local/mark`, { n: 1 }, reader)).status).toBe(201);
    expect((await ask('POST', '/_volym/invitations', {}, reader)).status).toBe(403);
  });

  test('X18: a device that is shut out gets no further', async () => {
    const { ask, setUp } = open();
    const member = await setUp();
    const { body } = await ask('POST', '/_volym/invitations', {}, member);
    const { credential, device } = (await ask('POST', '/_volym/join', { invitation: body.invitation, name: 'iPad' }))
      .body;
    const list = (await ask('GET', '/_volym/devices', undefined, member)).body as unknown as {
      name: string;
      own: boolean;
    }[];
    expect(list.map(({ name, own }) => [name, own])).toEqual([
      ['Saras telefon', true],
      ['iPad', false],
    ]);
    expect((await ask('DELETE', `/_volym/devices/${device}`, undefined, member)).status).toBe(200);
    expect((await ask('GET', DATABASE, undefined, credential)).status).toBe(401);
  });

  test('X8: a page from elsewhere may ask with its credential, and never with cookies', async () => {
    const { ask } = open();
    const { headers } = await ask('GET', DATABASE);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

test('X8: who came in is on the disk before it is answered, without any secret, for the owner alone', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'volym-accounts-')), 'accounts.json');
  const doors = openDoors({ accounts: accountsInFile(file), now: () => 1 });
  const entered = doors.enterBySetUp(doors.setUp ?? '', 'w-a', 'telefon');
  const again = openDoors({ accounts: accountsInFile(file), now: () => 1 });
  expect(again.setUp).toBeUndefined();
  expect(again.deviceOf(`Bearer ${entered?.credential}`)?.name).toBe('telefon');
  expect(readFileSync(file, 'utf8')).not.toContain(entered?.credential.split('.')[1]);
  expect(statSync(file).mode & 0o077).toBe(0);
});
