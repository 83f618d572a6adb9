import { expect, test } from 'vitest';
import { LARGEST_BODY } from '#server/couch/request.ts';
import type { Network } from './devices.ts';
import { amountOn, isBulk, order, PATIENT, setAmount, world } from './world.ts';

/**
 * A server that is through with a body before it has come, and closes the line: to who sends it
 * nothing is there any more.
 */
const closesOver =
  (most: number, sent: number[]): Network =>
  async (request, answer) => {
    if (!isBulk(request)) return answer();
    const size = (await request.clone().arrayBuffer()).byteLength;
    sent.push(size);
    if (size > most) throw new TypeError('Failed to fetch');
    return answer();
  };

test('X8: a record that no server takes is reported as too large, and keeps nothing else from the server', async () => {
  const { device } = await world();
  const sent: number[] = [];
  const network = closesOver(LARGEST_BODY, sent);
  const [phone, tablet] = [await device('phone', { network }), await device('tablet')];
  const large = {
    ...order('large'),
    data: { ...order().data, institution: 'x'.repeat(26_000_000) },
  };
  await phone.records.insert(Array.from({ length: 20 }, (_, at) => order(`order-${at}`)));
  // As an older version took it: no form of this one does.
  await phone.collection.insert(large);
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => phone.sync.aside.get('large')?.reason, PATIENT).toBe('too_large');
  await expect
    .poll(async () => (await tablet.records.find({ kind: 'credit-order' })).length, PATIENT)
    .toBe(20);
  await setAmount(phone, '12.00', 'order-1');
  await expect.poll(() => amountOn(tablet, 'order-1'), PATIENT).toBe('12.00');
  expect(Math.max(...sent)).toBeLessThanOrEqual(LARGEST_BODY);
});
