import { expect, test } from 'vitest';
import { isOlderRecord } from '#core/record/older-record.ts';
import { isRecord } from '#core/record/record-form.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { dryRunOf, mergeBackup } from '#data/backup/restore-backup.ts';
import { storedOf } from '#data/backup/stored-records.ts';
import { stored } from '#data/records/envelope.ts';
import type { Copy } from '#data/merge/copy.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { backupOf, batchesOf } from '#tests/factories/backup-files.ts';
import { doingOn } from '#tests/factories/doing.ts';
import type { Device } from './devices.ts';
import { examples } from '#tests/factories/examples.ts';
import { inStep, order, PATIENT, revisionOf, world } from './world.ts';

/**
 * An order as an older version took it, whose forms knew every year of four figures: half typed,
 * its day is this one.
 */
const ofDay = (day: string): VolymRecord =>
  JSON.parse(
    JSON.stringify(stored(order(), undefined, doingOn())).replaceAll('2026-09-01', day),
  ) as VolymRecord;
const OLD = ofDay('0202-09-01');

const asStored = async ({ collection }: Device) =>
  (await storedOf(collection, ['order-1'])).get('order-1') as Copy;

const deviceWith = async (record: object) => {
  const { device } = await world();
  const phone = await device('phone');
  // Written without the checks, as such a record was stored then.
  await phone.collection.insert(record as VolymRecord);
  return phone;
};

const JUNK = [
  {},
  { history: [null] },
  { updatedAt: 'x' },
  { data: [1] },
  { steps: null, clashes: {} },
];

test.each(JUNK)(
  'X12: an order whose day an older version took goes to the trash and comes back, and all that it says stays (%j)',
  async (junk) => {
    const phone = await deviceWith(OLD);
    const [previous] = await phone.collection.storageInstance.findDocumentsById(['order-1'], true);
    const row = { previous, document: { ...previous, ...junk } };
    expect(
      (await phone.collection.storageInstance.bulkWrite([row as never], 'by hand')).error,
    ).toEqual([]);
    const before = await asStored(phone);
    expect(conditionOf((await phone.records.get('order-1'))!)).toBe('unreadable');
    expect((await phone.records.layAway('order-1', '2026-11-20')).ok).toBe(true);
    expect((await phone.records.find({ trashed: 'only' })).map(({ id }) => id)).toEqual([
      'order-1',
    ]);
    expect((await phone.records.layAway('order-1', '')).ok).toBe(true);
    expect((await phone.records.find({})).map(({ id }) => id)).toEqual(['order-1']);
    const { updatedAt, updatedBy, newestFirst, history, ...rest } = await asStored(phone);
    expect({ ...before, ...rest }).toEqual(before);
    expect([updatedBy, newestFirst + updatedAt]).toEqual([
      'phone',
      OLD.newestFirst + OLD.updatedAt,
    ]);
    const told = history.slice(OLD.history.length).map((change) => [change?.from, change?.to]);
    const both = [
      ['', '2026-11-20'],
      ['2026-11-20', ''],
    ];
    expect('history' in junk ? history : told).toEqual('history' in junk ? junk.history : both);
  },
);

test('X10: a backup has an order whose day an older version took, and brings it back as it is', async () => {
  const phone = await deviceWith(OLD);
  const { opened } = await backupOf(batchesOf([await asStored(phone)]));
  const tablet = await (await world()).device('tablet');
  expect(await dryRunOf(opened, tablet.collection)).toMatchObject({ fresh: 1, leftOut: 0 });
  await mergeBackup(opened, tablet.collection, undefined);
  expect(await asStored(tablet)).toEqual(await asStored(phone));
  expect(conditionOf((await tablet.records.get('order-1'))!)).toBe('unreadable');
  // It changes nothing, neither where it is stored nor where it can be read.
  expect(await dryRunOf(opened, phone.collection)).toMatchObject({ same: 1, leftOut: 0 });
  const readable = ofDay('2026-09-01');
  const desk = await deviceWith(readable);
  await mergeBackup(opened, desk.collection, undefined);
  expect((await asStored(desk)).steps).toEqual(readable.steps);
});

test('X9: such an order comes to no other device, and a file is no way for a day that no older version took', async () => {
  const { server, codec, device } = await world();
  const tablet = await device('tablet');
  await server.ask('PUT', '/w');
  await server.ask('POST', '/w/_bulk_docs', { docs: [await codec.pack(OLD as never)] });
  await tablet.connect();
  await expect.poll(() => [...tablet.sync.unreadable], PATIENT).toEqual(['order-1']);
  expect(await tablet.records.get('order-1')).toBeUndefined();
  const never = ['0000-00-00', '2026-02-30', '+275760-09-14', 'x'].map(ofDay);
  const deep = {
    ...OLD,
    data: { ...OLD.data, more: JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown },
  };
  const none = [...never, deep, { ...OLD, trashedOn: '0202-09-01' }, { ...OLD, clashes: [null] }];
  expect(none.map(isOlderRecord)).toEqual(none.map(() => false));
  expect([isOlderRecord(OLD), isRecord(OLD)]).toEqual([true, false]);
  const { opened } = await backupOf(batchesOf(none as Copy[]));
  expect(await dryRunOf(opened, tablet.collection)).toMatchObject({ leftOut: none.length });
  await mergeBackup(opened, tablet.collection, undefined);
  expect(await tablet.collection.find().exec()).toEqual([]);
});

test('X12: put in the trash in place, it stays there through the sync, and who cannot read it loses nothing', async () => {
  const { server, codec, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  await phone.collection.insert(OLD);
  await server.ask('PUT', '/w');
  await server.ask('POST', '/w/_bulk_docs', { docs: [await codec.pack(OLD as never)] });
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => [...tablet.sync.unreadable], PATIENT).toEqual(['order-1']);
  const there = await revisionOf(server);
  expect((await phone.records.layAway('order-1', '2026-11-20')).ok).toBe(true);
  // All else goes on past it, in both directions.
  await phone.records.create(order('order-2'));
  await expect.poll(() => tablet.records.get('order-2'), PATIENT).toBeDefined();
  await tablet.records.create(order('order-3'));
  await expect.poll(() => phone.records.get('order-3'), PATIENT).toBeDefined();
  const laid = await asStored(phone);
  expect(laid).toMatchObject({ trashedOn: '2026-11-20', steps: OLD.steps, data: OLD.data });
  // What the server has stays, too: nothing is written over what this device cannot read there.
  expect(await revisionOf(server)).toBe(there);
  expect(await tablet.records.get('order-1')).toBeUndefined();
});

test('X12: its day is corrected in place, and on each device once that is written over what the server has', async () => {
  const { server, codec, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  await phone.records.create(examples.keyring);
  for (const device of [phone, tablet]) await device.collection.insert(OLD);
  await server.ask('PUT', '/w');
  await server.ask('POST', '/w/_bulk_docs', { docs: [await codec.pack(OLD as never)] });
  await Promise.all([phone.connect(), tablet.connect()]);
  for (const device of [phone, tablet])
    await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual(['order-1']);
  expect(await phone.records.oddDays('order-1')).toEqual(['0202-09-01']);
  const correct = (day: string) =>
    phone.records.correctDays('order-1', new Map([['0202-09-01', day]]));
  for (const none of ['', '0203-09-01', '2026-02-30'])
    expect(await correct(none)).toMatchObject({ ok: false });
  expect(await asStored(phone)).toMatchObject({ steps: OLD.steps, data: OLD.data });
  expect((await correct('2026-09-01')).ok).toBe(true);
  expect(await phone.records.oddDays('order-1')).toEqual([]);
  await inStep(phone);
  expect((await phone.sync.writeOver(() => undefined)).ok).toBe(true);
  const right = ofDay('2026-09-01');
  for (const device of [phone, tablet]) {
    const now = async () => (await device.records.get('order-1'))!;
    await expect.poll(async () => conditionOf(await now()), PATIENT).toBe('fine');
    expect(await now()).toMatchObject({ data: right.data, steps: right.steps, dueOn: right.dueOn });
  }
  // From then on the trash reaches everybody.
  expect(
    (
      await phone.records.change('order-1', (record) => ({
        ok: true,
        value: { ...record, trashedOn: '2026-11-20' },
      }))
    ).ok,
  ).toBe(true);
  await expect
    .poll(async () => (await tablet.records.get('order-1'))?.trashedOn, PATIENT)
    .toBe('2026-11-20');
});

test.each([
  { data: { ...OLD.data, amount: 'NaN' } },
  { history: [null] },
  { steps: [{ ...OLD.steps[0], at: 'x' }] },
])(
  'X12: what has more wrong with it than a year is not said to have a wrong day (%j)',
  async (junk) => {
    const phone = await deviceWith({ ...OLD, ...junk });
    expect(await phone.records.oddDays('order-1')).toEqual([]);
  },
);
