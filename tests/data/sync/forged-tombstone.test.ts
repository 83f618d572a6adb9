import { expect, test } from 'vitest';
import { sealing } from '#data/sync/sealing.ts';
import { begin, keysOnServer, rotated } from './keyed-devices.ts';
import { amountOn, onServer, order, PATIENT } from './world.ts';

test('X9: a deletion that the old key sealed after the change is believed by nobody, not even by a device that has not met its record', async () => {
  const { server, phone, tablet, k1, k2, of } = await rotated();
  await of.changed.inStep(of.sync);
  const tabletHas = await begin(tablet, k2, [k1]);
  await expect.poll(tabletHas.state, PATIENT).toBe('in-step');
  await tabletHas.changed.inStep(tabletHas.sync);
  await expect.poll(() => of.sync.waiting(9), PATIENT).toBe(0);
  // The tablet is away while the phone makes an order, and so has not met it.
  await tablet.disconnect();
  await phone.records.create(order('order-4'));
  await expect.poll(async () => (await keysOnServer(server, ['order-4']))[0], PATIENT).toBe('k2');
  // Whoever holds the lost key, and can write there, deletes it under that key.
  const [row] = await onServer(server, ['order-4']);
  const copy = {
    ...((await phone.records.get('order-4')) as object),
    updatedAt: 9_000_000,
    _deleted: true,
  };
  const forged = { ...(await sealing(k1, []).pack(copy as never)), _rev: row?.value?.rev };
  await server.ask('POST', '/w/_bulk_docs', { docs: [forged] });
  await expect.poll(() => [...of.sync.unreadable], PATIENT).toEqual(['order-4']);
  expect(await amountOn(phone, 'order-4')).toBe('25000.00');
  // The tablet comes back, and compares all, as each device does once a week.
  const back = await begin(tablet, k2, [k1]);
  await expect.poll(back.state, PATIENT).toBe('in-step');
  back.sync.compareAll();
  await expect.poll(() => tablet.store.get('epoch'), PATIENT).toBe(2);
  await expect.poll(back.state, PATIENT).toBe('in-step');
  await back.changed.inStep(back.sync);
  // Its seal on the server is the old one still, and what the phone has stays.
  expect(await keysOnServer(server, ['order-1'])).toEqual(['k2']);
  const { body } = await server.ask('GET', '/w/_changes?include_docs=true');
  const { results } = body as { results: { id: string; doc: { key?: string } }[] };
  expect(results.find(({ id }) => id === 'order-4')?.doc.key).toBe('k1');
  expect(await amountOn(phone, 'order-4')).toBe('25000.00');
});
