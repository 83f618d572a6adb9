import { deviceKeysOf, keepDeviceKeys, type DeviceKeys } from './device-keys.ts';

/** Whether one of a device's workspace keys is known to be older than the one in use: it seals nothing any more. */
export const isOlderKey = ({ workspace, generations }: Omit<DeviceKeys, 'id'>, id: string): boolean => {
  const [then, now] = [generations?.get(id), workspace.generation];
  return id !== workspace.id && then !== undefined && now !== undefined && then < now;
};

/**
 * Keeps the keys that a secret opened, or a colleague handed over; true when they are new to this device. The newer of two
 * keys seals from then on, and the other one stays for reading.
 */
export const renewDeviceKeys = async (workspaceId: string, opened: DeviceKeys): Promise<boolean> => {
  const before = await deviceKeysOf(workspaceId);
  const { workspace, id } = opened;
  if (before === undefined) {
    await keepDeviceKeys(workspaceId, { workspace, id });
    return true;
  }
  const generations = new Map([...(before.generations ?? []), ...saidOf(before.workspace), ...saidOf(workspace)]);
  const isHere = before.workspace.id === workspace.id || before.older?.has(workspace.id) === true;
  const known = { ...before, workspace: withGeneration(before.workspace, generations), generations };
  if (isOlderKey(known, workspace.id)) {
    const older = new Map([...(before.older ?? []), [workspace.id, workspace.key] as const]);
    await keepDeviceKeys(workspaceId, { ...known, older });
    return !isHere;
  }
  const isNewer = isOlderKey({ workspace, generations }, before.workspace.id);
  if (isHere && !isNewer) {
    await keepDeviceKeys(workspaceId, known);
    return false;
  }
  await keepDeviceKeys(workspaceId, { workspace, id, older: allBut(workspace.id, before), generations });
  return true;
};

const saidOf = ({ id, generation }: DeviceKeys['workspace']): (readonly [string, number])[] =>
  generation === undefined ? [] : [[id, generation]];

const withGeneration = (
  { id, key }: DeviceKeys['workspace'],
  generations: ReadonlyMap<string, number>,
): DeviceKeys['workspace'] => {
  const generation = generations.get(id);
  return { id, key, ...(generation === undefined ? {} : { generation }) };
};

/** The workspace keys of a device but the one that is in use from now on: they stay for reading. */
const allBut = (id: string, { workspace, older }: DeviceKeys): Map<string, CryptoKey> =>
  new Map([...(older ?? []), [workspace.id, workspace.key] as const].filter(([one]) => one !== id));

/**
 * Makes a key that this device has from before the one in use; the one that was stays for reading. Nothing, where it has not got
 * it, or it is known to be older.
 */
export const useOlderKey = async (workspaceId: string, id: string): Promise<void> => {
  const before = await deviceKeysOf(workspaceId);
  const key = before?.older?.get(id);
  if (before === undefined || key === undefined || isOlderKey(before, id)) return;
  const generations = new Map([...(before.generations ?? []), ...saidOf(before.workspace)]);
  const workspace = withGeneration({ id, key }, generations);
  await keepDeviceKeys(workspaceId, { ...before, workspace, older: allBut(id, before), generations });
};
