import { afterEach, expect, test } from 'vitest';
import { closeAsked, openAsk } from './endpoint.ts';

afterEach(closeAsked);

const branch = (name: string, length = 1_000) => {
  const ids = Array.from({ length }, (_, at) => `${name}${(length - at).toString(36)}`);
  return { _id: 'one', _rev: `${length}-${ids[0]}`, _revisions: { start: length, ids } };
};

/** A document that was edited ten thousand times, and met another edit in each thousand of them. */
const full = async () => {
  const ask = openAsk();
  const write = async (docs: readonly object[]) =>
    (await ask('POST', '/w/_bulk_docs', { new_edits: false, docs })).body as readonly object[];
  expect(await write([...'abcdefghij'].map((name) => branch(name)))).toEqual([]);
  return write;
};

test('X8: a branch that is there may always go on: a replicator brings the next revision of the one that wins', async () => {
  const write = await full();
  expect(await write([branch('j', 1_001)])).toEqual([]);
});

test('X8: a branch that is there may always go on: a replicator brings the deletion of a document in conflict', async () => {
  const write = await full();
  expect(await write([{ ...branch('a', 1_001), _deleted: true }])).toEqual([]);
});
