import { expect, type Locator, type Page } from '@playwright/test';

/** The title of a screen. */
export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true });

/** Enters the example workspace from the first start; its database stays in this browser. */
export const enterExample = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/`);
  await page.getByRole('button', { name: 'Prova med exempeldata' }).tap();
  await expect(heading(page, 'Frister')).toBeVisible();
};

/** Opens the import by More, as one does on a phone; both are loaded only now. */
export const openImport = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Mer', exact: true }).last().tap();
  await expect(heading(page, 'Mer')).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Import/ })
    .tap();
  await expect(heading(page, 'Import')).toBeVisible();
};

/** What is shown where an address has no screen. */
export const notFound = (page: Page): Locator => page.getByText('404');

/** What is shown where a screen could not be loaded. */
export const notLoaded = (page: Page): Locator => page.getByText('500');
