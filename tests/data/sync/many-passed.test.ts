import { expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { vipOrderWith } from '#tests/factories/vip.ts';
import type { Device, Network } from './devices.ts';
import {
  amountOn,
  gate,
  inStep,
  isBulk,
  isChanges,
  isDown,
  isPoll,
  onServer,
  openLine,
  order,
  PATIENT,
  setAmount,
  world,
} from './world.ts';
import { onKind } from '#data/records/on-kind.ts';

const IDS = ['order-1', 'order-2', 'order-3'];

/** Counts requests by what they ask. */
const counting = (rest: Network = (_, answer) => answer()) => {
  const asked = new Map<string, number>();
  const network: Network = (request, answer) => {
    const what = isPoll(request) ? 'poll' : (new URL(request.url).pathname.split('/').at(-1) ?? '');
    asked.set(what, (asked.get(what) ?? 0) + 1);
    return rest(request, answer);
  };
  return { network, asked };
};

/**
 * Changes of the phone are at the server, whose answer is on its way; the other ones it asks for
 * come when `asking` opens.
 */
const sentFrom = async (phone: Device, line: ReturnType<typeof openLine>) => {
  const [asking, taken] = [gate(), gate()];
  line.obey(async (request, answer) => {
    if (isPoll(request)) return isDown(request, answer);
    if (isChanges(request)) await asking.pass();
    const answered = await answer();
    if (isBulk(request)) await taken.pass();
    return answered;
  });
  await phone.connect();
  return { asking, taken };
};

/**
 * The phone wrote all orders, and what the tablet made of them since was passed: the answer is
 * still on its way.
 */
const allPassed = async (theirs: (tablet: Device) => Promise<unknown>) => {
  const { device } = await world();
  const line = openLine();
  const phone = await device('phone', { network: line.network, times: { batch: IDS.length } });
  const tablet = await device('tablet');
  for (const id of IDS) await phone.records.create(order(id));
  await Promise.all([phone.connect(), tablet.connect()]);
  for (const id of IDS) await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('25000.00');
  await inStep(phone);
  await phone.disconnect();
  for (const id of IDS) await setAmount(phone, '12.00', id);
  const { asking, taken } = await sentFrom(phone, line);
  for (const id of IDS) await expect.poll(() => amountOn(tablet, id), PATIENT).toBe('12.00');
  await theirs(tablet);
  await tablet.records.create(order('other'));
  await inStep(tablet);
  asking.open();
  await expect.poll(() => amountOn(phone, 'other'), PATIENT).toBe('25000.00');
  return { line, phone, taken };
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('X8: a full page that was passed is reread once, however long the device takes to write it', async () => {
  const { line, phone, taken } = await allPassed(async (tablet) => {
    for (const id of IDS) await setAmount(tablet, '13.00', id);
  });
  const { storageInstance } = phone.collection;
  const write = storageInstance.bulkWrite.bind(storageInstance);
  const disk = gate();
  storageInstance.bulkWrite = async (rows, context) => {
    if (context.startsWith('replication-downstream')) await disk.pass();
    return write(rows, context);
  };
  const { network, asked } = counting((request, answer) =>
    isPoll(request) ? isDown(request, answer) : answer(),
  );
  line.obey(network);
  taken.open();
  await disk.reached;
  for (let turns = 0; turns < 500; turns += 1) await turn();
  expect(asked.get('_all_docs')).toBeLessThan(4);
  disk.open();
  for (const id of IDS) await expect.poll(() => amountOn(phone, id), PATIENT).toBe('13.00');
});

test('X8: what was deleted is reread with one request for all of it', async () => {
  const { line, phone, taken } = await allPassed(async (tablet) => {
    for (const id of IDS) await tablet.records.change(id, toTrash);
    await tablet.records.discard(IDS);
  });
  const { network, asked } = counting();
  line.obey(network);
  taken.open();
  for (const id of IDS) await expect.poll(() => amountOn(phone, id), PATIENT).toBeUndefined();
  phone.sync.tryNow();
  await expect.poll(() => phone.kept.has('passed'), PATIENT).toBe(false);
  expect(asked.get('_bulk_get')).toBe(1);
});

test('X8: of a record that a reader keeps otherwise than the server has it nothing is read again and again', async () => {
  const id = 'vip-order-1';
  const { device, server, codec } = await world();
  const line = openLine();
  let mayWrite = true;
  const phone = await device('phone', {
    network: line.network,
    mayWrite: () => mayWrite,
    times: { batch: 1 },
  });
  await phone.records.create(vipOrderWith({}, id));
  await phone.connect();
  await inStep(phone);
  await phone.disconnect();
  const before = await phone.records.get(id);
  await phone.records.change(
    id,
    onKind('vip-order', (order) =>
      ok({ ...order, data: { ...order.data, purchaseOrderNumber: '1' } }),
    ),
  );
  const { asking, taken } = await sentFrom(phone, line);
  await taken.reached;
  // An older version, which wrote no history of the trash, throws away what it had, over that
  // change.
  const theirs = { ...before, updatedAt: 9_000_000, updatedBy: 'tablet', trashedOn: '2026-10-10' };
  const [row] = await onServer(server, [id]);
  await server.ask('POST', '/w/_bulk_docs', {
    docs: [{ ...(await codec.pack(theirs as never)), _rev: row?.value?.rev }],
  });
  asking.open();
  await expect.poll(() => phone.kept.has('passed'), PATIENT).toBe(true);
  mayWrite = false;
  const { network, asked } = counting();
  line.obey(network);
  taken.open();
  const comes = async (other: string): Promise<void> => {
    await server.ask('POST', '/w/_bulk_docs', { docs: [await codec.pack(order(other))] });
    await expect.poll(() => amountOn(phone, other), PATIENT).toBe('25000.00');
  };
  await comes('order-1');
  const atFirst = asked.get('_all_docs');
  for (const other of ['order-2', 'order-3', 'order-4']) await comes(other);
  expect(asked.get('_all_docs')).toBe(atFirst);
  // It is not forgotten either: another time this device may write it.
  expect(phone.kept.get('passed')).toContain(id);
});
