import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import VipList from '#ui/vip/VipList.svelte';
import { authorizationWith, customerWith, orderLine, stepOf, vipOrderWith } from '#tests/factories/vip.ts';
import { saidPlan } from '#tests/factories/vip-renewals.ts';
import { addRecords } from '../apps/apps-app.ts';
import { openApp } from '../credit/credit-app.ts';
import { showVip } from './vip-app.ts';

const patient = { timeout: 60_000 };

test('C7: a row of the list counts what was ordered, and again when an order comes', async () => {
  const { app } = await openApp();
  const plans = saidPlan('Illustrator', 10);
  await addRecords(app, [customerWith({ anniversary: '2026-12-13', plans })]);
  await addRecords(app, [vipOrderWith({ orderDate: '2026-11-20', lines: { a: orderLine(3) } })]);
  showVip(app, VipList, {});
  await screen.findByText('Årsdag 13 dec, 13 licenser', {}, patient);
  await addRecords(app, [vipOrderWith({ orderDate: '2026-11-20', lines: { a: orderLine(4) } }, 'order-2')]);
  await screen.findByText('Årsdag 13 dec, 17 licenser', {}, patient);
});

test('X13: with an invoice in hand a customer is found by the order, PO or authorization number, and by its admin', async () => {
  const { app } = await openApp();
  const ordered = stepOf('ordered', '2026-11-21', { order: 'order-1', orderNumber: '77000412', line: 'a' });
  await addRecords(app, [
    customerWith({ name: 'Tryckhuset Linden', adminEmail: 'ulla@linden.example' }),
    customerWith({ name: 'Bageriet Ljung', vipId: '' }, [], 'customer-2'),
    vipOrderWith({ orderNumber: '77000412', purchaseOrderNumber: 'TL-0442' }),
    authorizationWith({ requestNumber: 'B71F2E08', steps: [ordered] }),
  ]);
  showVip(app, VipList, {});
  const field = await screen.findByRole('searchbox', {}, patient);
  await screen.findByText('Bageriet Ljung', {}, patient);
  for (const typed of ['77000412', 'tl-04', 'Linden 0442', 'b71f2e08', 'ulla@']) {
    await userEvent.fill(field, typed);
    await waitFor(() => {
      expect(screen.queryByText('Bageriet Ljung')).toBeNull();
      expect(screen.queryByText('Tryckhuset Linden')).not.toBeNull();
    }, patient);
  }
  await userEvent.fill(field, '77000413');
  await screen.findByText('Inga träffar', {}, patient);
});
