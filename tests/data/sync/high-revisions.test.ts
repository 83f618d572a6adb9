import { describe, expect, test } from 'vitest';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import type { Copy } from '#data/merge/copy.ts';
import { sealing, type Codec, type WireDocument } from '#data/sync/sealing.ts';
import { begin, IDS, keyNamed, keysOnServer, rotate } from './keyed-devices.ts';
import {
  amountOn,
  inStep,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

/** The highest that the server takes of what nobody wrote there. */
const HIGH = '1000000000000-ffffffffffffffffffffffffffffffff';

type Server = Awaited<ReturnType<typeof world>>['server'];

/** A member writes what a device has past every app, with its own revision. */
const bring = async (
  server: Server,
  codec: Pick<Codec, 'pack'>,
  copy: unknown,
  rev = HIGH,
): Promise<void> => {
  const document = { ...(await codec.pack(copy as Copy)), _rev: rev };
  expect(
    (await server.ask('POST', '/w/_bulk_docs', { new_edits: false, docs: [document] })).body,
  ).toEqual([]);
};

/** The revisions that lost to the one of the order that counts. */
const lostOn = async (server: Server): Promise<readonly string[]> => {
  const { body } = await server.ask('GET', '/w/order-1?conflicts=true');
  return (body as WireDocument)._conflicts ?? [];
};

/** What the server keeps of a deleted record. */
const tombstoneOf = async (server: Server, id: string): Promise<WireDocument | undefined> => {
  const { body } = await server.ask('GET', '/w/_changes?include_docs=true');
  return (body as { results: { id: string; doc: WireDocument }[] }).results.find(
    (row) => row.id === id,
  )?.doc;
};

describe('X8: a record that a member gave the highest revision that the server takes', () => {
  test('X8: is written on from every device, time and again, and deleted', async () => {
    const { server, codec, phone, tablet } = await pairInStep();
    await bring(server, codec, await phone.records.get('order-1'));
    expect(await revisionOf(server)).toBe(HIGH);
    for (let time = 1; time <= 6; time += 1)
      for (const [one, other] of [
        [phone, tablet],
        [tablet, phone],
      ] as const) {
        const amount = `${time}${one === phone ? 1 : 2}.00`;
        await setAmount(one, amount);
        await expect.poll(() => amountOn(other), PATIENT).toBe(amount);
      }
    expect(await revisionOf(server)).toMatch(/^1000000000012-/);
    await (await phone.collection.findOne('order-1').exec())?.remove();
    await expect.poll(() => orderOn(tablet), PATIENT).toBeUndefined();
    await phone.records.create(order());
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
    for (const device of [phone, tablet])
      expect([await device.sync.waiting(9), device.sync.aside.size]).toEqual([0, 0]);
  });

  test('X8: is met by what another device wrote meanwhile, and both count', async () => {
    const { server, codec, phone, tablet } = await pairInStep();
    await tablet.disconnect();
    await setAmount(tablet, '31000.00');
    await bring(server, codec, await phone.records.get('order-1'));
    await tablet.connect();
    for (const device of [phone, tablet])
      await expect.poll(() => amountOn(device), PATIENT).toBe('31000.00');
    await setAmount(phone, '32000.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('32000.00');
    await inStep(phone);
    expect(phone.sync.aside.size + tablet.sync.aside.size).toBe(0);
  });

  test('X8: is closed where it lost to another one as high', async () => {
    const { server, codec, phone, tablet } = await pairInStep();
    const copy = await phone.records.get('order-1');
    await phone.disconnect();
    await tablet.disconnect();
    for (const rev of [HIGH, HIGH.replace('-f', '-e')]) await bring(server, codec, copy, rev);
    expect(await lostOn(server)).toHaveLength(2);
    await phone.connect();
    await expect.poll(() => lostOn(server), PATIENT).toEqual([]);
    expect([await revisionOf(server), await amountOn(phone)]).toEqual([HIGH, '25000.00']);
  });

  test('X9: is resealed after a change of keys, deleted or not, as the keyring is that has one', async () => {
    const { server, device } = await world();
    const phone = await device('phone');
    const [k1, k2] = [await keyNamed('k1'), await keyNamed('k2')];
    await phone.records.create(newKeyring('v1', []));
    for (const id of IDS) await phone.records.create(order(id));
    await begin(phone, k1);
    await inStep(phone);
    const codec = sealing(k1, [KEYRING_ID]);
    for (const id of [KEYRING_ID, 'order-1', 'order-2'])
      await bring(server, codec, await phone.records.get(id));
    await (await phone.collection.findOne('order-2').exec())?.remove();
    await inStep(phone);
    // The earlier revision lost to the one that was brought: it counts until it is closed.
    await expect
      .poll(() => tombstoneOf(server, 'order-2'), PATIENT)
      .toMatchObject({ _deleted: true, _rev: expect.stringMatching(/^10{11}1-/) });
    await rotate(phone, k2.id);
    const of = await begin(phone, k2, [k1]);
    await expect.poll(of.state, PATIENT).toBe('in-step');
    await of.changed.inStep(of.sync);
    expect(await keysOnServer(server, [KEYRING_ID, 'order-1', 'order-3'])).toEqual([
      'k2',
      'k2',
      'k2',
    ]);
    expect(await tombstoneOf(server, 'order-2')).toMatchObject({
      key: 'k2',
      _rev: expect.stringMatching(/^10{11}2-/),
    });
    expect([of.sync.aside.size, of.sync.underOldKey.size]).toEqual([0, 0]);
  });
});
