import { expect } from 'vitest';
import { KEYRING_ID, type Wrap } from '#workspace/rules/vault/keyring.ts';
import { newKeyring, withOtherKeys } from '#workspace/rules/vault/keyring-commands.ts';
import { openChangedKeys, type ChangedKeys } from '#data/sync/keys/changed-keys.ts';
import type { DeviceKeys } from '#data/vault/device-keys.ts';
import { plainNetwork, sharedKey, type Device, type Network } from './devices.ts';
import { amountOn, onServer, order, PATIENT, world } from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

type WorkspaceKey = DeviceKeys['workspace'];

/** Another workspace key. */
export const keyNamed = async (id: string): Promise<WorkspaceKey> => ({
  ...(await sharedKey()),
  id,
});

/**
 * Starts a device's sync with its keys, as the one tab that syncs does; `turned` are the keys that
 * it then turned to.
 */
export const begin = async (
  device: Device,
  workspace: WorkspaceKey,
  older: readonly WorkspaceKey[] = [],
) => {
  await device.disconnect();
  const turned: string[] = [];
  const generations = older.flatMap(({ id, generation }) =>
    generation === undefined ? [] : [[id, generation] as const],
  );
  const keys = {
    workspace,
    older: new Map(older.map(({ id, key }) => [id, key])),
    generations: new Map(generations),
  } as unknown as DeviceKeys;
  const changed: ChangedKeys = await openChangedKeys(
    keys,
    {
      store: device.store,
      workspaceId: 'w',
      records: device.records,
      turnTo: async (key) => void turned.push(key),
    },
    () => undefined,
  );
  const sync = await device.connect({}, changed);
  await changed.begun(sync);
  return { sync, changed, turned, state: () => stateOf(device) };
};

/** The state of a device's sync. */
export const stateOf = (device: Device): string => {
  let state = '';
  device.sync.status$.subscribe((status) => (state = status.state)).unsubscribe();
  return state;
};

/** What seals each live record on the server, and each tombstone. */
export const keysOnServer = async (
  server: Parameters<typeof onServer>[0],
  ids: readonly string[],
) => (await onServer(server, ids)).map(({ doc }) => doc?.key);

/** A wrap like those made by a change of keys, but one that opens nothing. */
export const wrapOf = (workspaceKey: string): Wrap => ({
  id: `of-${workspaceKey}`,
  by: 'passphrase',
  number: 0,
  madeOn: '2026-11-20',
  workspaceKey,
  salt: 'AAAA',
  iv: 'AAAA',
  keys: workspaceKey,
  derivation: { name: 'argon2id', memoryKiB: 65536, passes: 3, lanes: 1 },
});

/** Puts another workspace key into the keyring, with one wrap of it. */
export const rotate = (device: Device, workspaceKey: string, before = 'k1') =>
  device.records.change(
    KEYRING_ID,
    onKind('keyring', (keyring) =>
      withOtherKeys(keyring, { vaultKey: 'v2', workspaceKey, before }, [wrapOf(workspaceKey)]),
    ),
  );

/** The orders of a workspace whose keys are changed. */
export const IDS = ['order-1', 'order-2', 'order-3'];

/** Two devices in step under one key, then the phone changes it. */
export const rotated = async (network: Network = plainNetwork) => {
  const { server, device } = await world();
  const [phone, tablet] = [await device('phone', network), await device('tablet')];
  const [k1, k2] = [await keyNamed('k1'), await keyNamed('k2')];
  await phone.records.create(newKeyring('v1', []));
  for (const id of IDS) await phone.records.create(order(id));
  await begin(phone, k1);
  await begin(tablet, k1);
  await expect.poll(() => amountOn(tablet, 'order-3'), PATIENT).toBe('25000.00');
  const [{ doc: before } = {}] = await onServer(server, [KEYRING_ID]);
  await rotate(phone, k2.id);
  const of = await begin(phone, k2, [k1]);
  await expect.poll(of.state, PATIENT).toBe('in-step');
  return { server, device, phone, tablet, k1, k2, of, before };
};
