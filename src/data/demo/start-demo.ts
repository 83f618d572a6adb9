import { removeRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { randomIndex } from '#platform/ids.ts';
import { createWorkspace, type CreatedWorkspace } from '../create-workspace.ts';
import { databaseName } from '../database.ts';
import { forgetDrafts } from '../kept-drafts.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import type { Settings } from '../settings.ts';
import type { Clock } from '#platform/clock.ts';
import { forgetDeviceKeys } from '../vault/device-keys.ts';
import { drawWords, loadWords } from '../vault/words/draw.ts';
import { bjorkdalen } from './bjorkdalen.ts';
import { demoRecords } from './demo-records.ts';

/** Makes the example workspace, with keys of its own that are thrown away with it; nothing in it is ever synced (X15). */
export const createDemo = async (world: {
  readonly settings: Settings;
  readonly clock: Clock;
}): Promise<CreatedWorkspace> => {
  const list = await loadWords('sv');
  const { workspace: name, person } = bjorkdalen;
  const passphrase = drawWords(list, 5).join(' ');
  const kitWords = drawWords(list, 12);
  return createWorkspace({ name, person, programmes: ['apple-credit'], passphrase, kitWords, demo: true }, world);
};

/** Fills the example workspace, which has just been entered with its vault open. */
export const fillDemo = async ({ records, vault }: OpenWorkspace): Promise<void> => {
  const { seal, fingerprint } = vault;
  await records.bulk(await demoRecords({ doing: records.doing(), randomIndex, seal, fingerprint }));
};

/** Erases a workspace from this device: records, keys, settings and what was typed. Its database must be closed. */
export const eraseWorkspace = async (id: string, settings: Settings): Promise<void> => {
  settings.forgetWorkspace(id);
  forgetDrafts(id);
  await forgetDeviceKeys(id);
  await removeRxDatabase(databaseName(id), getRxStorageDexie());
  await dropEmptied(`rxdb-dexie-${databaseName(id)}--`);
};

/** RxDB empties what it removes and leaves it lying there, under the workspace's id. */
const dropEmptied = async (start: string): Promise<void> => {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name).filter((name) => name.startsWith(start));
  await Promise.all(names.map(drop));
};

/** Also done when another tab holds it open: the browser drops it as soon as that one lets go. */
const drop = (name: string): Promise<unknown> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
