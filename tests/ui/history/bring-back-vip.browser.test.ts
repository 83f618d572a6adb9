import { expect, test } from 'vitest';
import type { VipCustomer } from '#domain/adobe-vip/vip-customer.ts';
import { history } from '#i18n/sv/history.ts';
import { bringBack } from '#ui/history/bring-back.ts';
import { customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '../apps/apps-app.ts';
import { openApp, stored, undoLast } from '../credit/credit-app.ts';

test('C1, X12: an earlier day of the first order brings the anniversary along as the form does, and undone both are as they were', async () => {
  const { app } = await openApp();
  const customer = customerWith({ firstOrderOn: '2023-01-16', anniversary: '2027-01-16', anniversaryDay: 16 });
  const orders = ['2023-01-16', '2026-03-01'].map((orderDate, at) => vipOrderWith({ orderDate }, `order-${at}`));
  await addRecords(app, [customer, ...orders]);
  const days = async () => {
    const { data } = await stored<VipCustomer>(app, customer.id);
    return [data.firstOrderOn, data.anniversary];
  };
  const what = { field: 'firstOrderOn', fieldName: 'Första order', value: '2023-01-10', label: '10 jan 2023' };
  expect(await bringBack(app, customer, what, { history })).toBeUndefined();
  expect(await days()).toEqual(['2023-01-10', '2027-01-10']);
  await undoLast();
  await expect.poll(days).toEqual(['2023-01-16', '2027-01-16']);
});
