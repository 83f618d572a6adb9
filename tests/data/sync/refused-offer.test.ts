import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import type { Copy } from '#data/merge/copy.ts';
import { sealing } from '#data/sync/sealing.ts';
import { rawKeysOf } from '#data/vault/keyring/keyring.ts';
import { readyKeys } from '#data/vault/keys.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import {
  appsInStep,
  goesOn,
  NAMED,
  opensWhileAllWait,
  readableNow,
  send,
  type AppHere,
  type Apps,
} from './app-here.ts';
import { keysOnServer, wrapOf } from './keyed-devices.ts';
import { changeKeys, keyringOf, NEW, OLD } from './keyring-attacks.ts';
import { PATIENT } from './world.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

/** A wrap of a key that nobody has, which nobody vouches for; a device can try a secret on it. */
const JUNK: Wrap = {
  ...wrapOf('nobodys'),
  derivation: quickDerivation,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
};

const withWraps = (open: Copy, more: readonly Wrap[], names: Partial<KeyringData> = {}): Copy => {
  const { wraps } = open.data as unknown as KeyringData;
  const all = { ...wraps, ...Object.fromEntries(more.map((wrap) => [wrap.id, wrap])) };
  return {
    ...open,
    updatedAt: open.updatedAt + 9,
    data: { ...open.data, ...names, wraps: all },
  } as Copy;
};

/**
 * What a member without any secret writes under a key that nobody has: wraps beside those that are
 * there.
 */
const writeMadeUp = async (made: Apps, more: readonly Wrap[]): Promise<void> => {
  const there = await readableNow(made);
  await send(made, { ...there, key: 'nobodys', open: withWraps(there.open, more) });
};

/** The same under the key in use, which all devices take in. */
const writeSealed = async (
  made: Apps,
  more: readonly Wrap[],
  names?: Partial<KeyringData>,
): Promise<void> => {
  const { open, _rev } = await readableNow(made);
  const copy = withWraps(open, more, names);
  await send(made, { ...(await sealing(made.key, [KEYRING_ID], NAMED).pack(copy)), _rev });
  for (const { device } of made.apps)
    for (const { id } of more)
      await expect.poll(async () => (await keyringOf(device)).wraps, PATIENT).toHaveProperty(id);
};

const isRefused = async (app: AppHere): Promise<void> => {
  expect(await app.trouble()).toBe('nobodys');
  await app.refuse();
  expect(await app.trouble()).toBeUndefined();
};

test('X9: a keyring with a made-up wrap, which stops the sync of all, is refused by hand, and all sync on', async () => {
  const made = await appsInStep();
  const before = await keyringOf(made.phone);
  await writeMadeUp(made, [JUNK]);
  await opensWhileAllWait(made);
  await isRefused(made.apps[0]);
  await goesOn(made, '31000.00');
  // The same offer does not stop a device that refused it already.
  await writeMadeUp(made, [JUNK]);
  await goesOn(made, '32000.00');
  expect((await keyringOf(made.phone)).wraps).toEqual(before.wraps);
});

const KNOWN: readonly [what: string, wrap: Wrap, names: Partial<KeyringData>][] = [
  ['that was there under the key in use before', JUNK, {}],
  [
    'that was there, of a key that was named as an earlier one',
    JUNK,
    { keysBefore: { nobodys: true } },
  ],
];

test.each(KNOWN)('X9: so is one with a made-up wrap %s', async (_, wrap, names) => {
  const made = await appsInStep();
  await writeSealed(made, [wrap], names);
  await writeMadeUp(made, []);
  await opensWhileAllWait(made);
  await isRefused(made.apps[0]);
  await goesOn(made, '31000.00');
  await writeMadeUp(made, []);
  await goesOn(made, '32000.00');
});

test('X9: so is one with a genuine wrap of earlier keys, which the devices never had, and a made-up one', async () => {
  const made = await appsInStep(true);
  const old = Object.values(made.before.wraps);
  await writeMadeUp(made, [...old, { ...JUNK, workspaceKey: undefined }]);
  await opensWhileAllWait(made);
  await isRefused(made.apps[0]);
  await goesOn(made, '31000.00');
});

test('X9: what a colleague who changed the keys offers is doubted nowhere, also with made-up wraps beside it', async () => {
  for (const more of [[], [JUNK]]) {
    const made = await appsInStep();
    const [{ device: phone }, tablet] = made.apps;
    await phone.disconnect();
    await changeKeys(phone);
    const changed = await keyringOf(phone);
    const raw = await rawKeysOf(changed, NEW, derive);
    if (!raw.ok) return expect.unreachable();
    const { workspace } = await readyKeys(raw.value.raw, raw.value.wrap);
    const copy = { ...((await phone.records.get(KEYRING_ID)) as unknown as Copy) };
    const { _rev } = await readableNow(made);
    await send(made, {
      ...(await sealing(workspace, [KEYRING_ID], NAMED).pack(withWraps(copy, more))),
      _rev,
    });
    await expect.poll(tablet.state, PATIENT).toBe('other-keys');
    // The old phrase opens what is here as before, and refuses nothing.
    await tablet.unlock(OLD);
    expect(await tablet.trouble()).toBeUndefined();
    await tablet.unlock(NEW);
    await expect.poll(tablet.state, PATIENT).toBe('in-step');
    expect(await keysOnServer(made.server, [KEYRING_ID])).toEqual([workspace.id]);
  }
});

test('X9: so is one with a made-up wrap where the keyring was deleted on all devices before, once it is put back', async () => {
  const made = await appsInStep();
  const { open, _rev } = await readableNow(made);
  const gone = { ...open, updatedAt: open.updatedAt + 9, _deleted: true } as Copy;
  await send(made, { ...(await sealing(made.key, [KEYRING_ID], NAMED).pack(gone)), _rev });
  for (const { records } of made.apps)
    await expect.poll(() => records.get(KEYRING_ID), PATIENT).toBeUndefined();
  await send(made, {
    _id: KEYRING_ID,
    key: 'nobodys',
    sealed: { iv: 'AAAA', text: 'AAAA' },
    open: withWraps(open, [JUNK]),
  });
  await opensWhileAllWait(made);
  const [phone] = made.apps;
  expect(await phone.trouble()).toBe('closed');
  expect(await phone.putBack()).toBe('done');
  await isRefused(phone);
  await goesOn(made, '31000.00');
});
