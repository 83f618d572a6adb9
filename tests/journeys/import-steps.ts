import { expect, type Locator, type Page } from '@playwright/test';
import { basename, join, resolve } from 'node:path';
import { heading } from './screens.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/apple-codes');

/** A sheet of the fixtures by its name. */
export const fixture = (name: string): string => join(fixtures, name);

/** Unlocks in the sheet that asks for the passphrase. */
export const unlock = async (page: Page, phrase: string): Promise<void> => {
  const sheet = page.getByRole('dialog', { name: /^Lås upp / });
  await sheet.getByLabel('Lösenfras').fill(phrase);
  await sheet.getByRole('button', { name: 'Lås upp', exact: true }).tap();
  await expect(sheet).toBeHidden();
};

/**
 * Chooses a file by the real file input of the import screen; what is shown next is the caller's to
 * see.
 */
export const chooseFile = async (
  page: Page,
  file: Parameters<Locator['setInputFiles']>[0],
): Promise<void> => {
  await page.locator('input[type=file]').first().setInputFiles(file);
};

/** How many rows a dry run or a finished import counts as new, changed, same and failed. */
export const countsOf = async (page: Page): Promise<readonly number[]> => {
  const count = async (label: string): Promise<number> => {
    const item = page.getByRole('listitem').filter({ hasText: new RegExp(`^[\\d\\s]+${label}$`) });
    return Number((await item.first().innerText()).replace(/\D/g, ''));
  };
  return [
    await count('nya'),
    await count('(?:ändras|ändrade?)'),
    await count('lika'),
    await count('(?:läses inte|inte lästa?)'),
  ];
};

/** The one button that writes. */
export const importButton = (page: Page): Locator =>
  page.getByRole('button', { name: /^Importera \d/ }).first();

/** Brings a list in whole: chosen, tried, and written once the dry run counts what it should. */
export const bringList = async (
  page: Page,
  file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  counts?: readonly number[],
): Promise<void> => {
  await chooseFile(page, file);
  await expect(heading(page, 'Provkörning')).toBeVisible();
  if (counts !== undefined) expect(await countsOf(page)).toEqual(counts);
  await importButton(page).tap();
  await expect(heading(page, typeof file === 'string' ? basename(file) : file.name)).toBeVisible();
};

/** Back from the screen of what came in. */
export const backToImport = async (page: Page): Promise<void> => {
  await page.goBack();
  await expect(heading(page, 'Import')).toBeVisible();
};
