import { forgetAllKept, keep, readKept } from '../device-store.ts';
import type { OpenedKeys } from './keys.ts';

/**
 * The keys that a device keeps for daily work while the vault is locked; none can be taken out of the browser. `older` are
 * the workspace keys that were in use before, by their id: what they sealed may still lie on a server.
 */
export type DeviceKeys = Pick<OpenedKeys, 'workspace' | 'id'> & { readonly older?: ReadonlyMap<string, CryptoKey> };

/** Keeps the keys of a workspace on this device. */
export const keepDeviceKeys = (workspaceId: string, { workspace, id, older }: DeviceKeys): Promise<void> =>
  keep(workspaceId, { workspace, id, ...(older === undefined ? {} : { older }) } satisfies DeviceKeys);

/**
 * Keeps the keys that a secret opened, unless this device has them, or newer ones; true when they are new to it. The key
 * that sealed the wire before stays for reading.
 */
export const renewDeviceKeys = async (workspaceId: string, opened: DeviceKeys): Promise<boolean> => {
  const before = await deviceKeysOf(workspaceId);
  if (before?.workspace.id === opened.workspace.id || before?.older?.has(opened.workspace.id) === true) return false;
  const { workspace, id } = opened;
  const older = before === undefined ? new Map<string, CryptoKey>() : allBut(workspace.id, before);
  await keepDeviceKeys(workspaceId, { workspace, id, ...(older.size === 0 ? {} : { older }) });
  return true;
};

/** The workspace keys of a device but the one that is in use from now on: they stay for reading. */
const allBut = (id: string, { workspace, older }: DeviceKeys): Map<string, CryptoKey> =>
  new Map([...(older ?? []), [workspace.id, workspace.key] as const].filter(([one]) => one !== id));

/** Makes a key that this device has from before the one in use; the one that was stays for reading. Nothing, where it has not got it. */
export const useOlderKey = async (workspaceId: string, id: string): Promise<void> => {
  const before = await deviceKeysOf(workspaceId);
  const key = before?.older?.get(id);
  if (before === undefined || key === undefined) return;
  await keepDeviceKeys(workspaceId, { ...before, workspace: { id, key }, older: allBut(id, before) });
};

/** The keys of a workspace as kept on this device, if it has them. */
export const deviceKeysOf = (workspaceId: string): Promise<DeviceKeys | undefined> => readKept<DeviceKeys>(workspaceId);

/** Forgets the keys of a workspace on this device, and with them how it is let in elsewhere. */
export const forgetDeviceKeys = (workspaceId: string): Promise<void> => forgetAllKept(workspaceId);
