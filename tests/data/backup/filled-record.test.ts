import { expect, test } from 'vitest';
import { MOST_STEPS } from '#core/record/step.ts';
import { dryRunOf, mergeBackup } from '#data/backup/restore-backup.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { orderOn, setAmount, world } from '../sync/world.ts';

const madeUp = Array.from({ length: MOST_STEPS }, (_, n) => ({
  id: `made-up-${n}`,
  kind: 'note',
  on: '2026-09-05',
  at: n,
  by: 'm',
}));

test('X9: a backup with as many made-up steps as a record may have makes none that nobody can read, and that is reported', async () => {
  const phone = await (await world()).device('phone');
  await phone.records.create(orderWith([['ordered', '2026-09-01']]));
  await setAmount(phone, '31.00');
  const here = (await orderOn(phone)) ?? expect.unreachable();
  const filled = { ...here, steps: madeUp, updatedAt: here.updatedAt + 9 };
  expect(conditionOf(filled)).toBe('fine');
  const { opened: file } = await backupOf(batchesOf([filled]));
  expect(await dryRunOf(file, phone.collection)).toMatchObject({
    merged: 0,
    noRoom: 1,
    newerInFile: 1,
  });
  await mergeBackup(file, phone.collection, undefined);
  expect(await orderOn(phone)).toEqual(here);
});
