import { expect, test } from 'vitest';
import type { CreditOrder } from '#domain/apple-credit/credit-order.ts';
import type { VolymRecord } from '#domain/record.ts';
import { MOST_STEPS, type Step } from '#domain/step.ts';
import { conditionOf } from '#data/read-record.ts';
import { orderOn, pairInStep, PATIENT, revisionOf, setAmount } from './world.ts';

const many: Step[] = Array.from({ length: MOST_STEPS }, (_, at) => ({
  ...{ id: `a-${at}`, kind: 'note', on: '2026-09-02', at: 10 + at, by: 'x' },
}));

test('X9: a waiting edit meets as many steps as a record may have: both devices can read what it becomes, and it is kept', async () => {
  const { server, codec, phone, tablet } = await pairInStep();
  await tablet.disconnect();
  const base = (await orderOn(phone)) as VolymRecord;
  await setAmount(tablet, '77.00');
  await tablet.records.change<CreditOrder['data']>('order-1', (record, doing) => {
    const step: Step = { id: doing.newId(), kind: 'note', on: '2026-09-05', at: doing.now, by: 'tablet' };
    return { ok: true, value: { ...record, steps: [...record.steps, step] } };
  });
  const full = { ...base, steps: [...base.steps, ...many].slice(0, MOST_STEPS), updatedAt: base.updatedAt + 1 };
  const sealed = await codec.pack(full);
  await server.ask('POST', '/w/_bulk_docs', { docs: [{ ...sealed, _rev: await revisionOf(server) }] });
  await expect.poll(async () => (await orderOn(phone))?.steps.length, PATIENT).toBe(MOST_STEPS);
  await tablet.connect();
  await expect.poll(async () => (await orderOn(phone))?.data.amount, PATIENT).toBe('77.00');
  for (const one of [phone, tablet]) {
    const here = (await orderOn(one)) as CreditOrder;
    expect([conditionOf(here), here.steps.length, here.data.amount]).toEqual(['fine', MOST_STEPS, '77.00']);
    expect(here.steps.some(({ by }) => by === 'tablet')).toBe(true);
    expect([...one.sync.unreadable]).toEqual([]);
  }
  expect((await setAmount(tablet, '78.00')).ok).toBe(true);
});
