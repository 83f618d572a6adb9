import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { importState, type ImportRun } from '#core/import/import-run.ts';
import { dryRunOf, mergeBackup } from '#data/backup/restore-backup.ts';
import { contentOf } from '#data/merge/copy.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import { openSheetHere } from '#tests/factories/sheet-here.ts';
import { importsIn } from '#tests/factories/undone-imports.ts';
import { openVaultHere } from '#tests/factories/vault-here.ts';
import type { Device } from '../sync/devices.ts';
import { world } from '../sync/world.ts';

const ROWS = ['FAKE1111AAAA', 'FAKE2222BBBB'].map(
  (code) => `W1,2026-10-30,2026-11-02,100.00,SEK,${code},`,
);

const all = async ({ collection }: Device) =>
  (await collection.find().exec())
    .map((document) => contentOf(document.toMutableJSON()))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** A device with an import, and a backup of then. */
const imported = async () => {
  const { device } = await world();
  const phone = await device('phone');
  const hands = importsIn({ records: phone.records, vault: await openVaultHere() }, openSheetHere);
  const run = await hands.bring('a.csv', ...ROWS);
  const [bought] = (await hands.live('credit-order')) as CreditOrder[];
  const file = (await backupOf(batchesOf(await all(phone)))).opened;
  return { phone, hands, run, bought: bought!.id, file };
};

const stateOf = async ({ records }: Device, run: string) =>
  importState((await records.get(run)) as ImportRun);

test('X10: an import that was undone since stays undone in the trash, whatever an older file says', async () => {
  const { phone, hands, run, file } = await imported();
  await hands.undo(run);
  const before = await all(phone);
  expect(await dryRunOf(file, phone.collection)).toMatchObject({
    fresh: 0,
    deleted: 0,
    merged: 0,
    asked: 0,
  });
  await mergeBackup(file, phone.collection, undefined, { bringsBack: true });
  expect(await all(phone)).toEqual(before);
});

test('X10: what an undone import had made and the trash has deleted since stays deleted, unless it is brought back', async () => {
  const { phone, hands, run, bought, file } = await imported();
  await hands.undo(run);
  await deleteForGood(
    { records: phone.records, collection: phone.collection, mayWrite: () => true },
    bought,
  );
  const before = await all(phone);
  // The order and its two codes; the import's own record says that it is undone.
  expect(await dryRunOf(file, phone.collection)).toMatchObject({
    fresh: 0,
    deleted: 3,
    merged: 0,
    asked: 0,
  });
  await mergeBackup(file, phone.collection, undefined);
  expect(await all(phone)).toEqual(before);
  await mergeBackup(file, phone.collection, undefined, { bringsBack: true });
  expect((await hands.order(bought)).trashedOn).toBe('');
  expect(await hands.live('redemption-code')).toHaveLength(2);
  expect(await stateOf(phone, run)).toBe('undone');
  // Imported again, the same sheet finds it all here.
  const again = await hands.bring('a.csv', ...ROWS);
  expect(((await phone.records.get(again)) as ImportRun).data.counts).toMatchObject({ new: 0 });
});
