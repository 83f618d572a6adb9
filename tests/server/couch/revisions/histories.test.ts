import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { storeInFolder } from '#server/couch/store.ts';
import { closeAsked, endpoint, openAsk } from '#tests/server/couch/endpoint.ts';

afterEach(closeAsked);

/** A revision as another server brings it, named by its number and the hashes from its own down. */
const revision = (start: number, hashes: string, more: object = {}) => {
  const ids = hashes.split(' ');
  return { _id: 'd', _rev: `${start}-${ids[0]}`, _revisions: { start, ids }, ...more };
};

const DELETED = { _deleted: true };

type Ask = ReturnType<typeof openAsk>;
type Row = { readonly changes: readonly { readonly rev: string }[] };

const push = async (ask: Ask, ...docs: readonly object[]): Promise<unknown> =>
  (await ask('POST', '/w/_bulk_docs', { docs, new_edits: false })).body;

const leavesIn = async (ask: Ask): Promise<string[][]> => {
  const { results } = (await ask('GET', '/w/_changes?style=all_docs')).body as { results: Row[] };
  return results.map(({ changes }) => changes.map(({ rev }) => rev));
};

const REFUSED = { id: 'd', status: 400, error: 'bad_request' };

describe('X8: a history that no document can have', () => {
  test.each([
    ['a known revision after another one', [revision(3, 'c b a')], revision(4, 'd c x a')],
    [
      'a known revision after another one, which is known, too',
      [revision(2, 'b a'), revision(1, 'x')],
      revision(3, 'c b x'),
    ],
    ['a known first revision after itself', [revision(2, 'b a')], revision(3, 'a b')],
    ['a known hash with another number, alone', [revision(2, 'b a')], { _id: 'd', _rev: '2-a' }],
  ])('X8: is refused alone: %s', async (_, known, bad) => {
    const ask = openAsk();
    expect(await push(ask, ...known)).toEqual([]);
    const before = await leavesIn(ask);
    expect(await push(ask, { ...bad, ...DELETED }, { _id: 'other', _rev: '1-a' })).toMatchObject([
      REFUSED,
    ]);
    expect((await ask('GET', '/w/other')).status).toBe(200);
    expect((await ask('PUT', '/w/d?new_edits=false', bad)).status).toBe(400);
    expect(await leavesIn(ask)).toEqual([...before, ['1-a']]);
  });

  test.each([revision(2, 'a a', DELETED), revision(3, 'a b a', DELETED)])(
    'X8: is refused where it names one hash twice, of which a deleted document would live (%o)',
    async (bad) => {
      const ask = openAsk();
      expect(await push(ask, bad)).toMatchObject([REFUSED]);
      expect((await ask('GET', '/w/_all_docs')).body).toMatchObject({ rows: [] });
    },
  );

  test('X8: is refused within one request, too: the first of two counts', async () => {
    const ask = openAsk();
    const rows = await push(ask, revision(2, 'b a'), revision(3, 'c b x'), revision(3, 'd b a'));
    expect(rows).toMatchObject([REFUSED]);
    expect(await leavesIn(ask)).toEqual([['3-d']]);
  });
});

describe('X8: a history that a document can have', () => {
  test.each([
    ['the same again', [revision(3, 'c b a')], revision(3, 'c b a'), ['3-c']],
    ['one that is known further', [revision(3, 'c b a')], revision(2, 'b a'), ['3-c']],
    ['a shorter one', [revision(3, 'c b a')], revision(4, 'd c'), ['4-d']],
    ['one alone', [revision(3, 'c b a')], { _id: 'd', _rev: '3-c' }, ['3-c']],
    ['a longer one', [revision(3, 'c b')], revision(4, 'd c b a'), ['4-d']],
    ['another branch', [revision(3, 'c b a')], revision(3, 'x b a'), ['3-x', '3-c']],
    ['another first revision', [revision(2, 'b a')], revision(2, 'y x'), ['2-y', '2-b']],
    [
      'one that joins two parts',
      [revision(2, 'b a'), revision(4, 'd c')],
      revision(5, 'e d c b a'),
      ['5-e'],
    ],
    ['one that goes on far behind', [revision(2, 'b a')], revision(5, 'e d'), ['5-e', '2-b']],
  ])('X8: is taken: %s', async (_, known, good, leaves) => {
    const ask = openAsk();
    expect(await push(ask, ...known, good)).toEqual([]);
    expect(await leavesIn(ask)).toEqual([leaves]);
  });
});

describe('X8: a history that begins in the middle of a branch and joins another to it', () => {
  test.each(['normal', 'longpoll'])(
    'X8: names each last revision once, wherever it is asked for (%s)',
    async (feed) => {
      const ask = openAsk();
      const joined = [
        revision(3, 'c b a'),
        revision(5, 'e'),
        revision(6, 'g e'),
        revision(6, 'f e d c b'),
      ];
      expect(await push(ask, ...joined)).toEqual([]);
      const doc = { _id: 'd', _rev: '6-g', _conflicts: ['6-f'] };
      expect(
        (
          await ask(
            'GET',
            `/w/_changes?feed=${feed}&style=all_docs&include_docs=true&conflicts=true`,
          )
        ).body,
      ).toEqual({
        results: [{ id: 'd', seq: 4, changes: [{ rev: '6-g' }, { rev: '6-f' }], doc }],
        last_seq: 4,
        pending: 0,
      });
      const { rows } = (await ask('GET', '/w/_all_docs?include_docs=true&conflicts=true')).body as {
        rows: object[];
      };
      expect(rows).toEqual([{ id: 'd', key: 'd', value: { rev: '6-g' }, doc }]);
      expect((await ask('GET', '/w/d?conflicts=true')).body).toEqual(doc);
      expect((await ask('GET', '/w/d?meta=true')).body).toMatchObject(doc);
      expect((await ask('GET', '/w/d?open_revs=all')).body).toHaveLength(2);
    },
  );

  test('X8: leaves a conflict that can be resolved', async () => {
    const ask = openAsk();
    await push(
      ask,
      revision(3, 'c b a'),
      revision(5, 'e'),
      revision(6, 'g e'),
      revision(6, 'f e d c b'),
    );
    expect((await ask('DELETE', '/w/d?rev=6-f')).status).toBe(200);
    expect((await ask('GET', '/w/d?conflicts=true')).body).toEqual({ _id: 'd', _rev: '6-g' });
    expect((await ask('DELETE', '/w/d?rev=6-g')).status).toBe(200);
    expect((await ask('GET', '/w/d')).status).toBe(404);
  });
});

/**
 * A place in the tree of one document, by the letter taken at each branching, and how many
 * revisions are named of it.
 */
const part = fc.record({
  place: fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 6 }),
  named: fc.integer({ min: 1, max: 6 }),
});

test('X8: every part of what happened to one document is taken, in whatever order, and each conflict can be resolved', async () => {
  const property = fc.asyncProperty(
    fc.array(part, { minLength: 1, maxLength: 10 }),
    async (parts) => {
      const ask = openAsk();
      for (const { place, named } of parts) {
        const hashes = place.map((_, at) => place.slice(0, at + 1).join('')).reverse();
        expect(await push(ask, revision(place.length, hashes.slice(0, named).join(' ')))).toEqual(
          [],
        );
      }
      const [leaves = []] = await leavesIn(ask);
      expect(new Set(leaves).size).toBe(leaves.length);
      for (const rev of leaves) expect((await ask('DELETE', `/w/d?rev=${rev}`)).status).toBe(200);
      expect((await ask('GET', '/w/d')).status).toBe(404);
      await closeAsked();
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

test.each(['memory', 'disk'])(
  'X8: if two histories that contradict each other come in one moment, one is refused (%s)',
  async (where) => {
    const folder = mkdtempSync(join(tmpdir(), 'volym-histories-'));
    const { ask, close } = endpoint(
      undefined,
      where === 'disk' ? await storeInFolder(folder) : undefined,
    );
    const rows = await Promise.all([
      push(ask, revision(1, 'h')),
      push(ask, revision(2, 'h q', DELETED)),
    ]);
    const { body } = await ask('GET', '/w/d?open_revs=all');
    await close();
    expect(rows.flat()).toHaveLength(1);
    expect(body).toHaveLength(1);
  },
);

test('X8: a document that has one hash twice from before is replicated as it is, and its branches go on', async () => {
  const { ask, store, close } = endpoint();
  // As a server wrote it that did not ask yet.
  const database = store.open('w') as unknown as {
    bulkDocs(docs: object[], options: object): Promise<unknown>;
  };
  for (const document of [revision(2, 'a b'), revision(3, 'a x y')])
    await database.bulkDocs([document], { new_edits: false });
  const refused = await push(
    ask,
    revision(2, 'a b'),
    revision(4, 'e a x y'),
    revision(3, 'f a b', DELETED),
  );
  await close();
  expect(refused).toEqual([]);
});
