import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import type { Copy } from '#data/merge/copy.ts';
import { sealing } from '#data/sync/sealing.ts';
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
import { keyringOf } from './keyring-attacks.ts';
import { inStep, PATIENT } from './world.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

const withData = (open: Copy, data: object): Copy =>
  ({ ...open, updatedAt: open.updatedAt + 9, updatedBy: 'm', data }) as Copy;

/** Under a key that nobody has, as a newer version could that changed the keys. */
const writeNewer = async (made: Apps, data: object): Promise<void> => {
  const there = await readableNow(made);
  await send(made, { ...there, key: 'nobodys', open: withData(there.open, data) });
};

/** Under the key in use. */
const sealNewer = async (made: Apps, data: object): Promise<void> => {
  const { open, _rev } = await readableNow(made);
  await send(made, {
    ...(await sealing(made.key, [KEYRING_ID], NAMED).pack(withData(open, data))),
    _rev,
  });
  for (const { trouble } of made.apps) await expect.poll(trouble, PATIENT).toBe('newer');
};

const isRefused = async (app: AppHere): Promise<void> => {
  await expect.poll(app.trouble, PATIENT).toBe('newer-there');
  await app.refuse();
  await expect.poll(app.trouble, PATIENT).toBeUndefined();
};

const NEWER: readonly [what: string, data: object][] = [
  ['nothing in it', { v: 2 }],
  ['junk in it', { v: 1e9, wraps: { a: null }, keysBefore: 7 }],
  [
    'a wrap as an app makes one',
    { v: 2, vaultKey: 'v9', workspaceKey: 'k9', wraps: { p: wrapOf('k9') } },
  ],
];

test.each(NEWER)(
  'X9: a newer keyring with %s, under a key that nobody has, is refused by hand',
  async (_, data) => {
    const made = await appsInStep();
    const [phone, tablet] = made.apps;
    const before = await keyringOf(made.phone);
    await writeNewer(made, data);
    await opensWhileAllWait(made);
    // A newer version may have done it: no device writes over it by itself.
    expect(await keysOnServer(made.server, [KEYRING_ID])).toEqual(['nobodys']);
    expect(await tablet.trouble()).toBe('newer-there');
    await isRefused(phone);
    await goesOn(made, '31000.00');
    // It is reported where what was older on the server is, once the server's answer is there: the
    // tablet may hear of it before.
    await expect.poll(() => made.phone.sync.writtenBack(), PATIENT).toBeGreaterThan(0);
    for (const { state, trouble } of made.apps) {
      await expect.poll(state, PATIENT).toBe('in-step');
      await expect.poll(trouble, PATIENT).toBeUndefined();
    }
    for (const device of [made.phone, made.tablet]) expect(await keyringOf(device)).toEqual(before);
    // The same once more stops nobody who refused it, and another one does: that may be a newer
    // version's.
    await writeNewer(made, data);
    await goesOn(made, '32000.00');
    await writeNewer(made, { ...data, v: 3 });
    for (const { state } of made.apps) await expect.poll(state, PATIENT).toBe('other-keys');
    expect(await keysOnServer(made.server, [KEYRING_ID])).toEqual(['nobodys']);
  },
);

test('X9: a newer keyring under the key in use stops no sync, and is put back', async () => {
  const made = await appsInStep();
  const [phone] = made.apps;
  const before = await keyringOf(made.phone);
  await sealNewer(made, { v: 2, wraps: 5, sealedAnew: 'x', keysBefore: 7 });
  await goesOn(made, '31000.00');
  expect(await phone.putBack()).toBe('done');
  for (const { trouble, device } of made.apps) {
    await expect.poll(trouble, PATIENT).toBeUndefined();
    expect((await keyringOf(device)).wraps).toEqual(before.wraps);
  }
  await inStep(made.phone);
  await goesOn(made, '32000.00');
});

test('X9: a newer keyring under a key that nobody has, after one under the key in use, is refused once that is put back', async () => {
  const made = await appsInStep();
  const [phone] = made.apps;
  await sealNewer(made, { v: 2 });
  await writeNewer(made, { v: 2 });
  await opensWhileAllWait(made);
  expect(await phone.trouble()).toBe('newer');
  expect(await phone.putBack()).toBe('done');
  await isRefused(phone);
  await goesOn(made, '31000.00');
  for (const { trouble } of made.apps) await expect.poll(trouble, PATIENT).toBeUndefined();
});
