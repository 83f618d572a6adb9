import { expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import { dryRunOf, mergeBackup } from '#data/backup/restore-backup.ts';
import type { Copy } from '#data/merge/copy.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import { damagedIn } from '#tests/factories/damage.ts';
import { orderOn, pairInStep, PATIENT } from '../sync/world.ts';

const fileWith = async (records: readonly object[]) =>
  (await backupOf(batchesOf(records as Copy[]))).opened;

const stored = async (phone: Awaited<ReturnType<typeof pairInStep>>['phone']): Promise<Copy> => {
  const [copy] = (await phone.collection.storageInstance.findDocumentsById(
    ['order-1'],
    true,
  )) as unknown as Copy[];
  const { updatedAt, ...rest } = copy as Copy;
  return Object.fromEntries(
    Object.entries({ ...rest, updatedAt }).filter(([part]) => !part.startsWith('_')),
  ) as unknown as Copy;
};

/** Writes a change as if the device had it already. */
const laid = async (
  { phone }: Pick<Awaited<ReturnType<typeof pairInStep>>, 'phone'>,
  change: object,
) => {
  const [previous] = await phone.collection.storageInstance.findDocumentsById(['order-1'], true);
  const { error } = await phone.collection.storageInstance.bulkWrite(
    [{ previous, document: { ...previous, ...change } } as never],
    'by hand',
  );
  expect(error).toEqual([]);
};

const NONE = [
  { steps: null },
  { newestFirst: 'x' },
  { parent: {} },
  { id: 'constructor' },
  { clashes: [null] },
];

test('X9: what in a file has not the form of a record is left out and counted, and the rest comes', async () => {
  const { phone } = await pairInStep();
  const good = await stored(phone);
  const damaged = NONE.map((change, at) => ({ ...good, id: `odd-${at}`, ...change }));
  const file = await fileWith([{ ...good, id: 'order-2' }, ...damaged, { ...good, id: 'order-3' }]);
  expect(await dryRunOf(file, phone.collection)).toMatchObject({ fresh: 2, leftOut: NONE.length });
  await mergeBackup(file, phone.collection, undefined);
  const ids = (await phone.collection.find().exec()).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(['order-1', 'order-2', 'order-3']);
});

test.each([
  { _deleted: true },
  { _deleted: 'x' },
  { _meta: null },
  { _rev: '9-x' },
  { _attachments: { a: null } },
])(
  'X9: what brings a mark of the store (%j) in a file is left out and counted: nothing is deleted by it',
  async (mark) => {
    const { phone, tablet } = await pairInStep();
    const good = await stored(phone);
    const later = { ...good, updatedAt: good.updatedAt + 9, ...mark };
    const file = await fileWith([later, { ...later, id: 'order-2' }, { ...good, id: 'order-3' }]);
    expect(await dryRunOf(file, phone.collection)).toMatchObject({
      fresh: 1,
      newerInFile: 0,
      leftOut: 2,
    });
    await mergeBackup(file, phone.collection, undefined);
    await expect.poll(async () => (await orderOn(tablet, 'order-3'))?.id, PATIENT).toBe('order-3');
    const all = await phone.collection.storageInstance.findDocumentsById(
      ['order-1', 'order-2', 'order-3'],
      true,
    );
    expect(all.map(({ id, _deleted }) => [id, _deleted])).toEqual([
      ['order-1', false],
      ['order-3', false],
    ]);
    expect((await orderOn(tablet))?.id).toBe('order-1');
  },
);

test('X9: what cannot be read in a file takes the place of nothing, whatever is damaged in it', async () => {
  const { phone } = await pairInStep();
  const good = await stored(phone);
  const all = damagedIn({ ...good, updatedAt: good.updatedAt + 9 } as VolymRecord);
  for (const { record, place } of all.filter((_, at) => at % 7 === 0)) {
    const file = await fileWith([record]);
    await dryRunOf(file, phone.collection);
    await mergeBackup(file, phone.collection, undefined);
    expect(conditionOf((await orderOn(phone)) as VolymRecord), place).toMatch(/fine|newer-version/);
  }
});

test.each([{ steps: null }, { clashes: [null] }, { history: {} }])(
  'X10: a malformed record on the device (%j) is replaced by the one in the file',
  async (change) => {
    const { phone } = await pairInStep();
    const good = await stored(phone);
    await laid({ phone }, change);
    const file = await fileWith([{ ...good, data: { ...good.data, amount: '13.00' } }]);
    expect(await dryRunOf(file, phone.collection)).toMatchObject({ leftOut: 0, merged: 1 });
    await mergeBackup(file, phone.collection, undefined);
    expect((await orderOn(phone))?.data.amount).toBe('13.00');
  },
);
