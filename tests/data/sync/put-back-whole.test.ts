import { expect, test } from 'vitest';
import type { Change, VolymRecord } from '#core/record/record.ts';
import { conditionOf } from '#data/records/read-record.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  inStep,
  onServer,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
} from './world.ts';

const conditionOn = async (device: Device) =>
  conditionOf((await orderOn(device)) ?? expect.unreachable());

/**
 * Both hold an order with one change, which a member then calls a newer version's, with this in it.
 */
const closedWith = async (change: (own: VolymRecord) => Partial<VolymRecord>) => {
  const { server, codec, phone, tablet } = await pairInStep();
  const both = [phone, tablet];
  await setAmount(phone, '11.00');
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('11.00');
  for (const device of both) await inStep(device);
  const own = (await orderOn(phone)) as VolymRecord;
  const newer = {
    ...own,
    data: { ...own.data, v: 99 },
    updatedAt: own.updatedAt + 900,
    updatedBy: 'm',
  };
  const sealed = await codec.pack({ ...newer, ...change(own) });
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...sealed, _rev: await revisionOf(server) }],
  });
  for (const device of both)
    await expect.poll(() => conditionOn(device), PATIENT).toBe('newer-version');
  for (const device of both) await inStep(device);
  const there = async () =>
    codec.unpack((await onServer(server, ['order-1']))[0]?.doc ?? expect.unreachable());
  return { phone, tablet, both, own, there };
};

const flooded = ({ updatedAt }: VolymRecord): Change[] =>
  Array.from({ length: 200 }, (_, n) => ({
    id: `made-up-${n}`,
    at: updatedAt + 600 + n,
    by: 'm',
    field: 'note',
    from: '',
    to: 'x',
  }));

test('X9: a step that a member rewrote in a state called newer, with a full history, is put back for good', async () => {
  const { phone, both, own, there } = await closedWith((record) => ({
    steps: record.steps.map((step) => ({ ...step, note: 'rewritten' })),
    history: flooded(record),
  }));
  expect((await phone.records.putBack('order-1')).ok).toBe(true);
  for (const device of both) await expect.poll(() => conditionOn(device), PATIENT).toBe('fine');
  for (const device of both) await inStep(device);
  for (const record of [
    ...(await Promise.all(both.map((device) => orderOn(device)))),
    await there(),
  ]) {
    expect(record?.steps).toEqual(own.steps);
    expect(record?.history).toEqual(expect.arrayContaining([...own.history]));
  }
});

test('X9: what somebody writes very often after a put-back, before another device hears of it, stays', async () => {
  const { phone, tablet, both, own, there } = await closedWith(() => ({}));
  await phone.disconnect();
  expect((await phone.records.putBack('order-1')).ok).toBe(true);
  for (let amount = 1; amount <= 120; amount += 1)
    expect((await setAmount(phone, `${amount}.00`)).ok).toBe(true);
  const written = (await orderOn(phone)) as VolymRecord;
  await phone.connect();
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('120.00');
  const historyOf = (record: VolymRecord | undefined) => record?.history.map(({ id }) => id);
  for (const device of both)
    await expect
      .poll(async () => historyOf(await orderOn(device)), PATIENT)
      .toEqual(historyOf(written));
  for (const device of both) await inStep(device);
  for (const record of [await orderOn(phone), await orderOn(tablet), await there()]) {
    expect(record?.data).toEqual(written.data);
    expect([record?.steps, historyOf(record)]).toEqual([own.steps, historyOf(written)]);
  }
});
