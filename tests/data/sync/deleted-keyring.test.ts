import { expect, test } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { begin, keyNamed, keysOnServer, stateOf, wrapOf } from './keyed-devices.ts';
import { amountOn, order, PATIENT, revisionOf, setAmount, world } from './world.ts';

/** Two devices in step, and what deletes the keyring without a word that a device sealed. */
const inStepWithKeyring = async () => {
  const { server, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  const k1 = await keyNamed('k1');
  await phone.records.create(newKeyring('v1', [wrapOf('k1')]));
  await phone.records.create(order());
  await begin(phone, k1);
  await begin(tablet, k1);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  const remove = async (more: object = {}): Promise<void> => {
    const _rev = await revisionOf(server, KEYRING_ID);
    const docs = [{ _id: KEYRING_ID, _rev, _deleted: true, ...more }];
    const { body } = await server.ask('POST', '/w/_bulk_docs', { docs });
    expect((body as { error?: string }[]).flatMap(({ error }) => error ?? [])).toEqual([]);
  };
  return { server, device, phone, tablet, k1, remove };
};

const JUNK = { iv: 'AAAAAAAAAAAAAAAA', text: 'AAAA' };

test.each([
  ['bare', {}],
  ['with a seal of the key in use that is broken', { key: 'k1', sealed: JUNK }],
  ['under a key that nobody has', { key: 'nobodys', sealed: JUNK }],
])(
  'X9: a deletion of the keyring that no device sealed, %s, is put right, and lets new devices in',
  async (_, more) => {
    const { server, device, phone, tablet, k1, remove } = await inStepWithKeyring();
    await remove(more);
    await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual(['k1']);
    for (const device of [phone, tablet])
      await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual([]);
    const late = await device('late');
    await begin(late, k1);
    await expect
      .poll(async () => (await late.records.get(KEYRING_ID))?.id, PATIENT)
      .toBe(KEYRING_ID);
    await setAmount(phone, '31000.00');
    await expect.poll(() => amountOn(late), PATIENT).toBe('31000.00');
  },
);

test('X9: so is one that a device passed while it could only read, once it may change and is started again', async () => {
  const { server, device, phone, tablet, k1, remove } = await inStepWithKeyring();
  let may = false;
  const reader = await device('reader', { mayWrite: () => may });
  await begin(reader, k1);
  await expect.poll(() => amountOn(reader), PATIENT).toBe('25000.00');
  await Promise.all([phone.disconnect(), tablet.disconnect()]);
  await remove();
  await expect.poll(() => [...reader.sync.unreadable], PATIENT).toEqual([KEYRING_ID]);
  await expect.poll(() => stateOf(reader), PATIENT).toBe('in-step');
  expect(await revisionOf(server, KEYRING_ID)).toMatch(/^2-/);
  may = true;
  await begin(reader, k1);
  await expect.poll(() => keysOnServer(server, [KEYRING_ID]), PATIENT).toEqual(['k1']);
  await expect.poll(() => [...reader.sync.unreadable], PATIENT).toEqual([]);
});

test('X9: a deletion that a member sealed stays one, and no device writes the keyring over it by itself', async () => {
  const { server, phone, tablet, k1 } = await inStepWithKeyring();
  await tablet.disconnect();
  await (await phone.collection.findOne(KEYRING_ID).exec())?.remove();
  await expect.poll(() => revisionOf(server, KEYRING_ID), PATIENT).toMatch(/^2-/);
  await begin(tablet, k1);
  await expect.poll(() => tablet.records.get(KEYRING_ID), PATIENT).toBeUndefined();
  await setAmount(tablet, '31000.00');
  await expect.poll(() => amountOn(phone), PATIENT).toBe('31000.00');
  expect(await revisionOf(server, KEYRING_ID)).toMatch(/^2-/);
});
