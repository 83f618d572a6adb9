import { removeRxDatabase } from 'rxdb/plugins/core';
import { deleteDatabase, getRxStorageIndexedDb } from '#rx-storage-indexeddb/index.ts';
import { databaseName } from '../records/database.ts';
import { forgetDrafts } from '../device/kept-drafts.ts';
import { forgetPlan } from '../reminder-plan.ts';
import type { Settings } from '../device/settings.ts';
import { forgetDeviceKeys } from '../vault/device-keys.ts';

/**
 * Erases a workspace from this device: records, keys, settings, reminders and drafts. Its
 * database must be closed.
 */
export const eraseWorkspace = async (id: string, settings: Settings): Promise<void> => {
  settings.forgetWorkspace(id);
  forgetDrafts(id);
  await forgetPlan(id);
  await forgetDeviceKeys(id);
  await removeRxDatabase(databaseName(id), getRxStorageIndexedDb());
  await dropRest(`rxdb-dexie-${databaseName(id)}--`);
};

/** What else lies there under the workspace's id: RxDB removes only what it knows of. */
const dropRest = async (start: string): Promise<void> => {
  const names = (await indexedDB.databases())
    .map(({ name = '' }) => name)
    .filter((name) => name.startsWith(start));
  await Promise.allSettled(names.map(deleteDatabase));
};
