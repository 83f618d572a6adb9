import { getChangedDocumentsSince } from 'rxdb/plugins/core';
import { afterEach, expect, test } from 'vitest';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { ok } from '#core/result.ts';
import { databaseName, openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import { answerOf } from '#rx-storage-indexeddb/requests.ts';
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

/** As if the record had been written an hour later, by a page that is gone. */
const writtenLater = async (workspaceId: string, id: string): Promise<void> => {
  const database = await answerOf(
    indexedDB.open(`rxdb-dexie-${databaseName(workspaceId)}--0--records`),
  );
  const rows = database.transaction('docs', 'readwrite').objectStore('docs');
  const stored = (await answerOf(rows.get(id))) as Stored;
  await answerOf(rows.put({ ...stored, _meta: { lwt: stored._meta.lwt + 3_600_000 } }));
  database.close();
};

test('X8: what is written after the clock went back is found as new all the same', async () => {
  const workspaceId = newId();
  const { database, records } = await open(workspaceId);
  await records.insert([newPerson('sara', 'Sara Lindholm')]);
  await writtenLater(workspaceId, 'sara');
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
