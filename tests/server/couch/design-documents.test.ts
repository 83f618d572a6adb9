import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endpoint, RECORDS } from './endpoint.ts';
import { local, remoteOf, type Pouch } from './pouch.ts';

let server: ReturnType<typeof endpoint>;
beforeEach(() => {
  server = endpoint();
  server.store.make(RECORDS);
});
afterEach(() => server.close());

const WRITERS = {
  _id: '_design/writers',
  validate_doc_update:
    'function (doc, old, user) { throw { forbidden: "This user may only read." }; }',
};

/** Each asks the server to run something. */
const ASKING: readonly object[] = [
  WRITERS,
  { _id: '_design/by-day', views: { day: { map: 'function (doc) { emit(doc.day); }' } } },
  {
    _id: '_design/find',
    language: 'query',
    views: { x: { map: { fields: { x: 'asc' } }, reduce: '_count' } },
  },
  { _id: '_design/mine', filters: { mine: 'function (doc) { return doc.mine; }' } },
  {
    _id: '_design/all',
    updates: { x: 'f' },
    shows: { x: 'f' },
    lists: { x: 'f' },
    rewrites: [{ from: '', to: 'x' }],
  },
];

const refused = {
  status: 403,
  body: { error: 'forbidden', reason: expect.stringMatching(/runs no functions/) as string },
};

describe('X8: a design document', () => {
  test.each(ASKING)(
    'X8: that asks the server to run functions is refused, with the reason: %j',
    async (document) => {
      const { _id: id } = document as { _id: string };
      expect(await server.ask('PUT', `/w/${id}`, document)).toMatchObject(refused);
      expect(await server.ask('POST', '/w', document)).toMatchObject(refused);
      const docs = [{ _id: 'a' }, document, { _id: 'b' }];
      const { body, status } = await server.ask('POST', '/w/_bulk_docs', { docs });
      expect([status, body]).toMatchObject([
        201,
        [{ ok: true }, { id, error: 'forbidden' }, { ok: true }],
      ]);
      expect((await server.ask('GET', `/w/${id}`)).status).toBe(404);
    },
  );

  test('X8: names what it asks for', async () => {
    const { body } = await server.ask('PUT', '/w/_design/x', {
      views: { a: {} },
      validate_doc_update: 'f',
    });
    expect((body as { reason: string }).reason).toBe(
      'This server runs no functions: _design/x asks for validate_doc_update, views. A CouchDB runs them.',
    );
  });

  test('X8: that asks for none of it is kept, as is the deletion of one that was there', async () => {
    const [about] = [
      { language: 'javascript', views: {}, filters: {}, note: 'x', autoupdate: false },
    ];
    expect((await server.ask('PUT', '/w/_design/x', about)).status).toBe(201);
    const gone = {
      ...WRITERS,
      _rev: '2-b',
      _revisions: { start: 2, ids: ['b', 'a'] },
      _deleted: true,
    };
    expect(
      (await server.ask('POST', '/w/_bulk_docs', { docs: [gone], new_edits: false })).body,
    ).toEqual([]);
    expect(
      (await server.ask('POST', '/w/_revs_diff', { '_design/writers': ['2-b'] })).body,
    ).toEqual({});
  });

  test.each(['w', RECORDS])(
    'X8: stops no replication of the documents beside it (to %s)',
    async (name) => {
      const [here, there] = [local(), remoteOf(server.app, name)];
      const designs = [
        ...ASKING,
        ...(name === RECORDS ? [{ _id: '_design/about', note: 'x' }] : []),
      ];
      await here.bulkDocs([
        ...designs,
        ...Array.from({ length: 150 }, (_, at) => ({ _id: `d${at}` })),
      ]);
      const denied: unknown[] = [];
      const replication = here.replicate.to(there, { batch_size: 100 }) as ReturnType<
        Pouch['sync']
      >;
      replication.on('denied', (what) => denied.push(what));
      expect(await replication).toMatchObject({
        ok: true,
        docs_written: 150,
        doc_write_failures: designs.length,
      });
      expect(denied).toHaveLength(designs.length);
      expect((await there.info()).doc_count).toBe(150);
      await here.put({ _id: 'after' });
      expect(await here.replicate.to(there)).toMatchObject({
        ok: true,
        docs_written: 1,
        doc_write_failures: 0,
      });
    },
  );
});
