import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok, refuse } from '#core/result.ts';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import { kitsOf, lastChangeOf, withWrap } from '#workspace/rules/vault/keyring-commands.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { onKind } from '#data/records/on-kind.ts';
import { openRecords, type Records } from '#data/records/records.ts';
import { openSettings, type Settings } from '#data/device/settings.ts';
import { keepOffered } from '#data/sync/keys/offered-keyring.ts';
import { syncStoreOf } from '#data/sync/server/connection.ts';
import {
  changeSecret,
  type ChangeParts,
  type ChangingSecret,
} from '#data/vault/keyring/change-secret.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { deviceKeysOf, forgetDeviceKeys, keepDeviceKeys } from '#data/vault/device-keys.ts';
import { renewDeviceKeys, useOlderKey } from '#data/vault/keyring/newer-keys.ts';
import { readyHandedKeys } from '#data/vault/keys.ts';
import { createKeyring, rawKeysOf } from '#data/vault/keyring/keyring.ts';
import type { UnwrappedKeys } from '#data/vault/keyring/try-wraps.ts';
import type { Secret } from '#data/vault/seal/secret.ts';
import type { RotateUnder } from '#data/vault/keyring/rotate-keys.ts';
import { openVault, type Vault } from '#data/vault/vault.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { fullFrom, unreadAfterChange } from '#tests/factories/full-disk.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { KIT, makeKeyring, PASSPHRASE } from '#tests/factories/vaults.ts';

const OLD = { by: 'passphrase', text: PASSPHRASE } as const;
const OLD_KIT = { by: 'recovery-kit', text: KIT } as const;
const NEW_KIT: RotateUnder['kit'] = {
  by: 'recovery-kit',
  text: KIT.split(' ').reverse().join(' '),
  number: 2,
  mark: 'ABCD',
};
const NEW_PHRASE = 'kanel granit lykta pendel sommar';
const PLACE = { id: 'code-1', field: 'sealed' };

const workspaceId = 'test-rotate-keys';
const deriving = { derive: deriveInWorker, derivation: quickDerivation };
let database: WorkspaceDatabase;
let records: Records;
let settings: Settings;
const opened: Vault[] = [];

beforeEach(async () => {
  database = await openDatabase(workspaceId);
  const doing = doingOn();
  records = openRecords(database.records, () => doing);
  settings = openSettings(keptStorage());
  await records.create((await makeKeyring()).keyring);
});
afterEach(async () => {
  for (const vault of opened.splice(0)) vault.close();
  await database.remove();
  await forgetDeviceKeys(workspaceId);
});

const changing = (parts: Partial<ChangeParts> = {}): ChangingSecret =>
  changeSecret({ workspaceId, records, settings, clock: setClock(), deriving, ...parts });
const keyring = async (): Promise<KeyringData> =>
  (await records.get(KEYRING_ID))?.data as KeyringData;
const rawOf = async (kept: KeyringData): Promise<UnwrappedKeys> => {
  const raw = await rawKeysOf(kept, OLD);
  return raw.ok ? raw.value : expect.unreachable();
};
const copyOf = (record: VolymRecord | undefined): Copy => record as unknown as Copy;
const vault = (given: () => Promise<KeyringData | undefined> = keyring): Vault => {
  const vault = openVault({ workspaceId, settings, clock: setClock(), keyring: given });
  opened.push(vault);
  return vault;
};

test('X9: other keys open under the phrase that stays, however it was typed, and under the new kit alone', async () => {
  const before = vault();
  await before.unlock(OLD);
  const sealed = await before.seal('FAKE-CODE', PLACE);
  const print = await before.fingerprint('FAKE-CODE');
  const change = changing();
  await change.unlock({ ...OLD, text: `  ${PASSPHRASE[0]?.toUpperCase()}${PASSPHRASE.slice(1)} ` });
  const rotated = await change.rotate(NEW_KIT);
  expect(rotated).toEqual(ok(OLD));
  for (const secret of [OLD, NEW_KIT]) {
    const after = vault();
    expect(await after.unlock(secret)).toEqual(ok(undefined));
    expect(await after.open(sealed, PLACE)).toBe('FAKE-CODE');
    // A code is the same code still, or every import would double.
    expect(await after.fingerprint('FAKE-CODE')).toBe(print);
    expect((await after.seal('NEW', PLACE)).key).not.toBe(sealed.key);
  }
  expect(await vault().unlock(OLD_KIT)).toMatchObject({ problem: { code: 'wrong-kit' } });
  expect(kitsOf(await keyring()).map(({ number, mark }) => [number, mark])).toEqual([[2, 'ABCD']]);
});

test('X9: other keys say that the kit was changed, and the phrase only where it was', async () => {
  const changes = async () => {
    const now = await keyring();
    return [lastChangeOf(now, 'passphrase')?.at, lastChangeOf(now, 'recovery-kit')?.at];
  };
  // One clock for all three: the later is later.
  const doing = doingOn();
  const change = changing({ records: openRecords(database.records, () => doing) });
  await change.unlock(OLD);
  await change.rotate(NEW_KIT);
  expect(await changes()).toEqual([undefined, expect.any(Number)]);
  await change.unlock(OLD);
  await change.rotate(NEW_KIT, NEW_PHRASE);
  const [toldAt] = await changes();
  expect(toldAt).toEqual(expect.any(Number));
  // Another change that keeps the phrase does not make it newer than it is.
  await change.unlock({ by: 'passphrase', text: NEW_PHRASE });
  await change.rotate(NEW_KIT, NEW_PHRASE);
  const [stillAt, kitAt = 0] = await changes();
  expect([stillAt, kitAt > (toldAt ?? 0)]).toEqual([toldAt, true]);
});

test('X9: with a new phrase the old one opens nothing; who came by the kit has to choose one', async () => {
  const change = changing();
  expect(await change.rotate(NEW_KIT, NEW_PHRASE)).toMatchObject({ problem: { code: 'locked' } });
  await change.unlock(OLD_KIT);
  expect(await change.rotate(NEW_KIT)).toMatchObject({ problem: { code: 'locked' } });
  expect(await change.rotate(NEW_KIT, NEW_PHRASE)).toEqual(
    ok({ by: 'passphrase', text: NEW_PHRASE }),
  );
  expect(await vault().unlock(OLD)).toMatchObject({ problem: { code: 'wrong-passphrase' } });
  expect(await vault().unlock({ by: 'passphrase', text: NEW_PHRASE })).toEqual(ok(undefined));
});

test('X9: the device seals with the new key from then on, and opens what the one before sealed', async () => {
  await vault().unlock(OLD);
  const before = await deviceKeysOf(workspaceId);
  const change = changing();
  await change.unlock(OLD);
  await change.rotate(NEW_KIT);
  await vault().unlock(OLD);
  const after = await deviceKeysOf(workspaceId);
  expect(after?.workspace.id).toBe((await keyring()).workspaceKey);
  expect([...(after?.older?.keys() ?? [])]).toEqual([before?.workspace.id]);
});

test('X9: the keyring that the server offers is tried first, and what is here opens when it does not', async () => {
  const old = await keyring();
  await vault().unlock(OLD);
  const change = changing();
  await change.unlock(OLD);
  await change.rotate(NEW_KIT, NEW_PHRASE);
  const offered = await keyring();
  await keepOffered(syncStoreOf(workspaceId), offered);
  // A device with the earlier keyring: its passphrase opens what is here, the new one the new
  // keys.
  const here = () => Promise.resolve(old);
  expect(await vault(here).unlock(OLD)).toEqual(ok(undefined));
  expect((await deviceKeysOf(workspaceId))?.workspace.id).not.toBe(offered.workspaceKey);
  expect(await vault(here).unlock({ by: 'passphrase', text: NEW_PHRASE })).toEqual(ok(undefined));
  expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe(offered.workspaceKey);
  // Nothing goes back to the earlier key.
  await keepOffered(syncStoreOf(workspaceId), undefined);
  await vault(here).unlock(OLD);
  expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe(offered.workspaceKey);
});

test("X9: a stranger's keyring that the server offers is not taken for the workspace's own, whatever phrase opens it", async () => {
  await vault().unlock(OLD);
  const before = await deviceKeysOf(workspaceId);
  for (const text of [NEW_PHRASE, PASSPHRASE]) {
    const made = { passphrase: text, kitWords: KIT.split(' '), kitNumber: 1, today: '2026-11-20' };
    await keepOffered(syncStoreOf(workspaceId), (await createKeyring(made, deriving)).keyring.data);
    const here = vault();
    const answer = await here.unlock({ by: 'passphrase', text });
    // Their phrase may be ours by chance or by looking on: then it opens what is here.
    expect(answer).toEqual(text === PASSPHRASE ? ok(undefined) : refuse('other-workspace'));
    expect(here.isOpen && (await here.seal('FAKE-CODE', PLACE)).key).toBe(
      text === PASSPHRASE && (await keyring()).vaultKey,
    );
    expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe(before?.workspace.id);
  }
});

test('X9: the keyring from before a change, which a server shows again, brings the old keys back nowhere', async () => {
  const old = await keyring();
  const change = changing();
  await change.unlock(OLD);
  await change.rotate(NEW_KIT);
  await vault().unlock(OLD);
  const now = (await deviceKeysOf(workspaceId)) ?? expect.unreachable();
  const mixed = { ...old, wraps: { ...old.wraps, ...(await keyring()).wraps } };
  const { raw } = await rawOf(old);
  // As it was, under another name for its vault key, and beside the new wraps: it has nothing that
  // is not here.
  for (const shown of [
    old,
    { ...old, vaultKey: 'v' },
    { ...mixed, workspaceKey: raw.workspace.id },
  ]) {
    // A device that came in after the change has the new key alone.
    await keepDeviceKeys(workspaceId, { workspace: now.workspace, id: now.id });
    await keepOffered(syncStoreOf(workspaceId), shown);
    const here = vault();
    expect(await here.unlock(OLD)).toEqual(ok(undefined));
    expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe(now.workspace.id);
    expect((await here.seal('FAKE-CODE', PLACE)).key).toBe((await keyring()).vaultKey);
  }
});

test('X9: keys that do not open once they are stored are taken back, and all is as before', async () => {
  const before = await keyring();
  const { workspaceKey: _, ...unsaid } = Object.values(before.wraps)[0] as Wrap;
  const elsewhere: Wrap = { ...unsaid, id: 'elsewhere' };
  const bent: ChangeParts['records'] = {
    ...records,
    get: async (id) => {
      const found = await records.get(id);
      const data = found?.data as KeyringData | undefined;
      if (found === undefined || data?.workspaceKey === undefined) return found;
      await records.change(
        KEYRING_ID,
        onKind('keyring', (now) => withWrap(now, elsewhere)),
      );
      const wraps = Object.fromEntries(
        Object.entries(data.wraps).map(([key, wrap]) => [
          key,
          { ...wrap, keys: `AAAA${wrap.keys.slice(4)}` },
        ]),
      );
      return { ...found, data: { ...data, wraps } };
    },
  };
  const change = changing({ records: bent });
  await change.unlock(OLD);
  expect(await change.rotate(NEW_KIT)).toMatchObject({ problem: { code: 'not-kept' } });
  // What another device put there meanwhile is no part of what is taken back.
  expect(await keyring()).toEqual({ ...before, wraps: { ...before.wraps, elsewhere } });
  expect(await vault().unlock(OLD_KIT)).toEqual(ok(undefined));
});

test('X9: keys that were changed count, though the old wraps could not be named on a full disk', async () => {
  const change = changing({ records: fullFrom(records, 2) });
  await change.unlock(OLD);
  expect(await change.rotate(NEW_KIT, NEW_PHRASE)).toEqual(
    ok({ by: 'passphrase', text: NEW_PHRASE }),
  );
  const answers = await Promise.all(
    [OLD, OLD_KIT, NEW_KIT].map(async (secret) => (await vault().unlock(secret)).ok),
  );
  expect([...answers, (await vault().unlock({ by: 'passphrase', text: NEW_PHRASE })).ok]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('X9: keys that cannot be read back are taken back, and if that fails too the user is told that either may count', async () => {
  const before = await keyring();
  const change = changing({ records: unreadAfterChange(records) });
  await change.unlock(OLD);
  expect(await change.rotate(NEW_KIT)).toMatchObject({ problem: { code: 'not-kept' } });
  expect(await keyring()).toEqual(before);
  const worse = changing({ records: fullFrom(unreadAfterChange(records), 2) });
  await worse.unlock(OLD);
  expect(await worse.rotate(NEW_KIT)).toMatchObject({ problem: { code: 'either-counts' } });
  expect([(await vault().unlock(OLD)).ok, (await vault().unlock(NEW_KIT)).ok]).toEqual([
    true,
    true,
  ]);
});

test('X9: a phrase and a kit that someone changed offline meanwhile are reported as from before, and not listed', async () => {
  const first = await records.get(KEYRING_ID);
  const replaced = changing();
  await replaced.unlock(OLD);
  const late = { by: 'passphrase', text: NEW_PHRASE, number: 0 } as const;
  const lateKit = { ...NEW_KIT, text: KIT.split(' ').toSorted().join(' '), mark: 'LATE' };
  for (const secret of [late, lateKit])
    expect(await replaced.replace(secret)).toEqual(ok(undefined));
  const there = await records.get(KEYRING_ID);
  // That was another device: what it opened is not known on this one.
  await forgetDeviceKeys(workspaceId);
  await records.discard([KEYRING_ID]);
  await records.create(first as VolymRecord<KeyringData>);
  const change = changing();
  await change.unlock(OLD);
  expect((await change.rotate(NEW_KIT)).ok).toBe(true);
  const here = await records.get(KEYRING_ID);
  for (const sides of [[here, there] as const, [there, here] as const]) {
    const met = merge(copyOf(first), copyOf(sides[0]), copyOf(sides[1]))
      .data as unknown as KeyringData;
    expect(kitsOf(met).map(({ mark }) => mark)).toEqual(['ABCD']);
    const opening = async (secret: Secret) => vault(() => Promise.resolve(met)).unlock(secret);
    const [byLate, byLateKit] = [await opening(late), await opening(lateKit)];
    expect([byLate, byLateKit]).toMatchObject(Array(2).fill({ problem: { code: 'keys-changed' } }));
    expect([await opening(OLD), await opening(NEW_KIT)]).toEqual([ok(undefined), ok(undefined)]);
  }
});

test('X9: a person who proved themselves before someone changed the keys does not replace what counts', async () => {
  const [late, change] = [changing(), changing()];
  await late.unlock(OLD);
  await change.unlock(OLD);
  await change.rotate(NEW_KIT);
  const after = await keyring();
  const next = { by: 'passphrase', text: NEW_PHRASE, number: 0 } as const;
  expect(await late.replace(next)).toMatchObject({ problem: { code: 'keys-changed' } });
  expect(await late.rotate({ ...NEW_KIT, number: 3 })).toMatchObject({
    problem: { code: 'keys-changed' },
  });
  expect(await keyring()).toEqual(after);
  expect(await late.unlock(OLD)).toEqual(ok(undefined));
  expect(await late.replace(next)).toEqual(ok(undefined));
  expect(await vault().unlock(next)).toEqual(ok(undefined));
});

test('X9: two devices that change the keys at the same time open what either sealed, under a phrase that stayed', async () => {
  const [here, elsewhere] = [changing(), changing()];
  await here.unlock(OLD);
  await elsewhere.unlock(OLD);
  await here.rotate(NEW_KIT);
  const first = await keyring();
  const sealed = await (async () => {
    const here = vault();
    await here.unlock(OLD);
    return here.seal('FAKE-CODE', PLACE);
  })();
  await elsewhere.rotate({ ...NEW_KIT, number: 3 });
  // As the merge of two devices leaves it: the wraps of both, and the newer names.
  const both = { ...(await keyring()), wraps: { ...first.wraps, ...(await keyring()).wraps } };
  const after = vault(() => Promise.resolve(both));
  expect(await after.unlock(OLD)).toEqual(ok(undefined));
  expect(await after.open(sealed, PLACE)).toBe('FAKE-CODE');
});

test('X9: a member who puts the old wraps back under the phrase that stayed brings no older key into use, over a restart too', async () => {
  const before = await keyring();
  const change = changing();
  await change.unlock(OLD);
  await change.rotate(NEW_KIT);
  const after = await keyring();
  await vault().unlock(OLD);
  const place = { ...before, wraps: before.wraps, workspaceKey: undefined };
  await records.change(
    KEYRING_ID,
    onKind('keyring', (now) => ok({ ...now, data: place })),
  );
  for (const times of [1, 2]) {
    const here = vault();
    expect(await here.unlock(OLD), `time ${times}`).toEqual(ok(undefined));
    expect((await here.seal('FAKE-CODE', PLACE)).key).toBe(after.vaultKey);
    expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe(after.workspaceKey);
  }
  expect(await vault().unlock(OLD_KIT)).toMatchObject({ ok: false });
  expect(await vault().unlock(NEW_KIT)).toEqual(ok(undefined));
  // Nothing is put in the place of such a keyring.
  expect(await changing().unlock(OLD)).toEqual(refuse('keyring-trouble'));
});

test('X9: keys that are known to be older seal nothing, whoever hands them over', async () => {
  const { raw: first } = await rawOf(await keyring());
  const change = changing();
  await change.unlock(OLD);
  await change.rotate(NEW_KIT);
  await vault().unlock(OLD);
  const now = await deviceKeysOf(workspaceId);
  const { workspace, id } = first;
  // As an earlier invitation brings them: new to this device, and kept only for reading.
  expect(
    await renewDeviceKeys(workspaceId, await readyHandedKeys({ workspace, id, generation: 0 })),
  ).toBe(true);
  expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe(now?.workspace.id);
  await useOlderKey(workspaceId, workspace.id);
  expect((await deviceKeysOf(workspaceId))?.workspace.id).toBe(now?.workspace.id);
});
