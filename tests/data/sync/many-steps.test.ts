import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { MOST_STEPS, type Step } from '#core/record/step.ts';
import { parsed } from '#data/records/read-record.ts';
import { onKind } from '#data/records/on-kind.ts';
import { inStep, orderOn, pairInStep, PATIENT, revisionOf } from './world.ts';

test('X9: as many made-up steps as a record may have erase no real step, and both devices tell of it', async () => {
  const { server, codec, phone, tablet } = await pairInStep();
  await phone.records.change(
    'order-1',
    onKind('credit-order', (record, doing) =>
      recordStep(record as CreditOrder, { kind: 'validated', on: '2026-09-03' }, doing),
    ),
  );
  await inStep(phone);
  await expect.poll(async () => (await orderOn(tablet))?.steps.length, PATIENT).toBe(2);
  const own = (await orderOn(phone)) as VolymRecord;
  const steps: Step[] = Array.from({ length: MOST_STEPS }, (_, n) => ({
    id: `made-up-${n}`,
    kind: 'note',
    on: '2026-09-05',
    at: own.updatedAt + 10 + n,
    by: 'm',
  }));
  const flood: VolymRecord = { ...own, steps, updatedAt: own.updatedAt + 9000, updatedBy: 'm' };
  expect(parsed(flood)[1]).toBe('fine');
  const sealed = await codec.pack(flood);
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...sealed, _rev: await revisionOf(server) }],
  });
  for (const device of [phone, tablet]) {
    await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual(['order-1']);
    expect((await orderOn(device))?.steps).toEqual(expect.arrayContaining([...own.steps]));
  }
});
