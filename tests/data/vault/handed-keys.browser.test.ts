import { afterEach, beforeEach, expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords, type Records } from '#data/records/records.ts';
import { openSettings } from '#data/device/settings.ts';
import { newToken, openHandedKeys, sealedForNewcomer } from '#data/sync/keys/handed-keys.ts';
import { changeSecret } from '#data/vault/keyring/change-secret.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { deviceKeysOf, forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { rawKeysOf } from '#data/vault/keyring/keyring.ts';
import { FOR_NEWCOMER, readyHandedKeys, type HandedKeys, type RawKeys } from '#data/vault/keys.ts';
import { isOlderKey, renewDeviceKeys, useOlderKey } from '#data/vault/keyring/newer-keys.ts';
import { encrypt, sealingKey } from '#data/vault/seal/sealed-box.ts';
import { fromBase64Url } from '#data/vault/seal/base64url.ts';
import { openVault, type Vault } from '#data/vault/vault.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { KIT, makeKeyring, PASSPHRASE } from '#tests/factories/vaults.ts';

const OLD = { by: 'passphrase', text: PASSPHRASE } as const;
const NEW = { by: 'passphrase', text: 'kanel granit lykta pendel sommar' } as const;
const NEW_KIT = {
  by: 'recovery-kit',
  text: KIT.split(' ').reverse().join(' '),
  number: 2,
} as const;

const workspaceId = 'test-handed-keys';
let database: WorkspaceDatabase;
let records: Records;
let opened: Vault | undefined;

beforeEach(async () => {
  database = await openDatabase(workspaceId);
  const doing = doingOn();
  records = openRecords(database.records, () => doing);
  await records.create((await makeKeyring()).keyring);
});
afterEach(async () => {
  opened?.close();
  await database.remove();
  await forgetDeviceKeys(workspaceId);
});

const keyring = async (): Promise<KeyringData> =>
  (await records.get(KEYRING_ID))?.data as KeyringData;
const rawBy = async (secret: typeof OLD | typeof NEW): Promise<RawKeys> => {
  const raw = await rawKeysOf(await keyring(), secret);
  return raw.ok ? raw.value.raw : expect.unreachable();
};
const vault = (): Vault => {
  opened = openVault({
    workspaceId,
    settings: openSettings(keptStorage()),
    clock: setClock(),
    keyring,
  });
  return opened;
};

/** Someone changed the keys on another device; this one is new. */
const changed = async (): Promise<{ readonly then: RawKeys; readonly now: RawKeys }> => {
  const then = await rawBy(OLD);
  const deriving = { derive: deriveInWorker, derivation: quickDerivation };
  const settings = openSettings(keptStorage());
  const change = changeSecret({ workspaceId, records, settings, clock: setClock(), deriving });
  await change.unlock(OLD);
  expect((await change.rotate(NEW_KIT, NEW.text)).ok).toBe(true);
  await forgetDeviceKeys(workspaceId);
  return { then, now: await rawBy(NEW) };
};

const handed = ({ workspace, id }: RawKeys, generation: number) =>
  readyHandedKeys({ workspace, id, generation });

test.each([1e9, 1, 2])(
  'X9: lost keys that an invitation calls the %d. give way to those that the phrase opens',
  async (generation) => {
    const { then, now } = await changed();
    await renewDeviceKeys(workspaceId, await handed(then, generation));
    expect(await vault().unlock(NEW)).toMatchObject({ ok: true });
    const keys = (await deviceKeysOf(workspaceId)) ?? expect.unreachable();
    expect([keys.workspace.id, keys.workspace.generation]).toEqual([now.workspace.id, 1]);
    expect([...(keys.older?.keys() ?? [])]).toEqual([then.workspace.id]);
    expect([isOlderKey(keys, then.workspace.id), isOlderKey(keys, now.workspace.id)]).toEqual([
      true,
      false,
    ]);
    // Nor does a keyring that names them turn the device back.
    await useOlderKey(workspaceId, then.workspace.id);
    expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe(now.workspace.id);
  },
);

test('X9: also where the right ones were handed over before the lost ones, and again after the phrase was typed', async () => {
  const { then, now } = await changed();
  await renewDeviceKeys(workspaceId, await handed(now, 1));
  await renewDeviceKeys(workspaceId, await handed(then, 9));
  await vault().unlock(NEW);
  expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe(now.workspace.id);
  // Nothing later changes what the passphrase showed about them.
  await renewDeviceKeys(workspaceId, await handed(now, 0));
  const keys = await deviceKeysOf(workspaceId);
  expect([keys?.workspace.id, keys?.workspace.generation]).toEqual([now.workspace.id, 1]);
});

test('X9: keys that were changed once more, which a colleague hands over, are the newer ones still', async () => {
  const { then, now } = await changed();
  await renewDeviceKeys(workspaceId, await handed(then, 0));
  await vault().unlock(NEW);
  const next = { ...now, workspace: { ...now.workspace, id: 'next' } };
  expect(await renewDeviceKeys(workspaceId, await handed(next, 2))).toBe(true);
  expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe('next');
});

test('X9: an invitation that says that keys were changed more often than anybody does says nothing of it', async () => {
  const { workspace, id } = await rawBy(OLD);
  const opens = newToken();
  for (const [generation, heard] of [
    [1, 1],
    [1e9, undefined],
    [0.5, undefined],
    [-1, undefined],
  ] as const) {
    const keys: HandedKeys = { workspace, id, generation };
    const sealed = await encrypt(
      await sealingKey(fromBase64Url(opens)),
      JSON.stringify(keys),
      FOR_NEWCOMER,
    );
    expect((await openHandedKeys(opens, JSON.stringify(sealed)))?.workspace.generation).toBe(heard);
  }
  // And one that an honest app seals comes as it is.
  const here = vault();
  await here.unlock(OLD);
  const { opens: by, keys } = await sealedForNewcomer(here);
  expect((await openHandedKeys(by, keys))?.workspace.generation).toBe(0);
});
