import { expect, test } from 'vitest';
import { onKind } from '#data/records/on-kind.ts';
import { toTrash } from '#core/record/trash.ts';
import { followOrdersMet } from '#programmes/apple-credit/work/order/orders-met.ts';
import { KnownOrders } from '#programmes/apple-credit/work/order/known-orders.ts';
import { reportBug } from '#platform/report-bug.ts';
import { orderWith } from '#tests/factories/credit.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import { opened, PATIENT, world } from '#tests/data/sync/world.ts';

const FIRST = '0199a123-0000-7000-8000-000000000001';
const SECOND = '0199a123-0000-7000-8000-000000000002';
const OTHER = '0199a123-0000-7000-8000-000000000003';
const MANY = Array.from(
  { length: 300 },
  (_, at) => `0199a123-0000-7000-8000-1${String(at).padStart(11, '0')}`,
);

const numbered = (id: string, orderNumber: string) => orderWith([], { orderNumber }, id);

const rename = ({ records }: Device, id: string, orderNumber: string) =>
  records.change(
    id,
    onKind('credit-order', (order) => ({
      ok: true,
      value: { ...order, data: { ...order.data, orderNumber } },
    })),
  );

const idsToJudge = async (known: KnownOrders, numbers: ReadonlySet<string>) =>
  (await known.mayBeOne(numbers)).map(({ id }) => id).toSorted();

test('A5: of three hundred orders only those that may be one are read again', async () => {
  const { device } = await world();
  const phone = await device('phone');
  await phone.records.insert([
    ...MANY.map((id, at) => numbered(id, at % 3 === 0 ? '' : `7700${at}`)),
    numbered(FIRST, '4500 21'),
    numbered(SECOND, '4500-21'),
    numbered(OTHER, '99'),
  ]);
  const known = new KnownOrders(phone.collection);
  const numbers = await known.readAll();
  expect(await idsToJudge(known, numbers)).toEqual([FIRST, SECOND]);

  // A number that is corrected concerns those that had it, and those that have it.
  await rename(phone, SECOND, '99');
  expect(await known.readAgain([SECOND])).toEqual(new Set(['450021', '99']));
  expect(await idsToJudge(known, new Set(['450021']))).toEqual([]);
  expect(await idsToJudge(known, new Set(['99']))).toEqual([SECOND, OTHER]);

  await phone.records.change(OTHER, toTrash);
  expect(await known.readAgain([OTHER])).toEqual(new Set(['99']));
  expect(await idsToJudge(known, new Set(['99']))).toEqual([]);
});

test('A5: followed from one write to the next, an order is asked about, and no longer once its number is another', async () => {
  const { device } = await world();
  const phone = await device('phone');
  const meets = async (id: string): Promise<unknown> =>
    ((await phone.records.get(id))?.data as { readonly meets?: string }).meets;
  await phone.records.insert([numbered(FIRST, '1'), numbered(OTHER, '2')]);
  const stop = followOrdersMet(phone.collection, (error) => reportBug('not noted', error));
  opened.unshift({ close: () => Promise.resolve(stop()) });
  await phone.records.create(numbered(SECOND, '1'));
  await expect.poll(() => meets(SECOND), PATIENT).toBe(FIRST);
  await rename(phone, SECOND, '3');
  await expect.poll(() => meets(SECOND), PATIENT).toBeUndefined();
  await rename(phone, SECOND, '2');
  await expect.poll(() => meets(OTHER), PATIENT).toBe(SECOND);
  await rename(phone, OTHER, '');
  await expect.poll(() => meets(OTHER), PATIENT).toBeUndefined();
});
