import { screen } from '@testing-library/svelte';
import { test } from 'vitest';
import VipList from '#ui/vip/VipList.svelte';
import { customerWith, orderLine, vipOrderWith } from '#tests/factories/vip.ts';
import { saidPlan } from '#tests/factories/vip-renewals.ts';
import { addRecords } from '../apps/apps-app.ts';
import { openApp } from '../credit/credit-app.ts';
import { showVip } from './vip-app.ts';

const patient = { timeout: 20_000 };

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
