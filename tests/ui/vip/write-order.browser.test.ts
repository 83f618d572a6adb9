import { expect, test } from 'vitest';
import { orderKey } from '#domain/adobe-vip/list/vip-keys.ts';
import { orderIdFor } from '#ui/vip/write-order.ts';
import { customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '../apps/apps-app.ts';
import { openApp } from '../credit/credit-app.ts';

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
