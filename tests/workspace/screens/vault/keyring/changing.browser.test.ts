import { afterEach, beforeEach, expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { kitsOf } from '#workspace/rules/vault/keyring-commands.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords, type Records } from '#data/records/records.ts';
import { openSettings } from '#data/device/settings.ts';
import type { TabStatus } from '#data/sync/tabs/tab-status.ts';
import { changeSecret } from '#data/vault/keyring/change-secret.ts';
import { DeriveFailed } from '#data/vault/derive/derive-failed.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { openVault } from '#data/vault/vault.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { Changing } from '#workspace/screens/vault/keyring/changing.svelte.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { actedPresence, KIT, makeKeyring, PASSPHRASE } from '#tests/factories/vaults.ts';
import { tellDone } from '#workspace/screens/vault/change/tell-done.ts';

const NEW_KIT = {
  by: 'recovery-kit',
  text: KIT.split(' ').reverse().join(' '),
  number: 2,
  mark: 'ABCD',
} as const;

const workspaceId = 'test-changing';
const deriving = { derive: deriveInWorker, derivation: quickDerivation };
const [settings, clock] = [openSettings(keptStorage()), setClock()];
let database: WorkspaceDatabase;
let records: Records;

beforeEach(async () => {
  database = await openDatabase(workspaceId);
  const doing = doingOn();
  records = openRecords(database.records, () => doing);
  await records.create((await makeKeyring()).keyring);
});
afterEach(async () => {
  await database.remove();
  await forgetDeviceKeys(workspaceId);
});

const keyring = async (): Promise<KeyringData> =>
  (await records.get(KEYRING_ID))?.data as KeyringData;
/** Someone who has proved that they may. */
const proved = async (
  sync: ConstructorParameters<typeof Changing>[1] = () => ({ state: 'alone' }),
): Promise<Changing> => {
  const secret = changeSecret({ workspaceId, records, settings, clock, deriving });
  const changing = new Changing(secret, sync, PASSPHRASE);
  if (await changing.unlocking.try()) changing.proved();
  return changing;
};

test('X9: keys that were changed are changed, though this device had no memory left to open them at once', async () => {
  const changing = await proved();
  const derive = () => Promise.reject(new DeriveFailed());
  const vault = openVault({ workspaceId, settings, clock, keyring, derive });
  expect(await changing.rotate(NEW_KIT, undefined, vault)).toBe(true);
  expect([changing.problem, vault.isOpen]).toEqual([undefined, false]);
  vault.close();
});

test('X9: a vault that is locked while other keys are made stays locked, and the keys count', async () => {
  const vault = openVault({ workspaceId, settings, clock, keyring });
  let made = 0;
  const lockingDerive: typeof deriveInWorker = (...given) => {
    made += 1;
    // The first proves who asks, the second wraps under the passphrase, the third under the kit.
    if (made === 3) vault.lock();
    return deriveInWorker(...given);
  };
  const lockedMeanwhile = { derive: lockingDerive, derivation: quickDerivation };
  const secret = changeSecret({ workspaceId, records, settings, clock, deriving: lockedMeanwhile });
  const changing = new Changing(secret, () => ({ state: 'alone' }), PASSPHRASE);
  if (await changing.unlocking.try()) changing.proved();
  expect((await vault.unlock({ by: 'passphrase', text: PASSPHRASE })).ok).toBe(true);
  const before = await keyring();
  expect(await changing.rotate(NEW_KIT, undefined, vault)).toBe(true);
  expect([vault.isOpen, (await keyring()).vaultKey === before.vaultKey]).toEqual([false, false]);
  vault.close();
});

test('X9: a lock ends what was proved, each time, and what counts is asked for again', async () => {
  const vault = openVault({ workspaceId, settings, clock, keyring });
  const changing = await proved();
  const stop = changing.forgetWithLock({ vault, settings, clock });
  for (const text of ['ekorre tistel fjord lampa sadel', 'fjord lampa sadel ekorre tistel']) {
    vault.lock();
    expect(changing.isProved).toBe(false);
    expect(await changing.replace({ by: 'passphrase', text, number: 0 })).toBe(false);
    expect(changing.problem).toEqual({ code: 'locked' });
    changing.unlocking.phrase = PASSPHRASE;
    if (await changing.unlocking.try()) changing.proved();
    expect(changing.isProved).toBe(true);
  }
  stop();
  vault.lock();
  expect(changing.isProved).toBe(true);
  vault.close();
});

const NEXT = { by: 'passphrase', text: 'ekorre tistel fjord lampa sadel', number: 0 } as const;

test.each([
  ['a minute out of sight', 'hidden', 60_000],
  ['five minutes without a touch', 'active', 300_000],
] as const)(
  'X9: %s ends what was proved, though the vault was locked all the time',
  async (_, sign, ms) => {
    const [vault, presence, turned] = [
      openVault({ workspaceId, settings, clock, keyring }),
      actedPresence(),
      setClock(),
    ];
    const changing = await proved();
    let forgotten = 0;
    const world = { vault, settings, clock: turned, watch: presence.watch };
    const stop = changing.forgetWithLock(world, () => (forgotten += 1));
    for (const times of [1, 2]) {
      presence.act(sign);
      turned.time += ms - 1;
      presence.act('shown');
      expect([changing.isProved, forgotten]).toEqual([true, times - 1]);
      presence.act(sign);
      turned.time += ms;
      presence.act('shown');
      expect([changing.isProved, changing.problem, forgotten]).toEqual([
        false,
        { code: 'locked' },
        times,
      ]);
      expect(await changing.replace(NEXT)).toBe(false);
      changing.unlocking.phrase = PASSPHRASE;
      if (await changing.unlocking.try()) changing.proved();
      expect([changing.isProved, changing.problem]).toEqual([true, undefined]);
    }
    stop();
    vault.close();
  },
);

test('X9: a lock in the middle of a change lets it end, and what was proved with it', async () => {
  const vault = openVault({ workspaceId, settings, clock, keyring });
  for (const isKept of [false, true]) {
    const secret = changeSecret({ workspaceId, records, settings, clock, deriving });
    const slow = {
      ...secret,
      replace: (...given: Parameters<typeof secret.replace>) => {
        vault.lock();
        return isKept
          ? secret.replace(...given)
          : Promise.resolve({ ok: false as const, problem: { code: 'not-kept' as const } });
      },
    };
    const changing = new Changing(slow, () => ({ state: 'alone' }), PASSPHRASE);
    if (await changing.unlocking.try()) changing.proved();
    const stop = changing.forgetWithLock({ vault, settings, clock });
    expect(await changing.replace(NEXT)).toBe(isKept);
    // What counts by now has its own screen, which asks for nothing.
    expect(changing.isProved).toBe(isKept);
    expect((await secret.replace(NEXT)).ok).toBe(false);
    stop();
  }
  vault.close();
});

test('X9: when someone changed the keys meanwhile, what counts now is asked for again, and then it is saved', async () => {
  const [late, first] = [await proved(), await proved()];
  const vault = openVault({ workspaceId, settings, clock, keyring });
  await first.rotate(NEW_KIT, undefined, vault);
  vault.close();
  const kit = { ...NEW_KIT, text: KIT.split(' ').toSorted().join(' '), number: 3 };
  expect([await late.replace(kit), late.isProved, late.problem?.code]).toEqual([
    false,
    false,
    'keys-changed',
  ]);
  late.unlocking.phrase = PASSPHRASE;
  if (await late.unlocking.try()) late.proved();
  expect([await late.replace(kit), late.problem]).toEqual([true, undefined]);
});

test('X9: nothing is put in place while a server does not answer; a workspace without one is free to', async () => {
  const kit = (number: number) => ({ ...NEW_KIT, number });
  let state: TabStatus['state'] = 'offline';
  const changing = await proved(() => ({ state }));
  expect([changing.isUnreached, await changing.replace(kit(2))]).toEqual([true, false]);
  state = 'in-step';
  changing.online = false;
  expect([changing.isUnreached, await changing.replace(kit(2))]).toEqual([true, false]);
  expect(kitsOf(await keyring()).map(({ number }) => number)).toEqual([1]);
  changing.online = true;
  expect([changing.isUnreached, await changing.replace(kit(2))]).toEqual([false, true]);
  const alone = await proved();
  alone.online = false;
  expect([alone.isUnreached, await alone.replace(kit(3))]).toEqual([false, true]);
  expect(kitsOf(await keyring()).map(({ number }) => number)).toEqual([3]);
});

test('X20: a user who leaves while the last key is made is told that the keys are being changed, and stays', async () => {
  let went = 0;
  const go = (): Promise<void> => {
    went += 1;
    return Promise.resolve();
  };
  const [staying, leaving] = [await proved(), await proved()];
  await tellDone(staying, 'Stayed', go);
  expect([went, toasts.current?.text]).toEqual([1, 'Stayed']);
  const vault = openVault({
    workspaceId,
    settings,
    clock,
    keyring,
    derive: (...given) => {
      leaving.forget();
      return deriveInWorker(...given);
    },
  });
  expect(await leaving.rotate(NEW_KIT, undefined, vault)).toBe(true);
  await tellDone(leaving, 'The keys are changed', go);
  expect([vault.isOpen, went, toasts.current?.text]).toEqual([false, 1, 'The keys are changed']);
  vault.close();
});

test('X9: leaving before anything was put in place changes nothing', async () => {
  const changing = await proved();
  const before = await keyring();
  changing.forget();
  expect([await changing.replace(NEW_KIT), changing.problem]).toEqual([false, undefined]);
  expect(await keyring()).toEqual(before);
});
