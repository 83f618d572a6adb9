import { expect, test } from 'vitest';
import type { SyncState } from '#data/sync/status.ts';
import type { Device } from './devices.ts';
import { gate, isPoll, openLine, order, PATIENT, world } from './world.ts';

const FIFTY = Array.from({ length: 50 }, (_, at) => `order-${at}`);

/** Keeps what a pull gives back before it is written, from the page that has this record on. */
const holdWrite = ({ collection: { storageInstance } }: Device, id: string) => {
  const held = gate();
  const write = storageInstance.bulkWrite.bind(storageInstance);
  storageInstance.bulkWrite = async (rows, context) => {
    if (
      context.startsWith('replication-downstream') &&
      rows.some(({ document }) => document.id === id)
    )
      await held.pass();
    return write(rows, context);
  };
  return held;
};

const countOn = async (device: Device): Promise<number> =>
  (await device.records.find({ kind: 'credit-order' })).length;

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('X8: a device is in step once all that came is written, not when it came', async () => {
  const { device } = await world();
  const line = openLine();
  const [phone, tablet] = [await device('phone', line.network), await device('tablet')];
  await tablet.records.insert([...FIFTY, 'last'].map((id) => order(id)));
  await tablet.connect();
  await expect.poll(() => tablet.sync.waiting(99), PATIENT).toBe(0);
  // Whoever waits for news has pulled all.
  const polled = gate();
  line.obey(async (request, answer) => {
    if (isPoll(request)) await polled.pass();
    return answer();
  });
  const held = holdWrite(phone, 'last');
  const states: SyncState[] = [];
  const { status$ } = await phone.connect();
  status$.subscribe(({ state }) => states.push(state));
  await Promise.all([held.reached, polled.reached]);
  await turns();
  expect(await countOn(phone)).toBeLessThan(51);
  expect(states).not.toContain('in-step');
  held.open();
  await expect.poll(() => states.at(-1), PATIENT).toBe('in-step');
  expect(await countOn(phone)).toBe(51);
});
