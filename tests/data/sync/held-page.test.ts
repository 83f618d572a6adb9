import { expect, test } from 'vitest';
import type { Network } from './devices.ts';
import {
  amountOn,
  gate,
  isBulk,
  isChanges,
  isDown,
  isPoll,
  openLine,
  order,
  PATIENT,
  setAmount,
  world,
} from './world.ts';

const [NOTHING_YET, ITS_OWN, THEIRS] = ['25000.00', '12.00', '13.00'];

/**
 * The phone writes an order, and the server's answer is on its way; the tablet writes over that, and makes another order. The
 * phone reads a page a record, and each stops where a test says.
 */
const crossing = async () => {
  const { device } = await world();
  const line = openLine();
  const phone = await device('phone', { network: line.network, times: { batch: 1 } });
  const tablet = await device('tablet');
  await phone.records.create(order());
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => amountOn(tablet), PATIENT).toBe(NOTHING_YET);
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  await phone.disconnect();

  const [asking, taken, lastPage] = [gate(), gate(), gate()];
  let pages = 0;
  const crossed: Network = async (request, answer) => {
    if (isPoll(request)) return isDown(request, answer);
    if (isChanges(request)) {
      await asking.pass();
      pages += 1;
      if (pages > 1) await lastPage.pass();
      return answer();
    }
    const answered = await answer();
    if (isBulk(request)) await taken.pass();
    return answered;
  };
  line.obey(crossed);
  await phone.connect();
  await asking.reached;
  await setAmount(phone, ITS_OWN);
  await taken.reached;
  await expect.poll(() => amountOn(tablet), PATIENT).toBe(ITS_OWN);
  await setAmount(tablet, THEIRS);
  await tablet.records.create(order('order-2'));
  await expect.poll(() => tablet.sync.waiting(9), PATIENT).toBe(0);
  return { line, phone, tablet, asking, taken, lastPage };
};

test('X8: what others wrote over a change comes also where its answer arrives while the page that says so is looked at', async () => {
  const { phone, asking, taken, lastPage } = await crossing();
  asking.open();
  await lastPage.reached;
  taken.open();
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  lastPage.open();
  await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe(NOTHING_YET);
  await expect.poll(() => amountOn(phone), PATIENT).toBe(THEIRS);
});

/** The phone has passed what the tablet wrote, and its own write is through; no network lets it be read anew. */
const passed = async () => {
  const { line, phone, asking, taken, lastPage } = await crossing();
  asking.open();
  lastPage.open();
  await expect.poll(() => amountOn(phone, 'order-2'), PATIENT).toBe(NOTHING_YET);
  line.obey((request, answer) => (isBulk(request) ? answer() : isDown(request, answer)));
  taken.open();
  await expect.poll(() => phone.sync.waiting(9), PATIENT).toBe(0);
  expect(await amountOn(phone)).toBe(ITS_OWN);
  return { line, phone };
};

test('X8: and where the app is gone before it is read anew', async () => {
  const { line, phone } = await passed();
  await phone.kill();
  line.obey();
  await phone.connect();
  await expect.poll(() => amountOn(phone), PATIENT).toBe(THEIRS);
  await expect.poll(() => phone.kept.has('give-again'), PATIENT).toBe(false);
});

test('X8: and where it is gone before what was read anew is written', async () => {
  const { line, phone } = await passed();
  const { storageInstance } = phone.collection;
  const write = storageInstance.bulkWrite.bind(storageInstance);
  const gone = Promise.withResolvers<void>();
  storageInstance.bulkWrite = (rows, context) => {
    if (!context.startsWith('replication-downstream')) return write(rows, context);
    gone.resolve(phone.kill());
    return new Promise(() => undefined);
  };
  line.obey();
  phone.sync.tryNow();
  await gone.promise;
  expect(await amountOn(phone)).toBe(ITS_OWN);
  await phone.connect();
  await expect.poll(() => amountOn(phone), PATIENT).toBe(THEIRS);
});
