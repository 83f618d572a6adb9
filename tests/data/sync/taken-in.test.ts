import { expect, test } from 'vitest';
import { dryRunOf, mergeBackup } from '#data/backup/restore-backup.ts';
import { storedOf } from '#data/backup/stored-records.ts';
import { toTrash } from '#core/record/trash.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import type { Device } from './devices.ts';
import { amountOn, order, orderOn, pairInStep, PATIENT, setAmount } from './world.ts';

const fileOf = async ({ collection }: Device, ids = ['order-1']) => {
  const here = await storedOf(collection, ids);
  return (await backupOf(batchesOf([...here.values()]))).opened;
};

const discard = (device: Device): Promise<unknown> => device.records.discard(['order-1']);
const throwAway = async (device: Device): Promise<unknown> => {
  await device.records.change('order-1', toTrash);
  const { records, collection } = device;
  return deleteForGood({ records, collection, mayWrite: () => true }, 'order-1');
};

test.each([
  ['taken back', discard, true],
  ['taken back', discard, false],
  ['thrown away and deleted', throwAway, true],
  ['thrown away and deleted', throwAway, false],
] as const)(
  'X10: what was %s comes back on all devices with a backup that still has it, where that is chosen',
  async (_, remove, isSame) => {
    const { phone, tablet } = await pairInStep();
    const file = await fileOf(tablet);
    await remove(phone);
    for (const device of [phone, tablet])
      await expect.poll(() => amountOn(device), PATIENT).toBeUndefined();
    const [takesIn, other] = isSame ? [phone, tablet] : [tablet, phone];
    expect(await dryRunOf(file, takesIn.collection)).toMatchObject({
      fresh: 0,
      deleted: 1,
      newerInFile: 0,
      merged: 0,
    });
    await mergeBackup(file, takesIn.collection, undefined);
    expect(await amountOn(takesIn)).toBeUndefined();
    await mergeBackup(file, takesIn.collection, undefined, { bringsBack: true });
    await expect.poll(() => amountOn(other), PATIENT).toBe('25000.00');
    await other.records.create(order('after'));
    await expect.poll(() => amountOn(takesIn, 'after'), PATIENT).toBe('25000.00');
    expect(await amountOn(takesIn)).toBe('25000.00');
  },
);

test.each(['there', 'away'])(
  'X10: a device that was restored from a file brings nothing back unasked that was deleted since, where who deleted it is %s',
  async (where) => {
    const { device, phone, tablet } = await pairInStep();
    const file = await fileOf(tablet);
    await throwAway(phone);
    await expect.poll(() => amountOn(tablet), PATIENT).toBeUndefined();
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    if (where === 'away') await phone.disconnect();
    // An empty device takes the file, and comes in.
    const fresh = await device('fresh');
    await mergeBackup(file, fresh.collection, undefined, { store: fresh.store });
    await fresh.connect();
    await expect
      .poll(async () => (await orderOn(tablet))?.clashes[0]?.field, PATIENT)
      .toBe('trashedOn');
    await expect
      .poll(async () => (await orderOn(fresh))?.clashes[0]?.field, PATIENT)
      .toBe('trashedOn');
    // What is made on it later is sent as ever.
    await fresh.records.create(order('after'));
    await expect.poll(() => amountOn(tablet, 'after'), PATIENT).toBe('25000.00');
  },
);

test('X10: what was written elsewhere after it was deleted here is news, and comes back unasked', async () => {
  const { phone, tablet } = await pairInStep();
  await tablet.disconnect();
  await discard(phone);
  await setAmount(tablet, '12.00');
  const file = await fileOf(tablet);
  expect(await dryRunOf(file, phone.collection)).toMatchObject({ fresh: 1, deleted: 0 });
  await mergeBackup(file, phone.collection, undefined);
  expect(await amountOn(phone)).toBe('12.00');
});
