import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { withdraw } from '#programmes/adobe-vip/rules/authorization/withdraw.ts';
import { removeAndSay } from '#programmes/adobe-vip/screens/authorization/correct-and-say.ts';
import { placeOrder } from '#programmes/adobe-vip/screens/order/place-and-say.ts';
import { vipCorrect } from '#programmes/adobe-vip/words/sv/vip-correct.ts';
import { vip } from '#programmes/adobe-vip/words/sv/vip.ts';
import { currentSteps } from '#core/record/step.ts';
import { fromTrash, toTrash } from '#core/record/trash.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import type { Device } from '#tests/data/sync/devices.ts';
import { PATIENT, world } from '#tests/data/sync/world.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { stubDeviceDatabase } from '#tests/factories/device-database.ts';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const text: Texts = { ...shellTexts(), vip };
const TODAY = '2026-11-20';

beforeAll(stubDeviceDatabase);
afterAll(() => void vi.unstubAllGlobals());

const authorizationOn = async ({ records }: Device): Promise<PurchaseAuthorization> =>
  (await records.get('authorization-1')) as PurchaseAuthorization;
const orderOn = async ({ records }: Device, id: string): Promise<VipOrder> =>
  (await records.get(id)) as VipOrder;
const ordersOn = async ({ records }: Device): Promise<string[]> =>
  (await records.find({ kind: 'vip-order', isReadable: true }))
    .map(({ data }) => data.orderNumber)
    .toSorted();
/** The orders that the lines of the authorization are covered by. */
const coveredOn = async (device: Device): Promise<(string | undefined)[]> =>
  currentSteps((await authorizationOn(device)).steps)
    .filter(({ kind }) => kind === 'ordered')
    .map(({ data }) => data?.orderNumber);

const place = ({ records }: Device, orderNumber: string, order: string) =>
  placeOrder(
    records,
    { id: 'authorization-1', parent: 'customer-1' },
    { orderNumber, orderDate: TODAY, lines: ['a'], skus: {} },
    { text, editions: undefined, order },
  );

/** Two devices, on one of which an order was placed and removed again. */
const removed = async () => {
  const { device } = await world();
  const [phone, tablet] = [await device('phone'), await device('tablet')];
  for (const draft of [customerWith(), authorizationWith()])
    valueOf(await phone.records.create(draft));
  expect(await place(phone, '77000500', 'order-1')).toBeUndefined();
  await Promise.all([phone.connect(), tablet.connect()]);
  const meet = async (): Promise<void> => {
    const all = async ({ records }: Device) =>
      JSON.stringify(
        (await records.find({ parent: 'customer-1', trashed: true })).map(
          ({ id, steps, history }) => [id, steps.length, history.map((change) => change.id)],
        ),
      );
    await expect.poll(async () => (await all(tablet)) === (await all(phone)), PATIENT).toBe(true);
  };
  await meet();
  const book = {
    customer: customerWith(),
    authorizations: [await authorizationOn(phone)],
    orders: [await orderOn(phone, 'order-1')],
    returns: [],
  };
  const order = await orderOn(phone, 'order-1');
  const correcting = { book, text, words: vipCorrect };
  const here = { records: phone.records, workspace: undefined };
  expect(await removeAndSay(here, order, correcting)).toBeUndefined();
  expect([await ordersOn(phone), await coveredOn(phone)]).toEqual([[], []]);
  const undo = toasts.current!.undo!;
  await meet();
  return { phone, tablet, meet, undo: async () => (await undo()) as unknown };
};

test('C4: the removal of an order, undone, leaves the order and what it covers as they were', async () => {
  const { phone, undo } = await removed();
  expect(await undo()).toBeUndefined();
  expect([await ordersOn(phone), await coveredOn(phone)]).toEqual([['77000500'], ['77000500']]);
});

test('C4: the removal of an order stays where its line was ordered again elsewhere', async () => {
  const { phone, tablet, meet, undo } = await removed();
  expect(await place(tablet, '77000501', 'order-2')).toBeUndefined();
  await meet();
  await undo();
  expect(toasts.current?.text).toBe(vip.problems['changed-since']());
  expect([await ordersOn(phone), await coveredOn(phone)]).toEqual([['77000501'], ['77000501']]);
});

test('C4: it stays, too, where licences were taken off the line since', async () => {
  const { phone, tablet, meet, undo } = await removed();
  valueOf(
    await tablet.records.change(
      'authorization-1',
      onKind('purchase-authorization', (now, doing) =>
        withdraw(now, { line: 'a', quantity: 2 }, [], doing),
      ),
    ),
  );
  await meet();
  await undo();
  expect(toasts.current?.text).toBe(vip.problems['changed-since']());
  expect([await ordersOn(phone), await coveredOn(phone)]).toEqual([[], []]);
});

test('C4: what the removed order covers waits on where the order was restored and removed again', async () => {
  const { phone, tablet, meet, undo } = await removed();
  valueOf(await tablet.records.change('order-1', fromTrash));
  valueOf(await tablet.records.change('order-1', toTrash));
  await meet();
  await undo();
  expect(toasts.current?.text).toBe(vip.problems['changed-since']());
  expect([await ordersOn(phone), await coveredOn(phone)]).toEqual([[], []]);
});
