import { expect } from 'vitest';
import { openSettings } from '#data/settings.ts';
import { openChangedKeys } from '#data/sync/changed-keys.ts';
import { syncStoreOf } from '#data/sync/connection.ts';
import { syncLine, type SyncMessage } from '#data/sync/sync-line.ts';
import { deviceKeysOf, keepDeviceKeys, type DeviceKeys } from '#data/vault/device-keys.ts';
import { keyringIn } from '#data/vault/keyring-in.ts';
import { keyringStanding, putBackHere, refuseOffer } from '#data/vault/keyring-standing.ts';
import type { Secret } from '#data/vault/secret.ts';
import { openVault } from '#data/vault/vault.ts';
import { openTabLine } from '#platform/tabs.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import type { Device } from './devices.ts';
import { stateOf } from './keyed-devices.ts';
import { opened } from './world.ts';

let apps = 0;

/** The workspace by the name that all devices call it by on the server. */
export const NAMED = 'w';

/**
 * The app on a device as far as its vault and its sync know of each other: the sync begins anew when it is asked to, and what the screens
 * call are their own functions. Needs `stubDeviceDatabase`.
 */
export const appOn = async (device: Device, keys: Pick<DeviceKeys, 'workspace' | 'id'>) => {
  const id = `app-${(apps += 1)}`;
  const store = syncStoreOf(id);
  const { records } = device;
  await keepDeviceKeys(id, keys);
  const begin = async (): Promise<void> => {
    await device.disconnect();
    const parts = { store, workspaceId: NAMED, records, turnTo: async () => undefined };
    const changed = await openChangedKeys((await deviceKeysOf(id)) ?? expect.unreachable(), parts, () => undefined);
    const sync = await device.connect({}, changed);
    await changed.begun(sync);
    sync.status$.subscribe(({ state }) => void (state === 'in-step' && changed.inStep(sync)));
  };
  let beginning = begin();
  const line = openTabLine<SyncMessage>(syncLine(id), (message) => {
    if (message === 'connected') beginning = beginning.then(begin);
  });
  const vault = openVault({
    ...{ workspaceId: id, keyring: () => keyringIn(records), records, derive },
    ...{ settings: openSettings(keptStorage()), clock: setClock(), watch: () => () => undefined },
  });
  const close = async (): Promise<void> => {
    line.close();
    vault.close();
    await beginning;
  };
  opened.unshift({ close });
  await beginning;
  const here = { id, records, database: { records: device.collection } } as never;
  return {
    ...{ device, records, store },
    state: () => stateOf(device),
    /** As *Sync and safety* does it where the sync waits for changed keys. */
    unlock: async (secret: Secret): Promise<void> => {
      vault.lock();
      expect(await vault.unlock(secret)).toMatchObject({ ok: true });
    },
    trouble: async () => (await keyringStanding(here)).trouble,
    refuse: () => refuseOffer(here),
    putBack: () => putBackHere(here),
  };
};

/** An app on a device. */
export type AppHere = Awaited<ReturnType<typeof appOn>>;
