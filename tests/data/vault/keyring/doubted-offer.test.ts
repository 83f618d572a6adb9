import { expect, onTestFinished, test, vi } from 'vitest';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { doubtedBoxes, keepOffered } from '#data/sync/keys/offered-keyring.ts';
import type { SyncStore } from '#data/sync/sync-store.ts';
import { LOOKED_AT_FIRST, noteDoubted } from '#data/vault/keyring/doubted-offer.ts';
import { wrapKeys } from '#data/vault/keyring/keyring.ts';
import { makeKeys, otherKeys, type RawKeys } from '#data/vault/keys.ts';
import type { LastOpened } from '#data/vault/last-opened.ts';
import { strangersIn } from '#data/vault/keyring/open-known.ts';
import { deriving, NEW } from '#tests/data/sync/keyring-attacks.ts';
import { PATIENT } from '#tests/data/sync/world.ts';

const keyringOf = (wraps: readonly Wrap[], names: Partial<KeyringData> = {}): KeyringData => ({
  v: 1,
  vaultKey: 'v',
  ...names,
  wraps: Object.fromEntries(wraps.map((wrap) => [wrap.id, wrap])),
});

const wrapOf = (raw: RawKeys): Promise<Wrap> =>
  wrapKeys(raw, { ...NEW, number: 0 }, '2026-11-20', deriving);

/** Three keys, each in the place of the one before. */
const threeKeys = () => {
  const first = makeKeys().raw;
  const now = otherKeys(first).raw;
  return { first, now, next: otherKeys(now).raw };
};

const storeHere = (): SyncStore => {
  const kept = new Map<string, unknown>();
  const store = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
  };
  return store as unknown as SyncStore;
};

/** Whether an offer is doubted on a device on which a keyring opened. */
const isDoubted = async (
  offered: KeyringData,
  raw: RawKeys,
  keyring: KeyringData,
): Promise<boolean> => {
  const store = storeHere();
  await keepOffered(store, offered);
  const keys = { workspace: { id: raw.workspace.id } } as never;
  await noteDoubted(store, offered, { opened: { raw, keyring }, synced: keyring, keys });
  return (await doubtedBoxes(store)).length > 0;
};

test('X9: a real change of keys is doubted nowhere, though a member called its key an earlier one and took the names of those away', async () => {
  const { first, now, next } = threeKeys();
  const here = keyringOf([await wrapOf(now)], { keysBefore: { [next.workspace.id]: true } });
  expect(await isDoubted(keyringOf([await wrapOf(next)]), now, here)).toBe(false);
  // Genuine earlier wraps are not doubted, whatever the keyring calls them.
  expect(
    await isDoubted(keyringOf([await wrapOf(first)]), now, keyringOf([await wrapOf(now)])),
  ).toBe(true);
});

/** So many made-up wraps, each with something that looks as if somebody vouched for it. */
const madeUp = (like: Wrap, many: number): Wrap[] =>
  Array.from({ length: many }, (_, at) => ({
    ...like,
    id: `0-${at}`,
    workspaceKey: 'nobodys',
    keys: `k${at}`,
  }));

test('X9: of a crowd of made-up wraps in an offer few are looked at before the vault opens, and a real change among them is found', async () => {
  const { now, next } = threeKeys();
  const [mine, real] = [await wrapOf(now), await wrapOf(next)];
  const keyring = keyringOf([mine]);
  const crowd = madeUp(mine, 1_900);
  const [sign, importKey] = [vi.spyOn(crypto.subtle, 'sign'), vi.spyOn(crypto.subtle, 'importKey')];
  onTestFinished(() => void vi.restoreAllMocks());
  await strangersIn(keyringOf([mine, ...crowd]), { raw: now, wrap: mine.id }, {
    keyring,
  } as LastOpened);
  expect(importKey).toHaveBeenCalledTimes(1);
  for (const [wraps, told] of [
    [crowd, crowd.length],
    [[...crowd, real], 0],
  ] as const) {
    const store = storeHere();
    const offered = keyringOf(wraps);
    await keepOffered(store, offered);
    sign.mockClear();
    const keys = { workspace: { id: now.workspace.id } } as never;
    await noteDoubted(store, offered, { opened: { raw: now, keyring }, synced: keyring, keys });
    expect(sign.mock.calls.length).toBeLessThanOrEqual(LOOKED_AT_FIRST);
    await expect.poll(() => sign.mock.calls.length, PATIENT).toBe(wraps.length);
    await expect.poll(async () => (await doubtedBoxes(store)).length, PATIENT).toBe(told);
  }
});
