import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstValueFrom, filter } from 'rxjs';
import { decideOnCodes } from '#workspace/rules/people/decide-on-codes.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { ok } from '#core/result.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { onKind } from '#data/records/on-kind.ts';
import { openRecords, type Records } from '#data/records/records.ts';
import { openSettings, type Settings } from '#data/device/settings.ts';
import { changeSecret } from '#data/vault/keyring/change-secret.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { openVault, type Vault } from '#data/vault/vault.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { KIT, makeKeyring, PASSPHRASE } from '#tests/factories/vaults.ts';

const RIGHT = { by: 'passphrase', text: PASSPHRASE } as const;
const WRONG = { by: 'passphrase', text: 'kanel granit lykta pendel sommar' } as const;
const NEXT = { ...WRONG, number: 0 };
const workspaceId = 'test-door';

let database: WorkspaceDatabase;
let records: Records;
let settings: Settings;
let mayWrite: boolean;
let made: Awaited<ReturnType<typeof makeKeyring>>;
const vaults: Vault[] = [];

beforeEach(async () => {
  mayWrite = true;
  database = await openDatabase(workspaceId);
  records = openRecords(
    database.records,
    () => ({ ...doingOn(), by: 'sara' }),
    () => mayWrite,
  );
  settings = openSettings(keptStorage());
  settings.changeWorkspace(workspaceId, { person: 'johan' });
  made = await makeKeyring();
  await records.create(made.keyring);
  await records.insert([newPerson('sara', 'Sara Lindholm', { [made.opened.wrap]: '2026-11-20' })]);
  await records.insert([newPerson('johan', 'Johan Ek')]);
});
afterEach(async () => {
  for (const vault of vaults.splice(0)) vault.close();
  await database.remove();
  await forgetDeviceKeys(workspaceId);
});

const parts = () => ({ workspaceId, records, settings, clock: setClock() });
const vault = (opened?: Parameters<typeof openVault>[0]['opened']): Vault => {
  const vault = openVault({ ...parts(), keyring: () => keyringIn(records), opened });
  vaults.push(vault);
  return vault;
};
const johan = async (): Promise<Person> => (await records.get('johan')) as unknown as Person;
const decide = async (may: boolean): Promise<void> => {
  const people = (await records.find({ kind: 'person' })) as unknown as Person[];
  const { wraps = {} } = (await keyringIn(records)) ?? {};
  const decided = await records.change(
    'johan',
    onKind('person', (now) =>
      decideOnCodes(now, may, { by: 'sara', people, wraps, out: new Set() }),
    ),
  );
  expect(decided.ok).toBe(true);
};
const locked = (vault: Vault) =>
  firstValueFrom(vault.state$.pipe(filter((state) => state === 'locked')));

test('X18: the person who opens the vault is noted with the wrap that opened, once, and a wrong secret notes nothing', async () => {
  await vault().unlock(WRONG);
  expect((await johan()).data.opened).toBeUndefined();
  await vault().unlock(RIGHT);
  const noted = await johan();
  expect(Object.keys(noted.data.opened ?? {})).toEqual([made.opened.wrap]);
  expect(noted.history).toEqual([]);
  const revision = async () => (await database.records.findOne('johan').exec())?.revision;
  const before = await revision();
  await vault().unlock(RIGHT);
  expect([(await johan()).updatedAt, await revision()]).toEqual([noted.updatedAt, before]);
  await vault().unlock({ by: 'recovery-kit', text: KIT });
  expect(Object.keys((await johan()).data.opened ?? {})).toHaveLength(2);
});

test('X18: a device that only reads opens and writes nothing', async () => {
  mayWrite = false;
  expect(await vault().unlock(RIGHT)).toEqual(ok(undefined));
  expect((await johan()).data.opened).toBeUndefined();
});

test('X18: the person who changes the passphrase knows the new one; the others have to show it', async () => {
  const deriving = { derive: deriveInWorker, derivation: quickDerivation };
  const change = changeSecret({ ...parts(), deriving });
  await change.unlock(RIGHT);
  expect(await change.replace(NEXT)).toEqual(ok(undefined));
  const now = Object.keys((await keyringIn(records))?.wraps ?? {});
  const knows = ({ data }: Person): boolean =>
    Object.keys(data.opened ?? {}).some((id) => now.includes(id));
  expect(knows(await johan())).toBe(true);
  expect(knows((await records.get('sara')) as unknown as Person)).toBe(false);
});

test('X18: a decision locks at once, refuses with who decided before anything is tried, and ends with another', async () => {
  const open = vault();
  await open.unlock(RIGHT);
  const change = changeSecret(parts());
  await change.unlock(RIGHT);
  const isLocked = locked(open);
  await decide(false);
  await isLocked;
  const refused = { ok: false, problem: { code: 'may-not-open', params: { by: 'Sara Lindholm' } } };
  expect(await open.unlock(RIGHT)).toEqual(refused);
  expect(await open.unlock(WRONG)).toEqual(refused);
  expect(open.attempts().count).toBe(0);
  expect(await change.replace(NEXT)).toEqual(refused);
  expect(await change.unlock(RIGHT)).toEqual(refused);
  await decide(true);
  expect(await open.unlock(RIGHT)).toEqual(ok(undefined));
});

test('X18: a vault that is entered open asks at the door, too', async () => {
  await decide(false);
  const entered = vault(made.opened);
  await locked(entered);
  expect((await johan()).data.opened).toBeUndefined();
});
