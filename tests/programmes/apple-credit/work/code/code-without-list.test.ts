import { expect, test } from 'vitest';
import { newBatch } from '#programmes/apple-credit/rules/code/code-batch-commands.ts';
import { redeem, reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { answerQuestion } from '#workspace/rules/questions/answer-question.ts';
import { TRASHED_ON, toTrash } from '#core/record/trash.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { openListsOfCodes } from '#programmes/apple-credit/work/code/lists-of-codes.ts';
import { codeWith } from '#tests/factories/credit.ts';
import { isSame, type Copy } from '#data/merge/copy.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import { opened, order, PATIENT, world } from '#tests/data/sync/world.ts';
import { onKind } from '#data/records/on-kind.ts';

const ORDER = 'order-1';
const CODE = codeWith();
const storeOf = ({ records, collection }: Device) => ({
  records,
  collection,
  mayWrite: () => true,
});

const redeemOn = (device: Device, id = CODE.id) =>
  device.records.change(
    id,
    onKind('redemption-code', (code, doing) =>
      redeem(code, { account: 'sara@nordby.example', place: '', on: doing.today }, doing),
    ),
  );

const USES = [
  ['redeemed', (device: Device) => redeemOn(device)],
  [
    'looked at',
    (device: Device) =>
      device.records.change(
        CODE.id,
        onKind('redemption-code', (code, doing) => ok(reveal(code, 'redeem', doing))),
      ),
  ],
] as const;

/** What a device does about lists, as the app opens it with its sync. */
const listsOf = (device: Device, mayWrite = true) => {
  const lists = openListsOfCodes(device.collection, () => mayWrite);
  opened.unshift({ close: () => Promise.resolve(lists.stop()) });
  return lists;
};

/** Two devices that both have all of this. */
const pairWith = async (drafts: readonly Draft[]) => {
  const { device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  await phone.records.insert(drafts);
  await Promise.all([phone.connect(), tablet.connect()]);
  const count = async (): Promise<number> =>
    (await tablet.records.many(drafts.map(({ id }) => id))).size;
  await expect.poll(count, PATIENT).toBe(drafts.length);
  return { device, phone, tablet };
};

let marks = 0;

/** All is in step: what one writes now reaches the other after all else. */
const inStep = async (...devices: readonly Device[]): Promise<void> => {
  for (const from of devices) {
    await expect.poll(() => from.sync.waiting(999), PATIENT).toBe(0);
    const mark = `mark-${(marks += 1)}`;
    await from.records.create(order(mark));
    for (const to of devices)
      await expect.poll(async () => (await to.records.get(mark))?.id, PATIENT).toBe(mark);
  }
  for (const device of devices) await expect.poll(() => device.sync.waiting(999), PATIENT).toBe(0);
};

/** Someone deletes a list for good, with the codes that nobody has used as far as they know. */
const deleteList = async (device: Device, id: string): Promise<void> => {
  await device.records.change(id, toTrash);
  expect((await deleteForGood(storeOf(device), id)).ok).toBe(true);
};

const askedOn = async (device: Device, id = ORDER) => (await device.records.get(id))?.clashes;

/** Asked once whether the list stays: who deleted it, and who used a code in it. */
const BETWEEN = [
  expect.objectContaining({
    field: TRASHED_ON,
    answers: expect.arrayContaining([
      expect.objectContaining({ by: 'phone', value: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }),
      expect.objectContaining({ by: 'tablet', value: '' }),
    ]),
  }),
];

test.each(USES)(
  'X12: a code that was %s offline comes back with its list, which asks about it',
  async (_, use) => {
    const { phone, tablet } = await pairWith([order(), CODE]);
    const lists = listsOf(tablet);
    await tablet.disconnect();
    expect((await use(tablet)).ok).toBe(true);
    // Its list is deleted for good elsewhere, where nobody knows of that.
    await deleteList(phone, ORDER);
    await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
    await tablet.connect();
    await inStep(phone, tablet);
    expect(await lists.mend()).toEqual([ORDER]);
    await inStep(phone, tablet);
    for (const device of [phone, tablet]) {
      expect(await askedOn(device)).toEqual(BETWEEN);
      expect(await device.records.get(ORDER)).toMatchObject({
        kind: 'credit-order',
        trashedOn: '',
        data: { amount: '', orderNumber: '' },
      });
      expect(await askedOn(device, CODE.id)).toEqual([]);
      expect((await device.records.get(CODE.id))?.steps).toHaveLength(1);
    }
    // Nothing more is found, and nothing is asked twice.
    expect(await lists.mend()).toEqual([]);
  },
);

test('X12: an order whose codes are all redeemed says so when it is written again', async () => {
  const { phone, tablet } = await pairWith([order(), CODE]);
  await tablet.disconnect();
  await redeemOn(tablet);
  await deleteList(phone, ORDER);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await tablet.connect();
  await inStep(phone, tablet);
  await listsOf(phone).mend();
  expect((await phone.records.get(ORDER))?.steps).toMatchObject([
    { kind: 'redeemed', on: '2026-11-20' },
  ]);
});

test('X12: two devices that write a list again at once write the same, and ask once', async () => {
  const codes = [1, 2, 3].map((number) => codeWith([], number));
  const { device, phone, tablet } = await pairWith([order(), ...codes]);
  await tablet.disconnect();
  await redeemOn(tablet, codes[0]?.id);
  await deleteList(phone, ORDER);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await tablet.connect();
  await inStep(phone, tablet);
  await Promise.all([phone.disconnect(), tablet.disconnect()]);
  // One has the list that it deleted, the other what the server has of it.
  for (const device of [phone, tablet]) expect(await listsOf(device).mend()).toEqual([ORDER]);
  const [here, there] = await Promise.all([phone, tablet].map(({ records }) => records.get(ORDER)));
  expect(isSame(here as Copy, there as Copy)).toBe(true);
  const desk = await device('desk');
  await desk.connect();
  await expect
    .poll(async () => (await desk.records.get(codes[0]?.id ?? ''))?.steps.length, PATIENT)
    .toBe(1);
  await Promise.all([phone.connect(), tablet.connect()]);
  await inStep(phone, tablet, desk);
  for (const device of [phone, tablet, desk]) expect(await askedOn(device)).toEqual(BETWEEN);
});

test('X12: what two devices write again of different codes still asks once', async () => {
  const codes = [1, 2].map((number) => codeWith([], number));
  const { phone, tablet } = await pairWith([order(), ...codes]);
  await tablet.disconnect();
  for (const { id } of codes) await redeemOn(tablet, id);
  await deleteList(phone, ORDER);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await tablet.connect();
  await inStep(phone, tablet);
  await Promise.all([phone.disconnect(), tablet.disconnect()]);
  await listsOf(phone).mend();
  await tablet.records.change(
    codes[1]?.id ?? '',
    onKind('redemption-code', (code, doing) => ok(reveal(code, 'check', doing))),
  );
  await listsOf(tablet).mend();
  const [here, there] = await Promise.all([phone, tablet].map(({ records }) => records.get(ORDER)));
  expect(isSame(here as Copy, there as Copy)).toBe(false);
  await Promise.all([phone.connect(), tablet.connect()]);
  await inStep(phone, tablet);
  for (const device of [phone, tablet]) expect(await askedOn(device)).toEqual(BETWEEN);
});

test('X12: a list that came back by its own change asks its own question, and no second one', async () => {
  const { phone, tablet } = await pairWith([order(), CODE]);
  const lists = listsOf(tablet);
  await phone.records.change(ORDER, toTrash);
  await inStep(phone, tablet);
  await tablet.disconnect();
  await redeemOn(tablet);
  await tablet.records.change(
    ORDER,
    onKind('credit-order', (now) => editOrder(now, { reseller: 'Nordbutiken' })),
  );
  await deleteList(phone, ORDER);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await tablet.connect();
  await inStep(phone, tablet);
  expect(await lists.mend()).toEqual([]);
  expect(await listsOf(phone).mend()).toEqual([]);
  expect((await phone.records.get(ORDER))?.data).toMatchObject({
    reseller: 'Nordbutiken',
    orderNumber: '4500218837',
  });
  expect(await askedOn(phone)).toHaveLength(1);
});

test('X12: of 300 codes the 200 that were used come back, and one question asks for all of them', async () => {
  const codes = Array.from({ length: 300 }, (_, at) => ({
    ...codeWith([], at + 1, 'batch-1'),
    id: `code-${at}`,
  }));
  const batch = newBatch('batch-1', { name: 'Keynote', owner: '', buyer: '' });
  const { phone, tablet } = await pairWith([batch, ...codes]);
  await tablet.disconnect();
  const used = codes.slice(0, 200).map(({ id }) => id);
  await tablet.records.changeMany(used, (code, doing) => ok(reveal(code as never, 'check', doing)));
  await deleteList(phone, 'batch-1');
  await expect.poll(() => phone.sync.waiting(999), PATIENT).toBe(0);
  await tablet.connect();
  await inStep(phone, tablet);
  expect(await listsOf(tablet).mend()).toEqual(['batch-1']);
  await inStep(phone, tablet);
  for (const device of [phone, tablet]) {
    const left = await device.records.find({ parent: 'batch-1', kind: 'redemption-code' });
    expect(left.map(({ id }) => id).sort()).toEqual(used.toSorted());
    const asking = (await device.records.find({ order: 'due' })).filter(
      ({ clashes }) => clashes.length > 0,
    );
    expect(asking.map(({ id }) => id)).toEqual(['batch-1']);
  }
});

test('X12: a code that was put in elsewhere while its batch was deleted for good brings it back', async () => {
  const batch = newBatch('batch-1', { name: 'Keynote', owner: '', buyer: '' });
  const { phone, tablet } = await pairWith([batch]);
  const lists = listsOf(phone);
  // Nothing of that is there yet.
  expect(await lists.mend()).toEqual([]);
  await tablet.disconnect();
  await tablet.records.create(codeWith([], 1, 'batch-1'));
  await deleteList(phone, 'batch-1');
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await tablet.connect();
  await inStep(phone, tablet);
  expect(await lists.mend()).toEqual(['batch-1']);
  expect(await askedOn(phone, 'batch-1')).toEqual(BETWEEN);
});

test('X12: what was written again stays in the trash where someone puts it there, since its code was used', async () => {
  const { phone, tablet } = await pairWith([order(), CODE]);
  const lists = listsOf(phone);
  await tablet.disconnect();
  await redeemOn(tablet);
  await deleteList(phone, ORDER);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await tablet.connect();
  await inStep(phone, tablet);
  await lists.mend();
  await phone.records.change(ORDER, (list: VolymRecord, doing) => {
    const clash = list.clashes[0]?.id ?? '';
    const gone = list.clashes[0]?.answers.find(({ value }) => value !== '')?.value;
    return answerQuestion(list, { clash, value: gone, reason: '' }, doing);
  });
  await inStep(phone, tablet);
  expect(await lists.mend()).toEqual([]);
  for (const device of [phone, tablet]) {
    expect(await device.records.get(ORDER)).toMatchObject({ trashedOn: '2026-11-20', clashes: [] });
    expect(await deleteForGood(storeOf(device), ORDER)).toEqual({
      ok: false,
      problem: { code: 'has-log' },
    });
  }
});

test('X12: a device that only reads writes no list again, and does as soon as it may', async () => {
  const { phone, tablet } = await pairWith([order(), CODE]);
  let mayWrite = false;
  const lists = openListsOfCodes(phone.collection, () => mayWrite);
  opened.unshift({ close: () => Promise.resolve(lists.stop()) });
  await tablet.disconnect();
  await redeemOn(tablet);
  await deleteList(phone, ORDER);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await tablet.connect();
  await inStep(phone, tablet);
  expect(await lists.mend()).toEqual([]);
  mayWrite = true;
  expect(await lists.mend()).toEqual([ORDER]);
});

test('X12: codes of a list that nothing is known of here are left to a device that knows it', async () => {
  const { device } = await world();
  const phone = await device('phone');
  await phone.records.create(CODE);
  expect(await listsOf(phone).mend()).toEqual([]);
  expect(await phone.records.get(ORDER)).toBeUndefined();
});

test('X12: a user who deletes a list whose code came back in that moment is told that it changed, and it stays', async () => {
  const { device } = await world();
  const phone = await device('phone');
  await phone.records.insert([order(), CODE]);
  await phone.records.change(ORDER, toTrash);
  // Its code goes, and is there again before the list goes.
  const back = phone.collection.$.subscribe(({ operation, documentId }) => {
    if (operation === 'DELETE' && documentId === CODE.id) void phone.records.create(CODE);
  });
  expect(await deleteForGood(storeOf(phone), ORDER)).toEqual({
    ok: false,
    problem: { code: 'changed-since' },
  });
  back.unsubscribe();
  expect((await phone.records.get(ORDER))?.id).toBe(ORDER);
});
