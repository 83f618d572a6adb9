import { expect, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';

/** Proves to know the passphrase, before it or the keys are changed. */
export const prove = async (page: Page, phrase: string): Promise<void> => {
  await page.getByLabel('Lösenfras').fill(phrase);
  await button(page, 'Fortsätt').tap();
};

/** The words of a list on the screen. */
export const wordsOf = (page: Page, list: string): Promise<string[]> =>
  page.getByRole('list', { name: list }).locator('.word').allTextContents();

/** Reads a new kit and answers its check; answers its words. */
export const newKit = async (page: Page): Promise<string[]> => {
  await button(page, 'Visa alla ord').tap();
  const kit = await wordsOf(page, 'Kitets tolv ord');
  expect(await axeFaults(page)).toEqual([]);
  await button(page, 'Dölj och kontrollera').tap();
  for (const field of await page.getByLabel(/^Ord \d+$/).all()) {
    const place = Number(/\d+/.exec((await field.getAttribute('aria-label')) ?? '')?.[0]);
    await field.fill(kit[place - 1] ?? '');
  }
  return kit;
};
