import type { Database } from 'pouchdb-core';
import { afterEach, describe, expect, test } from 'vitest';
import { endpoint } from '#tests/server/couch/endpoint.ts';
import { taking } from '#tests/server/couch/taking.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const REVISIONS = Array.from({ length: 20 }, (_, at) => `1-${at.toString(16).padStart(32, '0')}`);

/** A document of many leaves, each more than a piece of an answer. It is asked for all of them. */
const manyLeaves = async () => {
  const made = endpoint();
  closing.push(made.close);
  const database = made.store.open('w') as Database;
  const docs = REVISIONS.map((_rev) => ({ _id: 'd', _rev, x: 'x'.repeat(100_000) }));
  await database.bulkDocs(docs, { new_edits: false });
  const getOne = database.get.bind(database) as Database['get'];
  const read: unknown[] = [];
  let failsAt: unknown;
  database.get = ((...given: Parameters<Database['get']>) => {
    const { open_revs: asked } = (given[1] ?? {}) as { readonly open_revs?: readonly string[] };
    // PouchDB asks itself for each of them, by other words.
    if (asked === undefined) return getOne(...given);
    read.push(...asked);
    return asked.includes(String(failsAt))
      ? Promise.reject(new Error('the disk has a hole'))
      : getOne(...given);
  }) as never;
  const askAll = (accept: string) =>
    made.app.request('http://e/w/d?open_revs=all', { headers: { accept } });
  return { ...made, askAll, read, failAt: (rev: unknown) => void (failsAt = rev) };
};

describe.each(['application/json', 'multipart/mixed'])(
  'X8: the leaves of a document, as %s',
  (accept) => {
    test('X8: come one by one, and no more of them are read than are taken', async () => {
      const { askAll, read } = await manyLeaves();
      const { next, rest } = await taking(askAll(accept));
      let text = '';
      for (let at = 1; at <= REVISIONS.length; at += 1) {
        const piece = (await next()) ?? '';
        expect(piece.match(/"_rev"/g)).toHaveLength(1);
        expect(read).toHaveLength(at);
        text += piece;
      }
      text += await rest();
      for (const rev of REVISIONS) expect(text.split(`"_rev":"${rev}"`)).toHaveLength(2);
    });

    test('X8: are no whole answer when one of them cannot be read', async () => {
      const { askAll, failAt } = await manyLeaves();
      failAt(REVISIONS[0]);
      const { rest } = await taking(askAll(accept));
      await expect(rest()).rejects.toThrow();
    });

    test('X18: end when the database is deleted before they are all taken', async () => {
      const { askAll, ask } = await manyLeaves();
      const { next, rest } = await taking(askAll(accept));
      expect(await next()).toContain('"_rev"');
      expect((await ask('DELETE', '/w')).status).toBe(200);
      await expect(rest()).rejects.toThrow('Database does not exist.');
    });
  },
);

test('X8: leaves that lead to the same latest one give it once, in JSON that is whole', async () => {
  const { ask } = await manyLeaves();
  const ids = ['c', 'b', 'a'];
  await ask('POST', '/w/_bulk_docs', {
    docs: [{ _id: 'e', _rev: '3-c', _revisions: { start: 3, ids } }],
    new_edits: false,
  });
  const asked = JSON.stringify(['1-a', '2-b', '9-z']);
  const { body } = await ask('GET', `/w/e?open_revs=${asked}&latest=true`);
  expect(body).toEqual([{ ok: { _id: 'e', _rev: '3-c' } }, { missing: '9-z' }]);
});
