import { afterEach, expect, test } from 'vitest';
import { closeAsked, openAsk } from './endpoint.ts';

afterEach(closeAsked);

type Ask = ReturnType<typeof openAsk>;

const HIGHEST = 1_000_000_000_000;
const REFUSED = [{ id: 'one', error: 'bad_request', status: 400, reason: 'Invalid rev format' }];

/** What a replicator brings; the answer does not list what was taken. */
const bring = async (ask: Ask, start: number, ids: readonly string[], more: object = {}) =>
  (
    await ask('POST', '/w/_bulk_docs', {
      new_edits: false,
      docs: [{ _id: 'one', _rev: `${start}-${ids[0]}`, _revisions: { start, ids }, ...more }],
    })
  ).body;

/** The document, with the highest revision that may be brought alone. */
const high = async () => {
  const ask = openAsk();
  expect(await bring(ask, HIGHEST, ['f'])).toEqual([]);
  return ask;
};

/** Writes one revision after the other over the one that is named. */
const goOn = async (ask: Ask, from: string, times: number): Promise<string> => {
  let rev = from;
  for (let time = 0; time < times; time += 1) {
    const answer = (await ask('PUT', '/w/one', { _rev: rev, time })) as {
      status: number;
      body: { rev: string };
    };
    expect(answer.status).toBe(201);
    ({ rev } = answer.body);
  }
  return rev;
};

test('X8: the highest revision that may be brought freezes no document: it is written on and on, deleted, and written again', async () => {
  const ask = await high();
  const rev = await goOn(ask, `${HIGHEST}-f`, 12);
  expect(rev).toMatch(new RegExp(`^${HIGHEST + 12}-`));
  expect(await ask('DELETE', `/w/one?rev=${rev}`)).toMatchObject({ status: 200 });
  const anew = (await ask('PUT', '/w/one', {})) as { body: { rev: string } };
  await goOn(ask, anew.body.rev, 3);
  expect(await ask('GET', '/w/one')).toMatchObject({ status: 200, body: { time: 2 } });
});

test('X8: a replicator brings what goes on from a revision that is there, the same twice, and a deletion of it', async () => {
  const ask = await high();
  for (const _ of [1, 2]) expect(await bring(ask, HIGHEST + 2, ['h', 'g', 'f'])).toEqual([]);
  // Beside it, where the one before is the last no more.
  expect(await bring(ask, HIGHEST + 1, ['o', 'f'])).toEqual([]);
  expect(await bring(ask, HIGHEST + 2, ['p', 'o'], { _deleted: true })).toEqual([]);
  const rev = await goOn(ask, `${HIGHEST + 2}-h`, 2);
  expect(await bring(ask, HIGHEST + 5, ['q', rev.split('-')[1] ?? ''], { _deleted: true })).toEqual(
    [],
  );
  expect(await ask('GET', '/w/one')).toMatchObject({ status: 404, body: { reason: 'deleted' } });
});

test('X8: what goes on from no revision that is there is brought no higher, nor so high that nothing could follow it', async () => {
  const ask = await high();
  for (const ids of [['x'], ['x', 'y'], ['f', 'e']])
    expect(await bring(ask, HIGHEST + 1, ids)).toEqual(REFUSED);
  for (const start of [1e14 + 1, 999_999_999_999_999, Number.MAX_SAFE_INTEGER])
    expect(await bring(ask, start, ['x', 'f'])).toEqual(REFUSED);
  expect((await ask('GET', '/w/one')).body).toMatchObject({ _rev: `${HIGHEST}-f` });
  // Nor does naming one that was never there make a document.
  expect(await ask('PUT', '/w/two', { _rev: '999999999999999-x' })).toMatchObject({ status: 409 });
});
