import type { Database } from 'pouchdb-core';
import { afterEach, expect, test } from 'vitest';
import { refusal, type Refusal } from '#server/couch/refusals.ts';
import { endpoint } from './endpoint.ts';

const closing: (() => unknown)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

/**
 * Who asks is shut out the moment that a document is read, and the document is written just before.
 */
const shutOutInTheMiddle = async () => {
  let why: Refusal | undefined;
  const made = endpoint(() => why);
  closing.push(made.close);
  const database = made.store.open('w') as Database;
  await database.put({ _id: 'a', x: 'before' });
  const meanwhile = async (): Promise<void> => {
    if (why !== undefined) return;
    why = refusal(401, 'unauthorized', 'This device is not let in.');
    const { _rev } = await getOne('a');
    await database.put({ _id: 'a', _rev, x: 'after' });
  };
  const [getOne, getMany] = [
    database.get.bind(database) as Database['get'],
    database.bulkGet.bind(database),
  ];
  database.get = (async (...given: [string]) => meanwhile().then(() => getOne(...given))) as never;
  database.bulkGet = async (options) => meanwhile().then(() => getMany(options));
  return made;
};

test.each([
  ['GET', 'a'],
  ['GET', 'a?open_revs=all'],
  ['POST', '_bulk_get'],
  ['GET', '_all_docs?include_docs=true'],
  ['GET', '_changes?include_docs=true'],
  ['GET', '_changes?include_docs=true&feed=longpoll'],
])(
  'X18: what is being read when someone is shut out is not sent, nor its revision (%s %s)',
  async (method, path) => {
    const { app } = await shutOutInTheMiddle();
    const sent = method === 'POST' ? { body: JSON.stringify({ docs: [{ id: 'a' }] }) } : {};
    const answer = await app.request(`http://e/w/${path}`, { method, ...sent });
    expect([answer.status, await answer.json()]).toEqual([
      401,
      { error: 'unauthorized', reason: 'This device is not let in.' },
    ]);
    expect(answer.headers.get('etag')).toBeNull();
  },
);

test('X18: nor by an answer that has said already that it lives', async () => {
  const { app } = await shutOutInTheMiddle();
  const answer = await app.request(
    'http://e/w/_changes?include_docs=true&feed=longpoll&heartbeat=250',
  );
  expect((await answer.text()).trim()).toBe('');
});
