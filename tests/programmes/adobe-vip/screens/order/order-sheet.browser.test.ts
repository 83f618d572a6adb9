import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PriceListItem } from '#programmes/adobe-vip/rules/product/price-list-item.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { App } from '#ui/app.svelte.ts';
import type { GivenDuration } from '#programmes/adobe-vip/screens/order/order-words.ts';
import OrderSheet from '#programmes/adobe-vip/screens/order/OrderSheet.svelte';
import { authorizationWith, customerWith } from '#tests/factories/vip.ts';
import { priceWith } from '#tests/factories/vip-invoices.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { faults } from '#tests/ui/axe.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { showUnderCustomer } from '#tests/programmes/adobe-vip/screens/vip-app.ts';

const SKU = '65297600BA01A12';
const patient = { timeout: 60_000 };

/** Six of Illustrator wait for their order; the anniversary is on 19 April. */
const open = async (
  data: Partial<VipCustomerData> = {},
  given?: GivenDuration,
  {
    sku = SKU,
    prices = [],
  }: { readonly sku?: string; readonly prices?: readonly PriceListItem[] } = {},
): Promise<App> => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  await addRecords(app, [
    customerWith({ anniversary: '2027-04-19', level: '2', ...data }),
    authorizationWith({
      createdOn: '2026-11-10',
      lines: { a: { product: 'Illustrator', quantity: 6, sku } },
    }),
    ...prices,
  ]);
  showUnderCustomer(app, OrderSheet, (here) => ({
    customer: here.customer!,
    authorization: here.book!.authorizations[0]!,
    given,
    onclose: () => undefined,
    ondone: () => undefined,
  }));
  await screen.findByRole('dialog', {}, patient);
  return app;
};
const fill = async (field: HTMLElement, value: string): Promise<void> => {
  await fireEvent.input(field, { target: { value } });
  await fireEvent.change(field);
};
const place = async (): Promise<void> =>
  userEvent.click(screen.getByRole('button', { name: 'Ordern är lagd' }));
const orders = async (app: App): Promise<VipOrder[]> =>
  (await app.records.find({ kind: 'vip-order', parent: 'customer-1' })) as unknown as VipOrder[];

describe('C4: the order sheet', () => {
  test('C4: the duration that is noted is that of the order’s day', async () => {
    const app = await open();
    expect(screen.getByRole('spinbutton', { name: 'Månader' })).toHaveValue(4);
    await place();
    expect(screen.getByText('4 månader till årsdagen 19 apr 2027')).toBeVisible();
    await fill(screen.getByLabelText('Orderdag'), '2026-11-18');
    expect(screen.getByText('5 månader till årsdagen 19 apr 2027')).toBeVisible();
    await fill(screen.getByLabelText('Ordernummer'), '77000412');
    await userEvent.click(screen.getByRole('button', { name: 'Spara ordern, 1 rad' }));
    await waitFor(async () => expect(await orders(app)).toHaveLength(1), patient);
    const [order] = await orders(app);
    expect(order?.data).toMatchObject({
      orderDate: '2026-11-18',
      duration: { count: 5, unit: 'months' },
    });
  });

  test('C4, X14: once the order is placed, the keyboard goes on in the sheet', async () => {
    await open();
    screen.getByRole('button', { name: 'Ordern är lagd' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Ordern är lagd' })).toHaveFocus(),
    );
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByLabelText('Ordernummer')).toHaveFocus();
  });

  test('C4: rule 33: on the anniversary the order is of the next term', async () => {
    await open({ anniversary: '2026-11-20', programme: 'vip-marketplace' });
    expect(screen.getByText('till årsdagen 20 nov 2027')).toBeVisible();
    expect(screen.getByRole('spinbutton', { name: 'Dagar' })).toHaveValue(365);
  });

  test('C4: what the calculator said holds for its day, with which the form begins', async () => {
    await open({}, { count: 3, unit: 'months', on: '2026-11-18' });
    await place();
    expect(screen.getByLabelText('Orderdag')).toHaveValue('2026-11-18');
    expect(screen.getByText('3 månader till årsdagen 19 apr 2027')).toBeVisible();
    await fill(screen.getByLabelText('Orderdag'), '2026-11-20');
    expect(screen.getByText('4 månader till årsdagen 19 apr 2027')).toBeVisible();
  });

  test('C14: the level, what is missing to the next, and a SKU of another level', async () => {
    await open();
    expect(
      screen.getByText('Rabattnivå 2. 44 licenser till i samma order ger nivå 3.'),
    ).toBeVisible();
    const other = `${SKU} hör till en annan nivå. På nivå 2 heter den 65297600BA02A12.`;
    expect(screen.getByText(other)).toBeVisible();
    expect(await faults()).toEqual([]);
    expect(screen.getByText(/6 × 65297600BA02A12 Illustrator/)).toBeVisible();
    expect(await faults()).toEqual([]);
    await place();
    const field = screen.getByLabelText('SKU, 6 × Illustrator');
    expect(field).toHaveValue('65297600BA02A12');
    expect(screen.queryByText(other)).toBeNull();
    await fill(field, SKU);
    expect(screen.getByText(other)).toBeVisible();
  });

  test('C4: a SKU of a higher level than is known of the customer stays, and is pointed out', async () => {
    await open({ level: '' }, undefined, { sku: '65297600BA03A12' });
    expect(screen.getByText(/6 × 65297600BA03A12 Illustrator/)).toBeVisible();
    expect(screen.getByText(/^65297600BA03A12 hör till en annan nivå\./)).toBeVisible();
    await place();
    expect(screen.getByLabelText('SKU, 6 × Illustrator')).toHaveValue('65297600BA03A12');
  });

  test('C14: once a commitment is over, a higher level stays and its committed code does not', async () => {
    const commitment = { acceptedOn: '2022-01-01', lastDay: '2024-12-31', minimum: 10 };
    await open({ level: '', commitment }, undefined, { sku: '65297600BA13A12' });
    expect(screen.getByText(/6 × 65297600BA03A12 Illustrator/)).toBeVisible();
  });

  test('C4, C9: a product without its own SKU is ordered by that of the price list, and noted by it', async () => {
    const skus = ['65297600CA02A12', '65297600BA01A12', '65297600BB02A12', '65297600BA02A12'];
    const app = await open({ segment: 'COM' }, undefined, {
      sku: '',
      prices: skus.map((sku) => priceWith({ sku, segment: '' })),
    });
    expect(await screen.findByText(/6 × 65297600BA02A12 Illustrator/, {}, patient)).toBeVisible();
    await place();
    expect(screen.getByLabelText('SKU, 6 × Illustrator')).toHaveValue('65297600BA02A12');
    await fill(screen.getByLabelText('Ordernummer'), '77000412');
    await userEvent.click(screen.getByRole('button', { name: 'Spara ordern, 1 rad' }));
    await waitFor(async () => expect(await orders(app)).toHaveLength(1), patient);
    const [order] = await orders(app);
    expect(Object.values(order!.data.lines)).toMatchObject([
      { sku: '65297600BA02A12', quantity: 6 },
    ]);
  });

  test('C14: of consumables alone there is no level', async () => {
    await open({ level: '' }, undefined, { sku: '65297600BATAA12' });
    expect(
      screen.getByText('Rabattnivå –. 10 licenser till i samma order ger nivå 2.'),
    ).toBeVisible();
  });

  test('C14: level 1 with the SKU of level 1 says nothing of another', async () => {
    await open({ level: '' });
    expect(
      screen.getByText('Rabattnivå 1. 4 licenser till i samma order ger nivå 2.'),
    ).toBeVisible();
    expect(screen.queryByText(/hör till en annan nivå/)).toBeNull();
  });
});
