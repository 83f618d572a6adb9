import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { LARGE } from './fixture-workspaces.ts';
import { chooseFile, countsOf, fixture, importButton } from './import-steps.ts';

/** Its first rows, where an import has to take a while and not a minute. */
export const firstOfLarge = (rows: number): { name: string; mimeType: string; buffer: Buffer } => {
  const lines = readFileSync(fixture(LARGE), 'utf8').split('\n');
  return {
    name: LARGE,
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.slice(0, rows + 1).join('\n')),
  };
};

/** A number as the screens write it. */
const written = (count: number): string => String(count).replace(/(\d)(\d{3})$/, '$1\\s?$2');

/** Chooses the large file, or its first rows, and waits for its dry run. */
export const tryLarge = async (page: Page, rows = 10_000): Promise<void> => {
  await chooseFile(page, rows === 10_000 ? fixture(LARGE) : firstOfLarge(rows));
  await expect(importButton(page)).toHaveText(new RegExp(`Importera ${written(rows)} rader`));
  expect(await countsOf(page)).toEqual([rows, 0, 0, 0]);
};

/** Presses the import's button and waits until some of it is written: the batch and its codes. */
export const beginRun = async (page: Page, rows = 10_000): Promise<void> => {
  await importButton(page).tap();
  await expect(
    page.getByText(new RegExp(`^[1-9][\\d\\s]* av ${written(rows + 1)}$`)),
  ).toBeVisible();
};
