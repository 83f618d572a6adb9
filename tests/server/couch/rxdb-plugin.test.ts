import { createRxDatabase, type RxCollection } from 'rxdb';
import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, describe, expect, test } from 'vitest';
import { endpoint } from './endpoint.ts';

type Note = { id: string; x: string };

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 40 }, x: { type: 'string' } },
} as const;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

let count = 0;
const openNotes = async (): Promise<RxCollection<Note>> => {
  const name = `notes-${process.pid}-${(count += 1)}`;
  const database = await createRxDatabase({
    name,
    storage: getRxStorageMemory(),
    multiInstance: false,
  });
  ends.push(() => database.close());
  const { notes } = await database.addCollections({ notes: { schema } });
  return notes as RxCollection<Note>;
};

const openServer = () => {
  const server = endpoint();
  ends.push(server.close);
  const asked: string[] = [];
  /**
   * Keeps a collection in step with the server as anybody would who uses the plugin, and answers
   * when it is.
   */
  const replicated = async (collection: RxCollection<Note>, live = false) => {
    const replication = replicateCouchDB({
      replicationIdentifier: 'notes',
      collection,
      url: 'http://endpoint/w/',
      fetch: (url, init) => {
        asked.push(String(url));
        return Promise.resolve(server.app.request(url as string, init));
      },
      live,
      waitForLeadership: false,
      pull: {},
      push: {},
    });
    ends.push(() => replication.cancel());
    const failed: unknown[] = [];
    replication.error$.subscribe((error) => failed.push(error));
    await (live ? replication.awaitInSync() : replication.awaitInitialReplication());
    expect(failed).toEqual([]);
    return replication;
  };
  return { ...server, asked, replicated };
};

/** A document that lives, whose branch with the longer history was deleted elsewhere. */
const BRANCHES = [
  { _id: 'a', _rev: '1-lives', x: 'lives' },
  {
    _id: 'a',
    _rev: '2-gone',
    _revisions: { start: 2, ids: ['gone', 'other'] },
    _deleted: true,
    x: 'gone',
  },
];

describe('X8: RxDB with its own plugin for CouchDB', () => {
  test('X8: a living document with a deleted branch is not deleted there', async () => {
    const { ask, asked, replicated } = openServer();
    await ask('POST', '/w/_bulk_docs', { docs: BRANCHES, new_edits: false });
    const notes = await openNotes();
    await replicated(notes);
    expect(asked[0]).toContain('_changes?style=all_docs&feed=normal&include_docs=true&since=0');
    expect((await notes.findOne('a').exec())?.x).toBe('lives');
    expect((await ask('GET', '/w/a')).body).toMatchObject({ x: 'lives' });
  });

  test('X8: nor when the deleted branch comes while it listens', async () => {
    const { ask, replicated } = openServer();
    await ask('POST', '/w/_bulk_docs', { docs: BRANCHES.slice(0, 1), new_edits: false });
    const notes = await openNotes();
    await replicated(notes, true);
    const heard = new Promise<void>((resolve) =>
      notes.findOne('b').$.subscribe((b) => b === null || resolve()),
    );
    await ask('POST', '/w/_bulk_docs', { docs: BRANCHES.slice(1), new_edits: false });
    await ask('PUT', '/w/b', { x: 'written after' });
    await heard;
    expect((await notes.findOne('a').exec())?.x).toBe('lives');
  });

  test('X8: what is changed there arrives here: it asks for documents in the body of _all_docs', async () => {
    const { ask, replicated } = openServer();
    const notes = await openNotes();
    await notes.insert({ id: 'a', x: 'one' });
    await replicated(notes);
    await (await notes.findOne('a').exec())?.patch({ x: 'two' });
    await replicated(notes);
    expect((await ask('GET', '/w/a')).body).toMatchObject({ x: 'two' });
    expect((await notes.findOne('a').exec())?.x).toBe('two');
  });
});
