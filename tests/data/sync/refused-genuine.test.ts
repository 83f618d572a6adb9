import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KEYRING_ID, type KeyringData, type Wrap } from '#workspace/rules/vault/keyring.ts';
import type { Copy } from '#data/merge/copy.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import { appOn, appsInStep, changedWhileAway, readableNow, send, type Apps } from './app-here.ts';
import { keysOnServer } from './keyed-devices.ts';
import { NEW, OLD } from './keyring-attacks.ts';
import { amountOn, PATIENT, setAmount } from './world.ts';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

/** A member shows the wraps of a keyring as it likes, under a key that nobody has. */
const showWith = async (made: Apps, copy: Copy, change: (wrap: Wrap) => Wrap): Promise<void> => {
  const there = await readableNow(made);
  const data = copy.data as unknown as KeyringData;
  const wraps = Object.fromEntries(
    Object.values(data.wraps).map((wrap) => [change(wrap).id, change(wrap)]),
  );
  await send(made, { ...there, key: 'nobodys', open: { ...copy, data: { ...data, wraps } } });
};

test.each<readonly [string, (wrap: Wrap) => Wrap]>([
  ['with nobody to vouch for them', ({ vouched: _, ...wrap }) => wrap],
  ['under other ids', ({ vouched: _, ...wrap }) => ({ ...wrap, id: `x${wrap.id}` })],
  ['of another key', (wrap) => ({ ...wrap, workspaceKey: 'nobodys' })],
])(
  'X9: wraps that were shown %s, and refused, do not make the real change of keys refused',
  async (_, change) => {
    const made = await appsInStep();
    const [{ device: phone }, tablet] = made.apps;
    const changed = await changedWhileAway(made);
    await showWith(made, changed.copy, change);
    await expect.poll(tablet.state, PATIENT).toBe('other-keys');
    await tablet.unlock(OLD);
    expect(await tablet.trouble()).toBe('nobodys');
    await tablet.refuse();
    await expect
      .poll(() => keysOnServer(made.server, [KEYRING_ID]), PATIENT)
      .toEqual([made.key.id]);
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
  },
);
