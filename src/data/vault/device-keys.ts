import { forgetAllKept, keep, readKept } from '../device-store.ts';
import type { OpenedKeys } from './keys.ts';

/** The keys that a device keeps for daily work while the vault is locked; none can be taken out of the browser. */
export type DeviceKeys = Pick<OpenedKeys, 'workspace' | 'id'>;

/** Keeps the keys of a workspace on this device. */
export const keepDeviceKeys = (workspaceId: string, { workspace, id }: DeviceKeys): Promise<void> =>
  keep(workspaceId, { workspace, id } satisfies DeviceKeys);

/** The keys of a workspace as kept on this device, if it has them. */
export const deviceKeysOf = (workspaceId: string): Promise<DeviceKeys | undefined> => readKept<DeviceKeys>(workspaceId);

/** Forgets the keys of a workspace on this device, and with them how it is let in elsewhere. */
export const forgetDeviceKeys = (workspaceId: string): Promise<void> => forgetAllKept(workspaceId);
