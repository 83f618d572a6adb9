import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import type { Copy } from '#data/merge/copy.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import { appsInStep, opensWhileAllWait, readableNow, send, type Apps } from './app-here.ts';
import { keysOnServer, wrapOf } from './keyed-devices.ts';
import { PATIENT } from './world.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

/** Stands for a change of keys by an older version: a wrap that nobody vouches for. */
const OTHER: Wrap = {
  ...wrapOf('colleagues'),
  derivation: quickDerivation,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA==',
};

/**
 * What a colleague's older app writes over what is there, and what a member writes that calls
 * itself newer.
 */
const writers = async (made: Apps) => {
  const { open } = await readableNow(made);
  const { wraps } = open.data as unknown as KeyringData;
  const changed = {
    ...open,
    updatedAt: open.updatedAt + 9,
    data: { ...open.data, wraps: { ...wraps, [OTHER.id]: OTHER } },
  };
  const newer = {
    ...open,
    updatedAt: open.updatedAt + 20,
    updatedBy: 'm',
    data: { v: 2 },
  } as unknown as Copy;
  const write = async (key: string, copy: Copy): Promise<void> => {
    const there = await readableNow(made);
    await send(made, { ...there, key, open: copy });
  };
  return {
    colleague: () => write('colleagues', changed as Copy),
    member: () => write('nobodys', newer),
  };
};

test('X9: refusing what calls itself newer refuses no change of keys that was shown before it', async () => {
  const made = await appsInStep();
  const [phone] = made.apps;
  const { colleague, member } = await writers(made);
  await colleague();
  await opensWhileAllWait(made);
  expect(await phone.trouble()).toBe('nobodys');
  await member();
  await expect.poll(phone.trouble, PATIENT).toBe('newer-there');
  await phone.refuse();
  await expect.poll(() => keysOnServer(made.server, [KEYRING_ID]), PATIENT).toEqual([made.key.id]);
  await colleague();
  await expect.poll(phone.state, PATIENT).toBe('other-keys');
  expect(await keysOnServer(made.server, [KEYRING_ID])).toEqual(['colleagues']);
});

test('X9: refusing what one was asked about refuses nothing that came in its place meanwhile', async () => {
  const made = await appsInStep();
  const [phone] = made.apps;
  const { colleague, member } = await writers(made);
  await member();
  await opensWhileAllWait(made);
  const { boxes } = await phone.standing();
  await colleague();
  await expect.poll(phone.trouble, PATIENT).not.toBe('newer-there');
  await phone.unlock(made.secret);
  await phone.refuse(boxes);
  await expect.poll(phone.trouble, PATIENT).toBe('nobodys');
  await expect.poll(phone.state, PATIENT).toBe('other-keys');
  expect(await keysOnServer(made.server, [KEYRING_ID])).toEqual(['colleagues']);
});
