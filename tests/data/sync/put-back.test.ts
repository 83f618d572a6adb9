import { expect, test } from 'vitest';
import { ok } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import type { VipOrderData } from '#domain/adobe-vip/vip-order.ts';
import { sealing } from '#data/sync/sealing.ts';
import { vipOrderWith } from '#tests/factories/vip.ts';
import type { Device, Network } from './devices.ts';
import {
  amountOn,
  docsIn,
  gate,
  isBulk,
  isChanges,
  isPoll,
  openLine,
  order,
  orderOn,
  pairInStep,
  PATIENT,
  revisionOf,
  setAmount,
  world,
} from './world.ts';

const isDown: Network = () => Promise.reject(new TypeError('Failed to fetch'));

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

const inStep = (device: Device) => expect.poll(() => device.sync.waiting(9), PATIENT).toBe(0);

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
  for (const one of [phone, tablet]) {
    const found = await orderOn(one);
    expect([found?.trashedOn, found?.data.amount, found?.clashes]).toEqual(['2026-11-20', '12.00', []]);
  }
});

type Write = (device: Device) => Promise<unknown>;

/** Writes a field of the order of which no history tells. */
const refersTo =
  (authorization: string): Write =>
  ({ records }) =>
    records.change<VipOrderData>(VIP, (record) => ok({ ...record, data: { ...record.data, authorization } }));

const hasPurchaseOrder: Write = ({ records }) =>
  records.change<VipOrderData>(VIP, (record) =>
    ok({ ...record, data: { ...record.data, purchaseOrderNumber: '4711' } }),
  );

const isThrownAway: Write = async ({ records }) => {
  await records.change(VIP, toTrash);
  await records.discard([VIP]);
};

const dataOn = async ({ records }: Device) => (await records.get(VIP))?.data;

/** Both hold an order on the licensing site. */
const vipPair = async () => {
  const line = openLine();
  const { server, key, device } = await world();
  // The tablet's clock is ahead: what it writes looks later than what the phone does.
  const [phone, tablet] = [await device('phone', line.network), await device('tablet', { clock: () => 9_000_000 })];
  await phone.records.create(vipOrderWith({}, VIP));
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => dataOn(tablet), PATIENT).toBeDefined();
  return { line, server, key, phone, tablet };
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
  for (const one of [phone, tablet]) expect(await dataOn(one)).toMatchObject({ authorization: '' });
});

/**
 * The tablet writes a record; the phone reads that, and before it is stored there the server refuses what the phone made of
 * that record.
 */
const onItsWay = async (theirs: Write, mine: Write = refersTo('auth-1'), id = VIP) => {
  const { line, server, key, phone, tablet } = await vipPair();
  await phone.disconnect();
  const [asking, refusal, opened] = [gate(), gate(), gate()];
  const codec = sealing(key, ['keyring']);
  const before = await revisionOf(server, id);
  // A slow phone: what it has read already is opened when the answer to its own write is there.
  const unpack: typeof codec.unpack = async (document) => {
    const copy = await codec.unpack(document);
    if (document._id === id && document._rev !== before) await opened.pass();
    return copy;
  };
  line.obey(async (request, answer) => {
    if (isPoll(request)) return isDown(request, answer);
    if (isChanges(request)) await asking.pass();
    if (isBulk(request)) await refusal.pass();
    return refusing(id)(request, answer);
  });
  await phone.connect({}, { codec: { ...codec, unpack } });
  await asking.reached;
  await mine(phone);
  await refusal.reached;
  await theirs(tablet);
  await inStep(tablet);
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

test('X8: a page that was on its way when the server refused a change is taken over, and the change is put back', async () => {
  const { phone, tablet, opened, goesOn } = await onItsWay(hasPurchaseOrder);
  opened.open();
  await expect.poll(() => dataOn(phone), PATIENT).toMatchObject(both);
  goesOn();
  await expect.poll(() => dataOn(tablet), PATIENT).toMatchObject(both);
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
});

test('X8: the same where that page says that the record is deleted: what was written of it brings it back', async () => {
  const { phone, tablet, opened, goesOn } = await onItsWay(isThrownAway);
  const gone: string[] = [];
  phone.collection.$.subscribe(({ operation, documentId }) => operation === 'DELETE' && gone.push(documentId));
  opened.open();
  await expect.poll(() => gone, PATIENT).toEqual([VIP]);
  await expect.poll(() => dataOn(phone), PATIENT).toMatchObject({ authorization: 'auth-1' });
  goesOn();
  await expect.poll(() => dataOn(tablet), PATIENT).toMatchObject({ authorization: 'auth-1' });
});

test('X8: the same where the app is closed before the change is put back', async () => {
  const { phone, tablet, line, opened, goesOn } = await onItsWay(hasPurchaseOrder);
  phone.dieBefore('incremental-write');
  opened.open();
  await expect.poll(() => phone.isDead(), PATIENT).toBe(true);
  await phone.kill();
  expect(await dataOn(phone)).toMatchObject({ ...both, authorization: '' });
  line.obey();
  await phone.connect();
  await expect.poll(() => dataOn(phone), PATIENT).toMatchObject(both);
  goesOn();
  await expect.poll(() => dataOn(tablet), PATIENT).toMatchObject(both);
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
});

test('X8: where that page has just what was refused, of another moment: it is taken over once, and then at rest', async () => {
  const create: Write = ({ records }) => records.create(order('twin'));
  const { phone, tablet, opened, goesOn } = await onItsWay(create, create, 'twin');
  let writes = 0;
  phone.collection.$.subscribe(({ documentId }) => {
    if (documentId !== 'twin') return;
    writes += 1;
    // One that never comes to rest leaves no turn to anything else, nor to this test.
    if (writes > 20) (phone.sync.aside as Map<string, unknown>).delete('twin');
  });
  opened.open();
  await expect.poll(() => writes, PATIENT).toBe(1);
  goesOn();
  await phone.records.create(order('order-2'));
  await expect.poll(() => amountOn(tablet, 'order-2'), PATIENT).toBe('25000.00');
  await expect.poll(() => phone.sync.aside.size, PATIENT).toBe(0);
  expect(writes).toBeLessThan(5);
});

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
