import { describe, expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import type { Codec } from '#data/sync/sealing.ts';
import { examples } from '#tests/factories/examples.ts';
import { someOf } from '#tests/factories/long-run.ts';
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
} from './world.ts';

/** Names that any object answers to. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype).filter(
  (name) => !name.startsWith('_'),
);

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

const damaged = (change: object): VolymRecord =>
  ({ ...order(), updatedAt: 9_000_000, ...change }) as VolymRecord;

const inData = (change: object): object => ({ data: { ...order().data, ...change } });

const STEP = { id: 's', kind: 'ordered', on: '2026-09-01', at: 5, by: 'sara' };

const DAMAGE: [string, object][] = [
  ['no steps', { steps: null }],
  ['a step that is nothing', { steps: [null] }],
  ['steps that are no list', { steps: {} }],
  ['a step on a day beyond the calendar', { steps: [{ ...STEP, on: '+275760-09-14' }] }],
  ['a step beyond all time', { steps: [{ ...STEP, at: 8.64e15 + 1 }] }],
  ['no questions', { clashes: null }],
  ['a question without answers', { clashes: [{ id: 'c', field: 'amount', answers: [] }] }],
  ['no history', { history: undefined }],
  ['a history of nothing', { history: [null] }],
  ['a change beyond all time', { history: [{ id: 'h', at: 1e300, by: 'sara', field: 'amount' }] }],
  ['no content', { data: null }],
  ['a day of seven digits', inData({ orderDate: '9999999-99-99' })],
  ['a day that no calendar has', inData({ orderDate: '2026-02-30' })],
  ['an amount that is none', inData({ amount: 'NaN' })],
  ['a name of a megabyte', inData({ institution: 'x'.repeat(1_000_000) })],
  ['a name that is a list', inData({ institution: ['x'] })],
  ['a deadline that is none', { dueOn: 'soon' }],
  ['a place that no index has', { newestFirst: -1 }],
  ['a moment that is none', { updatedAt: '9' }],
  ['a parent that is none', { parent: { $gt: '' } }],
  ['another programme', { programme: 'adobe-vip' }],
  ['a content that compares as anything', inData({ toString: 'x' })],
  ['a key that a store reads back as another', inData({ __a: 'x' })],
  ['such a key far within', inData({ more: [{ 'a.__b': 1 }] })],
  ['a key that no store keeps', inData({ '|proto__': 'x' })],
];

describe('X9: what a member sealed that no app writes', () => {
  test.each(someOf(DAMAGE, 4))(
    'X9: %s comes to no device: theirs stays, it is counted, and sync goes on',
    async (_, change) => {
      const { server, codec, device, phone, tablet } = await pairInStep();
      await phone.records.create(examples.keyring);
      await inStep(phone);
      await putAs(server, codec, damaged(change));
      for (const device of [phone, tablet])
        await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual(['order-1']);
      expect([await amountOn(phone), await amountOn(tablet)]).toEqual(['25000.00', '25000.00']);
      await tablet.disconnect();
      await tablet.connect();
      await phone.records.create(order('order-2'));
      await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
      // Who comes in later gets the rest.
      const late = await device('late');
      await late.connect();
      await expect.poll(() => amountOn(late, 'order-2'), PATIENT).toBe('25000.00');
      expect(await amountOn(late, 'order-1')).toBeUndefined();
      // And what is here can be put in its place.
      await phone.sync.writeOver(() => undefined);
      await expect.poll(() => amountOn(late, 'order-1'), PATIENT).toBe('25000.00');
      await expect.poll(() => [...late.sync.unreadable], PATIENT).toEqual([]);
    },
  );

  test.each(someOf(INHERITED, 4))(
    'X9: a record called %s comes to no device, and sync goes on, after a restart too',
    async (id) => {
      const { server, codec, device, phone, tablet } = await pairInStep();
      await putAs(server, codec, { ...order(), id });
      await expect.poll(() => [...phone.sync.unreadable], PATIENT).toEqual([id]);
      await phone.disconnect();
      await phone.connect();
      await setAmount(phone, '12.00');
      await inStep(phone);
      await expect.poll(() => amountOn(tablet), PATIENT).toBe('12.00');
      const late = await device('late');
      await late.connect();
      await expect.poll(() => amountOn(late), PATIENT).toBe('12.00');
      expect(await late.collection.find().exec()).toHaveLength(1);
      expect((await onServer(server, [id]))[0]?.value?.rev).toMatch(/^1-/);
    },
  );
});

/** As an older version, which looked at no form, took it from the server. */
const damageHere = async ({ collection }: Device, change: object): Promise<void> => {
  const [stored] = await collection.storageInstance.findDocumentsById(['order-1'], true);
  Object.assign(stored as object, change);
};

test.each([
  { steps: null },
  { steps: [null] },
  { history: null },
  { clashes: null },
  { data: null },
])(
  'X9: a malformed record on a device (%j) is replaced by what a colleague writes, and sync goes on',
  async (change) => {
    const { phone, tablet } = await pairInStep();
    await tablet.disconnect();
    await damageHere(tablet, change);
    await setAmount(phone, '13.00');
    await phone.records.create(order('order-2'));
    await inStep(phone);
    await tablet.connect();
    await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
    await expect.poll(() => amountOn(tablet), PATIENT).toBe('13.00');
    expect(await amountOn(phone)).toBe('13.00');
  },
);
