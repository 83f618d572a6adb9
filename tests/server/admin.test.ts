import memory from 'pouchdb-adapter-memory';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { adminBy, type Admin } from '#server/accounts/admin.ts';
import { WAIT_MS, WRONG_FREE } from '#server/accounts/attempts.ts';
import { SESSION_MS } from '#server/accounts/sessions.ts';
import { createApp } from '#server/app.ts';
import { endpointInMemory, type Endpoint } from '#server/endpoint.ts';
import { readSite } from '#server/site.ts';
import { cheap } from './cheap.ts';
import { taking } from './couch/taking.ts';
import { smallSite } from './small-site.ts';

const opened: Endpoint[] = [];
afterEach(() => Promise.all(opened.splice(0).map((endpoint) => endpoint.close())));

const site = readSite(smallSite());
const PASSWORD = 'räksmörgås: with a colon';
const basic = (name: string, password: string): string =>
  `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
const RIGHT = { authorization: basic('admin', PASSWORD) };

const open = (admin: Admin | false = adminBy('admin', PASSWORD, cheap)) => {
  let now = 1_000;
  const endpoint = endpointInMemory(memory, () => now, admin || undefined);
  opened.push(endpoint);
  const app = createApp({ site: () => site, endpoint });
  const ask = async (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ) => {
    const answer = await app.request(`http://volym.example${path}`, {
      method,
      headers: { host: 'volym.example', ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Record<string, unknown>,
    };
  };
  const logIn = async (
    headers: Record<string, string> = {},
    body = JSON.stringify({ name: 'admin', password: PASSWORD }),
  ) => ask('POST', '/db/_session', { 'content-type': 'application/json', ...headers }, body);
  const session = async (): Promise<Record<string, string>> => ({
    cookie: (await logIn()).headers.get('set-cookie')?.split(';')[0] ?? '',
  });
  return { app, ask, logIn, session, endpoint, pass: (ms: number) => void (now += ms) };
};

/** A device that came in by the set-up link, with its workspace. */
const deviceIn = async ({ ask, endpoint }: ReturnType<typeof open>) => {
  const [workspace, device, credential] = [
    randomUUID(),
    randomUUID(),
    randomBytes(32).toString('base64url'),
  ];
  const fields = { secret: endpoint.doors.setUp, workspace, device, credential };
  await ask('POST', '/_volym/set-up', {}, JSON.stringify(fields));
  return {
    database: `/db/w-${workspace}`,
    device,
    headers: { authorization: `Bearer ${device}.${credential}` },
  };
};

describe('X8: the admin', () => {
  test('X8: makes, lists and deletes databases, and enters all of them; nobody else does', async () => {
    const world = open();
    const { ask } = world;
    const { database, headers } = await deviceIn(world);
    for (const [method, path] of [
      ['PUT', '/db/team'],
      ['DELETE', '/db/team'],
      ['DELETE', database],
      ['GET', '/db/_all_dbs'],
    ] as [string, string][])
      for (const who of [{}, headers, { authorization: basic('admin', 'wrong') }])
        expect(await ask(method, path, who)).toMatchObject({
          status: 401,
          body: { error: 'unauthorized' },
        });
    expect((await ask('PUT', '/db/team', RIGHT)).status).toBe(201);
    expect((await ask('PUT', '/db/team/a', RIGHT, '{}')).status).toBe(201);
    expect((await ask('PUT', `${database}/a`, RIGHT, '{}')).status).toBe(201);
    expect((await ask('GET', '/db/_all_dbs', RIGHT)).body).toEqual([
      'team',
      database.slice('/db/'.length),
    ]);
    expect((await ask('GET', '/db/team', headers)).status).toBe(403);
    expect((await ask('GET', '/db/team')).status).toBe(401);
    expect((await ask('DELETE', '/db/team', RIGHT)).status).toBe(200);
    expect((await ask('GET', '/db/team', RIGHT)).status).toBe(404);
  });

  test('X18: with a workspace that the admin deletes, its devices are shut out', async () => {
    const world = open();
    const { database, headers } = await deviceIn(world);
    expect((await world.ask('GET', database, headers)).status).toBe(200);
    expect((await world.ask('DELETE', database, RIGHT)).status).toBe(200);
    expect((await world.ask('GET', database, headers)).status).toBe(401);
    expect(world.endpoint.doors.devicesOf(database.slice('/db/'.length))).toEqual([]);
  });

  test('X8: without one in the environment no password is right', async () => {
    const { ask, logIn } = open(false);
    for (const name of ['admin', '', 'undefined'])
      expect((await ask('PUT', '/db/team', { authorization: basic(name, PASSWORD) })).status).toBe(
        401,
      );
    expect((await logIn()).status).toBe(401);
    expect((await ask('GET', '/db/_session')).body).toMatchObject({
      ok: true,
      userCtx: { name: null, roles: [] },
    });
  });
});

test('X8: the databases greet as CouchDB does, with the slash and without, also a page from elsewhere', async () => {
  const { ask } = open();
  for (const path of ['/db', '/db/']) {
    const { status, headers, body } = await ask('GET', path, {
      origin: 'https://elsewhere.example',
    });
    expect([status, body.couchdb]).toEqual([200, 'Welcome']);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  }
});

describe('X8: a session', () => {
  test('X8: is opened by JSON or by a form, shown, renewed while it is used, and closed', async () => {
    const { ask, logIn, session, pass } = open();
    const form = new URLSearchParams({ name: 'admin', password: PASSWORD }).toString();
    const byForm = await logIn({ 'content-type': 'application/x-www-form-urlencoded' }, form);
    expect(byForm).toMatchObject({
      status: 200,
      body: { ok: true, name: 'admin', roles: ['_admin'] },
    });
    const cookie = await session();
    const who = async () => (await ask('GET', '/db/_session', cookie)).body;
    expect(await who()).toMatchObject({
      userCtx: { name: 'admin' },
      info: { authenticated: 'cookie' },
    });
    for (let at = 0; at < 3; at += 1) {
      pass(SESSION_MS - 1);
      expect((await ask('GET', '/db/_all_dbs', cookie)).status).toBe(200);
    }
    pass(SESSION_MS);
    expect((await ask('GET', '/db/_all_dbs', cookie)).status).toBe(401);
    const again = await session();
    expect((await ask('DELETE', '/db/_session', again)).headers.get('set-cookie')).toContain(
      'Max-Age=0',
    );
    expect((await ask('GET', '/db/_all_dbs', again)).status).toBe(401);
  });

  test('X8: its cookie is out of reach of scripts and of other sites, and goes over https alone where there is https', async () => {
    const { logIn } = open();
    const { headers } = await logIn();
    expect(headers.get('set-cookie')).toMatch(
      /^AuthSession=[\w-]{43}; Path=\/db; HttpOnly; SameSite=Strict$/,
    );
    expect((await logIn({ 'x-forwarded-proto': 'https' })).headers.get('set-cookie')).toMatch(
      /SameSite=Strict; Secure$/,
    );
  });

  test('X8: a page from elsewhere opens none and uses none, also from another port or by a plain form', async () => {
    const { ask, logIn, session } = open();
    const cookie = await session();
    const elsewhere = [
      { origin: 'https://evil.example' },
      { origin: 'http://volym.example:8080' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[];
    for (const from of elsewhere) {
      expect((await ask('PUT', '/db/team', { ...cookie, ...from })).status).toBe(401);
      const refused = await logIn(from);
      expect([refused.status, refused.headers.get('set-cookie')]).toEqual([403, null]);
      expect(
        (await ask('DELETE', '/db/_session', { ...cookie, ...from })).headers.get('set-cookie'),
      ).toBeNull();
    }
    const own = { ...cookie, origin: 'https://volym.example', 'sec-fetch-site': 'same-origin' };
    const { status, headers } = await ask('PUT', '/db/team', own);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([201, '*']);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect((await ask('PUT', '/db/other', { ...RIGHT, ...elsewhere[0] })).status).toBe(201);
  });

  test.each([
    '{',
    '[]',
    '{"name":"admin"}',
    '{"name":"admin","password":["a"]}',
    'name=admin',
    ''.padEnd(20_000, ' '),
  ])('X8: %.40s opens none', async (body) => {
    const { status, headers } = await open().logIn({}, body);
    expect([Math.floor(status / 100), headers.get('set-cookie')]).toEqual([4, null]);
  });
});

describe('X8: wrong passwords', () => {
  test('X8: after ten, nothing is tried for a while, by session or in a header; other addresses and open sessions go on', async () => {
    const { ask, logIn, session, pass } = open();
    const cookie = await session();
    const from = (address: string) => ({ 'x-forwarded-for': `6.6.6.6, ${address}` });
    const wrong = JSON.stringify({ name: 'admin', password: 'wrong' });
    for (let at = 0; at < WRONG_FREE; at += 1)
      expect((await logIn(from('1.1.1.1'), wrong)).status).toBe(401);
    for (const answer of [
      await logIn(from('1.1.1.1')),
      await ask('GET', '/db/team', { ...RIGHT, ...from('1.1.1.1') }),
    ])
      expect([answer.status, answer.headers.get('retry-after'), answer.body.error]).toEqual([
        429,
        String(WAIT_MS / 1000),
        'too_many_requests',
      ]);
    expect((await logIn(from('2.2.2.2'))).status).toBe(200);
    expect((await ask('GET', '/db/_all_dbs', { ...cookie, ...from('1.1.1.1') })).status).toBe(200);
    pass(WAIT_MS);
    expect((await logIn(from('1.1.1.1'))).status).toBe(200);
  });

  test('X8: many at the same time are counted one by one, and a right one forgives those before it', async () => {
    const { logIn } = open();
    const wrong = JSON.stringify({ name: 'admin', password: 'wrong' });
    for (let at = 0; at < WRONG_FREE - 1; at += 1) await logIn({}, wrong);
    expect((await logIn()).status).toBe(200);
    const answers = await Promise.all(
      Array.from({ length: WRONG_FREE + 3 }, () => logIn({}, wrong)),
    );
    expect(answers.map(({ status }) => status)).toEqual([
      ...Array.from({ length: WRONG_FREE }, () => 401),
      429,
      429,
      429,
    ]);
  });

  test('X8: another name for each try is no way on, neither by session nor in a header', async () => {
    const { ask, logIn } = open();
    const statuses: number[] = [];
    for (let at = 0; at < WRONG_FREE; at += 2) {
      statuses.push(
        (await logIn({}, JSON.stringify({ name: `name-${at}`, password: 'wrong' }))).status,
      );
      statuses.push(
        (await ask('GET', '/db/team', { authorization: basic(`name-${at + 1}`, 'wrong') })).status,
      );
    }
    expect(statuses).toEqual(Array.from({ length: WRONG_FREE }, () => 401));
    expect((await logIn()).status).toBe(429);
    expect((await ask('GET', '/db/team', { authorization: basic('new', 'wrong') })).status).toBe(
      429,
    );
  });

  test('X8: a page elsewhere that guesses from the admin’s own address keeps out pages elsewhere, and nobody else there', async () => {
    const { ask, logIn } = open();
    const own = { 'x-forwarded-for': '1.1.1.1' };
    const page = { ...own, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const wrong = { authorization: basic('admin', 'wrong') };
    for (let at = 0; at < WRONG_FREE; at += 1)
      expect((await ask('GET', '/db/team', { ...wrong, ...page })).status).toBe(401);
    expect((await ask('GET', '/db/team', { ...RIGHT, ...page })).status).toBe(429);
    expect((await ask('GET', '/db/_all_dbs', { ...RIGHT, ...own })).status).toBe(200);
    expect((await logIn(own)).status).toBe(200);
    expect(
      (await logIn({ ...own, origin: 'https://volym.example', 'sec-fetch-site': 'same-origin' }))
        .status,
    ).toBe(200);
  });

  test('X8: guesses by the admin’s name from hundreds of addresses do not keep the admin waiting behind them', async () => {
    let passed = 0;
    const admin = adminBy('admin', PASSWORD, { ...cheap, knownForMs: 0 });
    const { ask } = open({
      ...admin,
      isProvedBy: async (...given) => {
        const isProved = await admin.isProvedBy(...given);
        passed += 1;
        return isProved;
      },
    });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    expect((await ask('GET', '/db/_all_dbs', { ...RIGHT, ...from('2.2.2.2') })).status).toBe(200);
    const wrong = { authorization: basic('admin', 'wrong') };
    // By then the right one is forgotten.
    expect((await ask('GET', '/db/team', { ...wrong, ...from('3.3.3.3') })).status).toBe(401);
    const guesses = Array.from({ length: 150 }, (_, at) =>
      ask('GET', '/db/team', { ...wrong, ...from(`1.1.1.${at}`) }),
    );
    passed = 0;
    expect((await ask('GET', '/db/_all_dbs', { ...RIGHT, ...from('2.2.2.2') })).status).toBe(200);
    expect(passed).toBeLessThan(20);
    expect(new Set((await Promise.all(guesses)).map(({ status }) => status))).toEqual(
      new Set([401]),
    );
  });

  test('X8: however many come at the same time, no more are tried than may be wrong; a program that is right passes with all', async () => {
    const admin = adminBy('admin', PASSWORD, cheap);
    let tried = 0;
    const isProvedBy: Admin['isProvedBy'] = (...given) => {
      tried += 1;
      return admin.isProvedBy(...given);
    };
    const { ask } = open({ ...admin, isProvedBy });
    const both = { right: RIGHT, wrong: { authorization: basic('admin', 'wrong') } };
    const many = (which: keyof typeof both) =>
      Promise.all(
        Array.from(
          { length: 5 * WRONG_FREE },
          async () => (await ask('GET', '/db/_all_dbs', both[which])).status,
        ),
      );
    expect(new Set(await many('right'))).toEqual(new Set([200]));
    tried = 0;
    expect((await many('wrong')).filter((status) => status === 401)).toHaveLength(WRONG_FREE);
    expect(tried).toBe(WRONG_FREE);
  });
});

describe('X8: a long answer to the admin', () => {
  /** An answer of several pieces, the first of which is taken. */
  const begun = async ({ app, ask }: ReturnType<typeof open>, headers: Record<string, string>) => {
    await ask('PUT', '/db/team', RIGHT);
    const docs = Array.from({ length: 400 }, (_, at) => ({ _id: `d${at}`, x: 'x'.repeat(500) }));
    await ask('POST', '/db/team/_bulk_docs', RIGHT, JSON.stringify({ docs }));
    const sent = { headers: { host: 'volym.example', ...headers } };
    const { next, rest } = await taking(
      app.request('http://volym.example/db/team/_all_docs?include_docs=true', sent),
    );
    return { first: (await next()) as string, rest };
  };

  test('X8: goes on though others say wrong passwords in the same place, and the password is proved for it once', async () => {
    const admin = adminBy('admin', PASSWORD, cheap);
    let tried = 0;
    const isProvedBy: Admin['isProvedBy'] = (...given) => {
      tried += 1;
      return admin.isProvedBy(...given);
    };
    const world = open({ ...admin, isProvedBy });
    const { first, rest } = await begun(world, RIGHT);
    const wrong = { authorization: basic('admin', 'wrong') };
    for (let at = 0; at < WRONG_FREE; at += 1) await world.ask('GET', '/db/team', wrong);
    expect((await world.ask('GET', '/db/team', RIGHT)).status).toBe(429);
    tried = 0;
    expect(JSON.parse(first + (await rest()))).toMatchObject({ total_rows: 400 });
    expect(tried).toBe(0);
  });

  test('X8: ends when the session that asked for it is closed', async () => {
    const world = open();
    const cookie = await world.session();
    const { rest } = await begun(world, cookie);
    await world.ask('DELETE', '/db/_session', cookie);
    await expect(rest()).rejects.toThrow('This device is not let in.');
  });
});
