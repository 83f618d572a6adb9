import { expect, test } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import type { Copy } from '#data/merge/copy.ts';
import { sealing } from '#data/sync/sealing.ts';
import { createKeyring } from '#data/vault/keyring/keyring.ts';
import { openKnown } from '#data/vault/keyring/open-known.ts';
import { deriveHere as derive } from '#tests/factories/derive-here.ts';
import { changeKeys, deriving, keyringOf, KIT, OLD } from './keyring-attacks.ts';
import { begin, keyNamed, keysOnServer, rotate, stateOf, wrapOf } from './keyed-devices.ts';
import { amountOn, order, PATIENT, revisionOf, setAmount, world } from './world.ts';

test.each(['connected', 'away'])(
  'X9: a real change of keys asks for the passphrase on the others, made while %s',
  async (how) => {
    const { server, device } = await world();
    const [phone, tablet] = [await device('phone'), await device('tablet')];
    const made = {
      passphrase: OLD.text,
      kitWords: KIT.text.split(' '),
      kitNumber: 1,
      today: '2026-11-20',
    };
    await phone.records.create((await createKeyring(made, deriving)).keyring);
    await phone.records.create(order());
    const opened = await openKnown(await keyringOf(phone), OLD, { last: undefined, derive });
    if (!opened.ok) throw new Error(opened.problem.code);
    const key = await keyNamed(opened.value.raw.workspace.id);
    await begin(phone, key);
    await begin(tablet, key);
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
    if (how === 'away') await phone.disconnect();
    const before = await revisionOf(server, KEYRING_ID);
    await changeKeys(phone);
    // The sync that still runs with the old key sends the new wraps under it, before the new key is
    // used.
    if (how === 'connected')
      await expect.poll(() => revisionOf(server, KEYRING_ID), PATIENT).not.toBe(before);
    const next = (await keyringOf(phone)).workspaceKey ?? '';
    const changed = await begin(phone, await keyNamed(next), [key]);
    await expect.poll(changed.state, PATIENT).toBe('in-step');
    await changed.changed.inStep(changed.sync);
    await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
    await setAmount(phone, '31000.00');
    await expect.poll(() => stateOf(phone), PATIENT).toBe('in-step');
    expect([stateOf(tablet), await keysOnServer(server, [KEYRING_ID, 'order-1'])]).toEqual([
      'other-keys',
      [next, next],
    ]);
  },
);

test('X9: a holder of the lost key makes no device deaf to the change by naming the new one among the earlier ones', async () => {
  const { server, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  const [k1, k2] = [await keyNamed('k1'), await keyNamed('k2')];
  await phone.records.create(newKeyring('v1', [wrapOf('k1')]));
  await phone.records.create(order());
  await begin(phone, k1);
  await begin(tablet, k1);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  await tablet.disconnect();
  await rotate(phone, 'k2');
  const changed = await begin(phone, k2, [k1]);
  await expect.poll(changed.state, PATIENT).toBe('in-step');
  await changed.changed.inStep(changed.sync);
  await phone.disconnect();
  const here = (await tablet.records.get(KEYRING_ID)) as unknown as Copy;
  const forged = {
    ...here,
    updatedAt: here.updatedAt + 5,
    updatedBy: 'm',
    data: { ...here.data, keysBefore: { k2: true } },
  };
  const sealed = await sealing(k1, [KEYRING_ID], 'w').pack(forged as unknown as Copy);
  const docs = [{ ...sealed, _rev: await revisionOf(server, KEYRING_ID) }];
  await server.ask('POST', '/w/_bulk_docs', { docs });
  await begin(tablet, k1);
  await expect
    .poll(async () => (await keyringOf(tablet)).keysBefore, PATIENT)
    .toEqual({ k2: true });
  await tablet.disconnect();
  await begin(phone, k2, [k1]);
  await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual(['k2']);
  await begin(tablet, k1);
  await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
  expect(await keysOnServer(server, [KEYRING_ID])).toEqual(['k2']);
});
