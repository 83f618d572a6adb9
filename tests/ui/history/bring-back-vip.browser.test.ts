import { expect, test } from 'vitest';
import type { VipCustomer } from '#domain/adobe-vip/vip-customer.ts';
import { history } from '#i18n/sv/history.ts';
import { bringBack } from '#ui/history/bring-back.ts';
import { customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '../apps/apps-app.ts';
import { openApp, stored, undoLast } from '../credit/credit-app.ts';

test.each([
  ['2023-01-16', '2027-01-16', 16],
  ['2023-01-16', '', undefined],
  ['', '', undefined],
])(
  'C1, X12: an earlier day of the first order brings the anniversary along as the form does, and undone all is as it was: %s, %s',
  async (firstOrderOn, anniversary, anniversaryDay) => {
    const { app } = await openApp();
    const customer = customerWith({ firstOrderOn, anniversary, anniversaryDay });
    const orders = ['2023-01-16', '2026-03-01'].map((orderDate, at) => vipOrderWith({ orderDate }, `order-${at}`));
    await addRecords(app, [customer, ...orders]);
    const days = async () => {
      const { data } = await stored<VipCustomer>(app, customer.id);
      return [data.firstOrderOn, data.anniversary, data.anniversaryDay];
    };
    const what = { field: 'firstOrderOn', fieldName: 'Första order', value: '2023-01-10', label: '10 jan 2023' };
    expect(await bringBack(app, customer, what, { history })).toBeUndefined();
    expect(await days()).toEqual(['2023-01-10', '2027-01-10', 10]);
    await undoLast();
    await expect.poll(days).toEqual([firstOrderOn, anniversary, anniversaryDay]);
  },
);
