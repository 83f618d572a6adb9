import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ok } from '#core/result.ts';
import type { Sealed } from '#core/record/sealed.ts';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords, type Records } from '#data/records/records.ts';
import { openSettings, type Settings } from '#data/device/settings.ts';
import { keepOffered } from '#data/sync/keys/offered-keyring.ts';
import { syncStoreOf } from '#data/sync/server/connection.ts';
import {
  changeSecret,
  type ChangeParts,
  type ChangingSecret,
} from '#data/vault/keyring/change-secret.ts';
import { deriveInWorker, type Derive } from '#data/vault/derive/derive.ts';
import { DeriveFailed } from '#data/vault/derive/derive-failed.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import type { WrapSecret } from '#data/vault/keyring/keyring.ts';
import type { RotateUnder } from '#data/vault/keyring/rotate-keys.ts';
import { openVault, type Vault } from '#data/vault/vault.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { KIT, makeKeyring, PASSPHRASE } from '#tests/factories/vaults.ts';

const OLD = { by: 'passphrase', text: PASSPHRASE } as const;
const NEXT: WrapSecret = { by: 'passphrase', text: 'kanel granit lykta pendel sommar', number: 0 };
const NEW_KIT: RotateUnder['kit'] = {
  by: 'recovery-kit',
  text: KIT.split(' ').reverse().join(' '),
  number: 2,
  mark: 'ABCD',
};
const PLACE = { id: 'code-1', field: 'sealed' };
const GIVEN_UP = { problem: { code: 'given-up' } };

const workspaceId = 'test-left-meanwhile';
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

const keyring = async (): Promise<KeyringData> =>
  (await records.get(KEYRING_ID))?.data as KeyringData;
const vault = (derive: Derive = deriveInWorker, given = keyring): Vault => {
  const vault = openVault({ workspaceId, settings, clock: setClock(), keyring: given, derive });
  opened.push(vault);
  return vault;
};
/** As the app's own, with something that happens just before the nth key. */
const before = (nth: number, happens: () => void | Promise<void>): Derive => {
  let count = 0;
  return async (...given) => {
    count += 1;
    if (count === nth) await happens();
    return deriveInWorker(...given);
  };
};
/** Someone who has proved that they may; the first key is made for that. */
const proved = async (
  derive: Derive = deriveInWorker,
  parts: Partial<ChangeParts> = {},
): Promise<ChangingSecret> => {
  const deriving = { derive, derivation: quickDerivation };
  const change = changeSecret({
    workspaceId,
    records,
    settings,
    clock: setClock(),
    deriving,
    ...parts,
  });
  expect(await change.unlock(OLD)).toEqual(ok(undefined));
  return change;
};

/** Both ways to change what opens the vault. */
const changes: readonly (readonly [
  string,
  (
    change: ChangingSecret,
    signal?: AbortSignal,
  ) => ReturnType<ChangingSecret['replace' | 'rotate']>,
])[] = [
  ['another passphrase', (change, signal) => change.replace(NEXT, signal && { signal })],
  ['other keys', (change, signal) => change.rotate(NEW_KIT, undefined, signal && { signal })],
];

describe('X9: locked or left while a key is made', () => {
  test('X9: locked while the key is made, the vault stays locked', async () => {
    const here: Vault = vault(before(1, () => here.lock()));
    expect(await here.unlock(OLD)).toMatchObject(GIVEN_UP);
    expect(here.isOpen).toBe(false);
    expect(await here.unlock(OLD)).toEqual(ok(undefined));
  });

  test('X9: locked before anything was loaded that opens it, the vault stays locked', async () => {
    const here = vault();
    const opening = here.unlock(OLD);
    here.lock();
    expect(await opening).toMatchObject(GIVEN_UP);
    expect(here.isOpen).toBe(false);
  });

  test('X9: closed while the key is made, the vault holds no keys', async () => {
    const here: Vault = vault(before(1, () => here.close()));
    await here.unlock(OLD);
    expect(here.isOpen).toBe(false);
  });

  test('X20: left while the second of two keyrings is tried, nothing opens behind who left', async () => {
    // The device has its keys from here, and knows what the server offers for its own.
    await vault().unlock(OLD);
    const here = await keyring();
    expect(await (await proved()).rotate(NEW_KIT)).toMatchObject({ ok: true });
    await keepOffered(syncStoreOf(workspaceId), await keyring());
    const left = new AbortController();
    const again = vault(
      before(2, () => left.abort()),
      () => Promise.resolve(here),
    );
    expect(await again.unlock(OLD, { signal: left.signal })).toMatchObject(GIVEN_UP);
    expect(again.isOpen).toBe(false);
  });

  test('X20: left at the very end of the last key, nothing opens', async () => {
    const left = new AbortController();
    const derive: Derive = async (...given) => {
      const key = await deriveInWorker(...given);
      left.abort();
      return key;
    };
    const here = vault(derive);
    expect(await here.unlock(OLD, { signal: left.signal })).toMatchObject(GIVEN_UP);
    expect(here.isOpen).toBe(false);
  });

  test('X20: a user who gives up while another tab makes its key hears of it at once', async () => {
    const [gate, begun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    onTestFinished(() => gate.resolve());
    const first = vault(
      before(1, () => {
        begun.resolve();
        return gate.promise;
      }),
    ).unlock(OLD);
    await begun.promise;
    const left = new AbortController();
    const [second, change] = [
      vault(),
      changeSecret({ workspaceId, records, settings, clock: setClock() }),
    ];
    const waiting = [
      second.unlock(OLD, { signal: left.signal }),
      change.unlock(OLD, { signal: left.signal }),
    ];
    left.abort();
    expect(await Promise.all(waiting)).toMatchObject([GIVEN_UP, GIVEN_UP]);
    gate.resolve();
    expect(await first).toEqual(ok(undefined));
  });
});

describe.each(changes)('X9: left while %s is put in place', (_, work) => {
  test('X9: whichever key is being made, all is as before', async () => {
    const kept = await keyring();
    // The first proves who asks.
    for (const nth of [2, 3]) {
      const left = new AbortController();
      const change = await proved(before(nth, () => left.abort()));
      expect(await work(change, left.signal)).toMatchObject(GIVEN_UP);
      expect(await keyring()).toEqual(kept);
    }
  });

  test('X9: once it is stored it stays, and is the only one that counts', async () => {
    const left = new AbortController();
    const change = await proved(deriveInWorker, {
      records: {
        ...records,
        change: async (id, command) => {
          const done = await records.change(id, command);
          left.abort();
          return done;
        },
      },
    });
    const old = Object.keys((await keyring()).wraps);
    expect(await work(change, left.signal)).toMatchObject({ ok: true });
    const { wraps } = await keyring();
    expect(Object.keys(wraps).length).toBe(2);
    expect(Object.keys(wraps)).not.toEqual(expect.arrayContaining(old));
  });

  test('X9: a key that could not be made for the look is reported as that, not as a full disk', async () => {
    const kept = await keyring();
    const looks = work === changes[0]?.[1] ? 3 : 4;
    const change = await proved(
      before(looks, () => Promise.reject(new DeriveFailed('derive-failed', 'RangeError'))),
    );
    expect(await work(change)).toMatchObject({
      problem: { code: 'derive-failed', params: { why: 'RangeError' } },
    });
    expect(await keyring()).toEqual(kept);
  });
});

test('X9: left while other keys are looked at, what a colleague seals meanwhile opens afterwards', async () => {
  const left = new AbortController();
  let sealed: Sealed | undefined;
  // 1 proves who asks, 2 and 3 wrap, 4 and 5 look.
  const derive = before(4, async () => {
    const colleague = vault();
    expect(await colleague.unlock(OLD)).toEqual(ok(undefined));
    sealed = await colleague.seal('FAKE-CODE', PLACE);
    left.abort();
  });
  const change = await proved(derive);
  await change.rotate(NEW_KIT, undefined, { signal: left.signal });
  const later = vault();
  expect(await later.unlock(OLD)).toEqual(ok(undefined));
  expect(await later.open(sealed ?? expect.unreachable(), PLACE)).toBe('FAKE-CODE');
});

test('X20: a new phrase that may be read in two ways takes two keys, as the screen tells', async () => {
  let count = 0;
  const change = await proved((...given) => {
    count += 1;
    return deriveInWorker(...given);
  });
  count = 0;
  const own: WrapSecret = { by: 'passphrase', text: 'Kanel Granit Lykta pendel', number: 0 };
  expect(await change.replace(own)).toEqual(ok(undefined));
  expect(count).toBe(2);
  expect(await vault().unlock(own)).toEqual(ok(undefined));
});
