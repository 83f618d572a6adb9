import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KEYRING_ID, type KeyringData, type Wrap } from '#domain/workspace/keyring.ts';
import type { Copy } from '#data/merge/copy.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import { rawKeysOf } from '#data/vault/keyring.ts';
import { readyKeys } from '#data/vault/keys.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import { appOn, appsInStep, NAMED, readableNow, send, type Apps } from './app-here.ts';
import { keysOnServer } from './keyed-devices.ts';
import { changeKeys, keyringOf, NEW, OLD } from './keyring-attacks.ts';
import { amountOn, PATIENT, setAmount } from './world.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

/** The owner changes the keys on the phone, which goes away: what it would send, and with which keys. */
const changedWhileAway = async ({ phone, key }: Apps) => {
  await phone.disconnect();
  await changeKeys(phone);
  const raw = await rawKeysOf(await keyringOf(phone), NEW, derive);
  if (!raw.ok) return expect.unreachable();
  const keys = await readyKeys(raw.value.raw, raw.value.wrap);
  const copy = ((await phone.records.get(KEYRING_ID)) ?? expect.unreachable()) as unknown as Copy;
  const document: WireDocument = await sealing(keys.workspace, [KEYRING_ID], NAMED).pack(copy);
  return { keys: { ...keys, older: new Map([[key.id, key.key]]) }, copy, document };
};

/** A member shows the wraps of a keyring as it likes, under a key that nobody has. */
const showWith = async (made: Apps, copy: Copy, change: (wrap: Wrap) => Wrap): Promise<void> => {
  const there = await readableNow(made);
  const data = copy.data as unknown as KeyringData;
  const wraps = Object.fromEntries(Object.values(data.wraps).map((wrap) => [change(wrap).id, change(wrap)]));
  await send(made, { ...there, key: 'nobodys', open: { ...copy, data: { ...data, wraps } } });
};

test.each<readonly [string, (wrap: Wrap) => Wrap]>([
  ['with nobody to vouch for them', ({ vouched: _, ...wrap }) => wrap],
  ['under other ids', ({ vouched: _, ...wrap }) => ({ ...wrap, id: `x${wrap.id}` })],
  ['of another key', (wrap) => ({ ...wrap, workspaceKey: 'nobodys' })],
])('X9: wraps that were shown %s, and refused, do not make the real change of keys refused', async (_, change) => {
  const made = await appsInStep();
  const [{ device: phone }, tablet] = made.apps;
  const changed = await changedWhileAway(made);
  await showWith(made, changed.copy, change);
  await expect.poll(tablet.state, PATIENT).toBe('other-keys');
  await tablet.unlock(OLD);
  expect(await tablet.trouble()).toBe('nobodys');
  await tablet.refuse();
  await expect.poll(() => keysOnServer(made.server, [KEYRING_ID]), PATIENT).toEqual([made.key.id]);
  const { _rev } = await readableNow(made);
  await send(made, { ...changed.document, _rev });
  await expect.poll(tablet.state, PATIENT).toBe('other-keys');
  await tablet.unlock(OLD);
  expect(await tablet.trouble()).toBeUndefined();
  await tablet.unlock(NEW);
  await appOn(phone, changed.keys);
  await setAmount(phone, '99.00');
  await expect.poll(() => amountOn(tablet.device), PATIENT).toBe('99.00');
  await setAmount(tablet.device, '55.00');
  await expect.poll(() => amountOn(phone), PATIENT).toBe('55.00');
  expect(await keysOnServer(made.server, [KEYRING_ID])).toEqual([changed.keys.workspace.id]);
  expect([phone.sync.writtenBack(), tablet.device.sync.writtenBack()]).toEqual([0, 0]);
});
