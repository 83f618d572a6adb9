import { Dexie, type EntityTable } from 'dexie';
import type { OpenedKeys } from './keys.ts';

/** The keys that a device keeps for daily work while the vault is locked; none can be taken out of the browser. */
export type DeviceKeys = Pick<OpenedKeys, 'workspace' | 'id'>;

type Row = { workspaceId: string; workspace: OpenedKeys['workspace']; id: CryptoKey };

type DeviceDatabase = Dexie & { keys: EntityTable<Row, 'workspaceId'> };

/** Name of the database that holds them, apart from the records. */
export const DEVICE_DATABASE = 'volym-device';

const inDatabase = async <T>(work: (database: DeviceDatabase) => Promise<T>): Promise<T> => {
  const database = new Dexie(DEVICE_DATABASE) as DeviceDatabase;
  database.version(1).stores({ keys: 'workspaceId' });
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

/** Keeps the keys of a workspace on this device. */
export const keepDeviceKeys = (workspaceId: string, { workspace, id }: DeviceKeys): Promise<void> =>
  inDatabase(async ({ keys }) => void (await keys.put({ workspaceId, workspace, id })));

/** The keys of a workspace as kept on this device, if it has them. */
export const deviceKeysOf = (workspaceId: string): Promise<DeviceKeys | undefined> =>
  inDatabase(async ({ keys }) => {
    const row = await keys.get(workspaceId);
    return row === undefined ? undefined : { workspace: row.workspace, id: row.id };
  });

/** Forgets the keys of a workspace on this device. */
export const forgetDeviceKeys = (workspaceId: string): Promise<void> =>
  inDatabase(({ keys }) => keys.delete(workspaceId));
