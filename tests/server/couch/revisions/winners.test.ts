import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { closeAsked, openAsk } from '#tests/server/couch/endpoint.ts';
import { local, type Doc } from '#tests/server/couch/pouch.ts';

afterEach(closeAsked);

type Change = { id: string; seq: number; deleted?: boolean; doc?: Doc; changes: { rev: string }[] };
type Changes = { readonly results: Change[]; readonly last_seq: number };

/**
 * Where a revision is in its document's tree: the letter taken at each branching, from the root on.
 */
const place = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });

const revision = fc.record({
  id: fc.constantFrom('one', 'two', '_design/three'),
  place,
  isDeleted: fc.boolean(),
  x: fc.nat(9),
  attached: fc.option(fc.string({ maxLength: 4 }), { freq: 3 }),
});

type Revision = typeof revision extends fc.Arbitrary<infer R> ? R : never;

/** As another server sends it, with all the revisions before it. */
const replicated = ({ id, place, isDeleted, x, attached }: Revision): object => {
  const ids = place.map((_, at) => place.slice(0, at + 1).join('')).reverse();
  return {
    _id: id,
    _rev: `${place.length}-${ids[0]}`,
    _revisions: { start: place.length, ids },
    x,
    ...(isDeleted && { _deleted: true }),
    ...(attached !== null && {
      _attachments: {
        'a.txt': { content_type: 'text/plain', data: Buffer.from(attached).toString('base64') },
      },
    }),
  };
};

const asked = fc.record(
  {
    style: fc.constantFrom('all_docs', 'main_only'),
    since: fc.nat(6),
    limit: fc.integer({ min: 1, max: 4 }),
    descending: fc.boolean(),
    include_docs: fc.boolean(),
    conflicts: fc.boolean(),
    attachments: fc.boolean(),
    doc_ids: fc.constantFrom(['one'], ['two', 'none'], ['one', 'two', '_design/three']),
  },
  { requiredKeys: ['style'] },
);

type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never;

const queryOf = ({ doc_ids, ...plain }: Asked): string =>
  new URLSearchParams({
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, String(value)])),
    ...(doc_ids !== undefined && { filter: '_doc_ids', doc_ids: JSON.stringify(doc_ids) }),
  }).toString();

const sorted = (rows: readonly Change[]): object[] =>
  rows.map((row) => ({ ...row, changes: row.changes.map(({ rev }) => rev).sort() }));

/** The winner of each document, as PouchDB itself finds it. */
const winnersOf = async (database: ReturnType<typeof local>): Promise<Map<string, string>> => {
  const { results } = await database.changes({ style: 'main_only' });
  return new Map(results.map(({ id, changes }) => [id, changes[0]?.rev ?? '']));
};

const oneByOne = async (
  documents: readonly object[],
  write: (docs: readonly object[]) => Promise<unknown>,
) => {
  for (const document of documents) await write([document]);
};

describe('X8: a document with several last revisions', () => {
  test('X8: each feed tells it as PouchDB does, by its winner, whatever was written and deleted', async () => {
    const property = fc.asyncProperty(
      fc.array(revision, { minLength: 1, maxLength: 12 }),
      fc.array(asked, { minLength: 1, maxLength: 6 }),
      async (revisions, questions) => {
        const [here, ask] = [local(), openAsk()];
        const documents = revisions.map(replicated);
        await oneByOne(documents, (docs) => here.bulkDocs(docs, { new_edits: false }));
        await oneByOne(documents, (docs) =>
          ask('POST', '/w/_bulk_docs', { docs, new_edits: false }),
        );
        const winners = await winnersOf(here);
        for (const question of questions) {
          const told = await here.changes({ ...question });
          for (const feed of told.results.length > 0 ? ['normal', 'longpoll'] : ['normal']) {
            const { body } = await ask(
              'GET',
              `/w/_changes?feed=${feed}&seq_interval=2&${queryOf(question)}`,
            );
            const { results } = body as Changes;
            expect(sorted(results)).toEqual(
              sorted(JSON.parse(JSON.stringify(told.results)) as Change[]),
            );
            expect(results.map(({ id, changes }) => [id, changes[0]?.rev])).toEqual(
              results.map(({ id }) => [id, winners.get(id)]),
            );
          }
        }
        await here.destroy();
        await closeAsked();
      },
    );
    await fc.assert(property, { numRuns: 150 });
  });

  test('X8: its last revisions are listed as CouchDB sorts them: the winner, those that live, those deleted', async () => {
    const ask = openAsk();
    const leaf = (rev: string, isDeleted: boolean, x: string) => {
      const [start = 0, hash = ''] = rev.split('-');
      const ids = Array.from({ length: Number(start) }, (_, at) => `${hash}${at === 0 ? '' : at}`);
      return {
        _id: 'd',
        _rev: rev,
        _revisions: { start: Number(start), ids },
        x,
        ...(isDeleted && { _deleted: true }),
      };
    };
    const docs = [
      leaf('1-a', false, 'loses'),
      leaf('3-b', true, 'gone'),
      leaf('2-c', false, 'wins'),
      leaf('2-d', true, ''),
    ];
    await ask('POST', '/w/_bulk_docs', { docs, new_edits: false });
    const { body } = await ask(
      'GET',
      '/w/_changes?style=all_docs&include_docs=true&conflicts=true',
    );
    expect((body as Changes).results).toEqual([
      {
        id: 'd',
        seq: 4,
        changes: [{ rev: '2-c' }, { rev: '1-a' }, { rev: '3-b' }, { rev: '2-d' }],
        doc: { _id: 'd', _rev: '2-c', x: 'wins', _conflicts: ['1-a'] },
      },
    ]);
  });
});
