import { expect, test } from 'vitest';
import type { CreditOrder } from '#programmes/apple-credit/rules/order/credit-order.ts';
import { recordStep } from '#programmes/apple-credit/rules/order/order-commands.ts';
import type { Clash, VolymRecord } from '#core/record/record.ts';
import { toTrash } from '#core/record/trash.ts';
import { conditionOf } from '#data/records/read-record.ts';
import { onKind } from '#data/records/on-kind.ts';
import { deleteForGood } from '#data/trash/empty-trash.ts';
import { examples } from '#tests/factories/examples.ts';
import {
  gate,
  inStep,
  onServer,
  openLine,
  order,
  orderOn,
  PATIENT,
  revisionOf,
  world,
} from './world.ts';

/** A body that is asked for by its revision: one that lost to another. */
const isLost = ({ method, url }: Request): boolean =>
  method === 'POST' && url.includes('/_bulk_get');

/** Two devices that hold two orders, and a keyring that says that their key is the one in use. */
const pair = async () => {
  const { server, codec, device } = await world();
  const line = openLine();
  const [phone, tablet] = [await device('phone'), await device('tablet', line.network)];
  for (const id of ['order-1', 'order-2']) await phone.records.create(order(id));
  await phone.records.create(examples.keyring);
  for (const device of [phone, tablet]) await device.connect();
  await expect.poll(() => tablet.records.get('keyring'), PATIENT).toBeDefined();
  for (const device of [phone, tablet]) await inStep(device);
  /** A member writes that. */
  const write = async (own: VolymRecord): Promise<void> => {
    const sealed = await codec.pack(own);
    await server.ask('POST', '/w/_bulk_docs', {
      docs: [{ ...sealed, _rev: await revisionOf(server, own.id) }],
    });
  };
  /** The same as another replicator writes it: beside what others made of that revision. */
  const after = async (own: VolymRecord, hash: string): Promise<object> => {
    const [height = '', before] = ((await revisionOf(server, own.id)) ?? '').split('-');
    const [start, ids] = [Number(height) + 1, [hash.repeat(32), before]];
    return { ...(await codec.pack(own)), _rev: `${start}-${ids[0]}`, _revisions: { start, ids } };
  };
  const there = async (): Promise<VolymRecord> =>
    codec.unpack((await onServer(server, ['order-1']))[0]?.doc ?? expect.unreachable());
  return { server, line, phone, tablet, both: [phone, tablet], write, after, there };
};

const tellsOfIt = (device: Awaited<ReturnType<typeof pair>>['phone']) =>
  expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual(['order-1']);

test('X9: what somebody deleted for good meets as many questions as a record can have: nobody is sent one more', async () => {
  const { server, phone, tablet, both, write, there } = await pair();
  await phone.records.change('order-1', toTrash);
  await expect.poll(async () => (await orderOn(tablet))?.trashedOn, PATIENT).not.toBe('');
  for (const device of both) await inStep(device);
  await tablet.disconnect();
  const { records, collection, mayWrite } = tablet;
  expect(await deleteForGood({ records, collection, mayWrite }, 'order-1')).toMatchObject({
    ok: true,
  });
  const answers = [1, 2].map((n) => ({
    value: `${n}`,
    by: 'm',
    at: n,
  })) as unknown as Clash['answers'];
  const clashes = Array.from({ length: 200 }, (_, n): Clash => ({
    id: `made-up-${n}`,
    field: `f${n}`,
    answers,
  }));
  const own = (await orderOn(phone)) as CreditOrder;
  const filled = { ...own, clashes, updatedAt: own.updatedAt + 9 };
  expect(conditionOf(filled)).toBe('fine');
  await write(filled);
  await tellsOfIt(phone);
  await tablet.connect();
  await tellsOfIt(tablet);
  await inStep(tablet);
  expect(await orderOn(tablet)).toBeUndefined();
  expect((await there()).clashes).toHaveLength(200);
  // Once it is what it was, the deletion has its way.
  expect((await phone.sync.writeOver(() => undefined)).ok).toBe(true);
  for (const device of both) await expect.poll(() => orderOn(device), PATIENT).toBeUndefined();
  await expect
    .poll(async () => (await onServer(server, ['order-1']))[0]?.value?.deleted, PATIENT)
    .toBe(true);
  for (const device of both)
    await expect.poll(() => [...device.sync.unreadable], PATIENT).toEqual([]);
});

/** The order with this many more steps, which nobody took. */
const withSteps = (own: VolymRecord, count: number): VolymRecord => {
  const { steps, updatedAt } = own;
  const more = Array.from({ length: count }, (_, n) => ({
    id: `made-up-${updatedAt}-${n}`,
    kind: 'note',
    on: '2026-09-05',
    at: updatedAt + n,
    by: 'm',
  }));
  return { ...own, steps: [...steps, ...more], updatedAt: updatedAt + 9 };
};

test('X9: what fits beside a record is not made one that nobody can read where somebody wrote while its page was read', async () => {
  const { server, line, phone, tablet, both, write, after, there } = await pair();
  const stepsOn = async (device: typeof phone) => (await orderOn(device))?.steps.length;
  for (const more of [490, 490, 490, 130]) {
    const filled = withSteps((await orderOn(phone)) as CreditOrder, more);
    await write(filled);
    for (const device of both)
      await expect.poll(() => stepsOn(device), PATIENT).toBe(filled.steps.length);
  }
  const filled = withSteps((await orderOn(phone)) as CreditOrder, 399);
  // Both are away while it is written: its page has all of it.
  for (const device of both) await device.disconnect();
  const second = (await orderOn(tablet, 'order-2')) as CreditOrder;
  // Another order on that page has a second revision, which lost: it is asked for, and the answer
  // is held back.
  const answer = gate();
  line.obey(async (request, go) => (isLost(request) ? answer.pass().then(go) : go()));
  const docs = [await after(filled, 'a'), await after(second, 'a'), await after(second, 'b')];
  await server.ask('POST', '/w/_bulk_docs', { new_edits: false, docs });
  const back = tablet.connect();
  await answer.reached;
  const invoiced = { kind: 'invoiced', on: '2026-09-03', note: 'meanwhile' };
  const changed = await tablet.records.change(
    'order-1',
    onKind('credit-order', (record, doing) =>
      recordStep(record as CreditOrder, invoiced as never, doing),
    ),
  );
  expect(changed).toMatchObject({ ok: true });
  // Her push looked, and took nothing of it.
  await inStep(tablet);
  answer.open();
  await back;
  await phone.connect();
  await phone.records.create(order('last'));
  await expect.poll(() => orderOn(tablet, 'last'), PATIENT).toBeDefined();
  await tellsOfIt(tablet);
  expect(conditionOf(await there())).toBe('fine');
  expect((await there()).steps).toHaveLength(2_000);
  expect((await tablet.sync.writeOver(() => undefined)).ok).toBe(true);
  expect((await there()).steps.flatMap(({ note }) => note ?? [])).toEqual(['meanwhile']);
});
