import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import RenewalList from '#programmes/adobe-vip/screens/renewal-overview/RenewalList.svelte';
import VipList from '#programmes/adobe-vip/screens/list/VipList.svelte';
import {
  authorizationWith,
  customerWith,
  orderLine,
  stepOf,
  vipOrderWith,
} from '#tests/factories/vip.ts';
import { saidPlan } from '#tests/factories/vip-renewals.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showVip } from './vip-app.ts';

const patient = { timeout: 60_000 };
afterEach(() => page.viewport(390, 844));

/**
 * What of a row's second line cannot be seen: beyond its end, below its last line, or under the
 * row.
 */
const cutDays = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-row] .detail')]
    .filter((line) => {
      const row = line.closest('[data-row]')!.getBoundingClientRect();
      return (
        line.scrollWidth > line.clientWidth + 1 ||
        line.scrollHeight > line.clientHeight + 1 ||
        line.getBoundingClientRect().bottom > row.bottom
      );
    })
    .map(({ textContent }) => textContent);

test.each([
  [390, 'sv'],
  [320, 'sv'],
  [390, 'en'],
  [320, 'en'],
] as const)(
  'X14: at %i px no day is cut at the end of a customer’s row: %s',
  async (width, language) => {
    await page.viewport(width, 844);
    const { app } = await openApp();
    await addRecords(app, [
      customerWith({ name: 'Stiftelsen Norrskensmuseet', anniversary: '2026-11-30' }),
      customerWith(
        { name: 'Museum Norrsken', anniversary: '2026-11-02' },
        [stepOf('renewal-closed', '2026-11-02', { anniversary: '2026-11-02' })],
        'customer-2',
      ),
      customerWith(
        { name: 'Ekudden', anniversary: '2028-10-28', plans: saidPlan('Acrobat Pro', 12_000) },
        [],
        'customer-3',
      ),
      authorizationWith({ createdOn: '2026-09-20' }),
    ]);
    for (const [part, given] of [
      [VipList, {}],
      [RenewalList, { view: 'overview' }],
    ] as const) {
      const shown = showVip(app, part as never, given as never, language);
      await screen.findByText('Museum Norrsken', {}, patient);
      await waitFor(
        () => expect(document.querySelector('[data-row] .detail')).not.toBeNull(),
        patient,
      );
      if (part === VipList) await screen.findByText(/12\D000/, {}, patient);
      expect(cutDays()).toEqual([]);
      shown.unmount();
    }
  },
);

test('C7: a row of the list counts what was ordered, and again when an order comes', async () => {
  const { app } = await openApp();
  const plans = saidPlan('Illustrator', 10);
  await addRecords(app, [customerWith({ anniversary: '2026-12-13', plans })]);
  await addRecords(app, [vipOrderWith({ orderDate: '2026-11-20', lines: { a: orderLine(3) } })]);
  showVip(app, VipList, {});
  await screen.findByText('Årsdag 13 dec, 13 licenser', {}, patient);
  await addRecords(app, [
    vipOrderWith({ orderDate: '2026-11-20', lines: { a: orderLine(4) } }, 'order-2'),
  ]);
  await screen.findByText('Årsdag 13 dec, 17 licenser', {}, patient);
});

test('X13: with an invoice in hand a customer is found by the order, PO or authorization number, and by its admin', async () => {
  const { app } = await openApp();
  const ordered = stepOf('ordered', '2026-11-21', {
    order: 'order-1',
    orderNumber: '77000412',
    line: 'a',
  });
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
