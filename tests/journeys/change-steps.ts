import { expect, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';
import { wordsAskedFor, wordsOf } from './workspace.ts';

/** Proves to know the passphrase, before it or the keys are changed. */
export const prove = async (page: Page, phrase: string): Promise<void> => {
  await page.getByLabel('Lösenfras').fill(phrase);
  await button(page, 'Fortsätt').tap();
};

/** Reads a new kit and answers its check; answers its words. */
export const newKit = async (page: Page): Promise<string[]> => {
  await button(page, 'Visa alla ord').tap();
  const kit = await wordsOf(page, 'Kitets tolv ord');
  expect(await axeFaults(page)).toEqual([]);
  await button(page, 'Dölj och kontrollera').tap();
  for (const { field, word } of await wordsAskedFor(page, kit)) await field.fill(word);
  return kit;
};
