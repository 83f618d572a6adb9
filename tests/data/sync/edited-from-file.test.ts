import { expect, test } from 'vitest';
import { mergeBackup } from '#data/backup/restore-backup.ts';
import { storedOf } from '#data/backup/stored-records.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { toTrash } from '#core/record/trash.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import { amountOn, orderOn, pairInStep, PATIENT, setReseller } from './world.ts';

test('X10: what came of a file and was deleted elsewhere since is asked about, also where it was edited before the device came in', async () => {
  const { device, phone, tablet } = await pairInStep();
  const file = (
    await backupOf(batchesOf([...(await storedOf(tablet.collection, ['order-1'])).values()]))
  ).opened;
  await phone.records.change('order-1', toTrash);
  const { records, collection } = phone;
  await deleteForGood({ records, collection, mayWrite: () => true }, 'order-1');
  await expect.poll(() => amountOn(tablet), PATIENT).toBeUndefined();
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  const fresh = await device('fresh');
  await mergeBackup(file, fresh.collection, undefined, { store: fresh.store });
  await setReseller(fresh, 'Atea');
  await fresh.connect();
  await expect.poll(async () => (await orderOn(tablet))?.data.reseller, PATIENT).toBe('Atea');
  // The question comes with the record, or nobody knows that it was deleted.
  expect((await orderOn(tablet))?.clashes[0]?.field).toBe('trashedOn');
});
