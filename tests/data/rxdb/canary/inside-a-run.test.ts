import {
  getAssumedMasterState,
  getChangedDocumentsSince,
  getHeightOfRevision,
  getLastCheckpointDoc,
} from 'rxdb/plugins/core';
import { REPLICATION_STATE_BY_COLLECTION } from 'rxdb/plugins/replication';
import { deepEqual } from 'rxdb/plugins/utils';
import { expect, test } from 'vitest';
import { countWrittenSince } from '#data/rxdb/written-since.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { openDevice, sharedKey } from '../../sync/devices.ts';
import { pages, person, replicating, type Person, type Pushed } from './replicated.ts';

test('X8: once a run has begun, its inside is there', async () => {
  const { collection, begin } = await replicating();
  const { running } = await begin({});
  const changed =
    '`startPromise` of a replication no longer tells when its `internalReplicationState` and `metaInstance` are there: see noteBoth in src/data/sync/replication.ts';
  expect(running.internalReplicationState, changed).toBeDefined();
  expect(running.metaInstance, changed).toBeDefined();
  expect(running.internalReplicationState?.input.metaInstance, changed).toBe(running.metaInstance);
  expect(
    REPLICATION_STATE_BY_COLLECTION.get(collection),
    'RxDB no longer keeps its replications in REPLICATION_STATE_BY_COLLECTION: see tests/data/sync/held-page.test.ts',
  ).toContain(running);
});

test('X8: a page is written once the queue is through that it came in', async () => {
  const { collection, begin, wake$ } = await replicating();
  const given = pages([person('anna')]);
  const { running } = await begin({
    pull: (place) => {
      if (!isNews) return { documents: [], checkpoint: undefined };
      isNews = false;
      void running.internalReplicationState?.streamQueue.down.then(async () => {
        const found = await collection.storageInstance.findDocumentsById(['anna'], false);
        seen.push(found.length);
      });
      return given(place);
    },
  });
  let isNews = false;
  const seen: number[] = [];
  await running.awaitInSync();
  isNews = true;
  wake$.next('RESYNC');
  await expect.poll(() => seen.length).toBe(1);
  expect(
    seen,
    '`streamQueue.down`, read while a pull is asked, no longer ends once that page is written: see `pulled` in src/data/sync/replication.ts',
  ).toEqual([1]);
});

test('X8: news wait while a push goes on, until RxDB is told that it does not push', async () => {
  const { collection, begin, wake$ } = await replicating();
  const seen: string[] = [];
  const held = Promise.withResolvers<[]>();
  const { running } = await begin({
    pull: () => {
      seen.push('asked');
      return { documents: [], checkpoint: undefined };
    },
    push: () => {
      seen.push('pushes');
      return held.promise;
    },
  });
  await running.awaitInSync();
  await collection.insert({ id: 'own', data: { name: 'made here' } });
  await expect.poll(() => seen).toEqual(['asked', 'pushes']);
  wake$.next('RESYNC');
  // All that RxDB does of its own accord is done.
  for (let turn = 0; turn < 3; turn += 1) await collection.database.requestIdlePromise();
  seen.push('told');
  running.internalReplicationState?.events.active.up.next(false);
  await expect
    .poll(() => seen, {
      message:
        'RxDB no longer holds back news while it pushes, or no longer by `events.active.up`: see letPull and pullingOn in src/data/sync/replication.ts',
      timeout: 5000,
    })
    .toEqual(['asked', 'pushes', 'told', 'asked']);
  held.resolve([]);
});

test('X8: what is agreed, and how far a push has come, can be asked for', async () => {
  const { collection, begin } = await replicating();
  await collection.bulkInsert(
    ['a', 'b', 'c', 'd'].map((id) => ({ id, data: { name: 'made here' } })),
  );
  await collection.bulkRemove(['b']);
  const { running } = await begin({ pull: pages([person('pulled')]) });
  await running.awaitInSync();
  const state = running.internalReplicationState;
  if (state === undefined) throw new Error('it has not begun');
  const agreed = await getAssumedMasterState(state, ['a', 'pulled', 'unknown']);
  const inAgreed =
    '`getAssumedMasterState` no longer answers by id, in `docData`, what both sides agree on: see agreedIn in src/data/sync/replication.ts';
  expect(Object.keys(agreed).toSorted(), inAgreed).toEqual(['a', 'pulled']);
  expect(agreed['a']?.docData, inAgreed).toEqual(person('a', 'made here'));
  const all = await getChangedDocumentsSince(state.input.forkInstance, 10);
  expect(
    all.documents.map(({ id, _deleted: isDeleted }) => [id, isDeleted]).toSorted(),
    '`getChangedDocumentsSince` no longer finds all that was written, deleted or not: see src/data/sync/kept-bases.ts, src/data/sync/waiting-in.ts and allIdsHere in src/data/sync/server/both-sides.ts',
  ).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
    ['d', false],
    ['pulled', false],
  ]);
  const times = all.documents.map(({ id, _meta: { lwt } }) => ({ id, lwt }));
  expect(
    times,
    '`getChangedDocumentsSince` no longer goes by the time of each write and then by id: see src/data/rxdb/written-since.ts',
  ).toEqual(times.toSorted((one, other) => one.lwt - other.lwt || (one.id < other.id ? -1 : 1)));
  const last = times.at(-1);
  await expect
    .poll(() => getLastCheckpointDoc(state, 'up'), {
      message:
        '`getLastCheckpointDoc` no longer answers how far a push has come as `{ id, lwt }` of the last write: see src/data/sync/waiting-in.ts and src/data/sync/kept-bases.ts',
      timeout: 5000,
    })
    .toEqual(last);
});

test('X8: what waits is counted along RxDB’s own index, by a plan of ours', async () => {
  const app = { request: () => new Response() };
  const { records, collection, close } = await openDevice('phone', { app, key: await sharedKey() });
  await records.insert(['a', 'b', 'c'].map((id) => newPerson(id, id)));
  await collection.bulkRemove(['b']);
  const { documents } = await getChangedDocumentsSince(collection.storageInstance, 10);
  const left = [];
  for (const { id, _meta } of documents)
    left.push(await countWrittenSince(collection, 10, { id, lwt: _meta.lwt }));
  expect(
    [await countWrittenSince(collection, 10), ...left],
    'RxDB’s storages no longer count along ["_meta.lwt", id] by the plan that src/data/rxdb/written-since.ts makes, deleted records too',
  ).toEqual([3, 2, 1, 0]);
  await close();
});

type Handler = {
  isEqual: (one: Person, other: Person, asked: string) => boolean;
  resolve: (met: { readonly [name in string]?: Person }) => Promise<Person>;
};

test('X8: a collection’s conflict handler can be replaced, and is asked by names that the sync knows', async () => {
  const { collection, begin } = await replicating();
  const names = new Set<string>();
  const met: object[] = [];
  const isSame = (one: Person, other: Person): boolean => one.data.name === other.data.name;
  const again = new Set<string>();
  const handler: Handler = {
    isEqual: (one, other, asked) => {
      names.add(asked);
      return isSame(one, other) && !(asked === 'upstream-check-if-equal' && again.has(one.id));
    },
    resolve: async (input) => {
      met.push(input);
      return { ...person('anna', 'both'), ...input['realMasterState'], data: { name: 'both' } };
    },
  };
  (collection as { conflictHandler: unknown }).conflictHandler = handler;
  const pushed: Pushed[] = [];
  const { running } = await begin({
    pull: pages([person('anna', 'before')]),
    push: (rows) => {
      pushed.push(...rows);
      return rows
        .filter(({ newDocumentState: { data } }) => data.name === 'here')
        .map(({ newDocumentState: { id } }) => person(id, 'there'));
    },
  });
  await running.awaitInSync();
  const anna = await collection.findOne('anna').exec();
  await anna?.incrementalPatch({ data: { name: 'here' } });
  await running.awaitInSync();
  expect(
    met,
    'RxDB no longer asks the collection’s conflict handler, or in another way than by `newDocumentState`, `assumedMasterState` and `realMasterState`: see mergeConflicts in src/data/sync/replication.ts',
  ).toMatchObject([
    {
      newDocumentState: { data: { name: 'here' } },
      assumedMasterState: { data: { name: 'before' } },
      realMasterState: { data: { name: 'there' } },
    },
  ]);
  await expect
    .poll(() => pushed[1], {
      message:
        'RxDB no longer sends what was merged, with the server’s state as the agreed one: see `PushRow` in src/data/sync/push.ts',
      timeout: 5000,
    })
    .toMatchObject({
      newDocumentState: { data: { name: 'both' } },
      assumedMasterState: { data: { name: 'there' } },
    });
  expect(
    [...names],
    'RxDB no longer asks whether a change is to be sent by the name "upstream-check-if-equal": see mergeConflicts in src/data/sync/replication.ts',
  ).toContain('upstream-check-if-equal');
  again.add('anna');
  await anna?.getLatest().incrementalPatch({ data: { name: 'both' } });
  await expect
    .poll(() => pushed.length, {
      message:
        'RxDB no longer sends a state once more that its conflict handler calls another than the agreed one: see mergeConflicts in src/data/sync/replication.ts and src/data/sync/refused/send-refused.ts',
      timeout: 5000,
    })
    .toBe(3);
});

test('X8: what a pull gives reaches the storage with the same content, not a copy of it', async () => {
  const { collection, begin } = await replicating();
  const { storageInstance } = collection;
  const write = storageInstance.bulkWrite.bind(storageInstance);
  const contents: unknown[] = [];
  storageInstance.bulkWrite = (rows, context) => {
    contents.push(...rows.map(({ document }) => document.data));
    return write(rows, context);
  };
  const anna = person('anna');
  const { running } = await begin({ pull: pages([anna]) });
  await running.awaitInSync();
  expect(
    contents[0],
    'RxDB copies the content of what a pull gave: src/data/sync/overtaken.ts finds by that object when it was asked for',
  ).toBe(anna.data);
});

test('X8: a row that the server does not name in its answer counts as taken', async () => {
  const { collection, begin } = await replicating();
  await collection.insert({ id: 'refused', data: { name: 'made here' } });
  let pushes = 0;
  const push = (): [] => {
    pushes += 1;
    return [];
  };
  const { running } = await begin({ push }, 'server');
  await running.awaitInSync();
  const state = running.internalReplicationState;
  if (state === undefined) throw new Error('it has not begun');
  expect(
    await getAssumedMasterState(state, ['refused']),
    'RxDB no longer takes what a push answered nothing about for agreed: see src/data/sync/refused/refused-changes.ts',
  ).toMatchObject({ refused: { docData: { data: { name: 'made here' } } } });
  await running.cancel();
  const { running: second } = await begin({ push }, 'server');
  await second.awaitInSync();
  expect(
    pushes,
    'RxDB sends again what a push answered nothing about: see src/data/sync/refused/send-refused.ts and src/data/sync/push.ts',
  ).toBe(1);
});

test('X8: RxDB reads the height of a server’s revision, and compares values by their content', () => {
  expect(
    ['1-a', '12-9f', '1234567-9f'].map(getHeightOfRevision),
    '`getHeightOfRevision` of RxDB reads something else than the number before the hyphen: see src/data/sync/overtaken.ts',
  ).toEqual([1, 12, 1_234_567]);
  const one = { a: [1, { b: null }], c: 'x' };
  expect(
    [
      deepEqual(one, { c: 'x', a: [1, { b: null }] }),
      deepEqual(one, { ...one, c: 'y' }),
      deepEqual([1, 2], [2, 1]),
      deepEqual(undefined, undefined),
      deepEqual({}, undefined),
    ],
    '`deepEqual` of RxDB compares something else than content: see src/data/sync/sent.ts and src/data/merge/fields.ts',
  ).toEqual([true, false, false, true, false]);
});

test('X8: what is asked of a closed collection says so by a code', async () => {
  const { collection } = await replicating();
  await collection.close();
  await expect(
    (async () => collection.findOne('anna').exec())(),
    'RxDB says by another code than COL21 that a collection is closed: see isLeftBehind in vitest.config.ts',
  ).rejects.toThrow('Error-Code: COL21');
});
