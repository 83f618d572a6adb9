import { expect } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import type { Copy } from '#data/merge/copy.ts';
import { openSettings } from '#data/device/settings.ts';
import { openChangedKeys } from '#data/sync/keys/changed-keys.ts';
import { syncStoreOf } from '#data/sync/server/connection.ts';
import { syncLine, type SyncMessage } from '#data/sync/sync-line.ts';
import { deviceKeysOf, keepDeviceKeys, type DeviceKeys } from '#data/vault/device-keys.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { createKeyring, rawKeysOf } from '#data/vault/keyring/keyring.ts';
import { readyKeys } from '#data/vault/keys.ts';
import { keyringStanding, putBackHere, refuseOffer } from '#data/vault/keyring/keyring-standing.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import type { Secret } from '#data/vault/seal/secret.ts';
import { openVault } from '#data/vault/vault.ts';
import { openTabLine } from '#platform/tabs.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import type { Device } from './devices.ts';
import { keysOnServer, stateOf } from './keyed-devices.ts';
import { changeKeys, deriving, keyringOf, KIT, NEW, OLD } from './keyring-attacks.ts';
import { amountOn, onServer, opened, order, PATIENT, setAmount, world } from './world.ts';

let apps = 0;

/** The workspace by the name that all devices call it by on the server. */
export const NAMED = 'w';

/**
 * The app on a device as far as its vault and its sync know of each other: the sync begins again
 * when it is asked to, and what the screens call are their own functions. Needs
 * `stubDeviceDatabase`.
 */
export const appOn = async (device: Device, keys: Pick<DeviceKeys, 'workspace' | 'id'>) => {
  const id = `app-${(apps += 1)}`;
  const store = syncStoreOf(id);
  const { records } = device;
  await keepDeviceKeys(id, keys);
  const begin = async (): Promise<void> => {
    await device.disconnect();
    const parts = { store, workspaceId: NAMED, records, turnTo: async () => undefined };
    const changed = await openChangedKeys(
      (await deviceKeysOf(id)) ?? expect.unreachable(),
      parts,
      () => undefined,
    );
    const sync = await device.connect({}, changed);
    await changed.begun(sync);
    sync.status$.subscribe(({ state }) => void (state === 'in-step' && changed.inStep(sync)));
  };
  let beginning = begin();
  const line = openTabLine<SyncMessage>(syncLine(id), (message) => {
    if (message === 'connected') beginning = beginning.then(begin);
  });
  const vault = openVault({
    workspaceId: id,
    keyring: () => keyringIn(records),
    records,
    derive,
    settings: openSettings(keptStorage()),
    clock: setClock(),
    watch: () => () => undefined,
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
    device,
    records,
    store,
    state: () => stateOf(device),
    /** As *Sync and safety* does it where the sync waits for changed keys. */
    unlock: async (secret: Secret): Promise<void> => {
      vault.lock();
      expect(await vault.unlock(secret)).toMatchObject({ ok: true });
    },
    standing: () => keyringStanding(here),
    trouble: async () => (await keyringStanding(here)).trouble,
    /** As who was asked a moment before. */
    refuse: async (told?: readonly string[]) =>
      refuseOffer(here, told ?? (await keyringStanding(here)).boxes ?? []),
    putBack: () => putBackHere(here),
  };
};

/** An app on a device. */
export type AppHere = Awaited<ReturnType<typeof appOn>>;

/**
 * Two devices in step, with a keyring that was opened on both; `isChanged`: its keys were changed
 * before they came.
 */
export const appsInStep = async (isChanged = false) => {
  const { server, device } = await world();
  const made = {
    passphrase: OLD.text,
    kitWords: KIT.text.split(' '),
    kitNumber: 1,
    today: '2026-11-20',
  };
  const [owner, phone, tablet] = [
    await device('owner'),
    await device('phone'),
    await device('tablet'),
  ];
  await owner.records.create((await createKeyring(made, deriving)).keyring);
  const before = await keyringOf(owner);
  if (isChanged) await changeKeys(owner);
  const keyring = await keyringOf(owner);
  const secret = isChanged ? NEW : OLD;
  const raw = await rawKeysOf(keyring, secret, derive);
  if (!raw.ok) return expect.unreachable();
  const keys = await readyKeys(raw.value.raw, raw.value.wrap);
  await phone.records.create((await owner.records.get(KEYRING_ID)) ?? expect.unreachable());
  await phone.records.create(order());
  const apps = [await appOn(phone, keys), await appOn(tablet, keys)] as const;
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  for (const app of apps) await app.unlock(secret);
  for (const app of apps) await expect.poll(app.state, PATIENT).toBe('in-step');
  return { server, phone, tablet, apps, secret, before, key: keys.workspace };
};

/** Two apps and the server that they share. */
export type Apps = Awaited<ReturnType<typeof appsInStep>>;

/** The keyring on the server, with what is readable beside the seal. */
export const readableNow = async ({
  server,
}: Pick<Apps, 'server'>): Promise<WireDocument & { readonly open: Copy }> => {
  const [{ doc } = {}] = await onServer(server, [KEYRING_ID]);
  return doc as WireDocument & { readonly open: Copy };
};

/** Somebody writes a document past every app. */
export const send = async ({ server }: Pick<Apps, 'server'>, document: object): Promise<void> => {
  const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: [document] });
  expect((body as { error?: string }[]).flatMap(({ error }) => error ?? [])).toEqual([]);
};

/** The sync of all waits, and a person on the phone is asked for the passphrase. */
export const opensWhileAllWait = async ({ apps, secret }: Apps): Promise<void> => {
  for (const { state } of apps) await expect.poll(state, PATIENT).toBe('other-keys');
  await apps[0].unlock(secret);
};

/**
 * The owner changes the keys on the phone, which goes away: what it would send, and with which
 * keys.
 */
export const changedWhileAway = async ({ phone, key }: Apps) => {
  await phone.disconnect();
  await changeKeys(phone);
  const raw = await rawKeysOf(await keyringOf(phone), NEW, derive);
  if (!raw.ok) return expect.unreachable();
  const keys = await readyKeys(raw.value.raw, raw.value.wrap);
  const copy = ((await phone.records.get(KEYRING_ID)) ?? expect.unreachable()) as unknown as Copy;
  const document: WireDocument = await sealing(keys.workspace, [KEYRING_ID], NAMED).pack(copy);
  return { keys: { ...keys, older: new Map([[key.id, key.key]]) }, copy, document };
};

/** All sync on, with the right keyring on the server. */
export const goesOn = async (
  { server, phone, tablet, key }: Apps,
  amount: string,
): Promise<void> => {
  await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual([key.id]);
  await setAmount(phone, amount);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe(amount);
};
