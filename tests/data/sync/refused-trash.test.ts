import { expect, test } from 'vitest';
import { toTrash } from '#core/record/trash.ts';
import type { Network } from './devices.ts';
import { docsIn, openLine, order, orderOn, pairInStep, PATIENT, setAmount } from './world.ts';

const forbidding: Network = async (request, answer) => {
  const docs = await docsIn(request);
  if (!docs.some(({ _id }) => _id === 'order-1')) return answer();
  return Response.json(
    docs.map(({ _id: id }) => ({ id, error: 'forbidden', reason: 'not this one' })),
    { status: 201 },
  );
};

test('X12: a record whose change the server refuses can be thrown away: it stays in the trash, and nobody is asked', async () => {
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  line.obey(forbidding);
  await setAmount(phone, '666.00');
  await expect.poll(() => phone.sync.aside.get('order-1')?.reason, PATIENT).toBe('forbidden');
  expect((await phone.records.change('order-1', toTrash)).ok).toBe(true);
  line.obey();
  await phone.records.create(order('order-2'));
  await expect.poll(async () => (await orderOn(tablet, 'order-2'))?.id, PATIENT).toBe('order-2');
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  for (const device of [phone, tablet]) {
    const found = await orderOn(device);
    expect([found?.trashedOn, found?.clashes.length]).toEqual(['2026-11-20', 0]);
  }
});
