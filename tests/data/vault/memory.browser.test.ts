import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { openSettings } from '#data/device/settings.ts';
import { deriveInWorker } from '#data/vault/derive/derive.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import { createKeyring, rawKeysOf } from '#data/vault/keyring/keyring.ts';
import { openVault, type Vault } from '#data/vault/vault.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { KIT } from '#tests/factories/vaults.ts';

const workspaceId = 'test-memory';
afterEach(() => forgetDeviceKeys(workspaceId));

type Chrome = {
  send(method: string): Promise<unknown>;
  on(event: string, heard: (told: { chunk: string }) => void): void;
  off(event: string, heard: (told: { chunk: string }) => void): void;
};

/** What is looked for, as numbers: a text of it would be found by itself. */
const asNumbers = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Which of these texts the page's memory holds. */
const inMemory = async (needles: Readonly<Record<string, number[]>>): Promise<string[]> => {
  const chrome = cdp() as unknown as Chrome;
  const chunks: string[] = [];
  const heard = ({ chunk }: { chunk: string }): void => void chunks.push(chunk);
  chrome.on('HeapProfiler.addHeapSnapshotChunk', heard);
  await chrome.send('HeapProfiler.collectGarbage');
  await chrome.send('HeapProfiler.takeHeapSnapshot');
  chrome.off('HeapProfiler.addHeapSnapshotChunk', heard);
  const memory = chunks.join('');
  expect(memory).toContain('"strings"');
  return Object.keys(needles).filter((name) =>
    memory.includes(String.fromCharCode(...(needles[name] ?? []))),
  );
};

/**
 * A vault that was made open, as a new workspace's is, and what must not be found once it is
 * locked.
 */
const openWith = async () => {
  const phrase = Array.from(
    crypto.getRandomValues(new Uint8Array(5)),
    (byte) => `ord${byte}x`,
  ).join(' ');
  const made = { passphrase: phrase, kitWords: KIT.split(' '), kitNumber: 1, today: '2026-11-20' };
  const deriving = { derive: deriveInWorker, derivation: quickDerivation };
  const { keyring, opened } = await createKeyring(made, deriving);
  const raw = await rawKeysOf(keyring.data, { by: 'passphrase', text: phrase });
  if (!raw.ok) return expect.unreachable();
  const settings = openSettings(keptStorage());
  const parts = {
    workspaceId,
    settings,
    clock: setClock(),
    keyring: () => Promise.resolve(keyring.data),
  };
  const { workspace, vault: vaultKeys } = raw.value.raw;
  const needles = {
    phrase: asNumbers(phrase),
    'workspace key': asNumbers(workspace.key),
    'vault key': asNumbers(Object.values(vaultKeys)[0] ?? ''),
  };
  return { vault: openVault({ ...parts, opened }), needles };
};

const unlock = (vault: Vault, phrase: readonly number[]) =>
  vault.unlock({ by: 'passphrase', text: String.fromCharCode(...phrase) });

test('X9: neither the phrase nor a key is readable in the page’s memory, locked or open', async () => {
  const { vault, needles } = await openWith();
  vault.lock();
  expect(await inMemory(needles)).toEqual([]);
  expect((await unlock(vault, needles.phrase)).ok).toBe(true);
  expect(await inMemory(needles)).toEqual([]);
  vault.lock();
  expect(await inMemory(needles)).toEqual([]);
  vault.close();
});
