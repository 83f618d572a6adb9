import { expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import type { Device } from './devices.ts';
import { amountOn, order, orderOn, pairInStep, PATIENT, setAmount } from './world.ts';

/**
 * Writes the order as it is on a device, right before that stores what a pull brought of it;
 * `times` in a row.
 */
const writtenAsItIs = ({ collection }: Device, times: number): (() => number) => {
  const { storageInstance } = collection;
  const write = storageInstance.bulkWrite.bind(storageInstance);
  let done = 0;
  storageInstance.bulkWrite = async (rows, context) => {
    const isPage =
      context.startsWith('replication-downstream') &&
      rows.some(({ document: { id } }) => id === 'order-1');
    for (; isPage && done < times; done += 1)
      await collection.findOne('order-1').incrementalModify((now: VolymRecord) => now);
    return write(rows, context);
  };
  return () => done;
};

test('X8: what a pull brings is stored also where a write that changes nothing meets it, and what follows it comes', async () => {
  const { phone, tablet } = await pairInStep();
  const done = writtenAsItIs(tablet, 3);
  await setAmount(phone, '12.00');
  await phone.records.create(order('order-2'));
  await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
  expect([done(), await amountOn(tablet)]).toEqual([3, '12.00']);
  // It is known for pulled: nothing of it is sent back.
  await expect.poll(() => tablet.sync.waiting(9), PATIENT).toBe(0);
  await setAmount(tablet, '13.00');
  await expect.poll(() => amountOn(phone), PATIENT).toBe('13.00');
  expect((await orderOn(phone))?.clashes).toEqual([]);
});
