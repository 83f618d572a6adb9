import { expect, test } from 'vitest';
import { newCode } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import type { Codec } from '#data/sync/sealing.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  inStep,
  onServer,
  order,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

type Server = Awaited<ReturnType<typeof pairInStep>>['server'];

/**
 * A member seals something as their own app would, and puts it in the place of what the server has.
 */
const putAs = async (server: Server, codec: Codec, record: VolymRecord): Promise<void> => {
  const sealed = await codec.pack(record);
  const _rev = await revisionOf(server, record.id);
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...sealed, ...(_rev !== undefined && { _rev }) }],
  });
};

const made = (draft: Draft, id: string): VolymRecord => ({
  ...stored(draft, undefined, doingOn()),
  id,
  updatedAt: 9e6,
});

const NOTE: Draft = { id: 'n', kind: 'note', programme: 'workspace', parent: '', data: { v: 1 } };

const OTHERS: [string, Draft][] = [
  ['a person', newPerson('p', 'x')],
  ['a kind that this app does not know', NOTE],
  [
    'an order of another programme',
    { ...order(), programme: 'adobe-vip', kind: 'vip-order', data: { v: 99 } } as Draft,
  ],
];

const unreadableOn = (device: Device) => expect.poll(() => [...device.sync.unreadable], PATIENT);

test.each(OTHERS)(
  'X9: an order that a member turns into %s stays one everywhere, with its codes and a waiting edit',
  async (_, draft) => {
    const { server, codec, device, phone, tablet } = await pairInStep();
    await phone.records.create(examples.keyring);
    const sealed = { key: 'v', iv: 'AA==', text: 'AA==' };
    await phone.records.create(
      newCode({ id: 'code-1', parent: 'order-1', usage: 'credit', number: 1, sealed }) as Draft,
    );
    await inStep(phone);
    await expect.poll(() => tablet.records.get('code-1'), PATIENT).toBeDefined();
    await tablet.disconnect();
    await setAmount(tablet, '77.00');
    await putAs(server, codec, made(draft, 'order-1'));
    await unreadableOn(phone).toEqual(['order-1']);
    await tablet.connect();
    await unreadableOn(tablet).toEqual(['order-1']);
    // The edit waits until what it met is written over, and goes out then; so it does after a
    // restart.
    await expect
      .poll(() => tablet.sync.aside.get('order-1')?.reason, PATIENT)
      .toBe('not-authentic');
    await tablet.disconnect();
    await tablet.connect();
    await unreadableOn(tablet).toEqual(['order-1']);
    expect([await amountOn(phone), await amountOn(tablet)]).toEqual(['25000.00', '77.00']);
    // All else goes on.
    await phone.records.create(order('order-2'));
    await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
    expect(await phone.sync.writeOver(() => undefined)).toEqual({
      ok: true,
      value: { written: 1, left: 0 },
    });
    const late = await device('late');
    await late.connect();
    for (const device of [phone, tablet, late]) {
      await expect.poll(() => amountOn(device), PATIENT).toBe('77.00');
      await unreadableOn(device).toEqual([]);
      expect((await device.records.get('code-1'))?.parent).toBe('order-1');
    }
    expect(tablet.sync.aside.size).toBe(0);
  },
);

test('X9: a change made here meets a record of another kind under its id: neither is mixed into the other', async () => {
  const { server, codec, device } = await world();
  const phone = await device('phone');
  await phone.records.create(order());
  await putAs(server, codec, made(newPerson('p', 'x'), 'order-1'));
  await phone.connect();
  await expect.poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT).toBe('not-authentic');
  await unreadableOn(phone).toEqual(['order-1']);
  expect(await amountOn(phone)).toBe('25000.00');
});

test('X9: a deletion and what is made again after it are no other kind', async () => {
  const { phone, tablet } = await pairInStep();
  await (await phone.collection.findOne('order-1').exec())?.remove();
  await inStep(phone);
  await expect.poll(() => amountOn(tablet), PATIENT).toBeUndefined();
  await tablet.records.create(order());
  await expect.poll(() => amountOn(phone), PATIENT).toBe('25000.00');
  expect([...phone.sync.unreadable, ...tablet.sync.unreadable]).toEqual([]);
});

test.each(['workspace', 'keyring'])(
  'X9: another kind under the id of the one %s comes to no device, a new one neither',
  async (id) => {
    const { server, codec, device } = await world();
    const phone = await device('phone');
    await phone.records.create(examples.keyring);
    await phone.records.create(newWorkspace('Nordviks skolor', ['apple-credit']));
    await phone.records.create(order());
    await phone.connect();
    await inStep(phone);
    const now = await phone.records.get(id);
    await putAs(server, codec, made(newPerson('p', 'x'), id));
    const late = await device('late');
    await late.connect();
    await expect.poll(() => amountOn(late), PATIENT).toBe('25000.00');
    for (const device of [phone, late]) await unreadableOn(device).toEqual([id]);
    expect(await late.records.get(id)).toBeUndefined();
    expect(await phone.records.get(id)).toEqual(now);
    // It keeps nothing else from being written over, and is itself.
    await putAs(server, codec, made(NOTE, 'order-1'));
    await expect
      .poll(() => [...phone.sync.unreadable].sort(), PATIENT)
      .toEqual([id, 'order-1'].sort());
    expect(await phone.sync.writeOver(() => undefined)).toEqual({
      ok: true,
      value: { written: 2, left: 0 },
    });
    await expect.poll(async () => (await late.records.get(id))?.data, PATIENT).toEqual(now?.data);
    expect(await onServer(server, [id])).toHaveLength(1);
  },
);
