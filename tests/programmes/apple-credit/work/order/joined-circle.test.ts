import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import type { RedemptionCode } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Draft } from '#core/record/record.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { joinAgain, joinOrders } from '#programmes/apple-credit/work/order/join-orders.ts';
import { KnownOrders } from '#programmes/apple-credit/work/order/known-orders.ts';
import { moveLateCodes } from '#programmes/apple-credit/work/order/late-codes.ts';
import { followOrdersMet } from '#programmes/apple-credit/work/order/orders-met.ts';
import { restoreFromTrash } from '#data/trash/restore.ts';
import { reportBug } from '#platform/report-bug.ts';
import { codeWith } from '#tests/factories/credit.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import {
  inStep,
  opened,
  order,
  orderOn,
  PATIENT,
  revisionOf,
  world,
} from '#tests/data/sync/world.ts';

const ORDERS = ['order-1', 'order-2', 'order-3'];
const CODE = codeWith([], 1, 'order-1');

/** Each order with the one that a member calls it joined to; they are in the trash. */
type Joins = Readonly<Record<string, string>>;

const CIRCLES: readonly (readonly [string, Joins])[] = [
  ['an order joined to itself', { 'order-1': 'order-1' }],
  ['two orders, each joined to the other', { 'order-1': 'order-2', 'order-2': 'order-1' }],
  [
    'an order joined to one of such a pair',
    { 'order-1': 'order-2', 'order-2': 'order-3', 'order-3': 'order-2' },
  ],
];

const moveLate = async ({ collection }: Device): Promise<void> => {
  const known = new KnownOrders(collection);
  await known.readAll();
  await moveLateCodes(collection, known.joined);
};

const codeOn = async (device: Device) =>
  (await device.records.get(CODE.id)) as RedemptionCode | undefined;

/**
 * A phone and a tablet with three orders and a code under the first, and what a member then seals.
 */
const joinedBy = async (joins: Joins, also?: (phone: Device) => Promise<void>) => {
  const { server, codec, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  for (const id of ORDERS) await phone.records.create(order(id));
  await phone.records.insert([CODE]);
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => codeOn(tablet), PATIENT).toBeDefined();
  for (const device of [phone, tablet]) await inStep(device);
  await also?.(phone);
  for (const [id, joinedTo] of Object.entries(joins)) {
    const own = (await orderOn(phone, id)) as CreditOrder;
    const changes = {
      trashedOn: '2026-11-01',
      data: { ...own.data, joinedTo },
      updatedAt: own.updatedAt + 9,
    };
    const sealed = await codec.pack({ ...own, ...changes } as never);
    const _rev = await revisionOf(server, id);
    await server.ask('POST', '/w/_bulk_docs', { docs: [Object.assign({ _rev }, sealed)] });
  }
  for (const device of [phone, tablet])
    for (const [id, to] of Object.entries(joins))
      await expect.poll(async () => (await orderOn(device, id))?.data.joinedTo, PATIENT).toBe(to);
  return { phone, tablet };
};

test.each(CIRCLES)('X9: %s takes no code round and round', async (_, joins) => {
  const { phone } = await joinedBy(joins);
  const before = await codeOn(phone);
  await moveLate(phone);
  expect(await codeOn(phone)).toEqual(before);
});

test.each(CIRCLES)(
  'X9: %s gives a device that follows the orders nothing to write without end',
  async (_, joins) => {
    let writes = 0;
    const { phone, tablet } = await joinedBy(joins, async (device) => {
      const { collection } = device;
      const counted = collection.eventBulks$.subscribe(({ events }) => {
        writes += events.filter(({ documentId }) => documentId === CODE.id).length;
        // It would go on until the test gives up.
        if (writes > 50) stop();
      });
      const ends = followOrdersMet(collection, (error) =>
        reportBug('orders that met were not noted', error),
      );
      const stop = (): void => (ends(), counted.unsubscribe());
      opened.unshift({ close: () => Promise.resolve(stop()) });
      // All three have one number: the server has what was noted of it before others write.
      for (const id of ['order-2', 'order-3'])
        await expect
          .poll(async () => (await orderOn(device, id))?.data.meets, PATIENT)
          .toBe('order-1');
      await inStep(device);
    });
    // Once it has noted that two meet, it has looked at the joins before.
    for (const id of ['order-8', 'order-9', 'order-10']) {
      const { data, ...rest } = order(id);
      await phone.records.create({
        ...rest,
        data: { ...data, orderNumber: id === 'order-8' ? '77' : '78' },
      } as Draft);
    }
    await expect
      .poll(async () => (await orderOn(phone, 'order-9'))?.data.meets, PATIENT)
      .toBe('order-10');
    // Where the joins come one by one, each may move it once, before the circle is closed.
    expect(writes).toBeLessThan(ORDERS.length);
    for (const device of [phone, tablet]) await inStep(device);
    await expect
      .poll(async () => (await codeOn(tablet))?.parent, PATIENT)
      .toBe((await codeOn(phone))?.parent);
  },
);

test('X9: a code under an order that was joined twice goes to the last of them at once, and is not moved again', async () => {
  const { phone } = await joinedBy({ 'order-1': 'order-2', 'order-2': 'order-3' });
  await moveLate(phone);
  const moved = await codeOn(phone);
  expect(moved).toMatchObject({ parent: 'order-3', data: { cameFrom: { order: 'order-2' } } });
  await moveLate(phone);
  expect(await codeOn(phone)).toEqual(moved);
});

test('X9: a code stays where it is when its order is called joined to what is no order', async () => {
  const { phone } = await joinedBy({ 'order-1': CODE.id });
  await moveLate(phone);
  expect(await codeOn(phone)).toMatchObject({ parent: 'order-1' });
});

test('X9: an order joined to itself comes out of the trash, and is made one with no other', async () => {
  const { phone } = await joinedBy({ 'order-1': 'order-1' });
  const self = { younger: 'order-1', older: 'order-1' };
  expect(await restoreFromTrash(phone.records, 'order-1')).toBeUndefined();
  const back = (await orderOn(phone)) as CreditOrder;
  expect(back).toMatchObject({ trashedOn: '' });
  expect(back.data.joinedTo).toBeUndefined();
  expect(conditionOf(back)).toBe('fine');
  expect(await joinOrders(phone.records, self, '')).toMatchObject({
    problem: { code: 'question-is-gone' },
  });
  expect(await joinAgain(phone.records, self)).toBeUndefined();
  expect(await orderOn(phone)).toEqual(back);
  expect(await codeOn(phone)).toMatchObject({ parent: 'order-1', data: { number: 1 } });
});
