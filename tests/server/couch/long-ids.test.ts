import { afterEach, expect, test } from 'vitest';
import { isRecordId } from '#core/record/record-form.ts';
import { endpoint, RECORDS } from './endpoint.ts';

const opened: ReturnType<typeof endpoint>[] = [];
afterEach(() => Promise.all(opened.splice(0).map(({ close }) => close())));

/** A database of records beside an ordinary one. */
const open = () => {
  const made = endpoint();
  opened.push(made);
  made.store.make(RECORDS);
  const write = async (database: string, document: object, more: object = {}) =>
    (await made.ask('POST', `/${database}/_bulk_docs`, { docs: [document], ...more }))
      .body as object[];
  return { ...made, write };
};

const BROUGHT = { new_edits: false };
const LONG = 'x'.repeat(1_000_000);
const TOO_LONG = [{ error: 'illegal_docid', reason: 'Document id is too long' }];

test('X8: an id that no record can have is refused in a database of records, written, brought or deleted, and in no other', async () => {
  const { ask, write } = open();
  const lengths = Array.from({ length: 1_000 }, (_, at) => at + 1);
  const longest = 'x'.repeat(lengths.findLast((length) => isRecordId('x'.repeat(length))) ?? 0);
  expect(await write(RECORDS, { _id: longest })).toMatchObject([{ ok: true }]);
  for (const _id of [`${longest}x`, LONG]) {
    for (const more of [{}, BROUGHT])
      for (const document of [{ _id }, { _id, _rev: '1-a' }, { _id, _deleted: true }])
        expect(await write(RECORDS, document, more)).toMatchObject(TOO_LONG);
    expect(await write(RECORDS, { _id, _rev: '1-a', _deleted: true }, BROUGHT)).toMatchObject(
      TOO_LONG,
    );
    expect(await write(RECORDS, { _id, _rev: '1-a', _deleted: true })).toMatchObject([
      { error: 'conflict' },
    ]);
    expect(await write('w', { _id })).toMatchObject([{ ok: true }]);
  }
  expect((await ask('PUT', `/${RECORDS}/${longest}x`, {})).body).toMatchObject(
    TOO_LONG[0] as object,
  );
  expect((await ask('GET', `/${RECORDS}/_changes`)).body).toMatchObject({
    results: [{ id: longest }],
  });
});

test('X8: a document that has such an id already is read and deleted, and not written again', async () => {
  const { ask, write, store } = open();
  // As an older version of the server took it.
  const { rev } = await (store.open(RECORDS) ?? expect.unreachable()).put({
    _id: LONG,
    is: 'there',
  });
  const read = async () =>
    (await ask('POST', `/${RECORDS}/_bulk_get`, { docs: [{ id: LONG }] })).body;
  expect(await read()).toMatchObject({ results: [{ docs: [{ ok: { is: 'there' } }] }] });
  expect(await write(RECORDS, { _id: LONG, _rev: rev })).toMatchObject(TOO_LONG);
  expect(await write(RECORDS, { _id: LONG, _rev: rev, _deleted: true })).toMatchObject([
    { ok: true },
  ]);
  expect(await write(RECORDS, { _id: LONG })).toMatchObject(TOO_LONG);
  expect((await ask('GET', `/${RECORDS}`)).body).toMatchObject({ doc_count: 0 });
});

test('X8: nor has a mark a name that is longer than any replicator gives, and one that has it already is deleted', async () => {
  const { ask, write, store } = open();
  const named = (length: number): string => `_local/${'x'.repeat(length)}`;
  expect(await write('w', { _id: named(256), n: 1 })).toMatchObject([{ ok: true }]);
  expect(await write('w', { _id: named(257), n: 1 })).toMatchObject(TOO_LONG);
  expect((await ask('PUT', `/w/${named(257)}`, { n: 1 })).body).toMatchObject(
    TOO_LONG[0] as object,
  );
  await (store.open('w') ?? expect.unreachable()).put({ _id: named(257) });
  expect((await ask('GET', `/w/${named(257)}`)).status).toBe(200);
  expect(await write('w', { _id: named(257), _deleted: true })).toMatchObject([{ ok: true }]);
  expect((await ask('GET', `/w/${named(257)}`)).status).toBe(404);
});
