import { keep, readKept } from '../../device/device-store.ts';
import { noteAtDoor, type DoorParts } from '../lock/door.ts';

const keyFor = (workspaceId: string): string => `${workspaceId}/opened-outside`;

/** Remembers which wrap of the keyring was used to enter a workspace, until it is known who did. */
export const keepOpenedOutside = (workspaceId: string, wrap: string): Promise<void> =>
  keep(keyFor(workspaceId), wrap);

/** Notes it with the person of this device, who is known from now on. */
export const noteOpenedOutside = async (parts: DoorParts): Promise<void> => {
  const wrap = await readKept<string>(keyFor(parts.workspaceId));
  if (wrap === undefined) return;
  await noteAtDoor(parts, wrap);
  await keep(keyFor(parts.workspaceId), undefined);
};
