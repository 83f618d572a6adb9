import { expect, test } from 'vitest';
import { orderKey } from '#programmes/adobe-vip/import/match/keys.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import { currentSteps } from '#core/record/step.ts';
import { toTrash } from '#core/record/trash.ts';
import { orderIdFor, writeOrder } from '#programmes/adobe-vip/work/order/write-order.ts';
import { onKind } from '#data/records/on-kind.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';

test('C4: noted by hand, an order has the id that its list gives it elsewhere; a second one of its number has its own', async () => {
  const { app } = await openApp();
  const customer = customerWith();
  await addRecords(app, [customer]);
  const keyed = await app.vault.keyedId(...orderKey({ ...customer.data, orderNumber: '1001' }));
  expect(await orderIdFor(app, customer.id, ' 1001 ')).toBe(keyed);
  await addRecords(app, [vipOrderWith({ orderNumber: '1001' }, keyed)]);
  const second = await orderIdFor(app, customer.id, '1001');
  expect([second === keyed, second === '']).toEqual([false, false]);
});

test('C4: an order in the trash of another customer with the same VIP ID stays there: each has its own orders', async () => {
  const { app } = await openApp();
  const [customer, other] = [customerWith(), customerWith({}, [], 'customer-2')];
  const keyed = await app.vault.keyedId(...orderKey({ ...customer.data, orderNumber: '1001' }));
  await addRecords(app, [
    customer,
    other,
    { ...vipOrderWith({ orderNumber: '1001' }, keyed), parent: other.id },
  ]);
  await app.records.change(keyed, toTrash);
  const own = await orderIdFor(app, customer.id, '1001');
  expect(own).not.toBe(keyed);
  expect((await writeOrder(app.records, vipOrderWith({ orderNumber: '1001' }, own))).ok).toBe(true);
  expect([(await app.records.get(own))?.parent, (await app.records.get(keyed))?.parent]).toEqual([
    customer.id,
    other.id,
  ]);
});

test('C4: removed and noted again it has its id again, and is as it is noted now', async () => {
  const { app } = await openApp();
  const customer = customerWith();
  const key = orderKey({ ...customer.data, orderNumber: '1001' });
  const keyed = await app.vault.keyedId(...key);
  await addRecords(app, [
    customer,
    vipOrderWith({ orderNumber: '1001', orderDate: '2026-11-10' }, keyed),
  ]);
  await app.records.change(keyed, toTrash);
  expect(await orderIdFor(app, customer.id, '1001')).toBe(keyed);
  const again = vipOrderWith({ orderNumber: '1001', orderDate: '2026-11-18' }, keyed);
  const inTrash = (await app.records.get(keyed)) as VipOrder;
  const written = valueOf(await writeOrder(app.records, again));
  const now = (await app.records.get(keyed)) as VipOrder;
  expect([now.trashedOn, now.data.orderDate]).toEqual(['', '2026-11-18']);
  expect(currentSteps(now.steps).map(({ on }) => on)).toEqual(['2026-11-18']);
  // Undone, it is in the trash as before.
  await app.records.change(keyed, onKind('vip-order', written.back));
  const back = (await app.records.get(keyed)) as VipOrder;
  expect([back.trashedOn, back.data]).toEqual([inTrash.trashedOn, inTrash.data]);
  expect(currentSteps(back.steps).map(({ on }) => on)).toEqual(['2026-11-10']);
});

test('C4: what has the number’s id and was put right to another number stays, and the next id is taken', async () => {
  const { app } = await openApp();
  const customer = customerWith();
  const keyed = await app.vault.keyedId(...orderKey({ ...customer.data, orderNumber: '1010' }));
  await addRecords(app, [customer, vipOrderWith({ orderNumber: '1001' }, keyed)]);
  expect(await orderIdFor(app, customer.id, '1010')).toBe(`${keyed}-2`);
});
