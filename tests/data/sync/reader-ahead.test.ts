import { expect, test } from 'vitest';
import type { WireDocument } from '#data/sync/sealing.ts';
import type { Device } from './devices.ts';
import {
  amountOn,
  docsIn,
  inStep,
  isBulk,
  isHeads,
  onServer,
  openLine,
  order,
  PATIENT,
  setAmount,
  world,
} from './world.ts';

const isGoneOn = async (device: Device): Promise<boolean> =>
  (await device.records.get('order-1')) === undefined;

/**
 * The phone made an order and deleted it, the tablet has neither, and then the request with the
 * order came to the server a second time: it is there again. Meanwhile the phone may only read.
 */
const deletedAndBack = async () => {
  const { server, device } = await world();
  const line = openLine();
  let mayWrite = true;
  const phone = await device('phone', { network: line.network, mayWrite: () => mayWrite });
  const tablet = await device('tablet');
  const sent: WireDocument[] = [];
  line.obey(async (request, answer) => {
    if (isBulk(request)) sent.push(...(await docsIn(request)));
    return answer();
  });
  await phone.connect();
  await phone.records.create(order());
  await expect.poll(() => sent.length, PATIENT).toBe(1);
  await inStep(phone);
  await phone.collection.bulkRemove(['order-1']);
  await inStep(phone);
  await phone.disconnect();
  mayWrite = false;
  const { body } = await server.ask('POST', '/w/_bulk_docs', { docs: [sent[0]] });
  expect(body).toMatchObject([{ ok: true }]);
  await tablet.connect();
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
  return { server, line, phone, tablet, mayChange: () => void (mayWrite = true) };
};

/** The phone has read all that the server has. */
const hasRead = async (phone: Device, tablet: Device, id: string): Promise<void> => {
  await tablet.records.create(order(id));
  await expect.poll(() => amountOn(phone, id), PATIENT).toBe('25000.00');
};

test('X8: what a device that only reads has later than the server is brought there once it may change', async () => {
  const { server, phone, tablet, mayChange } = await deletedAndBack();
  await phone.connect();
  await hasRead(phone, tablet, 'order-2');
  expect([await isGoneOn(phone), await isGoneOn(tablet)]).toEqual([true, false]);
  mayChange();
  phone.sync.rightsChanged();
  await expect.poll(() => isGoneOn(tablet), PATIENT).toBe(true);
  expect(await onServer(server, ['order-1'])).toMatchObject([{ value: { deleted: true } }]);
});

test('X8: it is brought there also after the app was closed, and asked about only once while the device reads', async () => {
  const { line, phone, tablet, mayChange } = await deletedAndBack();
  await phone.connect();
  await hasRead(phone, tablet, 'order-2');
  await phone.disconnect();
  const asked: string[] = [];
  line.obey(async (request, answer) => {
    if (isHeads(request)) asked.push(await request.clone().text());
    return answer();
  });
  await phone.connect();
  for (const id of ['order-3', 'order-4', 'order-5']) await hasRead(phone, tablet, id);
  expect(asked.filter((ids) => ids.includes('order-1'))).toHaveLength(1);
  mayChange();
  phone.sync.rightsChanged();
  await expect.poll(() => isGoneOn(tablet), PATIENT).toBe(true);
  await expect.poll(() => phone.kept.has('passed'), PATIENT).toBe(false);
});

test('X8: what someone wrote over it meanwhile is not undone when the device may change again', async () => {
  const { phone, tablet, mayChange } = await deletedAndBack();
  await phone.connect();
  await hasRead(phone, tablet, 'order-2');
  await setAmount(tablet, '12.00');
  await inStep(tablet);
  await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
  mayChange();
  phone.sync.rightsChanged();
  await expect.poll(() => phone.kept.has('passed'), PATIENT).toBe(false);
  await hasRead(phone, tablet, 'order-3');
  expect([await amountOn(phone), await amountOn(tablet)]).toEqual(['12.00', '12.00']);
});

test('X8: what a server that tells no role refuses to take back is tried again when someone asks, and not with each pull', async () => {
  const { line, phone, tablet, mayChange } = await deletedAndBack();
  mayChange();
  let tries = 0;
  line.obey(async (request, answer) => {
    if (!isBulk(request)) return answer();
    tries += 1;
    const docs = await docsIn(request);
    return Response.json(
      docs.map(({ _id: id }) => ({ id, error: 'forbidden', reason: 'no' })),
      { status: 201 },
    );
  });
  await phone.connect();
  for (const id of ['order-2', 'order-3', 'order-4']) await hasRead(phone, tablet, id);
  expect([tries, await isGoneOn(tablet)]).toEqual([1, false]);
  line.obey();
  phone.sync.tryNow();
  await expect.poll(() => isGoneOn(tablet), PATIENT).toBe(true);
});

test.each([403, 500, 507])(
  'X8: a server that takes nothing at all (%i) keeps nobody from what others write',
  async (status) => {
    const { line, phone, tablet, mayChange } = await deletedAndBack();
    await phone.connect();
    await hasRead(phone, tablet, 'order-2');
    line.obey(async (request, answer) =>
      isBulk(request) ? Response.json({ error: 'forbidden', reason: 'no' }, { status }) : answer(),
    );
    mayChange();
    phone.sync.rightsChanged();
    for (const id of ['order-3', 'order-4']) await hasRead(phone, tablet, id);
    line.obey();
    phone.sync.tryNow();
    await expect.poll(() => isGoneOn(tablet), PATIENT).toBe(true);
  },
);
