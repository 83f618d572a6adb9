import { getAssumedMasterState } from 'rxdb/plugins/core';
import { expect, test } from 'vitest';
import { holdCheckpoint } from '#data/rxdb/hold-checkpoint.ts';
import { pages, person, replicating, type Write } from './replicated.ts';

const checkpointsIn = (writes: readonly Write[]): readonly unknown[] =>
  writes
    .filter(({ context }) => context === 'replication-set-checkpoint')
    .flatMap(({ rows }) =>
      rows.map(
        ({ document }) => (document as { readonly checkpointData?: unknown }).checkpointData,
      ),
    );

test('X8: a pulled record that meets a conflict is left as it is, and nothing is agreed on', async () => {
  const { collection, writes, begin } = await replicating();
  const { storageInstance } = collection;
  const write = storageInstance.bulkWrite.bind(storageInstance);
  storageInstance.bulkWrite = async (rows, context) => {
    const refused = rows.filter(({ document }) => document.id === 'anna');
    const { error } = await write(
      rows.filter((row) => !refused.includes(row)),
      context,
    );
    return {
      error: [
        ...error,
        ...refused.map((row) => ({
          status: 409 as const,
          isError: true as const,
          documentId: row.document.id,
          context,
          writeRow: row,
          documentInDb: { ...row.document, _attachments: {} },
        })),
      ],
    };
  };
  const pull = pages([person('anna'), person('sara')]);
  const { running, errors } = await begin({ pull });
  await running.awaitInSync();
  const state = running.internalReplicationState;
  if (state === undefined) throw new Error('it has not begun');
  const changed =
    'RxDB does something else with a pulled record whose write it is told meets a conflict (409) than to pass it by: see src/data/rxdb/refuse-pulled.ts and src/data/rxdb/over-unchanged.ts';
  expect(Object.keys(await getAssumedMasterState(state, ['anna', 'sara'])), changed).toEqual([
    'sara',
  ]);
  expect(errors, changed).toEqual([]);
  expect(checkpointsIn(writes), changed).toContainEqual({ at: 1 });
});

/** Two pages, of which the first cannot be written: the disk is full. */
const withFullDisk = async (isHeld: boolean) => {
  const { collection, writes, begin } = await replicating();
  const { storageInstance } = collection;
  const write = storageInstance.bulkWrite.bind(storageInstance);
  storageInstance.bulkWrite = (rows, context) =>
    rows.some(({ document }) => document.id === 'anna')
      ? Promise.reject(new DOMException('The disk is full', 'QuotaExceededError'))
      : write(rows, context);
  const { running, errors } = await begin({});
  await running.awaitInSync();
  if (running.metaInstance === undefined) throw new Error('it has not begun');
  if (isHeld) holdCheckpoint(running.metaInstance, () => true);
  for (const [at, id] of ['anna', 'sara'].entries()) {
    running.remoteEvents$.next({ documents: [person(id)], checkpoint: { at } });
    // Whether it goes on is asked below.
    await running.awaitInSync().catch(() => undefined);
  }
  return { collection, writes, errors };
};

test('X8: after a write that failed RxDB goes on, and notes that it has passed the hole', async () => {
  const { collection, writes, errors } = await withFullDisk(false);
  const changed =
    'RxDB no longer goes on after a page that could not be written and notes that it has passed it: src/data/rxdb/hold-checkpoint.ts may have to be another, or can go';
  expect(await collection.findOne('sara').exec(), changed).not.toBeNull();
  expect(checkpointsIn(writes), changed).toContainEqual({ at: 1 });
  expect(
    errors,
    'RxDB no longer tells of a write that failed on `error$`: see isNotWritten in src/data/sync/replication.ts',
  ).toMatchObject([{ name: 'QuotaExceededError' }]);
});

test('X8: a note of how far it has come that is only said to be written does not stop it', async () => {
  const { collection, writes } = await withFullDisk(true);
  const changed =
    'RxDB notes how far it has come in another way than by `bulkWrite` of `metaInstance`, or does not go on where that note was only said to be written: see src/data/rxdb/hold-checkpoint.ts';
  expect(await collection.findOne('sara').exec(), changed).not.toBeNull();
  expect(checkpointsIn(writes), changed).not.toContainEqual({ at: 1 });
});

test('X8: what went wrong names its direction if a handler threw, and else has none', async () => {
  const { collection, begin } = await replicating();
  await collection.insert({ id: 'own', data: { name: 'made here' } });
  const failed = new Set<string>();
  const once = <Answer>(name: string, answer: Answer): Answer => {
    if (failed.has(name)) return answer;
    failed.add(name);
    throw new Error(`no ${name}`);
  };
  const { running, errors } = await begin({
    pull: () => once('pull', { documents: [], checkpoint: undefined }),
    push: () => once('push', []),
  });
  await running.awaitInSync();
  const directions = errors.map(
    (error) => (error as { readonly parameters?: { readonly direction?: string } }).parameters,
  );
  expect(
    directions.map((parameters) => parameters?.direction).toSorted(),
    'RxDB no longer says in `parameters.direction` which handler threw: see isNotWritten in src/data/sync/replication.ts',
  ).toEqual(['pull', 'push']);
});

test('X8: that something else was agreed on meanwhile is told with the status of a conflict', async () => {
  const { begin } = await replicating();
  const { running, errors } = await begin({});
  await running.awaitInSync();
  const { metaInstance } = running;
  if (metaInstance === undefined) throw new Error('it has not begun');
  const write = metaInstance.bulkWrite.bind(metaInstance);
  metaInstance.bulkWrite = async (rows, context) => {
    const answer = await write(rows, context);
    return context === 'replication-down-write-meta' ? write(rows, context) : answer;
  };
  running.remoteEvents$.next({ documents: [person('anna')], checkpoint: { at: 1 } });
  await running.awaitInSync();
  expect(
    errors,
    'RxDB no longer tells of a conflict in what is agreed by `parameters.writeError.status`: see isNotWritten in src/data/sync/replication.ts',
  ).toMatchObject([{ parameters: { writeError: { status: 409 } } }]);
});
