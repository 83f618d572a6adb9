import { expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { handOver } from './hand-over.ts';
import { unlock } from './import-steps.ts';
import { heading } from './screens.ts';
import { seedFile } from './seed/build-seed.ts';
import type { makeSeed, Secrets } from './seed/make-seed.ts';

/** The button that leads on in a step of the first start. */
export const next = (page: Page): Locator => page.getByRole('button', { name: 'Fortsätt' });

/** Goes on with the rules that are chosen beforehand: the seed's own. */
export const keepRules = async (page: Page): Promise<void> => {
  await expect(heading(page, 'Vad gäller för dig i dag?')).toBeVisible();
  await next(page).tap();
};

/** From the first screen to the passphrase, with both names given. */
export const begin = async (page: Page, url: string, way = 'Börja tomt'): Promise<void> => {
  await page.goto(`${url}/`);
  await page.getByRole('button', { name: way }).tap();
  await keepRules(page);
  await page.getByLabel('Ditt namn').fill('Sara Lindholm');
  await page.getByLabel('Arbetsplatsens namn').fill('Nordby IT');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Välj en lösenfras')).toBeVisible();
};

/** The words of a list on the screen, once it is there. */
export const wordsOf = async (page: Page, list: string): Promise<string[]> => {
  const words = page.getByRole('list', { name: list }).locator('.word');
  await expect(words).not.toHaveCount(0);
  return words.allTextContents();
};

/** The fields in which the check of a kit asks for words, once they are there, each with its own. */
export const wordsAskedFor = async (
  page: Page,
  kit: readonly string[],
): Promise<{ readonly field: Locator; readonly word: string }[]> => {
  const fields = page.getByRole('textbox', { name: /^(Ord|Word) \d+$/ });
  await expect(fields).not.toHaveCount(0);
  const asked = async (field: Locator) => {
    const place = Number(/\d+/.exec((await field.getAttribute('aria-label')) ?? '')?.[0]);
    return { field, word: kit[place - 1] ?? '' };
  };
  return Promise.all((await fields.all()).map(asked));
};

/** Types the five words again and goes on; answers the passphrase. */
export const choosePhrase = async (page: Page): Promise<string> => {
  await expect(heading(page, 'Välj en lösenfras')).toBeVisible();
  const words = await wordsOf(page, 'De fem orden');
  await page.getByLabel('Skriv orden en gång till').fill(words.join(' '));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Återställningskit')).toBeVisible();
  return words.join(' ');
};

/** Reads the kit and answers its check; answers the twelve words. */
export const answerKit = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Visa alla ord' }).tap();
  const kit = await wordsOf(page, 'Kitets tolv ord');
  await page.getByRole('button', { name: 'Dölj och kontrollera' }).tap();
  for (const { field, word } of await wordsAskedFor(page, kit)) await field.fill(word);
  return kit.join(' ');
};

/** Reads the kit, answers its check and makes the workspace; answers the twelve words. */
export const checkKit = async (page: Page): Promise<string> => {
  const kit = await answerKit(page);
  await page.keyboard.press('Enter');
  return kit;
};

/** Makes a workspace by the steps of the first start; its codes are open. Answers what opens them. */
export const makeWorkspace = async (page: Page, url: string): Promise<Secrets> => {
  await begin(page, url);
  const phrase = await choosePhrase(page);
  const kit = await checkKit(page);
  await expect(heading(page, 'Frister')).toBeVisible();
  return { phrase, kit };
};

let seed: Promise<string> | undefined;

/**
 * Lays the same workspace on a device without walking there, for journeys that begin in it; nothing
 * of the app runs yet. Answers what opens its codes.
 */
export const laySeed = async (page: Page, url: string): Promise<Secrets> => {
  seed ??= readFile(seedFile(), 'utf8');
  // The lightest page of the app's own origin.
  await page.goto(`${url}/favicon.svg`);
  await handOver(page, await seed);
  return page.evaluate(() => {
    const { seed } = globalThis as unknown as { seed: { makeSeed: typeof makeSeed } };
    return seed.makeSeed('Nordby IT', 'Sara Lindholm');
  });
};

/** Lays a workspace on the device and opens the app, with codes locked. Answers what opens them. */
export const seedWorkspace = async (page: Page, url: string): Promise<Secrets> => {
  const secrets = await laySeed(page, url);
  await page.goto(`${url}/`);
  await expect(heading(page, 'Frister')).toBeVisible();
  return secrets;
};

/** The same with codes unlocked, for what is done with them within one visit; ends at the vault. */
export const seedUnlocked = async (page: Page, url: string): Promise<Secrets> => {
  const secrets = await laySeed(page, url);
  await page.goto(`${url}/vault`);
  await page.getByRole('button', { name: 'Lås upp' }).tap();
  await unlock(page, secrets.phrase);
  return secrets;
};
