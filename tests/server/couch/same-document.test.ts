import { afterEach, describe, expect, test } from 'vitest';
import { newData, start, stopAll } from '../running.ts';
import { endpoint } from './endpoint.ts';

const opened: ReturnType<typeof endpoint>[] = [];
const open = () => {
  const made = endpoint();
  opened.push(made);
  return made;
};
afterEach(async () => {
  stopAll();
  for (const { close } of opened.splice(0)) await close();
});

type Row = {
  readonly id: string;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
};
type Ask = ReturnType<typeof endpoint>['ask'];
const writing =
  (ask: Ask) =>
  async (docs: readonly object[], newEdits = true): Promise<Row[]> =>
    (await ask('POST', '/w/_bulk_docs', { docs, new_edits: newEdits })).body;
const errorsOf = (rows: readonly Row[]) => rows.map(({ error }) => error ?? 'written');

const named = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => at.toString(36));

/** Far more than there may be branches. */
const TIMES = 10_000;

describe('X8: one document many times in one request', () => {
  test.each([
    ['edits', { docs: named(TIMES).map((x) => ({ _id: 'one', x })) }, TIMES - 1],
    [
      'revisions of a replicator',
      { docs: named(TIMES).map((x) => ({ _id: 'one', _rev: `1-${x}`, x })), new_edits: false },
      TIMES - 500,
    ],
  ])(
    `X8: ${TIMES} times (%s): each has its answer, and the server goes on`,
    async (_, body, refused) => {
      const server = await start(newData());
      await server.ask('PUT', '/d');
      const answered = await server.ask('POST', '/d/_bulk_docs', body);
      expect(answered.status).toBe(201);
      expect(
        (answered.body as unknown as Row[]).filter(({ error }) => error !== undefined),
      ).toHaveLength(refused);
      expect((await fetch(`${server.url}/_up`)).status).toBe(200);
    },
  );

  test('X8: of edits that go on from the same revision the first is written, of different ones each', async () => {
    const { ask } = open();
    const write = writing(ask);
    expect(
      errorsOf(
        await write([{ _id: 'a', x: 1 }, { _id: 'b' }, { _id: 'a', x: 2 }, { _id: 'a', x: 1 }]),
      ),
    ).toEqual(['written', 'written', 'conflict', 'conflict']);
    const leaves = [
      { _id: 'c', _rev: '1-a', x: 1 },
      { _id: 'c', _rev: '1-b', x: 2 },
    ];
    expect(await write(leaves, false)).toEqual([]);
    const [loses, wins, late] = await write([
      { _id: 'c', _rev: '1-a', _deleted: true },
      { _id: 'c', _rev: '1-b', x: 3 },
      { _id: 'c', _rev: '1-b', x: 4 },
    ]);
    expect(errorsOf([loses as Row, wins as Row, late as Row])).toEqual([
      'written',
      'written',
      'conflict',
    ]);
    expect((await ask('GET', '/w/c?conflicts=true')).body).toEqual({
      _id: 'c',
      _rev: wins?.rev,
      x: 3,
    });
  });
});

describe('X8: the branches of one document', () => {
  test('X8: five hundred are kept, over however many requests; those go on, and others are refused', async () => {
    const { ask } = open();
    const write = writing(ask);
    const root = (hash: string) => ({ _id: 'one', _rev: `1-${hash}` });
    const tooMany = { id: 'one', error: 'max_leaves_count_exceeded', reason: '500' };
    for (let at = 0; at < 500; at += 100)
      expect(
        await write(
          named(500)
            .slice(at, at + 100)
            .map(root),
          false,
        ),
      ).toEqual([]);
    expect(await write([root('more'), { _id: 'other', _rev: '1-a' }], false)).toMatchObject([
      tooMany,
    ]);
    expect((await ask('GET', '/w/other')).status).toBe(200);
    expect((await ask('PUT', '/w/one?new_edits=false', root('more'))).status).toBe(413);
    expect(
      await write(
        [root('a'), { ...root('a'), _rev: '2-next', _revisions: { start: 2, ids: ['next', 'a'] } }],
        false,
      ),
    ).toEqual([]);
    expect(errorsOf(await write([{ ...root('b'), _deleted: true }]))).toEqual(['written']);
    const { body } = await ask('GET', '/w/one?open_revs=all');
    expect(
      (body as { ok: { _rev: string } }[])
        .map(({ ok }) => ok._rev)
        .filter((rev) => rev.startsWith('1-')),
    ).toHaveLength(498);
  });

  test('X8: ten thousand revisions are kept on all of them together', async () => {
    const { ask } = open();
    const write = writing(ask);
    const branch = (name: string) => {
      const ids = named(1_000).map((id) => name + id);
      return { _id: 'one', _rev: `1000-${ids[0]}`, _revisions: { start: 1_000, ids } };
    };
    expect(await write([...'abcdefghij'].map(branch), false)).toEqual([]);
    expect(await write([branch('k'), branch('a')], false)).toMatchObject([
      { error: 'max_revisions_count_exceeded', reason: '10000' },
    ]);
    expect(errorsOf(await write([{ _id: 'one', _rev: '1000-a0', x: 1 }]))).toEqual(['written']);
  });

  test('X8: an edit begins none: one of a deleted document that goes on from what nobody knows is a conflict', async () => {
    const { ask } = open();
    const write = writing(ask);
    const [{ rev } = { rev: '' }] = await write([{ _id: 'a' }]);
    const [{ rev: gone } = { rev: '' }] = await write([{ _id: 'a', _rev: rev, _deleted: true }]);
    expect(
      errorsOf(
        await write([
          { _id: 'a', _rev: '5-none' },
          { _id: 'a', _rev: rev, x: 1 },
        ]),
      ),
    ).toEqual(['conflict', 'conflict']);
    expect((await ask('GET', '/w/a')).status).toBe(404);
    expect(errorsOf(await write([{ _id: 'a', _rev: gone, x: 2 }]))).toEqual(['written']);
  });
});
