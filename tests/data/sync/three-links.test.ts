import { expect, test } from 'vitest';
import { editOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { orderOn, PATIENT, order, world } from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

const LINKS = ['https://a.example/1', 'https://b.example/2', 'https://c.example/3'];

test('X8: of three links that three devices wrote without a network none is gone without a word', async () => {
  const { device } = await world();
  let now = 1_000_000;
  const given = { clock: () => (now += 10) };
  const all = [
    await device('phone', given),
    await device('tablet', given),
    await device('desk', given),
  ];
  await all[0]?.records.create(order());
  for (const device of all) await device.connect();
  for (const device of all)
    await expect.poll(async () => (await orderOn(device))?.data.amount, PATIENT).toBe('25000.00');
  for (const device of all) await device.disconnect();
  for (const [at, device] of all.entries()) {
    const written = await device.records.change(
      'order-1',
      onKind('credit-order', (record) => editOrder(record, { inboxLink: LINKS[at] ?? '' })),
    );
    expect(written.ok).toBe(true);
  }
  for (const device of all) {
    await device.connect();
    await expect.poll(() => device.sync.waiting(9), PATIENT).toBe(0);
  }
  const told = async (): Promise<string[][]> =>
    Promise.all(
      all.map(async (device) => {
        const text = JSON.stringify(await orderOn(device));
        return LINKS.filter((link) => text.includes(link));
      }),
    );
  // Settled: all three say the same.
  await expect
    .poll(async () => new Set((await told()).map((lines) => lines.join())).size, PATIENT)
    .toBe(1);
  await expect.poll(told, { timeout: 60_000 }).toEqual([LINKS, LINKS, LINKS]);
});
