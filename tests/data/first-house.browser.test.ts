import { screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CreditOrderData } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { openSettings } from '#data/device/settings.ts';
import type { Secret } from '#data/vault/seal/secret.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { App } from '#ui/app.svelte.ts';
import CreditList from '#programmes/apple-credit/screens/list/CreditList.svelte';
import { Restoring } from '#workspace/screens/backup/restoring.svelte.ts';
import {
  allStored,
  openedIn,
  revived,
  type FirstHouse,
  type KeptDevice,
} from '#tests/factories/first-house.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import backup from '../fixtures/first-house/backup.volym?url';
import deviceText from '../fixtures/first-house/device.json?raw';
import expectedText from '../fixtures/first-house/expected.json?raw';

const device = JSON.parse(deviceText) as KeptDevice;
const expected = JSON.parse(expectedText) as FirstHouse;

const storageOf = ({ localStorage: kept }: KeptDevice): Storage => {
  const storage = keptStorage();
  for (const [key, value] of Object.entries(kept)) storage.setItem(key, value);
  return storage;
};

const { workspace: id } = openSettings(storageOf(device)).current;

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Creates the databases as they were; one that this browser has already only gets its old content. */
const layDown = async ({ databases }: KeptDevice): Promise<void> => {
  for (const { name, version, stores } of databases) {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, autoIncrement, indexes } of stores) {
        const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const { name, keyPath, ...options } of indexes)
          store.createIndex(name, keyPath, options);
      }
    };
    const database = await asked(request);
    for (const { name, keyPath, entries } of stores) {
      const values = await Promise.all(
        entries.map(async ([key, value]) => ({ key, value: await revived(value) })),
      );
      const transaction = database.transaction(name, 'readwrite');
      const store = transaction.objectStore(name);
      for (const { key, value } of values) store.put(value, keyPath === null ? key : undefined);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
    }
    database.close();
  }
};

let app: App | undefined;

/** The app on a device with those settings, a day after all was stored. */
const appWith = (storage: Storage): App => {
  const clock = setClock();
  clock.time = Math.max(...expected.records.map(({ updatedAt }) => updatedAt)) + 86_400_000;
  return (app = new App(openSettings(storage), clock));
};

const forget = async (): Promise<void> => {
  await app?.leave();
  app?.settings.close();
  app = undefined;
  for (const { name = '' } of await indexedDB.databases())
    if (name.includes(id)) await asked(indexedDB.deleteDatabase(name));
  await forgetDeviceKeys(id);
};
beforeEach(forget);
afterEach(forget);

/** Every record is stored as it was, and read as it is stored by what knows its kind. */
const expectRecords = async ({ opened }: App): Promise<void> => {
  const { records } = expected;
  expect(await allStored(opened.database.records)).toEqual(records);
  const read = await Promise.all(records.map((record) => opened.records.get(record.id)));
  expect(read).toEqual(records);
  expect(read.filter((record) => record === undefined || conditionOf(record) !== 'fine')).toEqual(
    [],
  );
};

/** What the list of credit knows its orders by. */
const shownOrders = expected.records.flatMap(({ kind, trashedOn, data }) =>
  kind === 'credit-order' && trashedOn === ''
    ? [String((data as CreditOrderData).orderNumber)]
    : [],
);

const secrets: readonly Secret[] = [
  { by: 'passphrase', text: expected.passphrase },
  { by: 'recovery-kit', text: expected.kit },
];

describe('X6, X9: what the first house stored opens today, on the device', () => {
  test.each(secrets)(
    'X6, X9: all records are there, and what is sealed opens by $by',
    async (secret) => {
      await layDown(device);
      const here = appWith(storageOf(device));
      await here.open();
      expect(await here.isWhole()).toBe(true);
      const { unmount } = showIn(here, CreditList, {});
      for (const orderNumber of shownOrders)
        expect(await screen.findByText(new RegExp(orderNumber))).toBeVisible();
      unmount();
      await expectRecords(here);
      expect(here.vault.isOpen).toBe(false);
      expect(await here.vault.unlock(secret)).toMatchObject({ ok: true });
      expect(await openedIn(here.vault, expected.records)).toEqual(expected.sealed);
    },
  );
});

describe('X10: what the first house stored opens today, from a backup', () => {
  test.each(secrets)(
    'X10: all records come in, and what is sealed opens by $by',
    async (secret) => {
      const file = new File([await (await fetch(backup)).blob()], 'nordby.volym');
      const here = appWith(keptStorage());
      const restoring = new Restoring(here);
      await restoring.choose(file);
      expect(await restoring.lock?.unlock(secret)).toMatchObject({ ok: true });
      await restoring.unlocked();
      expect(restoring.dryRun).toMatchObject({
        fresh: expected.records.length,
        leftOut: 0,
        name: 'Nordby IT',
      });
      await restoring.goOn(false);
      const sara = restoring.dryRun?.people.find(({ data }) => data.name === 'Sara Lindholm');
      await restoring.be(sara ?? expect.unreachable());
      expect([restoring.step, restoring.problem]).toEqual(['done', undefined]);
      await expectRecords(here);
      expect(await openedIn(here.vault, expected.records)).toEqual(expected.sealed);
      restoring.cancel();
    },
  );
});
