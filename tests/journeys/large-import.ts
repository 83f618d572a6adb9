import { expect, type Page } from '@playwright/test';
import { chooseFile, countsOf, fixture, importButton } from './import-steps.ts';

/** The file of ten thousand codes. */
export const LARGE = '15-large-10000.csv';

/** Chooses the large file and waits for its dry run. */
export const tryLarge = async (page: Page): Promise<void> => {
  await chooseFile(page, fixture(LARGE));
  await expect(importButton(page)).toHaveText(/Importera 10\s?000 rader/);
  expect(await countsOf(page)).toEqual([10_000, 0, 0, 0]);
};

/** Presses the import's button and waits until some of it is written. */
export const beginRun = async (page: Page): Promise<void> => {
  await importButton(page).click();
  await expect(page.getByText(/^[1-9][\d\s]* av 10\s001$/)).toBeVisible();
};
