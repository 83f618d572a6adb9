import { forgetAllKept, keep, readKept } from '../device/device-store.ts';
import type { OpenedKeys } from './keys.ts';

/**
 * The keys that a device keeps for daily work while the vault is locked; none can be extracted from
 * the browser. `older` are the former workspace keys, by id: what they sealed may still be on a
 * server. `generations` says how often the keys had been changed when each of them was made, where
 * that is known; `proved` are the keys whose generation came from a passphrase or kit, not from
 * whoever handed them over.
 */
export type DeviceKeys = Pick<OpenedKeys, 'workspace' | 'id'> & {
  readonly older?: ReadonlyMap<string, CryptoKey>;
  readonly generations?: ReadonlyMap<string, number>;
  readonly proved?: ReadonlySet<string>;
};

/** Keeps the keys of a workspace on this device. */
export const keepDeviceKeys = (
  workspaceId: string,
  { workspace, id, older, generations, proved }: DeviceKeys,
): Promise<void> =>
  keep(workspaceId, {
    workspace,
    id,
    ...(older === undefined || older.size === 0 ? {} : { older }),
    ...(generations === undefined || generations.size === 0 ? {} : { generations }),
    ...(proved === undefined || proved.size === 0 ? {} : { proved }),
  } satisfies DeviceKeys);

/** The keys of a workspace as kept on this device, if it has them. */
export const deviceKeysOf = (workspaceId: string): Promise<DeviceKeys | undefined> =>
  readKept<DeviceKeys>(workspaceId);

/** Forgets the keys of a workspace on this device, and with them its access to servers. */
export const forgetDeviceKeys = (workspaceId: string): Promise<void> => forgetAllKept(workspaceId);
