import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import { kitsOf, lastChangeOf } from '#workspace/rules/vault/keyring-commands.ts';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords, type Records } from '#data/records/records.ts';
import { openSettings, type Settings } from '#data/device/settings.ts';
import {
  changeSecret,
  type ChangeParts,
  type ChangingSecret,
} from '#data/vault/keyring/change-secret.ts';
import { DeriveFailed } from '#data/vault/derive/derive-failed.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import type { WrapSecret } from '#data/vault/keyring/keyring.ts';
import { openVault, type Vault } from '#data/vault/vault.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { fullFrom, unreadAfterChange } from '#tests/factories/full-disk.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { KIT, makeKeyring, PASSPHRASE } from '#tests/factories/vaults.ts';

const OLD = { by: 'passphrase', text: PASSPHRASE } as const;
const OLD_KIT = { by: 'recovery-kit', text: KIT } as const;
const NEXT: WrapSecret = { by: 'passphrase', text: 'kanel granit lykta pendel sommar', number: 0 };
const NEXT_KIT: WrapSecret = {
  by: 'recovery-kit',
  text: KIT.split(' ').reverse().join(' '),
  number: 2,
  mark: 'ABCD',
};
const PLACE = { id: 'code-1', field: 'sealed' };

let database: WorkspaceDatabase;
let records: Records;
let settings: Settings;
const workspaceId = 'test-change-secret';
const deriving = { derive: deriveInWorker, derivation: quickDerivation };

beforeEach(async () => {
  database = await openDatabase(workspaceId);
  const doing = doingOn();
  records = openRecords(database.records, () => doing);
  settings = openSettings(keptStorage());
  await records.create((await makeKeyring()).keyring);
});
afterEach(async () => {
  await database.remove();
  await forgetDeviceKeys(workspaceId);
});

const changing = (parts: Partial<ChangeParts> = {}): ChangingSecret =>
  changeSecret({ workspaceId, records, settings, clock: setClock(), deriving, ...parts });
const keyring = async (): Promise<KeyringData> =>
  (await records.get(KEYRING_ID))?.data as KeyringData;
const vault = (): Vault => openVault({ workspaceId, settings, clock: setClock(), keyring });
const opens = async (secret: Pick<WrapSecret, 'by' | 'text'>): Promise<boolean> =>
  (await vault().unlock(secret)).ok;

describe('X9: another passphrase', () => {
  test('X9: the new one opens what was sealed before, the old one nothing, the kit as ever', async () => {
    const before = vault();
    await before.unlock(OLD);
    const sealed = await before.seal('FAKE-CODE', PLACE);
    const change = changing();
    expect(await change.unlock(OLD)).toEqual(ok(undefined));
    expect(await change.replace(NEXT)).toEqual(ok(undefined));
    const after = vault();
    expect(await after.unlock(NEXT)).toEqual(ok(undefined));
    expect(await after.open(sealed, PLACE)).toBe('FAKE-CODE');
    expect([await opens(OLD), await opens(OLD_KIT)]).toEqual([false, true]);
  });

  test('X9: what took the place of an older one says who put it there and when, and nothing of the old one is kept', async () => {
    const first = await keyring();
    const change = changing();
    await change.unlock(OLD);
    expect(lastChangeOf(first, 'passphrase')).toBeUndefined();
    await change.replace(NEXT);
    const now = await keyring();
    expect(lastChangeOf(now, 'passphrase')).toEqual({ by: 'sara', at: expect.any(Number) });
    expect(lastChangeOf(now, 'recovery-kit')).toBeUndefined();
    const old = Object.values(first.wraps).find(({ by }) => by === 'passphrase');
    expect(Object.keys(now.wraps)).not.toContain(old?.id);
    for (const part of [old?.keys, old?.salt])
      expect(JSON.stringify(await records.get(KEYRING_ID))).not.toContain(part);
  });

  test('X9: the kit proves who may, too', async () => {
    const change = changing();
    await change.unlock(OLD_KIT);
    expect(await change.replace(NEXT)).toEqual(ok(undefined));
    expect([await opens(NEXT), await opens(OLD)]).toEqual([true, false]);
  });

  test('X9: without what counts now, and after it was forgotten, nothing is changed', async () => {
    const before = await keyring();
    const change = changing();
    expect(await change.unlock({ by: 'passphrase', text: 'something else' })).toMatchObject({
      problem: { code: 'wrong-passphrase', params: { attempt: 1 } },
    });
    expect(await change.replace(NEXT)).toMatchObject({ problem: { code: 'locked' } });
    await change.unlock(OLD);
    change.forget();
    expect(await change.replace(NEXT)).toMatchObject({ problem: { code: 'locked' } });
    expect(await keyring()).toEqual(before);
  });

  test('X9: wrong ones are counted with those of the lock', async () => {
    const wrong = { by: 'passphrase', text: 'something else' } as const;
    const change = changing();
    for (const answer of ['wrong-passphrase', 'wrong-passphrase', 'wrong-passphrase', 'wait'])
      expect(await change.unlock(wrong)).toMatchObject({ problem: { code: answer } });
    expect(await vault().unlock(OLD)).toMatchObject({ problem: { code: 'wait' } });
  });

  test('X9: too little memory for the new key leaves the old one', async () => {
    let asked = 0;
    const derive: typeof deriveInWorker = (...given) => {
      asked += 1;
      return asked === 2 ? Promise.reject(new DeriveFailed()) : deriveInWorker(...given);
    };
    const change = changing({ deriving: { derive, derivation: quickDerivation } });
    await change.unlock(OLD);
    expect(await change.replace(NEXT)).toMatchObject({ problem: { code: 'derive-failed' } });
    expect([await opens(OLD), Object.keys((await keyring()).wraps).length]).toEqual([true, 2]);
  });

  test('X9: a wrap that does not open once it is stored is taken away, and the old one stays', async () => {
    const bent: ChangeParts['records'] = {
      ...records,
      get: async (id) => {
        const found = await records.get(id);
        const data = found?.data as KeyringData | undefined;
        if (found === undefined || data === undefined || Object.keys(data.wraps).length < 3)
          return found;
        const bentWraps = Object.fromEntries(
          Object.entries(data.wraps).map(([key, wrap]) => [
            key,
            { ...wrap, keys: `AAAA${wrap.keys.slice(4)}` },
          ]),
        );
        return { ...found, data: { ...data, wraps: bentWraps } };
      },
    };
    const { wraps } = await keyring();
    const change = changing({ records: bent });
    await change.unlock(OLD);
    expect(await change.replace(NEXT)).toMatchObject({ problem: { code: 'not-kept' } });
    expect([(await keyring()).wraps, await opens(OLD), await opens(NEXT)]).toEqual([
      wraps,
      true,
      false,
    ]);
  });

  test('X9: one that cannot be read back is taken away, and the old one stays', async () => {
    const { wraps } = await keyring();
    const change = changing({ records: unreadAfterChange(records) });
    await change.unlock(OLD);
    expect(await change.replace(NEXT)).toMatchObject({ problem: { code: 'not-kept' } });
    expect([(await keyring()).wraps, await opens(OLD)]).toEqual([wraps, true]);
  });

  test('X9: if the old one could not be removed, the user is told that both count, and trying again ends it', async () => {
    const change = changing({ records: fullFrom(records, 2) });
    await change.unlock(OLD);
    expect(await change.replace(NEXT)).toMatchObject({ problem: { code: 'either-counts' } });
    expect([await opens(OLD), await opens(NEXT)]).toEqual([true, true]);
    const again = changing();
    await again.unlock(NEXT);
    expect(await again.replace(NEXT)).toEqual(ok(undefined));
    expect([
      await opens(OLD),
      await opens(NEXT),
      Object.keys((await keyring()).wraps).length,
    ]).toEqual([false, true, 2]);
  });

  test('X9: a wrap that another device made meanwhile is not taken away', async () => {
    const [here, elsewhere] = [changing(), changing()];
    await here.unlock(OLD);
    await elsewhere.unlock(OLD);
    const theirs: WrapSecret = {
      by: 'passphrase',
      text: 'pendel sommar kanel granit lykta',
      number: 0,
    };
    await Promise.all([here.replace(NEXT), elsewhere.replace(theirs)]);
    expect([await opens(NEXT), await opens(theirs)].filter(Boolean)).not.toEqual([]);
    expect(await opens(OLD)).toBe(false);
  });
});

describe('X9: another recovery kit', () => {
  test('X9: the new paper opens, the old one nothing, and the passphrase as ever', async () => {
    const change = changing();
    await change.unlock(OLD);
    expect(await change.replace(NEXT_KIT)).toEqual(ok(undefined));
    expect([await opens(NEXT_KIT), await opens(OLD_KIT), await opens(OLD)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(kitsOf(await keyring()).map(({ number, mark }) => [number, mark])).toEqual([
      [2, 'ABCD'],
    ]);
  });
});
