import { expect, test } from 'vitest';
import { mergeBackup } from '#data/backup/restore-backup.ts';
import { storedOf } from '#data/backup/stored-records.ts';
import { toTrash } from '#domain/trash.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import type { Device } from './devices.ts';
import { amountOn, order, pairInStep, PATIENT } from './world.ts';

const fileOf = async ({ collection }: Device) => {
  const here = await storedOf(collection, ['order-1']);
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
] as const)('X10: what was %s comes back on all devices with a backup that still has it', async (_, remove, isSame) => {
  const { phone, tablet } = await pairInStep();
  const file = await fileOf(tablet);
  await remove(phone);
  for (const one of [phone, tablet]) await expect.poll(() => amountOn(one), PATIENT).toBeUndefined();
  const [takesIn, other] = isSame ? [phone, tablet] : [tablet, phone];
  await mergeBackup(file, takesIn.collection, undefined);
  await expect.poll(() => amountOn(other), PATIENT).toBe('25000.00');
  await other.records.create(order('after'));
  await expect.poll(() => amountOn(takesIn, 'after'), PATIENT).toBe('25000.00');
  expect(await amountOn(takesIn)).toBe('25000.00');
});
