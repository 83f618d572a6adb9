import { expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { vipOrderWith } from '#tests/factories/vip.ts';
import type { Device, Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  gate,
  inStep,
  isBulk,
  isChanges,
  isDown,
  isPoll,
  openLine,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  setAmount,
  world,
} from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

/** Writes of these records are refused for themselves: no change of rights sends them again. */
const refusing =
  (...refused: string[]): Network =>
  async (request, answer) => {
    const docs = await docsIn(request);
    if (!docs.some(({ _id }) => refused.includes(_id))) return answer();
    return Response.json(
      docs.map(({ _id: id }) => ({ id, error: 'document_too_large', reason: 'not this one' })),
      { status: 201 },
    );
  };

const isAside = (device: Device, id: string) =>
  expect.poll(() => device.sync.aside.get(id)?.reason, PATIENT).toBe('document_too_large');

const VIP = 'vip-order-1';

test('X8: a refused change that its writer writes over and throws away while there is no network goes to the trash, and nobody is asked', async () => {
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  line.obey(refusing('order-1'));
  await setAmount(phone, '666.00');
  await isAside(phone, 'order-1');
  line.obey(isDown);
  await setAmount(phone, '12.00');
  expect((await phone.records.change('order-1', toTrash)).ok).toBe(true);
  line.obey();
  phone.sync.tryNow();
  await phone.records.create(order('order-2'));
  await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
  await expect.poll(async () => (await orderOn(tablet))?.trashedOn, PATIENT).toBe('2026-11-20');
  for (const device of [phone, tablet]) {
    const found = await orderOn(device);
    expect([found?.trashedOn, found?.data.amount, found?.clashes]).toEqual([
      '2026-11-20',
      '12.00',
      [],
    ]);
  }
});

type Write = (device: Device) => Promise<unknown>;

/** Writes a field of the order of which no history tells. */
const refersTo =
  (authorization: string): Write =>
  ({ records }) =>
    records.change(
      VIP,
      onKind('vip-order', (record) => ok({ ...record, data: { ...record.data, authorization } })),
    );

const hasPurchaseOrder: Write = ({ records }) =>
  records.change(
    VIP,
    onKind('vip-order', (record) =>
      ok({ ...record, data: { ...record.data, purchaseOrderNumber: '4711' } }),
    ),
  );

const isThrownAway: Write = async ({ records }) => {
  await records.change(VIP, toTrash);
  await records.discard([VIP]);
};

const dataOn = async ({ records }: Device) => (await records.get(VIP))?.data;

/** Both hold an order on the licensing site. */
const vipPair = async () => {
  const line = openLine();
  const { device } = await world();
  // The tablet's clock is ahead: what it writes looks later than what the phone does.
  const [phone, tablet] = [
    await device('phone', line.network),
    await device('tablet', { clock: () => 9_000_000 }),
  ];
  await phone.records.create(vipOrderWith({}, VIP));
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => dataOn(tablet), PATIENT).toBeDefined();
  return { line, phone, tablet };
};

test('X8: what its writer takes back of a refused change without network stays taken back, also where no history tells of it', async () => {
  const { line, phone, tablet } = await vipPair();
  line.obey(refusing(VIP));
  await refersTo('auth-1')(phone);
  await isAside(phone, VIP);
  line.obey(isDown);
  await refersTo('')(phone);
  line.obey();
  phone.sync.tryNow();
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  for (const device of [phone, tablet])
    expect(await dataOn(device)).toMatchObject({ authorization: '' });
});

/**
 * The tablet writes a record; the phone reads that, and before it is stored there the server
 * refuses what the phone made of that record.
 */
const onItsWay = async (theirs: Write, mine: Write = refersTo('auth-1'), id = VIP) => {
  const { line, phone, tablet } = await vipPair();
  await phone.disconnect();
  const [asking, refusal, opened] = [gate(), gate(), gate()];
  line.obey(async (request, answer) => {
    if (isPoll(request)) return isDown(request, answer);
    if (isChanges(request)) await asking.pass();
    if (isBulk(request)) await refusal.pass();
    return refusing(id)(request, answer);
  });
  await phone.connect();
  await asking.reached;
  await mine(phone);
  await refusal.reached;
  await theirs(tablet);
  await inStep(tablet);
  // A slow phone: what it has read meets what is here when the answer to its own write has come. It
  // looks before of what kind that is.
  let looks = 0;
  const here = phone.collection.storageInstance;
  const find = here.findDocumentsById.bind(here);
  here.findDocumentsById = async (ids, withDeleted) => {
    if (ids.includes(id) && (looks += 1) > 1) await opened.pass();
    return find(ids, withDeleted);
  };
  asking.open();
  await opened.reached;
  refusal.open();
  await isAside(phone, id);
  await inStep(phone);
  const goesOn = (): void => {
    line.obey();
    phone.sync.sendRefused();
  };
  return { line, phone, tablet, opened, goesOn };
};

const both = { authorization: 'auth-1', purchaseOrderNumber: '4711' };

/** All that others wrote is here, but for what a refused change holds back. */
const hasPulled = async (phone: Device, tablet: Device, id = 'order-2'): Promise<void> => {
  await tablet.records.create(order(id));
  await expect.poll(() => amountOn(phone, id), PATIENT).toBe('25000.00');
};

test('X8: a page that was on its way when the server refused a change is not written over it, and met once that goes through', async () => {
  const { phone, tablet, line, opened, goesOn } = await onItsWay(hasPurchaseOrder);
  let writes = 0;
  phone.collection.$.subscribe(({ documentId }) => documentId === VIP && (writes += 1));
  opened.open();
  line.obey(refusing(VIP));
  await hasPulled(phone, tablet);
  expect([writes, await dataOn(phone)]).toMatchObject([
    0,
    { authorization: 'auth-1', purchaseOrderNumber: '' },
  ]);
  goesOn();
  for (const device of [phone, tablet])
    await expect.poll(() => dataOn(device), PATIENT).toMatchObject(both);
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
});

test('X8: the same where that page says that the record is deleted: what was written of it brings it back', async () => {
  const { phone, tablet, line, opened, goesOn } = await onItsWay(isThrownAway);
  opened.open();
  line.obey(refusing(VIP));
  await hasPulled(phone, tablet);
  expect(await dataOn(phone)).toMatchObject({ authorization: 'auth-1' });
  goesOn();
  for (const device of [phone, tablet])
    await expect.poll(() => dataOn(device), PATIENT).toMatchObject({ authorization: 'auth-1' });
});

/** Does something when the phone is about to store what a pull brought of the order. */
const whenPageIsStored = (phone: Device, then: () => void): void => {
  const own = phone.collection.storageInstance;
  const write = own.bulkWrite.bind(own);
  own.bulkWrite = (rows, context) => {
    if (
      context.startsWith('replication-downstream') &&
      rows.some(({ document: { id } }) => id === VIP)
    )
      then();
    return write(rows, context);
  };
};

test('X8: the same where the sync is stopped in that moment, and the order written on: both writes arrive', async () => {
  const { phone, tablet, line, opened } = await onItsWay(hasPurchaseOrder);
  let stopped: Promise<void> | undefined;
  whenPageIsStored(phone, () => (stopped ??= phone.disconnect()));
  opened.open();
  await expect.poll(() => stopped !== undefined, PATIENT).toBe(true);
  await stopped;
  await refersTo('auth-1')(phone);
  await phone.records.change(
    VIP,
    onKind('vip-order', (record) => ok({ ...record, data: { ...record.data, level: '2' } })),
  );
  line.obey();
  await phone.connect();
  await expect.poll(() => dataOn(tablet), PATIENT).toMatchObject({ ...both, level: '2' });
  await inStep(phone);
  expect([phone.sync.aside.size, await dataOn(phone)]).toMatchObject([0, { ...both, level: '2' }]);
});

test('X8: what its writer takes back in the moment in which that page would be stored stays taken back', async () => {
  const { phone, tablet, opened, goesOn } = await onItsWay(hasPurchaseOrder);
  let done: Promise<unknown> | undefined;
  whenPageIsStored(phone, () => (done ??= refersTo('')(phone)));
  opened.open();
  await expect.poll(() => done !== undefined, PATIENT).toBe(true);
  await done;
  goesOn();
  for (const device of [phone, tablet])
    await expect
      .poll(() => dataOn(device), PATIENT)
      .toMatchObject({ authorization: '', purchaseOrderNumber: '4711' });
});

test('X8: another device made the very record that was refused: it is no longer set aside, and what others write afterwards comes', async () => {
  const create: Write = ({ records }) => records.create(order('twin'));
  const { phone, tablet, line, opened } = await onItsWay(create, create, 'twin');
  opened.open();
  line.obey();
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  await expect.poll(() => phone.kept.get('aside'), PATIENT).toBe('[]');
  await setAmount(tablet, '12.00', 'twin');
  await expect.poll(() => amountOn(phone, 'twin'), PATIENT).toBe('12.00');
});

test('X8: the same where the page that says so is read after a restart', async () => {
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  line.obey(refusing('twin'));
  await phone.records.create(order('twin'));
  await isAside(phone, 'twin');
  await inStep(phone);
  await phone.kill();
  await tablet.records.create(order('twin'));
  await inStep(tablet);
  await phone.connect();
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  await setAmount(tablet, '12.00', 'twin');
  await expect.poll(() => amountOn(phone, 'twin'), PATIENT).toBe('12.00');
});

test.each([false, true])(
  'X8: another device wrote just what was refused; what its writer then takes back stays taken back (all compared again: %s)',
  async (isAnew) => {
    const { phone, tablet, line, opened } = await onItsWay(refersTo('auth-1'));
    opened.open();
    await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
    line.obey(isDown);
    await refersTo('')(phone);
    if (isAnew) {
      phone.sync.compareAll();
      await expect.poll(() => phone.kept.get('epoch'), PATIENT).toBe('1');
    }
    line.obey();
    phone.sync.tryNow();
    await hasPulled(tablet, phone);
    await inStep(phone);
    for (const device of [phone, tablet])
      expect(await dataOn(device)).toMatchObject({ authorization: '' });
  },
);

test('X8: a refused change that its writer wrote over while the app was closed before it was sent is not put back by the next start', async () => {
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  line.obey(refusing('order-1'));
  await setAmount(phone, '666.00');
  await isAside(phone, 'order-1');
  await inStep(phone);
  await phone.disconnect();
  await setAmount(phone, '12.00');
  expect((await phone.records.change('order-1', toTrash)).ok).toBe(true);
  line.obey();
  await phone.connect();
  await expect.poll(async () => (await orderOn(tablet))?.trashedOn, PATIENT).toBe('2026-11-20');
  expect([await amountOn(tablet), (await orderOn(phone))?.clashes]).toEqual(['12.00', []]);
});
