import { getChangedDocumentsSince } from 'rxdb/plugins/core';
import { afterEach, expect, test } from 'vitest';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { ok } from '#core/result.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import { doingOn } from '#tests/factories/doing.ts';

const opened: WorkspaceDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.remove();
});

const open = async (id: string) => {
  const database = await openDatabase(id);
  opened.push(database);
  return { database, records: openRecords(database.records, () => doingOn()) };
};

type Stored = { readonly _meta: { readonly lwt: number } };
type Table = { get(id: string): Promise<Stored>; put(stored: Stored): Promise<unknown> };

/** As if the record had been written an hour later, by a page that is gone. */
const writtenLater = async ({ records }: WorkspaceDatabase, id: string): Promise<void> => {
  const { originalStorageInstance } = records.storageInstance as unknown as {
    originalStorageInstance: { internals: Promise<{ dexieTable: Table }> };
  };
  const { dexieTable } = await originalStorageInstance.internals;
  const stored = await dexieTable.get(id);
  await dexieTable.put({ ...stored, _meta: { lwt: stored._meta.lwt + 3_600_000 } });
};

test('X8: what is written after the clock went back is found as new all the same', async () => {
  const { database, records } = await open(newId());
  await records.insert([newPerson('sara', 'Sara Lindholm')]);
  await writtenLater(database, 'sara');
  const { checkpoint } = await getChangedDocumentsSince(database.records.storageInstance, 10);
  await records.insert([newPerson('johan', 'Johan Ek')]);
  await records.change('johan', (person) =>
    ok({ ...person, data: { ...person.data, name: 'Johan Ekman' } }),
  );
  const found = await getChangedDocumentsSince(database.records.storageInstance, 10, checkpoint);
  expect(found.documents.map(({ id, data }) => [id, data])).toEqual([
    ['johan', { v: 1, name: 'Johan Ekman' }],
  ]);
});
