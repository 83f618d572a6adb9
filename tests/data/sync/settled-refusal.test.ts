import { expect, test } from 'vitest';
import { sealing, type Codec } from '#data/sync/sealing.ts';
import { sharedKey, type Device } from './devices.ts';
import {
  amountOn,
  gate,
  isBulk,
  isChanges,
  openLine,
  order,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

/** Opens when what a server refused is given to RxDB once more. */
const sentAgain = ({ collection }: Device) => {
  const again = gate();
  const { storageInstance } = collection;
  const write = storageInstance.bulkWrite.bind(storageInstance);
  storageInstance.bulkWrite = async (rows, context) => {
    const written = await write(rows, context);
    if (context === 'refused-sent-again') again.open();
    return written;
  };
  return again;
};

test('X8: what met something unreadable, and was deleted here since, is no longer set aside once that can be read', async () => {
  const { server, codec, device } = await world();
  const put = async (by: Codec) =>
    server.ask('POST', '/w/_bulk_docs', {
      docs: [{ ...(await by.pack(order())), _rev: await revisionOf(server) }],
    });
  await put(sealing({ ...(await sharedKey()), id: 'k2' }, []));
  const line = openLine();
  const tablet = await device('tablet', {
    network: line.network,
    times: { lookEveryMs: 3_600_000 },
  });
  await tablet.records.create(order());
  await setAmount(tablet, '33000.00');
  await tablet.connect();
  await expect.poll(() => tablet.sync.aside.get('order-1')?.reason, PATIENT).toBe('not-authentic');
  await tablet.disconnect();
  await tablet.collection.bulkRemove(['order-1']);
  await tablet.records.create(order('order-2'));
  await put(codec);
  const [asking, again] = [gate(), sentAgain(tablet)];
  line.obey(async (request, answer) => {
    if (isChanges(request)) await asking.pass();
    // The push that met it is under way when it is given to RxDB once more.
    if (isBulk(request)) await again.pass();
    return answer();
  });
  await tablet.connect();
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  asking.open();
  await expect.poll(() => tablet.sync.aside.size, PATIENT).toBe(0);
  await expect.poll(() => tablet.kept.get('aside'), PATIENT).toBe('[]');
});
