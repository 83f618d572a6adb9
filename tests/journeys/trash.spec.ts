import { expect, test } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { chooseFile, fixture, importButton } from './import-steps.ts';
import { enterExample, heading, openImport } from './screens.ts';
import { serve, type Served } from './serve.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

test('X12: an undone import lies in the trash with its codes, and can be put back', async ({ page }) => {
  await enterExample(page, served.url);
  await openImport(page);
  await chooseFile(page, fixture('01-minimal.csv'));
  await importButton(page).click();
  await expect(heading(page, '01-minimal.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Ångra importen' }).click();
  await expect(page.getByText(/^Ångrad/).first()).toBeVisible();

  await page.getByRole('navigation', { name: 'Huvudnavigering' }).getByRole('link', { name: 'Mer' }).click();
  await page.getByRole('link', { name: /^Papperskorg/ }).click();
  await expect(heading(page, 'Papperskorg')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lägg tillbaka 01-minimal' }).click();
  await expect(page.getByText('Papperskorgen är tom')).toBeVisible();

  await page.getByRole('navigation', { name: 'Huvudnavigering' }).getByRole('link', { name: 'Kredit' }).click();
  await page.getByRole('link', { name: /^01-minimal/ }).click();
  await expect(page.getByText(/^5 appkoder/)).toBeVisible();
});
