import { getHeightOfRevision } from 'rxdb/plugins/core';
import { expect, test } from 'vitest';
import { isAsPulled, noteInserts } from '#data/rxdb/note-pulled.ts';
import { documentsIn, pages, person, replicating, type Copy } from './replicated.ts';

type Noted = {
  readonly id: string;
  readonly _rev: string;
  readonly _meta: { readonly o?: { readonly _rev: number; readonly hash: string } };
};

const LOST =
  'RxDB keeps its note in pulled records that are new by now: `noteInserts` in src/data/rxdb/note-pulled.ts can go';

type Begin = Awaited<ReturnType<typeof replicating>>['begin'];

const namesOf = async (begin: Begin, pull: ReturnType<typeof pages>) => {
  const { running } = await begin({ pull });
  await running.awaitInSync();
  const state = running.internalReplicationState;
  return {
    running,
    flag: (await state?.downstreamBulkWriteFlag) ?? '',
    hash: (await state?.input.hashFunction(state.input.identifier)) ?? '',
  };
};

test('X8: a pulled record that is new here loses RxDB’s note, one that was here keeps it', async () => {
  const { writes, begin } = await replicating();
  const pull = pages([person('anna'), person('sara')], [person('anna', 'Anna Berg')]);
  const { running, flag, hash } = await namesOf(begin, pull);
  running.reSync();
  await running.awaitInSync();
  const [anna, sara, again] = documentsIn(writes, flag) as readonly Noted[];
  expect(anna?._meta.o, LOST).toBeUndefined();
  expect(anna?._meta, LOST).toBe(sara?._meta);
  expect(
    again?._meta.o,
    'RxDB no longer notes in a pulled record `o`, with the hash of the replication’s identifier and the height of the record’s revision: see src/data/rxdb/note-pulled.ts and src/data/rxdb/over-unchanged.ts',
  ).toEqual({ hash, _rev: getHeightOfRevision(again?._rev ?? '') });
});

/**
 * A record was pulled, and the app was closed before RxDB noted that both sides agree on it; then
 * someone else changes it on the server. What is here in the end.
 */
const closedBetween = async (isNoted: boolean): Promise<unknown> => {
  const { collection, begin } = await replicating();
  const server: Copy[] = [person('anna', 'first')];
  const pull = (place: { readonly at: number } | undefined) => ({
    documents: server.slice(place?.at ?? 0),
    checkpoint: { at: server.length },
  });
  const before = await begin({ pull: () => ({ documents: [], checkpoint: undefined }) }, 'server');
  const state = before.running.internalReplicationState;
  const { metaInstance } = before.running;
  if (state === undefined || metaInstance === undefined) throw new Error('it has not begun');
  await before.running.awaitInSync();
  if (isNoted)
    noteInserts(
      collection.storageInstance,
      await state.downstreamBulkWriteFlag,
      await state.input.hashFunction(state.input.identifier),
    );
  const write = metaInstance.bulkWrite.bind(metaInstance);
  metaInstance.bulkWrite = (rows, context) =>
    context === 'replication-down-write-meta'
      ? Promise.resolve({ error: [] })
      : write(rows, context);
  before.running.remoteEvents$.next({ documents: [...server], checkpoint: { at: 1 } });
  await expect.poll(() => collection.findOne('anna').exec()).not.toBeNull();
  await before.running.awaitInSync();
  await before.running.cancel();
  server.push(person('anna', 'second'));
  const after = await begin({ pull }, 'server');
  await after.running.awaitInSync();
  const { data } = (await collection.findOne('anna').exec()) ?? {};
  return data?.name;
};

// The report of it is in docs/decisions/rxdb.md.
test('X8: without that note a record that was pulled right before the end is never overwritten again', async () => {
  expect(await closedBetween(false), LOST).toBe('first');
});

test('X8: with the note that is put in it is', async () => {
  expect(
    await closedBetween(true),
    'RxDB no longer goes by `_meta.o` to tell what it pulled from what was made here: see src/data/rxdb/note-pulled.ts',
  ).toBe('second');
});

test('X8: a record is as it was pulled until somebody writes it here', async () => {
  const { collection, begin } = await replicating();
  const { running, flag, hash } = await namesOf(begin, pages());
  noteInserts(collection.storageInstance, flag, hash);
  running.remoteEvents$.next({ documents: [person('anna')], checkpoint: { at: 1 } });
  await expect.poll(() => collection.findOne('anna').exec()).not.toBeNull();
  const stored = async (): Promise<object> =>
    (await collection.storageInstance.findDocumentsById(['anna'], true))[0] ?? {};
  const changed =
    'the height of a record’s revision no longer rises by one with each write, or RxDB no longer keeps `_meta.o` in a write of its own: see src/data/rxdb/note-pulled.ts';
  expect(isAsPulled(await stored(), hash), changed).toBe(true);
  await (await collection.findOne('anna').exec())?.incrementalPatch({ data: { name: 'Anna' } });
  expect(isAsPulled(await stored(), hash), changed).toBe(false);
  expect(await stored(), changed).toMatchObject({ _meta: { o: { hash, _rev: 1 } } });
});
