import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newData, start, stopAll } from '../running.ts';
import { lasting, local, remote, type Pouch } from './pouch.ts';

const PATIENT = { timeout: 60_000, interval: 20 };

let server: Awaited<ReturnType<typeof start>>;
let data: string;
beforeEach(async () => {
  data = newData();
  server = await start(data);
});

let ended = new AbortController();
const live: { cancel(): void }[] = [];
afterEach(() => {
  ended.abort();
  ended = new AbortController();
  live.splice(0).forEach((replication) => replication.cancel());
  stopAll();
});

/** Two databases kept in step through the server, and nothing that was denied. */
const inStep = (one: Pouch, two: Pouch, name: string): unknown[] => {
  const denied: unknown[] = [];
  for (const database of [one, two]) {
    const there = lasting(remote(server.url, name), ended.signal);
    const sync = database.sync(there, { live: true, retry: true, back_off_function: () => 50 });
    live.push(
      sync.on('denied', (what) => denied.push(what)).on('error', (what) => denied.push(what)),
    );
  }
  return denied;
};

const contentOf = async (database: Pouch): Promise<unknown[]> =>
  (await database.allDocs({ include_docs: true, conflicts: true })).rows.map(({ doc }) => doc);

describe('X8: a foreign PouchDB over HTTP, with the real server on a port', () => {
  test('X8: live and both ways: writes, changes, deletions; two devices have the same in the end', async () => {
    const [one, two] = [local(), local()];
    const denied = inStep(one, two, 'team');
    await one.bulkDocs(Array.from({ length: 300 }, (_, at) => ({ _id: `d${at}`, at })));
    await expect.poll(async () => (await two.info()).doc_count, PATIENT).toBe(300);
    await two.put({ ...(await two.get('d1')), by: 'two' });
    await two.remove('d2', (await two.get('d2'))._rev);
    await expect.poll(async () => (await one.get('d1')).by, PATIENT).toBe('two');
    await expect.poll(async () => (await one.info()).doc_count, PATIENT).toBe(299);
    expect(await contentOf(one)).toEqual(await contentOf(two));
    expect(denied).toEqual([]);
  });

  test('X8: a conflict is one everywhere, and is closed everywhere when one closes it', async () => {
    const [one, two, server1] = [local(), local(), remote(server.url, 'team')];
    await one.put({ _id: 'd', by: 'one' });
    await two.put({ _id: 'd', by: 'two' });
    inStep(one, two, 'team');
    const conflicts = async (database: Pouch) =>
      (await database.get('d', { conflicts: true }))._conflicts ?? [];
    for (const database of [one, two, server1])
      await expect
        .poll(async () => (await conflicts(database).catch(() => [])).length, PATIENT)
        .toBe(1);
    expect(
      new Set([await conflicts(one), await conflicts(two), await conflicts(server1)].flat()).size,
    ).toBe(1);
    const leaves = (await server1.get('d', { open_revs: 'all' })) as unknown as {
      ok: { by: string };
    }[];
    expect(leaves.map(({ ok }) => ok.by).sort()).toEqual(['one', 'two']);
    await one.remove('d', (await conflicts(one))[0] ?? '');
    await expect.poll(() => conflicts(two), PATIENT).toEqual([]);
    expect((await one.get('d'))._rev).toBe((await two.get('d'))._rev);
  });

  test('X8: the server dies in the middle and comes back: both ends go on by themselves', async () => {
    const [one, two] = [local(), local()];
    const denied = inStep(one, two, 'team');
    await one.bulkDocs(Array.from({ length: 100 }, (_, at) => ({ _id: `a${at}` })));
    await expect.poll(async () => (await two.info()).doc_count, PATIENT).toBeGreaterThan(0);
    await server.kill();
    await one.bulkDocs(Array.from({ length: 100 }, (_, at) => ({ _id: `b${at}` })));
    await two.put({ _id: 'c' });
    server = await start(data, server.port);
    for (const database of [one, two])
      await expect.poll(async () => (await database.info()).doc_count, PATIENT).toBe(201);
    expect(denied).toEqual([]);
  });

  test('X8: a checkpoint is kept on the server: what both have is not asked for again', async () => {
    const [here, there] = [local(), remote(server.url, 'team')];
    await here.bulkDocs([{ _id: 'a' }, { _id: 'b' }]);
    expect(await here.replicate.to(there)).toMatchObject({ docs_written: 2, docs_read: 2 });
    await here.put({ _id: 'c' });
    await server.kill();
    server = await start(data, server.port);
    expect(await here.replicate.to(there)).toMatchObject({
      docs_written: 1,
      docs_read: 1,
      last_seq: 3,
    });
  });

  test('X8: attachments go both ways, whole, and are changed and taken away', async () => {
    const [one, two, there] = [local(), local(), remote(server.url, 'team')];
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => at % 251));
    const { rev } = await one.putAttachment(
      'd',
      'a folder/räksmörgås.bin',
      null,
      bytes,
      'image/png',
    );
    inStep(one, two, 'team');
    await expect
      .poll(async () => (await two.get('d').catch(() => undefined))?._rev, PATIENT)
      .toBe(rev);
    for (const database of [two, there])
      expect((await database.getAttachment('d', 'a folder/räksmörgås.bin')).equals(bytes)).toBe(
        true,
      );
    const inline = await there.get('d', { attachments: true });
    expect(inline._attachments).toMatchObject({
      'a folder/räksmörgås.bin': { data: bytes.toString('base64') },
    });
    const second = await there.putAttachment(
      'd',
      'constructor',
      rev,
      Buffer.from('two'),
      'text/plain',
    );
    const third = await there.removeAttachment('d', 'a folder/räksmörgås.bin', second.rev);
    await expect.poll(async () => (await one.get('d'))._rev, PATIENT).toBe(third.rev);
    expect(Object.keys((await one.get('d'))._attachments as object)).toEqual(['constructor']);
    await expect(there.removeAttachment('d', 'constructor', rev)).rejects.toMatchObject({
      status: 409,
    });
    await expect(there.getAttachment('d', 'toString')).rejects.toMatchObject({ status: 404 });
  });

  test('X8: what was asked for by id alone comes, live and at once', async () => {
    const [here, there] = [local(), remote(server.url, 'team')];
    await there.bulkDocs([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]);
    await here.replicate.from(there, { doc_ids: ['a', 'c'] });
    expect((await here.allDocs()).rows.map(({ id }) => id)).toEqual(['a', 'c']);
    const heard: string[] = [];
    const feed = there.changes({
      live: true,
      since: 'now',
      doc_ids: ['b'],
      heartbeat: 250,
    } as object);
    live.push(feed.on('change', (change) => heard.push((change as { id: string }).id)));
    const tick = async (at: number) => {
      await there.put({ ...(await there.get('a')), at });
      await there.put({ ...(await there.get('b')), at });
      return heard.length;
    };
    let at = 0;
    await expect.poll(() => tick((at += 1)), PATIENT).toBeGreaterThan(1);
    expect(new Set(heard)).toEqual(new Set(['b']));
  });
});

describe('X8: PouchDB says the same of a database here and over HTTP', () => {
  test('X8: each call, with each of its options, on the same documents', async () => {
    const [here, there] = [local(), remote(server.url, 'same/name')];
    await there.info();
    const documents = ['a', 'b', 'constructor', 'd/e', 'f+g h', 'å%25', '_design/x'].map(
      (_id, at) => ({ _id, at }),
    );
    const given = [{ _id: 'b', _rev: '2-f', _revisions: { start: 2, ids: ['f', 'e'] }, other: 1 }];
    const written = await Promise.all(
      [here, there].map(async (database) => {
        await database.bulkDocs(documents);
        await database.remove('a', (await database.get('a'))._rev);
        return [
          await database.bulkDocs(given, { new_edits: false }),
          await database.bulkDocs([{ _id: 'd/e' }]),
        ];
      }),
    );
    expect(JSON.parse(JSON.stringify(written[1])) as unknown).toMatchObject([
      [],
      [{ id: 'd/e', status: 409 }],
    ]);
    const rev = (await here.get('b'))._rev;
    const calls: ((database: Pouch) => Promise<unknown>)[] = [
      (db) => db.allDocs({ include_docs: true, conflicts: true }),
      (db) => db.allDocs({ descending: true, limit: 2, skip: 1 }),
      (db) => db.allDocs({ startkey: 'b', endkey: 'd/e', inclusive_end: false, update_seq: true }),
      (db) => db.allDocs({ keys: ['a', 'none', 'b', ''.padEnd(3, 'x')], include_docs: true }),
      (db) => db.allDocs({ keys: ['a', 'b', 'constructor'], limit: 1, skip: 1, descending: true }),
      (db) => db.allDocs({ key: 'constructor' }),
      (db) => db.get('b', { revs: true, revs_info: true, conflicts: true }),
      (db) => db.get('b', { rev, latest: true }),
      (db) => db.get('b', { open_revs: [rev] }),
      (db) => db.get('b', { open_revs: ['9-none'] }),
      (db) => db.get('å%25'),
      (db) => db.get('_design/x'),
      (db) => db.bulkGet({ docs: [{ id: 'b', rev }, { id: 'f+g h' }], revs: true }),
      (db) => db.changes({ descending: true, limit: 2, include_docs: true }),
      (db) => db.changes({ style: 'all_docs', since: 3, conflicts: true, include_docs: true }),
      (db) => db.revsDiff({ b: [rev, '7-x', '7-x'], constructor: ['1-y'], none: ['1-z'] }),
    ];
    for (const call of calls)
      expect(await call(there), String(call)).toMatchObject((await told(call, here)) as object);
    await expect(there.get('a')).rejects.toMatchObject({ status: 404, reason: 'deleted' });
    await expect(there.get('none')).rejects.toMatchObject({
      status: 404,
      reason: 'missing',
      name: 'not_found',
    });
    await expect(there.put({ _id: 'b' })).rejects.toMatchObject({ status: 409, name: 'conflict' });
    expect((await there.get((await there.post({ x: 1 })).id)).x).toBe(1);
    await there.destroy();
    expect((await server.ask('GET', '/same%2fname')).status).toBe(404);
  });

  /** What the database here says, without the double that one kind of answer counts. */
  const told = async (
    call: (database: Pouch) => Promise<unknown>,
    here: Pouch,
  ): Promise<unknown> => {
    const answer = JSON.parse(JSON.stringify(await call(here))) as { b?: { missing: string[] } };
    if (answer.b?.missing !== undefined) answer.b.missing = [...new Set(answer.b.missing)];
    return answer;
  };
});
