import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { enterExample, heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const fixture = (name: string): string =>
  join(import.meta.dirname, '../fixtures/apple-codes', name);

const choose = async (page: Page, name: string): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles(fixture(name));
};

/** The example workspace's phrase is filled in. */
const unlock = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: 'Lås upp', exact: true }).tap();

const counts = (page: Page, sentence: string) => page.getByRole('img', { name: sentence });

test('A5: a file is tried, imported, found the same, and taken back', async ({ page }) => {
  await enterExample(page, served.url);
  await openImport(page);
  // A fresh start is locked.
  await page.reload();
  await choose(page, '01-minimal.csv');
  await unlock(page);
  await expect(counts(page, '5 nya, 0 ändras, 0 lika, 0 läses inte')).toBeVisible();
  // Back leaves the dry run, not the screen; the file is gone.
  await page.goBack();
  await expect(heading(page, 'Import')).toBeVisible();
  await expect(page.getByText('Inget är inläst än.')).toBeVisible();
  await page.goForward();
  await expect(heading(page, 'Import')).toBeVisible();

  await choose(page, '01-minimal.csv');
  await page.getByRole('button', { name: 'Importera 5 rader' }).tap();
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
  await expect(heading(page, '01-minimal.csv')).toBeVisible();
  await expect(page.getByRole('link', { name: /01-minimal 5 koder/ })).toBeVisible();
  expect(await page.content()).not.toContain('FAKE');
  await page.goBack();
  await expect(page.getByRole('link', { name: /01-minimal\.csv/ })).toBeVisible();

  await choose(page, '01-minimal.csv');
  await expect(counts(page, '0 nya, 0 ändras, 5 lika, 0 läses inte')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Inget nytt att importera' })).toBeDisabled();
  await page.getByRole('button', { name: 'Avbryt' }).tap();

  await page.getByRole('button', { name: 'Ångra importen av 01-minimal.csv' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Ångra importen', exact: true }).tap();
  await expect(page.getByText('Importen är ångrad')).toBeVisible();
  await expect(page.getByText(/Ångrad i dag/)).toBeVisible();

  // Right after an import, the message about it takes it back in one tap.
  await choose(page, '01-minimal.csv');
  await page.getByRole('button', { name: 'Importera 5 rader' }).tap();
  await expect(heading(page, '01-minimal.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Ångra', exact: true }).tap();
  await expect(page.getByText('Importen är ångrad')).toBeVisible();
  await expect(page.getByText(/Ångrad i dag/)).toBeVisible();
});
