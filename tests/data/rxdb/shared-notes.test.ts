import {
  getChangedDocumentsSince,
  type RxStorageDefaultCheckpoint,
  type RxStorageInstance,
} from 'rxdb/plugins/core';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { openDevice, sharedKey } from '../sync/devices.ts';

type Store = RxStorageInstance<{ id: string }, unknown, unknown, RxStorageDefaultCheckpoint>;

test('X8: what is made again in one write with something new is found by whoever had come as far as that', async () => {
  const app = { request: () => new Response() };
  const { records, collection, close } = await openDevice('phone', { app, key: await sharedKey() });
  const store = collection.storageInstance as unknown as Store;
  await records.insert([newPerson('anna', 'Anna Berg')]);
  await collection.bulkRemove(['anna']);
  const told = firstValueFrom(store.changeStream());
  // RxDB writes new documents first, and then those that replace a deleted one.
  await records.insert([newPerson('sara', 'Sara Lindholm'), newPerson('anna', 'Anna Berg')]);
  const { events, checkpoint } = await told;
  expect(events.map(({ documentData }) => [documentData.id, documentData._meta.lwt])).toEqual([
    ['sara', checkpoint.lwt],
  ]);
  const { documents } = await getChangedDocumentsSince(store, 10, checkpoint);
  expect(documents.map(({ id }) => id)).toEqual(['anna']);
  await close();
});
