import { expect, test } from '@playwright/test';
import { enterExample, heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

test('X14: Back closes what is over a screen, and leaves the screen only after that', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await page.getByRole('link', { name: 'Kredit', exact: true }).tap();
  await expect(heading(page, 'Kredit')).toBeVisible();
  await page.getByRole('link', { name: /WDEMO1002/ }).tap();
  await expect(page.getByRole('heading', { level: 1, name: /kr$/ })).toBeVisible();
  const order = page.url();
  await page.getByRole('button', { name: 'Lägg in kod' }).first().tap();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  expect(page.url()).toBe(order);
  // Also when it is opened once more.
  await page.getByRole('button', { name: 'Lägg in kod' }).first().tap();
  await expect(sheet).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  expect(page.url()).toBe(order);
  await page.goBack();
  await expect(page).toHaveURL(`${served.url}/credit`);
});

test('X14: a sheet with its own address is left by Back as any screen is', async ({ page }) => {
  await enterExample(page, served.url);
  await page.getByRole('link', { name: 'VIP', exact: true }).tap();
  await page.getByRole('link', { name: /Björkdalens folkhögskola/ }).tap();
  await page.getByRole('link', { name: 'Ny inköpsauktorisering' }).tap();
  await expect(page).toHaveURL(/authorize/);
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/\/vip\/[^/]+$/);
  await page.goBack();
  await expect(page).toHaveURL(`${served.url}/vip`);
});
