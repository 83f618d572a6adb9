import { expect, test } from 'vitest';
import { mergeBackup } from '#data/backup/restore-backup.ts';
import { storedOf } from '#data/backup/stored-records.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { toTrash } from '#core/record/trash.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import { codeWith } from '#tests/factories/credit.ts';
import type { Device } from './devices.ts';
import { pairInStep, PATIENT } from './world.ts';

test('X10: a code that was deleted elsewhere by itself since the file was made is asked about, too', async () => {
  const { device, phone, tablet } = await pairInStep();
  const code = codeWith();
  const codeOn = (device: Device) => device.records.get(code.id);
  await phone.records.create(code);
  await expect.poll(async () => (await codeOn(tablet))?.id, PATIENT).toBe(code.id);
  const here = await storedOf(tablet.collection, ['order-1', code.id].sort());
  const file = (await backupOf(batchesOf([...here.values()]))).opened;
  const { records, collection } = phone;
  await records.change(code.id, toTrash);
  expect(await deleteForGood({ records, collection, mayWrite: () => true }, code.id)).toMatchObject(
    { ok: true },
  );
  await expect.poll(() => codeOn(tablet), PATIENT).toBeUndefined();
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  const fresh = await device('fresh');
  await mergeBackup(file, fresh.collection, undefined, { store: fresh.store });
  await fresh.connect();
  await expect.poll(async () => fresh.sync.waiting(9), PATIENT).toBe(0);
  // What is made on it later comes after all that it brought.
  await fresh.records.create({ ...code, id: 'code-after' } as never);
  await expect
    .poll(async () => (await tablet.records.get('code-after'))?.id, PATIENT)
    .toBe('code-after');
  // Either it stays deleted, or someone is asked, on the code or on its order.
  const isAsked = async (): Promise<boolean> => {
    const all = [await codeOn(tablet), await tablet.records.get('order-1')];
    return all[0] === undefined || all.some((record) => (record?.clashes.length ?? 0) > 0);
  };
  expect(await isAsked()).toBe(true);
});
