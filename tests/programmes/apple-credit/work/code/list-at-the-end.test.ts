import { expect, test } from 'vitest';
import { LAST_MOMENT } from '#core/day/moment.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { openListsOfCodes } from '#programmes/apple-credit/work/code/lists-of-codes.ts';
import { codeWith } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { inStep, opened, order, PATIENT, setReseller, world } from '#tests/data/sync/world.ts';

/**
 * A code under an order that is deleted for good, as a member seals it who dates it at the last
 * moment that is taken.
 */
const atTheEnd = (): VolymRecord =>
  stored(codeWith([], 2), undefined, { ...doingOn(), now: LAST_MOMENT, by: 'member' });

test('X9: a list is written again for its codes, in form, also when one of them is dated at the last moment there is', async () => {
  const { server, codec, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  await phone.records.create(order());
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => tablet.records.get('order-1'), PATIENT).toBeDefined();
  await tablet.disconnect();
  await (await phone.collection.findOne('order-1').exec())?.remove();
  await inStep(phone);
  await tablet.records.create(codeWith());
  const dated = atTheEnd();
  await server.ask('POST', '/w/_bulk_docs', { docs: [await codec.pack(dated)] });
  await tablet.connect();
  await expect
    .poll(async () => (await phone.records.many([codeWith().id, dated.id])).size, PATIENT)
    .toBe(2);
  const lists = openListsOfCodes(phone.collection, () => true);
  opened.unshift({ close: () => Promise.resolve(lists.stop()) });
  expect(await lists.mend()).toEqual(['order-1']);
  for (const device of [phone, tablet]) {
    await expect
      .poll(async () => (await device.records.get('order-1'))?.clashes.length, PATIENT)
      .toBe(1);
    expect(conditionOf((await device.records.get('order-1'))!)).toBe('fine');
    expect([...device.sync.unreadable]).toEqual([]);
  }
  // It is an order like any other: what somebody writes of it reaches everybody.
  expect((await setReseller(tablet, 'Nordbutiken')).ok).toBe(true);
  await expect
    .poll(async () => (await phone.records.get('order-1'))?.data, PATIENT)
    .toMatchObject({ reseller: 'Nordbutiken' });
});

test('X9: a list that somebody of a name of 39,999 letters deleted is written again without a question that nobody could read', async () => {
  const { device } = await world();
  const phone = await device('phone');
  await phone.records.create(order());
  const found = (await phone.collection.findOne('order-1').exec()) ?? expect.unreachable();
  // As an older version took it in.
  const long = await found.incrementalModify((now) => ({ ...now, updatedBy: 'm'.repeat(39_999) }));
  await long.remove();
  await phone.records.create(codeWith());
  const lists = openListsOfCodes(phone.collection, () => true);
  opened.unshift({ close: () => Promise.resolve(lists.stop()) });
  expect(await lists.mend()).toEqual(['order-1']);
  const again = (await phone.records.get('order-1')) ?? expect.unreachable();
  expect([conditionOf(again), again.clashes]).toEqual(['fine', []]);
  expect((await setReseller(phone, 'Nordbutiken')).ok).toBe(true);
});
