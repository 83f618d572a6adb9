import { textIn } from '#core/record/fields.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { isOlderRecord } from '#core/record/older-record.ts';
import { WORKSPACE_ID } from '#workspace/rules/settings/workspace.ts';
import type { Clock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { openDatabase, type RecordCollection } from '../records/database.ts';
import { eraseWorkspace } from '../workspace/erase-workspace.ts';
import { openRecords } from '../records/records.ts';
import { mayChange, type Settings, type WorkspaceHere } from '../device/settings.ts';
import { syncStoreOf } from '../sync/server/connection.ts';
import { noteFromFile } from '../sync/server/from-file.ts';
import type { SyncStore } from '../sync/sync-store.ts';
import { keepDeviceKeys, type DeviceKeys } from '../vault/device-keys.ts';
import { hasMarks, type Copy } from '../merge/copy.ts';
import { NO_ATTEMPTS } from '../vault/lock/wrong-attempts.ts';
import { compareBatch, NO_DIFFERENCES, type Differences } from './compare.ts';
import { recordsIn, type OpenedFile } from './read-file.ts';
import { FileRefused } from './refused.ts';
import type { Reading } from './sealed-chunks.ts';
import type { Summary } from './summary.ts';

/** What a restore would do, found without writing anything. */
export type DryRun = Differences & {
  readonly summary: Summary;
  /** The workspace's name as the file has it. */
  readonly name: string;
  readonly people: readonly Person[];
  /**
   * How many in the file do not have the form of a record and are left out: no app writes such
   * records, and no list could hold them.
   */
  readonly leftOut: number;
};

/**
 * Whether a record in a file was written by an app: well-formed, and without what only a store
 * adds.
 */
const isTaken = (inFile: Copy): boolean => isOlderRecord(inFile) && !hasMarks(inFile);

/**
 * Reads a whole file and compares it with the workspace on this device, if there is one. Throws
 * `FileRefused`, and when aborted.
 */
export const dryRunOf = async (
  opened: OpenedFile,
  collection: RecordCollection | undefined,
  reading: Reading = {},
): Promise<DryRun> => {
  const records = recordsIn(opened, reading);
  const people: Person[] = [];
  let [differences, name, leftOut] = [NO_DIFFERENCES, '', 0];
  for (let next = await records.next(); ; next = await records.next()) {
    if (next.done === true) return { ...differences, summary: next.value, name, people, leftOut };
    const batch = next.value.filter(isTaken);
    leftOut += next.value.length - batch.length;
    differences = await compareBatch(collection, batch, differences);
    for (const record of batch) {
      const named = nameOf(record);
      if (record.kind === 'person' && record.trashedOn === '' && named !== '')
        people.push(record as Person);
      if (record.id === WORKSPACE_ID) name = named;
    }
  }
};

// Records come as they are, even those that nobody can read.
const nameOf = ({ data }: Copy): string => textIn(data, 'name');

/** How a file is merged in. */
export type Merging = Reading & {
  /**
   * Records deleted here since the file was made come back, on all devices; otherwise they stay
   * deleted.
   */
  readonly bringsBack?: boolean;
  /** Where the workspace's sync keeps its own: there it is noted that records came of a file. */
  readonly store?: SyncStore;
};

/**
 * Merges a file into the workspace that is `here`. To be called after the dry run, which makes sure
 * that the file is complete. Throws `FileRefused` on a read-only device: no server would accept
 * what it adds.
 */
export const mergeBackup = async (
  opened: OpenedFile,
  collection: RecordCollection,
  here: WorkspaceHere | undefined,
  { bringsBack = false, store, ...reading }: Merging = {},
): Promise<void> => {
  if (!mayChange(here)) throw new FileRefused('only-reads');
  // Only a restore needs it, and nothing has been written yet if it fails to load.
  const { takeIn } = await import('./take-in.ts');
  for await (const records of recordsIn(opened, reading)) {
    const batch = records.filter(isTaken);
    // A user who brings back deleted records has decided that, and is not asked again.
    if (store !== undefined && !bringsBack) await noteFromFile(store, batch);
    await takeIn(collection, batch, bringsBack);
  }
};

/**
 * Who will use the restored workspace on this device: one of its people, or the name of a new
 * one.
 */
export type WhoRestores = Person | string;

/**
 * Creates the workspace of a file on this device: its records, then the device's keys, and last the
 * settings, which make it known to the app. Nothing is left behind if something fails.
 */
export const restoreBackup = async (
  opened: OpenedFile,
  made: { readonly keys: DeviceKeys; readonly name: string; readonly who: WhoRestores },
  {
    settings,
    clock,
    reading = {},
  }: { readonly settings: Settings; readonly clock: Clock; readonly reading?: Reading },
): Promise<void> => {
  const { workspace: id } = opened.header;
  if (settings.newest.workspaces[id] !== undefined)
    throw new Error('this workspace is here: merge into it');
  const { keys, name, who } = made;
  const person = typeof who === 'string' ? newId() : who.id;
  const database = await openDatabase(id);
  try {
    await mergeBackup(opened, database.records, undefined, { ...reading, store: syncStoreOf(id) });
    const doing = (): Doing => ({ today: clock.today(), now: clock.now(), by: person, newId });
    if (typeof who === 'string')
      await openRecords(database.records, doing).insert([newPerson(person, who.trim())]);
    await keepDeviceKeys(id, keys);
    await database.close();
  } catch (error) {
    await database.close();
    await eraseWorkspace(id, settings);
    throw error;
  }
  settings.changeWorkspace(id, { person, name, wrong: NO_ATTEMPTS });
};
