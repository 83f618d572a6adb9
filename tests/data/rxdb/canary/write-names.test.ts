import { expect, test } from 'vitest';
import { pages, person, replicating, type Pushed } from './replicated.ts';

test('X8: RxDB gives its writes the names that the sync goes by', async () => {
  const { collection, writes, begin } = await replicating();
  await collection.insert({ id: 'own', data: { name: 'made here' } });
  await collection.insert({ id: 'both', data: { name: 'made here' } });
  const there = person('both', 'made there');
  const push = (rows: readonly Pushed[]) =>
    rows.some(({ newDocumentState: { id, data } }) => id === 'both' && data.name === 'made here')
      ? [there]
      : [];
  const { running } = await begin({ pull: pages([person('pulled')]), push });
  await running.awaitInSync();
  const named = (to: string): string[] => [
    ...new Set(writes.filter((write) => write.to.startsWith(to)).map(({ context }) => context)),
  ];
  expect(
    named('people'),
    'RxDB no longer writes what it pulled under `downstreamBulkWriteFlag`: see noteBoth in src/data/sync/replication.ts, src/data/rxdb/note-pulled.ts and src/data/rxdb/refuse-pulled.ts',
  ).toContain(await running.internalReplicationState?.downstreamBulkWriteFlag);
  const noted = named('rx-replication-meta-');
  expect(
    noted,
    'RxDB no longer notes its checkpoint under "replication-set-checkpoint": see src/data/rxdb/hold-checkpoint.ts',
  ).toContain('replication-set-checkpoint');
  const answers = ['replication-up-write-conflict-meta', 'replication-up-write-meta'];
  for (const name of answers)
    expect(
      noted,
      `RxDB no longer notes the answer to a push under "${name}": see src/data/rxdb/after-push.ts`,
    ).toContain(name);
  expect(
    noted.filter((name) => !answers.includes(name)).toSorted(),
    'RxDB notes what both sides agree on in a write that the sync does not know: see src/data/rxdb/after-push.ts and src/data/rxdb/hold-checkpoint.ts',
  ).toEqual(['replication-down-write-meta', 'replication-set-checkpoint']);
  expect(
    writes
      .filter(({ context }) => context === 'replication-up-write-meta')
      .flatMap(({ rows }) => rows.map(({ document }) => document)),
    'RxDB no longer names the record in `itemId` of what it notes as agreed: see src/data/rxdb/after-push.ts',
  ).toContainEqual(expect.objectContaining({ itemId: 'own' }));
});
