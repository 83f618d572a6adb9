import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { button, fillOrder, mailCame, readyOrderInApp } from './credit-orders.ts';
import { chooseFile, importButton, unlock } from './import-steps.ts';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { connectWorkspace, invite, joinAs, newProfile } from './two-devices.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

const THREE = ['4500190417', '4500196018', '4500197752'] as const;
const NUMBER = '4500218837';
const CODE = 'XFAKECREDITJOURNE';
const SHEET = `Order Number,Order Date,Credit Amount,Currency,Redemption Code\n${NUMBER},2026-08-20,25000.00,SEK,${CODE}\n`;

const save = async (page: Page, dialog: string): Promise<void> => {
  await page.getByRole('dialog', { name: dialog }).getByRole('button', { name: 'Spara' }).tap();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};
const openOrder = async (page: Page, number: string): Promise<void> => {
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: new RegExp(number) }).tap();
  await expect(page.getByRole('heading', { level: 1, name: /kr$/ })).toBeVisible();
};
const stepsOf = async (page: Page, number: string): Promise<string[]> => {
  const orders = await storedRecords(page, 'credit-order');
  const order = orders.findLast(({ data }) => data.orderNumber === number);
  return (order?.steps ?? []).map(({ kind }) => kind);
};

const notesOf = async (page: Page, number: string): Promise<unknown[]> => {
  const orders = await storedRecords(page, 'credit-order');
  return orders
    .filter(({ data }) => data.orderNumber === number)
    .flatMap(({ steps }) => steps.map(({ note }) => note));
};

/** The fixture's letter, with the third order under its two. */
const letterForThree = async (): Promise<string> => {
  const letter = await readFile(resolve(import.meta.dirname, '../fixtures/resend/en.txt'), 'utf8');
  return letter.trimEnd().replace(/(4500196018 .*)/, `$1\n4500190417    SEK 5,000`);
};

test('journey: Apple credit', async ({ browser }) => {
  test.slow();
  const [sara, johan] = [await newProfile(browser), await newProfile(browser)];
  const at = async (moment: string): Promise<void> => {
    for (const { context } of [sara, johan]) await context.clock.setFixedTime(moment);
  };

  // Three orders come to the inbox in their time.
  await at('2026-07-30T08:00:00Z');
  const phrase = await connectWorkspace(sara.page, served.url, served.setUpLink());
  await readyOrderInApp(sara.page, served.url, { number: '4500190417', amount: '5 000' });
  await at('2026-08-03T08:00:00Z');
  await readyOrderInApp(sara.page, served.url, { number: '4500196018', amount: '8 000' });
  await at('2026-08-14T08:00:00Z');
  await readyOrderInApp(sara.page, served.url, { number: '4500197752', amount: '12 000' });

  // One is a draft at first, its purchaser is rejected, and it is ordered again.
  await at('2026-08-20T08:00:00Z');
  const { page } = sara;
  const again = { number: NUMBER, amount: '25 000' };
  await page.goto(`${served.url}/credit/new`);
  await fillOrder(page, {
    ...again,
    number: '4500218800',
    purchaser: ['Birgit Vall', 'bok@nordby.example'],
  });
  await button(page, 'Spara utkast').tap();
  await expect(heading(page, '25 000 kr')).toBeVisible();
  await button(page, 'Markera som beställd').tap();
  await save(page, 'Beställd');
  await page.goto(`${served.url}/credit/purchasers`);
  await page.getByRole('link', { name: /Birgit Vall/ }).tap();
  await button(page, 'Avvisat av Apple').tap();
  await page.getByLabel('Varför').fill('Kontot är ingen innehållsköpare.');
  await button(page, 'Spara').tap();
  await page.getByRole('link', { name: 'Beställ igen', exact: true }).tap();
  await expect(page.getByLabel('Kreditvärde')).toHaveValue(/25.000/);
  await fillOrder(page, again);
  await button(page, 'Spara som beställd').tap();
  await expect(page.getByText('Ordern är sparad som beställd')).toBeVisible();
  await page.getByRole('button', { name: /^Apple kontrollerar kontot/ }).tap();
  await page.getByRole('menuitem', { name: 'Fyll i dagen' }).tap();
  await save(page, 'Kontot godkänt');
  await mailCame(page);

  // Its sheet is imported and finds the order.
  await page.goto(`${served.url}/import`);
  await chooseFile(page, { name: 'kod.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) });
  await unlock(page, phrase);
  await importButton(page).tap();
  await expect(heading(page, 'kod.csv')).toBeVisible();
  expect(await stepsOf(page, NUMBER)).toEqual(['ordered', 'validated', 'ready', 'downloaded']);

  // A second profile joins by link, unlocks, and sees it.
  await page.goto(`${served.url}/people`);
  await joinAs(johan.page, await invite(page, phrase), 'Johan Ek');
  await openOrder(johan.page, NUMBER);
  await johan.page.getByRole('link', { name: 'Visa kod' }).tap();
  await unlock(johan.page, phrase);
  const code = johan.page.getByRole('dialog', { name: 'Inlösningskod' });
  await code.getByRole('button', { name: 'Lösa in' }).tap();
  const shown = code.getByRole('group', { name: 'Inlösningskod' });
  await expect.poll(async () => (await shown.innerText()).replace(/\s/g, '')).toBe(CODE);

  // Both without network: one redeems, the other writes a note and a field.
  await openOrder(page, NUMBER);
  for (const { context } of [sara, johan]) await context.setOffline(true);
  await code.getByRole('button', { name: 'Markera som inlöst' }).tap();
  const form = johan.page.getByRole('dialog', { name: 'Markera som inlöst' });
  await form.getByLabel('Apple-ID som löste in').fill('innehall@nordby.example');
  await form.getByRole('button', { name: 'Markera som inlöst' }).tap();
  await expect(code.getByText(/^Inlöst/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Klar i säkra inkorgen/ }).tap();
  await page.getByRole('menuitem', { name: 'Rätta' }).tap();
  const correction = page.getByRole('dialog', { name: /^Rätta/ });
  await correction.getByLabel('Anteckning').fill('Mejlet låg i skräpposten');
  await correction.getByLabel('Varför').fill('Saknades');
  await save(page, 'Rätta: Klar i säkra inkorgen');
  expect(await stepsOf(page, NUMBER)).not.toContain('redeemed');

  // Both online: both are true, on both.
  for (const { context } of [sara, johan]) await context.setOffline(false);
  for (const { page: each } of [sara, johan]) {
    await expect.poll(() => stepsOf(each, NUMBER)).toContain('redeemed');
    await expect.poll(() => notesOf(each, NUMBER)).toContain('Mejlet låg i skräpposten');
  }
  await expect(page.getByRole('heading', { name: /^Inlöst \d/ })).toBeVisible();
  await code.getByRole('button', { name: 'Stäng' }).tap();
  await expect(johan.page.getByText('Mejlet låg i skräpposten')).toBeVisible();

  // Day 91 has come for three orders: one text for AppleCare, in English.
  await at('2026-11-13T08:00:00Z');
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: 'Återsänd alla 3', exact: true }).tap();
  await button(page, 'English').tap();
  await button(page, 'Kopiera text').tap();
  await expect(page.getByText('Texten är kopierad')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await letterForThree());
  await page.getByRole('link', { name: 'Öppna formuläret' }).tap();
  await button(page, 'Begärd i dag').tap();
  await expect(page.getByRole('heading', { name: 'Vänta på svaret' })).toBeVisible();

  // The other one sees what was asked, and that it was answered.
  await johan.page.goto(`${served.url}/credit/resend?waiting`);
  for (const amount of ['5', '8', '12'])
    await tick(johan.page.getByRole('checkbox', { name: new RegExp(`^${amount}.000.kr`) }));
  await button(johan.page, 'Mejlet har kommit').tap();
  await expect(heading(johan.page, 'Kredit')).toBeVisible();
  for (const number of THREE) {
    await expect
      .poll(() => stepsOf(page, number))
      .toEqual(['ordered', 'ready', 'resend-requested', 'resent']);
    await openOrder(page, number);
    await expect(page.getByText('dag 0 av 90')).toBeVisible();
  }
});
