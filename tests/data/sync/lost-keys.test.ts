import { expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { sealing } from '#data/sync/sealing.ts';
import type { Copy } from '#data/merge/copy.ts';
import { merge } from '#data/merge/merge.ts';
import { begin, IDS, keyNamed, keysOnServer, rotate, rotated, stateOf } from './keyed-devices.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  gate,
  isBulk,
  onServer,
  openLine,
  order,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

const keyringOn = async (device: Device): Promise<Copy> =>
  (await device.records.get(KEYRING_ID)) as never;
const wordsOn = async (device: Device): Promise<string[]> =>
  Object.keys(((await keyringOn(device)).data as unknown as KeyringData).sealedAnew ?? {});

test('X9: a device that got the lost key by an invitation from before the change turns back to the one in use, and seals nothing', async () => {
  const { server, device, k1, k2, of } = await rotated();
  await of.changed.inStep(of.sync);
  const fresh = await device('fresh');
  const one = await begin(fresh, k2);
  await expect.poll(one.state, PATIENT).toBe('in-step');
  await expect.poll(async () => (await keyringOn(fresh))?.id, PATIENT).toBe(KEYRING_ID);
  const two = await begin(fresh, k1, [k2]);
  await expect.poll(() => two.turned[0], PATIENT).toBe('k2');
  expect(await keysOnServer(server, [...IDS, KEYRING_ID])).toEqual(['k2', 'k2', 'k2', 'k2']);
});

test('X9: a member who names the lost key in the keyring turns no device back to it that knows it to be older', async () => {
  const { server, phone, tablet, k1, k2, of } = await rotated();
  await of.changed.inStep(of.sync);
  const [then, now] = [
    { ...k1, generation: 0 },
    { ...k2, generation: 1 },
  ];
  const both = [await begin(tablet, now, [then]), await begin(phone, now, [then])];
  for (const { state } of both) await expect.poll(state, PATIENT).toBe('in-step');
  await phone.records.change(
    KEYRING_ID,
    onKind('keyring', (keyring) => ({
      ok: true,
      value: { ...keyring, data: { ...keyring.data, workspaceKey: 'k1' } },
    })),
  );
  await expect
    .poll(async () => (await keyringOn(tablet)).data as unknown as KeyringData, PATIENT)
    .toMatchObject({ workspaceKey: 'k1' });
  // Heard once more, now that both sides name it.
  for (const { sync } of both) sync.tryNow();
  await setAmount(tablet, '36000.00');
  await expect.poll(() => amountOn(phone), PATIENT).toBe('36000.00');
  expect(both.flatMap(({ turned }) => turned)).toEqual([]);
  expect(await keysOnServer(server, [...IDS, KEYRING_ID])).toEqual(['k2', 'k2', 'k2', 'k2']);
});

test('X9: after two changes of keys at once a device turns to the one that counts', async () => {
  const { tablet, k1, k2 } = await rotated();
  await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
  const k3 = await keyNamed('k3');
  await rotate(tablet, 'k3');
  // Someone typed the passphrase at the tablet: the keys that were offered count there, until both
  // changes have met.
  const of = await begin(tablet, k2, [k1, k3]);
  await expect.poll(() => of.turned[0], PATIENT).toBe('k3');
});

test('X9: what a key older than the last but one seals is no longer believed after another change of keys', async () => {
  const { server, phone, k1, k2, of } = await rotated();
  await of.changed.inStep(of.sync);
  const forged = {
    ...(await keyringOn(phone)),
    ...((await phone.records.get('order-1')) as object),
    id: 'order-9',
  };
  await server.ask('POST', '/w/_bulk_docs', { docs: [await sealing(k1, []).pack(forged)] });
  await expect.poll(() => [...of.sync.unreadable], PATIENT).toEqual(['order-9']);
  const k3 = await keyNamed('k3');
  await rotate(phone, 'k3', 'k2');
  const later = await begin(phone, k3, [k1, k2]);
  await expect.poll(later.state, PATIENT).toBe('in-step');
  await later.changed.inStep(later.sync);
  expect([[...later.sync.unreadable], await amountOn(phone, 'order-9')]).toEqual([
    ['order-9'],
    undefined,
  ]);
  expect(await keysOnServer(server, [...IDS, 'order-9'])).toEqual(['k3', 'k3', 'k3', 'k1']);
});

test('X9: a device that missed a change of keys does not say that all is resealed: others open what it cannot', async () => {
  const { server, phone, tablet, k1, k2, of } = await rotated();
  await of.changed.inStep(of.sync);
  await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
  await phone.disconnect();
  // A third device's write under the second key; then the phone changes the keys again, and only
  // the keyring gets through.
  const third = { ...((await phone.records.get('order-1')) as object), id: 'order-7' };
  await server.ask('POST', '/w/_bulk_docs', { docs: [await sealing(k2, []).pack(third as never)] });
  const k3 = await keyNamed('k3');
  await rotate(phone, 'k3', 'k2');
  const [row] = await onServer(server, [KEYRING_ID]);
  const keyring = {
    ...(await sealing(k3, [KEYRING_ID], 'w').pack(await keyringOn(phone))),
    _rev: row?.value?.rev,
  };
  await server.ask('POST', '/w/_bulk_docs', { docs: [keyring] });
  const late = await begin(tablet, k3, [k1]);
  await expect.poll(late.state, PATIENT).toBe('in-step');
  await late.changed.inStep(late.sync);
  expect(await wordsOn(tablet)).toEqual(['k2']);
  const back = await begin(phone, k3, [k1, k2]);
  await expect.poll(back.state, PATIENT).toBe('in-step');
  await back.changed.inStep(back.sync);
  expect([await amountOn(phone, 'order-7'), [...back.sync.unreadable]]).toEqual(['25000.00', []]);
  expect(await wordsOn(phone)).toEqual(['k2', 'k3']);
});

test('X9: the note that all is resealed is not removed by another device that writes the keyring later', async () => {
  const { phone, of } = await rotated();
  const before = await keyringOn(phone);
  await of.changed.inStep(of.sync);
  const keyring = await keyringOn(phone);
  const later: Copy = { ...before, updatedAt: keyring.updatedAt + 1_000, updatedBy: 'tablet' };
  for (const base of [before, undefined])
    for (const merged of [merge(base, keyring, later), merge(base, later, keyring)])
      expect(merged.data).toMatchObject({ sealedAnew: { k2: true }, keysBefore: { k1: true } });
});

test('X9: what is saved while the keyring is looked at waits for the answer', async () => {
  const { server, device } = await world();
  const line = openLine();
  const phone = await device('phone', line.network);
  await phone.records.create(newKeyring('v1', []));
  await phone.records.create(order('order-1'));
  await phone.connect();
  const revision = async () => (await onServer(server, ['order-1']))[0]?.value?.rev;
  await expect.poll(revision, PATIENT).toMatch(/^1-/);
  await expect.poll(() => stateOf(phone), PATIENT).toBe('in-step');
  const held = gate();
  const heard: string[] = [];
  line.obey(async (request, answer) => {
    const body = request.method === 'POST' ? await request.clone().text() : '';
    if (body === JSON.stringify({ keys: [KEYRING_ID] })) {
      await held.pass();
      heard.push('keyring');
    } else if (isBulk(request)) heard.push('order');
    return answer();
  });
  phone.sync.tryNow();
  await held.reached;
  await setAmount(phone, '99.00');
  await expect.poll(() => phone.sync.waiting(1), PATIENT).toBe(1);
  // A change is sent within a few turns of the server: these are many.
  for (let turn = 0; turn < 100; turn += 1) expect(await revision()).toMatch(/^1-/);
  held.open();
  await expect.poll(revision, PATIENT).toMatch(/^2-/);
  expect(heard.slice(0, 2)).toEqual(['keyring', 'order']);
});

/**
 * A device that does not know which of its keys is the newer: a version that did not tell handed
 * them over.
 */
const named = async (words: Partial<KeyringData>, inStepFirst = true) => {
  const { server, phone, k2, of } = await rotated();
  if (inStepFirst) await of.changed.inStep(of.sync);
  await expect.poll(() => of.sync.waiting(9), PATIENT).toBe(0);
  const own = await keyringOn(phone);
  // The second time both sides name it.
  for (const at of [1, 2]) {
    const evil = { ...own, data: { ...own.data, ...words }, updatedAt: own.updatedAt + at } as Copy;
    const document = {
      ...(await sealing(k2, [KEYRING_ID]).pack(evil)),
      _rev: await revisionOf(server, KEYRING_ID),
    };
    await server.ask('POST', '/w/_bulk_docs', { docs: [document] });
    await expect.poll(async () => (await keyringOn(phone)).updatedAt, PATIENT).toBe(evil.updatedAt);
  }
  of.sync.tryNow();
  await setAmount(phone, '36000.00');
  await expect.poll(() => of.sync.waiting(9), PATIENT).toBe(0);
  return { turned: of.turned, keys: await keysOnServer(server, ['order-1', KEYRING_ID]) };
};

test('X9: a member who names the lost key turns no device back to it that does not know which key is older', async () => {
  const staysAt = { turned: [], keys: ['k2', 'k2'] };
  expect(await named({ workspaceKey: 'k1' })).toEqual(staysAt);
  // Even before everything was sealed again.
  expect(await named({ workspaceKey: 'k1' }, false)).toEqual(staysAt);
});

test('X9: nor one who calls the key in use an earlier one as well, once all is resealed', async () => {
  const words = { workspaceKey: 'k1', keysBefore: { k1: true, k2: true } } as const;
  expect(await named(words)).toEqual({ turned: [], keys: ['k2', 'k2'] });
});
