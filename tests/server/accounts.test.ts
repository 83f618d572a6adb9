import memory from 'pouchdb-adapter-memory';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { letInBy, openDoors, INVITED_MS, MOST_DEVICES, MOST_OPEN } from '#server/accounts/doors.ts';
import { accountsInFile } from '#server/accounts/kept-accounts.ts';
import { createApp } from '#server/app.ts';
import { endpointInMemory } from '#server/endpoint.ts';
import { readSite } from '#server/site.ts';
import { closeAll, closeLater, DATABASE, newcomer, open, WORKSPACE } from './let-in.ts';
import { POLICY, smallSite } from './small-site.ts';

afterEach(closeAll);

test.each(['', '/volym'])(
  'X8: the start page at %s/ says what is kept in step here, and of whom nothing',
  async (base) => {
    const [endpoint, site] = [endpointInMemory(memory), readSite(smallSite(base))];
    closeLater(endpoint);
    const app = createApp({ site: () => site, endpoint, base });
    const told = async (path: string, from = app): Promise<string | null> =>
      (await from.request(`${base}${path}`, { method: 'HEAD' })).headers.get('volym-endpoint');
    expect([await told('/'), await told('/credit'), await told('/_up')]).toEqual([
      'set-up',
      null,
      null,
    ]);
    expect(await told('/', createApp({ site: () => site, base }))).toBeNull();
    const [device, secret] = newcomer();
    endpoint.doors.enterBySetUp(endpoint.doors.setUp ?? '', `w-${WORKSPACE}`, { device, secret });
    expect(await told('/')).toBe('members');
  },
);

test('X9: once a workspace is kept in step here, the app may ask this server alone, unless its operator allows more', async () => {
  const endpoint = endpointInMemory(memory);
  closeLater(endpoint);
  const policy = `${POLICY}; connect-src 'self' https: http://localhost:*`;
  const start = { ...readSite(smallSite()).start, policy };
  const site = () => ({ files: new Map([['index.html', start]]), start, policy });
  const asks = async (connectTo?: readonly string[] | 'any'): Promise<string | undefined> => {
    const { headers } = await createApp({ site, endpoint, connectTo }).request('/index.html', {
      method: 'HEAD',
    });
    return /connect-src ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  };
  const wide = "'self' https: http://localhost:*";
  expect(await asks()).toBe(wide);
  const [device, secret] = newcomer();
  endpoint.doors.enterBySetUp(endpoint.doors.setUp ?? '', `w-${WORKSPACE}`, { device, secret });
  expect(await asks()).toBe("'self'");
  expect(await asks(['https://couch.example'])).toBe("'self' https://couch.example");
  expect(await asks('any')).toBe(wide);
});

describe('X8: a device that comes in', () => {
  test('X8: strangers are refused everywhere, and learn of no database whether it exists', async () => {
    const { ask, setUp } = open();
    await setUp();
    const made = '0197a1b2-0000-7000-8000-0000000000aa.' + 'A'.repeat(43);
    for (const credential of [undefined, 'x', made])
      for (const path of [
        DATABASE,
        `${DATABASE}/_changes`,
        '/db/w-nowhere',
        '/db/w-nowhere/_all_docs',
      ])
        expect(await ask('GET', path, undefined, credential)).toMatchObject({
          status: 401,
          body: { error: 'unauthorized' },
        });
    for (const path of ['/_volym/invitations', '/_volym/devices'])
      for (const method of ['GET', 'POST', 'DELETE'])
        expect((await ask(method, path)).status).toBe(401);
  });

  test('X8: the set-up link lets one device in, once, and again only itself when the answer was lost', async () => {
    const { ask, endpoint } = open();
    const [secret, [device, credential]] = [endpoint.doors.setUp, newcomer()];
    const enter = (more: object = {}) =>
      ask('POST', '/_volym/set-up', { secret, workspace: WORKSPACE, device, credential, ...more });
    expect(await enter({ secret: 'wrong' })).toMatchObject({
      status: 410,
      body: { error: 'not-the-set-up' },
    });
    expect((await enter({ workspace: '../etc' })).status).toBe(400);
    expect((await enter({ device: '../etc' })).status).toBe(400);
    expect((await enter({ credential: 'short' })).status).toBe(400);
    expect((await enter()).status).toBe(201);
    expect((await ask('GET', DATABASE, undefined, `${device}.${credential}`)).status).toBe(200);
    expect((await enter()).status).toBe(201);
    expect((await enter({ credential: 'A'.repeat(43) })).status).toBe(410);
    const [other, own] = newcomer();
    const used = { status: 410, body: { error: 'set-up-is-used' } };
    expect(await enter({ device: other, credential: own })).toMatchObject(used);
    expect(await enter({ device: other, credential: own, secret: 'wrong' })).toMatchObject(used);
    expect(endpoint.doors.setUp).toBeUndefined();
  });

  test('X8: an invitation lets one device in, once, within half an hour, into that database alone', async () => {
    const { ask, setUp, invite, join, pass } = open();
    const member = await setUp();
    const { invitation } = await invite(member, { keys: 'sealed' });
    const both = await Promise.all([join(invitation), join(invitation)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
    const entered = both.find(({ status }) => status === 201);
    expect(entered?.body).toEqual({ database: `w-${WORKSPACE}`, role: 'member', keys: 'sealed' });
    expect((await ask('GET', DATABASE, undefined, entered?.credential)).status).toBe(200);
    expect((await ask('GET', '/db/w-other', undefined, entered?.credential)).status).toBe(403);
    const late = await invite(member);
    pass(INVITED_MS + 1);
    expect((await join(late.invitation)).status).toBe(410);
  });

  test('X8: the device that used an invitation may ask again when the answer was lost, and no other; not after it was shut out', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const { invitation } = await invite(member, { keys: 'sealed' });
    const own = newcomer();
    const first = await join(invitation, own);
    expect(await join(invitation, own)).toEqual(first);
    expect((await join(invitation, [own[0], 'A'.repeat(43)])).status).toBe(410);
    await ask('DELETE', `/_volym/devices/${own[0]}`, undefined, member);
    expect((await join(invitation, own)).status).toBe(410);
  });

  test('X8: an invitation that was taken back lets nobody in, and is on the list no longer', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const { id, invitation } = await invite(member);
    expect((await ask('GET', '/_volym/invitations', undefined, member)).body).toEqual([
      { id, role: 'member', leftMs: INVITED_MS },
    ]);
    expect((await ask('DELETE', `/_volym/invitations/${id}`, undefined, member)).status).toBe(200);
    expect((await ask('GET', '/_volym/invitations', undefined, member)).body).toEqual([]);
    expect((await join(invitation)).status).toBe(410);
    expect((await ask('DELETE', `/_volym/invitations/${id}`, undefined, member)).status).toBe(404);
  });

  test('X8: a hundred invitations may wait in a workspace; one more is refused until who came by one has asked for something, or one is taken back or over', async () => {
    const { ask, setUp, invite, join, pass } = open();
    const member = await setUp();
    const asked = { role: 'member' };
    const invitedAgain = async (): Promise<number> =>
      (await ask('POST', '/_volym/invitations', asked, member)).status;
    const [first, second] = [await invite(member), await invite(member)];
    for (let at = 2; at < MOST_OPEN; at += 1) expect(await invitedAgain()).toBe(201);
    expect(await ask('POST', '/_volym/invitations', asked, member)).toMatchObject({
      status: 409,
      body: { error: 'too-many-invitations' },
    });
    const { credential } = await join(first.invitation);
    expect(await invitedAgain()).toBe(409);
    await ask('GET', DATABASE, undefined, credential);
    expect([await invitedAgain(), await invitedAgain()]).toEqual([201, 409]);
    await ask('DELETE', `/_volym/invitations/${second.id}`, undefined, member);
    expect([await invitedAgain(), await invitedAgain()]).toEqual([201, 409]);
    pass(INVITED_MS);
    expect(await invitedAgain()).toBe(201);
  });

  test('X8: five hundred devices are let into a workspace; one more is refused, and its link good still, until one is shut out', async () => {
    const { ask, setUp, invite, join, fillTo } = open();
    const member = await setUp();
    const { invitation: link } = await invite(member);
    const own = newcomer();
    const [one] = fillTo(member, MOST_DEVICES);
    const full = { status: 409, body: { error: 'too-many-devices' } };
    expect(await join(link, own)).toMatchObject(full);
    expect(await ask('POST', '/_volym/invitations', { role: 'member' }, member)).toMatchObject(
      full,
    );
    await ask('DELETE', `/_volym/devices/${one}`, undefined, member);
    expect((await join(link, own)).status).toBe(201);
    // An answer that was lost is given again, however full it is.
    expect((await join(link, own)).status).toBe(201);
  });

  test('X8: a used invitation is not taken back, and what waited for its device is gone once it has asked for more', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const { id, invitation } = await invite(member, { keys: 'sealed' });
    const own = newcomer();
    const { credential } = await join(invitation, own);
    expect((await ask('DELETE', `/_volym/invitations/${id}`, undefined, member)).status).toBe(409);
    await ask('GET', DATABASE, undefined, credential);
    expect((await join(invitation, own)).status).toBe(410);
  });

  test('X18: with a device its open invitations are shut out, and a long-poll of it hears so at once', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const { credential, device } = await join((await invite(member)).invitation);
    const { invitation } = await invite(credential);
    const waiting = ask(
      'GET',
      `${DATABASE}/_changes?feed=longpoll&include_docs=true&timeout=20000`,
      undefined,
      credential,
    );
    await ask('GET', DATABASE, undefined, credential);
    await ask('DELETE', `/_volym/devices/${device}`, undefined, member);
    // Nothing was written, and the poll has twenty seconds to go.
    expect((await waiting).status).toBe(401);
    expect((await join(invitation)).status).toBe(410);
  });

  test('X18: with a device all that it let in may be shut out, and they, but never who asks, nor whom that one let in', async () => {
    const { ask, setUp, invite, join, endpoint } = open();
    const member = await setUp();
    const by = async (who: string) => join((await invite(who)).invitation);
    const mallory = await by(member);
    const [second, bob] = [await by(mallory.credential), await by(mallory.credential)];
    const [third, fourth, carl] = [
      await by(second.credential),
      await by(second.credential),
      await by(bob.credential),
    ];
    const { invitation } = await invite(fourth.credential);
    const letIn = () =>
      letInBy(endpoint.doors.devicesOf(`w-${WORKSPACE}`), inside(bob.credential), mallory.device);
    const inside = (credential: string) =>
      endpoint.doors.deviceOf(`Bearer ${credential}`) ?? expect.fail('shut out');
    const out = async (who: string, more = '') =>
      (await ask('DELETE', `/_volym/devices/${who}${more}`, undefined, bob.credential)).body;
    expect(letIn()).toEqual([second.device, third.device, fourth.device]);
    // Whom one let in that goes alone is of the one before.
    expect(await out(second.device)).toEqual({ ok: true, devices: [second.device] });
    expect(letIn()).toEqual([third.device, fourth.device]);
    const listed = (await ask('GET', '/_volym/devices', undefined, bob.credential))
      .body as unknown as object[];
    expect(listed).toContainEqual(expect.objectContaining({ id: mallory.device, letIn: 2 }));
    // A device let in by one that is gone is listed as let in by another.
    expect(listed).toContainEqual(expect.objectContaining({ id: bob.device, by: mallory.device }));
    expect(listed).toContainEqual(
      expect.objectContaining({ id: third.device, by: mallory.device, isHandedOn: true }),
    );
    expect(listed.find((entry) => 'id' in entry && entry.id === bob.device)).not.toHaveProperty(
      'isHandedOn',
    );
    expect((await out(mallory.device, '?with=let-in')).devices).toEqual([
      mallory.device,
      third.device,
      fourth.device,
    ]);
    const ids = endpoint.doors.devicesOf(`w-${WORKSPACE}`).map(({ id }) => id);
    expect(ids).toEqual([member.slice(0, 36), bob.device, carl.device]);
    expect((await join(invitation)).status).toBe(410);
  });

  test('X18: whom one let in that went with all that it let in is of the one before them, also who asked', async () => {
    const { ask, setUp, invite, join, endpoint } = open();
    const member = await setUp();
    const by = async (who: string) => join((await invite(who)).invitation);
    const grandparent = await by(member);
    const parent = await by(grandparent.credential);
    const between = await by(parent.credential);
    const asker = await by(between.credential);
    const child = await by(asker.credential);
    const done = await ask(
      'DELETE',
      `/_volym/devices/${parent.device}?with=let-in`,
      undefined,
      asker.credential,
    );
    expect(done.body.devices).toEqual([parent.device, between.device]);
    const own = endpoint.doors.deviceOf(`Bearer ${member}`) ?? expect.fail('shut out');
    const left = endpoint.doors.devicesOf(`w-${WORKSPACE}`);
    expect(letInBy(left, own, grandparent.device)).toEqual([asker.device, child.device]);
    const all = await ask(
      'DELETE',
      `/_volym/devices/${grandparent.device}?with=let-in`,
      undefined,
      member,
    );
    expect(all.body.devices).toEqual([grandparent.device, asker.device, child.device]);
  });

  test('X8: a body that is too large is refused before it is read', async () => {
    const { ask } = open();
    expect((await ask('POST', '/_volym/join', { invitation: 'x'.repeat(20_000) })).status).toBe(
      413,
    );
  });

  test('X18: a reader reads, keeps its own mark, and writes, invites and shuts out nothing', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const { invitation } = await invite(member, { role: 'reader' });
    const { credential: reader, device } = await join(invitation);
    expect((await ask('GET', `${DATABASE}/_changes`, undefined, reader)).status).toBe(200);
    expect(
      (await ask('POST', `${DATABASE}/_bulk_docs`, { docs: [{ _id: 'a' }] }, reader)).status,
    ).toBe(403);
    expect((await ask('PUT', `${DATABASE}/_local/volym-${device}`, { n: 1 }, reader)).status).toBe(
      201,
    );
    expect((await ask('POST', '/_volym/invitations', { role: 'reader' }, reader)).status).toBe(403);
    expect(
      (await ask('DELETE', `/_volym/devices/${member.slice(0, 36)}`, undefined, reader)).status,
    ).toBe(403);
  });

  test('X18: a reader writes and deletes no mark but its own, and that one stays small; a member keeps those of a replicator', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const { credential: reader, device } = await join(
      (await invite(member, { role: 'reader' })).invitation,
    );
    const mark = (name: string): string => `${DATABASE}/_local/${name}`;
    const others = [
      mark(`volym-${member.slice(0, 36)}`),
      mark('Yx3k_f1.lpvbc=='),
      mark(`x%2Fvolym-${device}`),
    ];
    const own = [mark(`volym-${device}`), mark(`volym%2D${device}`)];
    for (const path of others) {
      expect((await ask('PUT', path, { n: 3 }, member)).status).toBe(201);
      expect((await ask('PUT', path, { n: 'x' }, reader)).status).toBe(403);
      expect((await ask('PUT', path, { _deleted: true }, reader)).status).toBe(403);
      expect((await ask('DELETE', path, undefined, reader)).status).toBe(403);
      expect((await ask('GET', path, undefined, reader)).body).toMatchObject({ n: 3 });
    }
    for (const path of own) {
      expect((await ask('PUT', path, { n: 1 }, reader)).status).toBe(201);
      expect((await ask('PUT', path, { n: 1, x: 'x'.repeat(5_000) }, reader)).status).toBe(413);
      expect((await ask('DELETE', path, undefined, reader)).status).toBe(200);
    }
    const ofReplicator = {
      history: Array.from({ length: 50 }, () => ({ recorded_seq: 'g1'.padEnd(2_000, 'A') })),
    };
    expect((await ask('PUT', mark('Yx3k_f1.lpvbc=='), ofReplicator, member)).status).toBe(201);
  });

  test('X18: a member writes and deletes no mark of another device either, by whatever address; those of replicators it does', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const { credential: other, device } = await join((await invite(member)).invitation);
    const [name, _id] = [`volym-${device}`, `_local/volym-${device}`];
    expect((await ask('PUT', `${DATABASE}/_local/${name}`, { n: 1 }, other)).status).toBe(201);
    for (const path of [`_local/${name}`, `_local/volym%2D${device}`, `_local%2F${name}`]) {
      expect((await ask('PUT', `${DATABASE}/${path}`, { n: 2 }, member)).status).toBe(403);
      expect(
        (await ask('PUT', `${DATABASE}/${path}?new_edits=false`, { n: 2, _rev: '0-9' }, member))
          .status,
      ).toBe(403);
      expect((await ask('PUT', `${DATABASE}/${path}`, { _deleted: true }, member)).status).toBe(
        403,
      );
      expect((await ask('DELETE', `${DATABASE}/${path}?rev=0-1`, undefined, member)).status).toBe(
        403,
      );
    }
    expect((await ask('POST', DATABASE, { _id, n: 2 }, member)).status).toBe(403);
    const bulk = async (more: object) =>
      (await ask('POST', `${DATABASE}/_bulk_docs`, more, member)).body;
    const ofReplicator = { _id: '_local/Yx3k_f1.lpvbc==', n: 2 };
    const docs = [
      { _id, n: 2 },
      { _id, _deleted: true },
      ofReplicator,
      { _id: `_local/volym-${member.slice(0, 36)}` },
    ];
    const refused = { id: _id, error: 'forbidden', status: 403 };
    expect(await bulk({ docs })).toMatchObject([refused, refused, { ok: true }, { ok: true }]);
    expect(await bulk({ docs, new_edits: false })).toMatchObject([refused, refused]);
    expect((await ask('GET', `${DATABASE}/${_id}`, undefined, other)).body).toMatchObject({ n: 1 });
    expect(
      (await ask('GET', `${DATABASE}/${ofReplicator._id}`, undefined, other)).body,
    ).toMatchObject({ n: 2 });
  });

  test('X18: a member lets a device change or only read, which applies and is reported from its next request on', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const {
      credential: own,
      device,
      body,
    } = await join((await invite(member, { role: 'reader' })).invitation);
    expect(body.role).toBe('reader');
    const role = (path: string, to: string, by: string) =>
      ask('PUT', `/_volym/devices/${path}`, { role: to }, by);
    const write = () => ask('POST', `${DATABASE}/_bulk_docs`, { docs: [] }, own);
    expect((await role(device, 'member', own)).status).toBe(403);
    expect((await write()).headers.get('volym-role')).toBe('reader');
    expect((await role(device, 'member', member)).status).toBe(200);
    const written = await write();
    expect([written.status, written.headers.get('volym-role')]).toEqual([201, 'member']);
    const { invitation } = await invite(own);
    expect((await role(device, 'reader', member)).status).toBe(200);
    expect((await write()).status).toBe(403);
    expect((await join(invitation)).status).toBe(410);
    expect((await role(device, 'owner', member)).status).toBe(400);
    expect((await role(WORKSPACE, 'reader', member)).status).toBe(404);
  });

  test('X18: the last device that may change stays one', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const toReader = () =>
      ask('PUT', `/_volym/devices/${member.slice(0, 36)}`, { role: 'reader' }, member);
    await join((await invite(member, { role: 'reader' })).invitation);
    expect((await toReader()).body).toEqual({ error: 'last-member' });
    await join((await invite(member)).invitation);
    expect((await toReader()).status).toBe(200);
    expect((await toReader()).status).toBe(403);
  });

  test('X18: the last device that may change does not shut itself out, with or without readers beside it', async () => {
    const { ask, setUp, invite, join } = open();
    const member = await setUp();
    const leave = () => ask('DELETE', `/_volym/devices/${member.slice(0, 36)}`, undefined, member);
    for (let readers = 0; readers < 2; readers += 1) {
      expect(await leave()).toMatchObject({ status: 409, body: { error: 'last-member' } });
      await join((await invite(member, { role: 'reader' })).invitation);
    }
    const other = await join((await invite(member)).invitation);
    expect((await leave()).status).toBe(200);
    expect((await ask('GET', DATABASE, undefined, member)).status).toBe(401);
    expect((await ask('GET', DATABASE, undefined, other.credential)).status).toBe(200);
  });

  test('X18: a page from elsewhere may read what its device is told', async () => {
    const { ask, setUp } = open();
    const { headers } = await ask('GET', DATABASE, undefined, await setUp());
    expect(headers.get('access-control-expose-headers')).toContain('volym-role');
  });

  test('X18: devices are listed with when they were last seen, and one that is shut out gets no further', async () => {
    const { ask, setUp, invite, join, pass } = open();
    const member = await setUp();
    const { credential, device } = await join((await invite(member)).invitation);
    pass(3_600_000);
    await ask('GET', DATABASE, undefined, credential);
    const list = (await ask('GET', '/_volym/devices', undefined, member)).body;
    expect(list).toMatchObject([
      { own: true, role: 'member', since: 1_000 },
      { id: device, own: false, role: 'member', since: 1_000, seen: 3_601_000 },
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

test('X8: a person who lost all devices comes in by a set-up link that the server makes once more, once, into the database that is there', () => {
  const accounts = accountsInFile(join(mkdtempSync(join(tmpdir(), 'volym-')), 'accounts.json'));
  const [first, second, third] = [newcomer(), newcomer(), newcomer()].map(([device, secret]) => ({
    device,
    secret,
  }));
  const doors = openDoors({ accounts, now: () => 1 });
  const lost = doors.enterBySetUp(doors.setUp ?? '', 'w-1', first!);
  expect(openDoors({ accounts, now: () => 1 }).setUp).toBeUndefined();
  const again = openDoors({ accounts, now: () => 1, setUpAgain: true });
  const link = again.setUp ?? '';
  expect(again.enterBySetUp(link, 'w-1', second!)).toMatchObject({
    database: 'w-1',
    role: 'member',
  });
  expect(again.setUp).toBeUndefined();
  expect(again.enterBySetUp(link, 'w-1', third!)).toBeUndefined();
  // The lost one is still on the list, to be shut out.
  expect(again.devicesOf('w-1').map(({ id }) => id)).toEqual([lost?.id, second?.device]);
});

test('X8: a device that came in is on the disk before it is answered, without any secret, for the owner alone', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'volym-accounts-')), 'accounts.json');
  const doors = openDoors({ accounts: accountsInFile(file), now: () => 1 });
  const [device, secret] = newcomer();
  doors.enterBySetUp(doors.setUp ?? '', 'w-a', { device, secret });
  const again = openDoors({ accounts: accountsInFile(file), now: () => 1 });
  expect(again.setUp).toBeUndefined();
  expect(again.deviceOf(`Bearer ${device}.${secret}`)?.database).toBe('w-a');
  expect(readFileSync(file, 'utf8')).not.toContain(secret);
  expect(statSync(file).mode & 0o077).toBe(0);
});
