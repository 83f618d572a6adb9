import { expect, test } from 'vitest';
import { KEYRING_ID, type KeyringData } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import type { Copy } from '#data/merge/copy.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import type { Network } from './devices.ts';
import { begin, IDS, keyNamed, keysOnServer, rotate, stateOf, wrapOf } from './keyed-devices.ts';
import {
  amountOn,
  docsIn,
  inStep,
  openLine,
  order,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

const isNew = ({ _id, key }: WireDocument): boolean => _id === KEYRING_ID && key === 'k2';

/** The server takes no keyring under the new key; all else it takes. */
const refusingKeyring =
  ({ ask }: Pick<Awaited<ReturnType<typeof world>>['server'], 'ask'>): Network =>
  async (request, answer) => {
    const docs = await docsIn(request);
    if (!docs.some(isNew)) return answer();
    const { body } = await ask('POST', '/w/_bulk_docs', {
      docs: docs.filter((document) => !isNew(document)),
    });
    const refused = { id: KEYRING_ID, error: 'bad_request', reason: 'Invalid rev format' };
    return Response.json([...(body as object[]), refused], { status: 201 });
  };

test('X9: while the server refuses the keyring of changed keys, no record is resealed; once it takes that, all are', async () => {
  const { server, device } = await world();
  const line = openLine();
  const [phone, tablet] = [await device('phone', line.network), await device('tablet')];
  const [k1, k2] = [await keyNamed('k1'), await keyNamed('k2')];
  await phone.records.create(newKeyring('v1', []));
  for (const id of IDS) await phone.records.create(order(id));
  await begin(phone, k1);
  await begin(tablet, k1);
  await expect.poll(() => amountOn(tablet, 'order-3'), PATIENT).toBe('25000.00');
  line.obey(refusingKeyring(server));
  await rotate(phone, k2.id);
  const { sync, changed, state } = await begin(phone, k2, [k1]);
  await expect.poll(() => sync.aside.get(KEYRING_ID)?.reason, PATIENT).toBe('bad_request');
  await expect.poll(state, PATIENT).toBe('in-step');
  for (const _ of [1, 2]) await changed.inStep(sync);
  expect(await keysOnServer(server, [...IDS, KEYRING_ID])).toEqual(['k1', 'k1', 'k1', 'k1']);
  expect([changed.isResealing(), changed.keys?.isRetired('k1')]).toEqual([false, false]);
  // Whoever has the old keys reads and writes on.
  await setAmount(tablet, '31000.00');
  await expect.poll(() => amountOn(phone), PATIENT).toBe('31000.00');
  line.obey();
  sync.sendRefused();
  await expect.poll(() => sync.aside.size, PATIENT).toBe(0);
  await inStep(phone);
  await changed.inStep(sync);
  expect(await keysOnServer(server, [...IDS, KEYRING_ID])).toEqual(['k2', 'k2', 'k2', 'k2']);
  await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
  const later = await begin(tablet, k2, [k1]);
  await expect.poll(later.state, PATIENT).toBe('in-step');
  expect(await amountOn(tablet)).toBe('31000.00');
});

test('X9: a keyring that went out under the old key, a moment before the new one was used, is resealed and all else after it', async () => {
  const { server, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  const [k1, k2] = [await keyNamed('k1'), await keyNamed('k2')];
  await phone.records.create(newKeyring('v1', []));
  for (const id of IDS) await phone.records.create(order(id));
  await begin(phone, k1);
  await begin(tablet, k1);
  await expect.poll(() => amountOn(tablet, 'order-3'), PATIENT).toBe('25000.00');
  await rotate(phone, k2.id);
  const named = async (): Promise<unknown> => (await tablet.records.get(KEYRING_ID))?.data;
  await expect.poll(named, PATIENT).toMatchObject({ workspaceKey: k2.id });
  expect(await keysOnServer(server, [KEYRING_ID])).toEqual(['k1']);
  const { sync, changed, state } = await begin(phone, k2, [k1]);
  await expect.poll(state, PATIENT).toBe('in-step');
  await changed.inStep(sync);
  expect(await keysOnServer(server, [...IDS, KEYRING_ID])).toEqual(['k2', 'k2', 'k2', 'k2']);
  await expect.poll(() => stateOf(tablet), PATIENT).toBe('other-keys');
});

test('X9: what somebody writes into the keyring after it was looked at is not written over when it is resealed', async () => {
  const { server, device } = await world();
  const line = openLine();
  const phone = await device('phone', line.network);
  const [k1, k2] = [await keyNamed('k1'), await keyNamed('k2')];
  await phone.records.create(newKeyring('v1', []));
  await begin(phone, k1);
  await inStep(phone);
  await rotate(phone, k2.id);
  await inStep(phone);
  const own = (await phone.records.get(KEYRING_ID)) as Copy;
  const { wraps } = own.data as unknown as KeyringData;
  const data = { ...own.data, wraps: { ...wraps, kit: { ...wrapOf('k2'), id: 'kit' } } };
  const { sync, changed, state } = await begin(phone, k2, [k1]);
  await expect.poll(state, PATIENT).toBe('in-step');
  let looks = 0;
  line.obey(async (request, answer) => {
    const isLook = (await request.clone().text()) === JSON.stringify({ keys: [KEYRING_ID] });
    const shown = await answer();
    // The first look checks that it is under the key in use, the second that it is as here.
    if (!isLook || (looks += 1) !== 2) return shown;
    const packed = await sealing(k1, [KEYRING_ID]).pack({
      ...own,
      data,
      updatedAt: own.updatedAt + 1000,
    });
    await server.ask('POST', '/w/_bulk_docs', {
      docs: [{ ...packed, _rev: await revisionOf(server, KEYRING_ID) }],
    });
    return shown;
  });
  await changed.inStep(sync);
  expect(looks).toBeGreaterThan(1);
  const kept = async (): Promise<unknown> => (await phone.records.get(KEYRING_ID))?.data;
  await expect.poll(kept, PATIENT).toMatchObject({ wraps: { kit: { id: 'kit' } } });
  await inStep(phone);
  await changed.inStep(sync);
  expect(await keysOnServer(server, [KEYRING_ID])).toEqual(['k2']);
  expect(await kept()).toMatchObject({ wraps: { kit: { id: 'kit' } } });
});
