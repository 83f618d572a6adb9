import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import type { Doing } from '#core/record/kind.ts';
import { openDatabase } from '#data/records/database.ts';
import { openRecords } from '#data/records/records.ts';
import { forgetAllKept } from '#data/device/device-store.ts';
import { openSettings } from '#data/device/settings.ts';
import { createKeyring } from '#data/vault/keyring/keyring.ts';
import { keepDeviceKeys } from '#data/vault/device-keys.ts';
import { openVault } from '#data/vault/vault.ts';
import type { Draft } from '#core/record/record.ts';
import { newId } from '#platform/ids.ts';
import { afterEachTest } from './after-each-test.ts';
import { deriveHere as derive } from './derive-here.ts';

export const PASSPHRASE = 'ekorre tistel fjord lampa sadel';

/** A separate settings store for each workspace, so that tests do not meet. */
const ownStorage = (): Storage => {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
  return storage as unknown as Storage;
};

const open = new Set<() => Promise<void>>();
afterEachTest(async () => {
  for (const end of open) await end();
});

/**
 * A workspace with a real database and a real, open vault; its day can be set. It ends with the
 * test: of databases that are left open a page has room for sixteen. Its
 * keys are derived without WebAssembly: of that a page has room for some 120 memories, each
 * derivation takes five, and what it leaves for the garbage collector is missing in its workers.
 */
export const openTestWorkspace = async () => {
  const id = `test-${newId()}`;
  const settings = openSettings(ownStorage());
  let today = '2026-11-20';
  let now = Date.UTC(2026, 10, 20, 7);
  const clock = { now: () => (now += 1000), today: () => today };
  const derivation = { name: 'argon2id', memoryKiB: 64, passes: 1, lanes: 1 } as const;
  const kit = { kitWords: Array.from({ length: 12 }, (_, at) => `ord${at}`), kitNumber: 1 };
  const { keyring, opened } = await createKeyring(
    { passphrase: PASSPHRASE, ...kit, today },
    { derive, derivation },
  );
  await keepDeviceKeys(id, opened);
  const database = await openDatabase(id);
  const doing = (): Doing => ({ today: clock.today(), now: clock.now(), by: 'sara', newId });
  const records = openRecords(database.records, doing);
  const vault = openVault({
    workspaceId: id,
    keyring: async () => keyring.data,
    settings,
    clock,
    opened,
    derive,
    watch: () => () => undefined,
  });
  for (const draft of [
    newWorkspace('Nordby IT', ['apple-credit']),
    newPerson('sara', 'Sara Lindholm'),
    keyring,
  ])
    await records.create(draft as Draft);
  const end = async (): Promise<void> => {
    if (!open.delete(end)) return;
    await forgetAllKept(id);
    vault.close();
    settings.close();
    await database.remove();
  };
  open.add(end);
  return {
    id,
    records,
    vault,
    database,
    settings,
    clock,
    setToday: (day: string) => {
      today = day;
      now = Date.parse(`${day}T08:00:00Z`);
    },
    /** Everything that is stored, revisions and times of the store left out. */
    dump: async (): Promise<string> => {
      const all = (await database.records.find().exec()).map((document) => document.toJSON());
      return JSON.stringify(all.sort((a, b) => (a.id < b.id ? -1 : 1)));
    },
    end,
  };
};

export type TestWorkspace = Awaited<ReturnType<typeof openTestWorkspace>>;
