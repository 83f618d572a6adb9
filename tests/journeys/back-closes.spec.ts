import { expect, test } from '@playwright/test';
import { chooseFile } from './import-steps.ts';
import { enterExample, heading, openImport } from './screens.ts';
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

test('X14: Back closes a row of the dry run, and leaves the dry run only after that', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await openImport(page);
  // A fresh start is locked.
  await page.reload();
  const [first, ...codes] = Array.from({ length: 40 }, (_, at) => `XFAKECREDIT${1000 + at}`);
  const buffer = Buffer.from(['Code', first, ...codes, first].join('\r\n'));
  await chooseFile(page, { name: 'koder.csv', mimeType: 'text/csv', buffer });
  // The sheet that unlocks closes first, too: the file still waits for it.
  const unlocking = page.getByRole('dialog', { name: /^Lås upp / });
  await expect(unlocking).toBeVisible();
  await page.goBack();
  await expect(unlocking).toBeHidden();
  await page.getByRole('button', { name: /^Lås upp/ }).tap();
  await unlocking.getByRole('button', { name: 'Lås upp', exact: true }).tap();
  await expect(heading(page, 'Provkörning')).toBeVisible();

  await page.getByRole('button', { name: 'Visa alla 41' }).tap();
  const row = page.getByRole('button', { name: /^Rad 42/ });
  const sheet = page.getByRole('dialog', { name: 'Rad 42' });
  for (const times of [1, 2])
    await test.step(`time ${times}`, async () => {
      await row.scrollIntoViewIfNeeded();
      const at = await page.evaluate(() => scrollY);
      expect(at).toBeGreaterThan(0);
      await row.tap();
      await expect(sheet).toBeVisible();
      await page.goBack();
      await expect(sheet).toBeHidden();
      await expect(heading(page, 'Provkörning')).toBeVisible();
      await expect(row).toBeFocused();
      expect(await page.evaluate(() => scrollY)).toBe(at);
    });
  await page.goBack();
  await expect(heading(page, 'Import')).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'Mer')).toBeVisible();
});
