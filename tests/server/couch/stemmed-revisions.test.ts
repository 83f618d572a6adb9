import { afterEach, expect, test } from 'vitest';
import { endpoint } from './endpoint.ts';

const opened: ReturnType<typeof endpoint>[] = [];
const open = () => {
  const made = endpoint();
  opened.push(made);
  return made.ask;
};
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

/** One and the same line of revisions, up to so many; the server that sends it keeps more than a thousand of each branch. */
const upTo = (count: number) => {
  const ids = Array.from({ length: count }, (_, at) => (count - at).toString(36));
  return { _id: 'x', _rev: `${count}-${ids[0]}`, _revisions: { start: count, ids } };
};

test('X8: a document that went on by more than a thousand revisions, all of them named, is in no conflict with itself', async () => {
  const ask = open();
  expect((await ask('POST', '/w/_bulk_docs', { new_edits: false, docs: [upTo(500)] })).body).toEqual([]);
  expect((await ask('POST', '/w/_bulk_docs', { new_edits: false, docs: [upTo(2_000)] })).body).toEqual([]);
  expect((await ask('GET', '/w/x?conflicts=true')).body).not.toHaveProperty('_conflicts');
});
