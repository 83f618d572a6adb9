import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { unlock } from './import-steps.ts';
import { heading } from './screens.ts';
import { laySeed } from './workspace.ts';

/** A separate browser profile: another device, as far as the app can know. */
export type Profile = { readonly context: BrowserContext; readonly page: Page };

/** Opens another device. */
export const newProfile = async (browser: Browser): Promise<Profile> => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  return { context, page: await context.newPage() };
};

/**
 * Connects a workspace by the link that the server printed; answers its passphrase.
 */
export const connectWorkspace = async (
  page: Page,
  url: string,
  setUpLink: string,
): Promise<string> => {
  const { phrase } = await laySeed(page, url);
  await page.goto(setUpLink);
  await page.getByRole('button', { name: 'Koppla' }).tap();
  await expect(heading(page, 'Personer')).toBeVisible();
  return phrase;
};

/**
 * Makes an invitation on the screen of people, unlocking codes where they are locked; answers its
 * link.
 */
export const invite = async (page: Page, phrase: string): Promise<string> => {
  await page.getByRole('button', { name: 'Skapa en inbjudan' }).tap();
  const qr = page.getByRole('img', { name: 'QR-kod med inbjudan' });
  const lock = page.getByRole('dialog', { name: 'Lås upp koder' });
  await expect(lock.or(qr)).toBeVisible();
  if (await lock.isVisible()) await unlock(page, phrase);
  await expect(qr).toBeVisible();
  await page.getByRole('button', { name: 'Kopiera länken' }).tap();
  await expect(page.getByText('Länken är kopierad')).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
};

/** Comes in by a link as someone new, and ends at home. */
export const joinAs = async (page: Page, link: string, name: string): Promise<void> => {
  await page.goto(link);
  await expect(heading(page, 'Gå med i Nordby IT')).toBeVisible();
  await page.getByRole('button', { name: 'Gå med' }).tap();
  await expect(heading(page, 'Vem är du?')).toBeVisible();
  await page.getByLabel('Ditt namn').fill(name);
  await page.getByRole('button', { name: 'Klar' }).tap();
  await expect(heading(page, 'Frister')).toBeVisible();
};
