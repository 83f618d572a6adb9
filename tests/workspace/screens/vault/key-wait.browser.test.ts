import { cleanup } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { openDatabase, type WorkspaceDatabase } from '#data/records/database.ts';
import { openRecords } from '#data/records/records.ts';
import { openSettings } from '#data/device/settings.ts';
import { changeSecret } from '#data/vault/keyring/change-secret.ts';
import { DERIVATION } from '#data/vault/derive/derivation.ts';
import { deriveBy, deriveInWorker, ownWorkers, type Derive } from '#data/vault/derive/derive.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { openVault } from '#data/vault/vault.ts';
import { Changing } from '#workspace/screens/vault/keyring/changing.svelte.ts';
import KeyWait from '#workspace/screens/vault/unlock/KeyWait.svelte';
import { MakingKey } from '#workspace/screens/vault/unlock/making-key.svelte.ts';
import OpenLock from '#workspace/screens/vault/unlock/OpenLock.svelte';
import { doingOn } from '#tests/factories/doing.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { KIT, makeKeyring, PASSPHRASE } from '#tests/factories/vaults.ts';
import ChooseStep from '#workspace/screens/start/ChooseStep.svelte';
import KitStep from '#workspace/screens/start/KitStep.svelte';
import { Setup } from '#workspace/screens/start/setup.svelte.ts';
import ChangeScreen from '#workspace/screens/vault/change/ChangeScreen.svelte';
import { showVault } from './show-vault.ts';

const workspaceId = 'test-key-wait';
const [settings, clock] = [openSettings(keptStorage()), setClock()];
const nothing = (): void => {};

let workers: Worker[];
let database: WorkspaceDatabase;
let ends: (() => void)[];
beforeEach(async () => {
  [workers, ends] = [[], []];
  database = await openDatabase(workspaceId);
});
afterEach(async () => {
  ends.forEach((end) => end());
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await database.remove();
  await forgetDeviceKeys(workspaceId);
});

/** A worker that is a quarter on its way, and stays there. */
const quarter = (): Worker => {
  const script = 'onmessage = () => { postMessage({ share: 0 }); postMessage({ share: 0.25 }) }';
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  vi.spyOn(worker, 'terminate');
  workers.push(worker);
  return worker;
};
const slowly = deriveBy({ ...ownWorkers, plain: quarter });
const terminations = (): number[] =>
  workers.map(({ terminate }) => vi.mocked(terminate).mock.calls.length);

/** Begins a key of the first start, as its page does. */
const begin = (setup: Setup, of?: number): void => {
  const salt = new Uint8Array(16);
  ends.push(() => setup.making.end());
  void setup.making
    .during((waiter) => slowly(PASSPHRASE, salt, DERIVATION, waiter), of)
    .catch(() => undefined);
};

const newSetup = async (): Promise<Setup> => {
  const setup = new Setup();
  await setup.draw('sv');
  [setup.person, setup.workspace] = ['Sara Lindholm', 'Nordby IT'];
  return setup;
};

const firstStart = async (): Promise<void> => {
  const setup = await newSetup();
  showVault(KitStep, {
    setup,
    today: '2026-11-20',
    busy: true,
    onback: nothing,
    oncreate: nothing,
  });
  begin(setup, 2);
};

const example = async (): Promise<void> => {
  const setup = await newSetup();
  showVault(ChooseStep, {
    setup,
    busy: true,
    onempty: nothing,
    onimport: nothing,
    ondemo: nothing,
  });
  begin(setup);
};

/** The screen of another passphrase, kit or keys, at its last step. */
const change = async (): Promise<void> => {
  const doing = doingOn();
  const records = openRecords(database.records, () => doing);
  await records.create((await makeKeyring()).keyring);
  let now: Derive = deriveInWorker;
  const derive: Derive = (...given) => now(...given);
  const deriving = { derive, derivation: { ...quickDerivation } };
  const secret = changeSecret({ workspaceId, records, settings, clock, deriving });
  const changing = new Changing(secret, () => ({ state: 'alone' }), PASSPHRASE);
  expect(await changing.unlocking.try()).toBe(true);
  changing.proved();
  now = (secretText, salt, _, waiter) => slowly(secretText, salt, DERIVATION, waiter);
  vi.stubGlobal('WebAssembly', undefined);
  const children = createRawSnippet(() => ({ render: () => '<p></p>' }));
  showVault(ChangeScreen, {
    changing,
    what: 'Byt',
    about: '',
    title: 'Nytt kit',
    lead: '',
    save: 'Spara',
    ready: true,
    onsave: () =>
      void changing.replace({
        by: 'recovery-kit',
        text: KIT.split(' ').toReversed().join(' '),
        number: 2,
        mark: 'ABCD',
      }),
    children,
  });
  await page.getByRole('button', { name: 'Spara' }).click();
};

/**
 * What is locked outside of a workspace: the file of a restore, or the CouchDB that is entered.
 */
const outside = async (): Promise<void> => {
  const { data } = (await makeKeyring()).keyring;
  const wraps: KeyringData['wraps'] = Object.fromEntries(
    Object.values(data.wraps).map((wrap) => [wrap.id, { ...wrap, derivation: DERIVATION }]),
  );
  const keyring = (): Promise<KeyringData> => Promise.resolve({ ...data, wraps });
  const lock = openVault({ workspaceId, settings, clock, keyring, derive: slowly });
  ends.push(() => lock.close());
  const words = { title: 'Öppna', byPhrase: '', byKit: '', usePhrase: '', cancel: 'Avbryt' };
  showVault(OpenLock, { lock, words, onopened: nothing, oncancel: nothing });
  await page.getByLabelText('Lösenfras').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Lås upp' }).click();
};

test.each([
  ['the last step of the first start', 'Nyckel 1 av 2', firstStart],
  ['the first step, where the example is made', 'Nyckeln görs', example],
  ['the screen of another passphrase, kit or keys', 'Nyckel 1 av 2', change],
  ['a file that is restored, or a CouchDB that is entered', 'Nyckeln görs', outside],
] as const)('X20: %s shows how far a slow key is, beside its button', async (_, name, show) => {
  if (show !== change) vi.stubGlobal('WebAssembly', undefined);
  await show();
  const bar = page.getByRole('progressbar', { name });
  const isOfTwo = name === 'Nyckel 1 av 2';
  const wait = isOfTwo
    ? /\. 2 nycklar görs långsammare, ungefär en minut var\./
    : /\. Nyckeln görs långsammare, ungefär en minut\./;
  await expect.element(bar).toHaveAttribute('value', '0.25');
  await expect.element(bar).toBeInViewport();
  await expect.element(page.getByText(wait)).toBeVisible();
});

test.each([
  ['the screen of another passphrase, kit or keys', change],
  ['a file that is restored, or a CouchDB that is entered', outside],
] as const)('X20: leaving %s ends the worker', async (_, show) => {
  if (show !== change) vi.stubGlobal('WebAssembly', undefined);
  await show();
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '0.25');
  cleanup();
  await expect.poll(terminations).toEqual([1]);
});

test('X20: if the message about a slow key cannot be loaded, a short one says that a key is made, and how far it is', async () => {
  const making = new MakingKey();
  const end = Promise.withResolvers<void>();
  const made = making.during(({ onslow }) => {
    onslow?.({ why: 'failed', share: 0.25, minutes: 1 });
    return end.promise;
  });
  showVault(KeyWait, { making, load: () => Promise.reject(new TypeError('Failed to fetch')) });
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('Nyckeln görs: 25 %. Låt appen vara öppen.');
  end.resolve();
  await made;
  await expect.element(page.getByRole('status')).not.toBeInTheDocument();
});
