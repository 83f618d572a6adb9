import { expect, test } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import { examples } from '#tests/factories/examples.ts';
import { amountOn, inStep, order, PATIENT, revisionOf, world } from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

test('X9: a customer that calls itself a newer version, with junk where an anniversary is counted, stops no sync', async () => {
  const { server, codec, device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  const draft = examples['vip-customer'];
  const data = {
    ...draft.data,
    firstOrderOn: '2026-04-19',
    anniversary: '2027-04-19',
    anniversaryDay: 19,
  };
  await phone.records.create({ ...draft, data } as never);
  const changed = await phone.records.change(
    draft.id,
    onKind('vip-customer', (record) => ({
      ok: true,
      value: { ...record, data: { ...record.data, name: 'Linden' } },
    })),
  );
  expect(changed.ok).toBe(true);
  await phone.connect();
  await tablet.connect();
  await expect
    .poll(async () => (await tablet.records.get(draft.id))?.history.length, PATIENT)
    .toBe(1);
  const own = (await phone.records.get(draft.id)) as VolymRecord;
  const junk = { v: 99, firstOrderOn: 5, anniversary: 7, anniversaryDay: 1 };
  const newer = {
    ...own,
    data: junk,
    steps: [],
    history: [],
    updatedAt: own.updatedAt + 9,
  } as VolymRecord;
  const sealed = await codec.pack(newer);
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...sealed, _rev: await revisionOf(server, draft.id) }],
  });
  for (const device of [phone, tablet])
    await expect.poll(async () => (await device.records.get(draft.id))?.data.v, PATIENT).toBe(99);
  await phone.records.create(order());
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  await inStep(phone);
  expect((await tablet.records.get(draft.id))?.data).toMatchObject({ name: 'Linden' });
});
