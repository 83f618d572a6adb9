import { expect, test } from '@playwright/test';
import { fillOrder } from './credit-orders.ts';
import { enterExample, heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

test('X14: the language chosen in one tab applies to the others, and what a form there holds stays', async ({
  page,
  context,
}) => {
  await enterExample(page, served.url);
  await page.goto(`${served.url}/credit/new`);
  await fillOrder(page, { number: '4500218837', amount: '25 000' });
  const other = await context.newPage();
  await other.goto(`${served.url}/settings`);
  await other.getByRole('radio', { name: 'English' }).tap();
  await expect(heading(other, 'Settings')).toBeVisible();

  await expect(heading(page, 'New order')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByLabel('Order number', { exact: true })).toHaveValue('4500218837');
  // The same amount, as it is written in English.
  await expect(page.getByLabel('Credit value')).toHaveValue(/^SEK.25,000$/);
  await other.getByRole('radio', { name: 'Svenska' }).tap();
  await expect(heading(page, 'Ny order')).toBeVisible();
  await expect(page.getByLabel('Ordernummer', { exact: true })).toHaveValue('4500218837');
});
