import { deviceKeysOf, keepDeviceKeys, type DeviceKeys } from '../device-keys.ts';

/**
 * Whether one of a device's workspace keys is known to be older than the one in use: it no longer
 * seals anything.
 */
export const isOlderKey = (
  { workspace, generations }: Omit<DeviceKeys, 'id'>,
  id: string,
): boolean => {
  const [then, now] = [generations?.get(id), workspace.generation];
  return id !== workspace.id && then !== undefined && now !== undefined && then < now;
};

/** Where keys come from. */
export type KeysFrom = {
  /**
   * A passphrase or kit opened them here: what it says about them counts more than what anyone who
   * handed keys over says.
   */
  readonly isProved: boolean;
  /** Ids of the keys that the opened keyring calls former ones. */
  readonly before?: Readonly<Record<string, true>> | undefined;
};

/**
 * Keeps the keys that a secret opened, or a colleague handed over; true when they are new to this
 * device. The newer of two keys seals from then on, and the other one stays for reading.
 */
export const renewDeviceKeys = async (
  workspaceId: string,
  opened: DeviceKeys,
  from: KeysFrom = { isProved: false },
): Promise<boolean> => {
  const before = await deviceKeysOf(workspaceId);
  const { workspace, id } = opened;
  const proved = new Set([...(before?.proved ?? []), ...(from.isProved ? [workspace.id] : [])]);
  if (before === undefined) {
    await keepDeviceKeys(workspaceId, { workspace, id, proved });
    return true;
  }
  const generations = generationsOf(before, workspace, { ...from, proved });
  const isHere = before.workspace.id === workspace.id || before.older?.has(workspace.id) === true;
  const known = {
    ...before,
    workspace: withGeneration(before.workspace, generations),
    generations,
    proved,
  };
  // Keys that were only handed over give way, whatever was said about them.
  const givesWay =
    from.isProved && before.workspace.id !== workspace.id && !proved.has(before.workspace.id);
  if (!givesWay && isOlderKey(known, workspace.id)) {
    const older = new Map([...(before.older ?? []), [workspace.id, workspace.key] as const]);
    await keepDeviceKeys(workspaceId, { ...known, older });
    return !isHere;
  }
  const now = withGeneration(workspace, generations);
  const isNewer = givesWay || isOlderKey({ workspace: now, generations }, before.workspace.id);
  if (isHere && !isNewer) {
    await keepDeviceKeys(workspaceId, known);
    return false;
  }
  await keepDeviceKeys(workspaceId, {
    workspace: now,
    id,
    older: allBut(workspace.id, before),
    generations,
    proved,
  });
  return true;
};

/**
 * How often the keys had been changed when each was made. Someone who hands keys over cannot
 * contradict what a secret proved; and nobody can claim that keys which the opened keyring calls
 * former are newer.
 */
const generationsOf = (
  before: DeviceKeys,
  workspace: DeviceKeys['workspace'],
  { isProved, before: past = {}, proved }: KeysFrom & { readonly proved: ReadonlySet<string> },
): Map<string, number> => {
  const generations = new Map([...(before.generations ?? []), ...generationIn(before.workspace)]);
  const isProvedBefore = generations.has(workspace.id) && before.proved?.has(workspace.id) === true;
  if (isProved || !isProvedBefore)
    for (const [id, generation] of generationIn(workspace)) generations.set(id, generation);
  const { generation } = workspace;
  if (!isProved || generation === undefined) return generations;
  for (const id of Object.keys(past)) {
    if (proved.has(id)) continue;
    generations.set(id, Math.min(generations.get(id) ?? generation, generation - 1));
  }
  return generations;
};

const generationIn = ({ id, generation }: DeviceKeys['workspace']): (readonly [string, number])[] =>
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
  new Map(
    [...(older ?? []), [workspace.id, workspace.key] as const].filter(([known]) => known !== id),
  );

/**
 * Makes a former key of this device the one in use; the replaced key stays for reading. Does
 * nothing if the device does not have it, or it is known to be older.
 */
export const useOlderKey = async (workspaceId: string, id: string): Promise<void> => {
  const before = await deviceKeysOf(workspaceId);
  const key = before?.older?.get(id);
  if (before === undefined || key === undefined || isOlderKey(before, id)) return;
  const generations = new Map([...(before.generations ?? []), ...generationIn(before.workspace)]);
  const workspace = withGeneration({ id, key }, generations);
  await keepDeviceKeys(workspaceId, {
    ...before,
    workspace,
    older: allBut(id, before),
    generations,
  });
};
