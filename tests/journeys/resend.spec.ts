import { expect, test, type Page } from '@playwright/test';
import { enterExample, heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
test.beforeEach(async ({ page, context }) => {
  // Nothing outside is reached: what a way opens is only looked at.
  await context.route(/apple\.com|nordby\.example/, (route) => route.fulfill({ body: 'Apple' }));
  await page.clock.setFixedTime('2026-11-20T09:00:00Z');
  await enterExample(page, served.url);
  await page.goto(`${served.url}/credit`);
});

/** The order of the example that has left the inbox, bought from a reseller. */
const EXPIRED = 'WDEMO1003';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const stepBox = (page: Page, step: string) =>
  page.getByRole('checkbox', { name: `Klart: ${step}` });
const stepsOf = async (page: Page, number: string): Promise<string[]> => {
  const order = (await storedRecords(page, 'credit-order')).find(
    ({ data }) => data.orderNumber === number,
  );
  return (order?.steps ?? []).map(({ kind, on }) => `${kind} ${on}`);
};

test('A9: AppleCare is asked for what expired, over a reload, and its answer begins ninety new days', async ({
  page,
  context,
}) => {
  await page.getByRole('link', { name: 'Återsänd', exact: true }).tap();
  await expect(page.getByRole('radio', { name: 'AppleCare' })).toBeChecked();
  await expect(page.getByText('0 av 6 klart')).toBeVisible();
  await button(page, 'Kopiera text').tap();
  await expect(page.getByText('Texten är kopierad')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`\n${EXPIRED}    7 500 kr\n`);
  expect(copied).toMatch(/^Hej,\n/);
  await button(page, 'English').tap();
  await expect(page.getByText('Please resend it to our Apple ID')).toBeVisible();
  await tick(page.getByRole('radio', { name: 'Education' }));
  const form = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Öppna formuläret' }).tap();
  expect((await form).url()).toBe('https://support.apple.com/102073');
  await tick(stepBox(page, 'Klicka på Submit'));
  await expect(page.getByText('3 av 6 klart')).toBeVisible();

  // What was begun goes on where it was left.
  await page.reload();
  await expect(page.getByText('3 av 6 klart')).toBeVisible();
  await expect(stepBox(page, 'Klicka på Submit')).toBeChecked();
  await button(page, 'Begärd i dag').tap();
  await expect(page.getByText('Återsändning begärd')).toBeVisible();
  expect((await stepsOf(page, EXPIRED)).at(-1)).toBe('resend-requested 2026-11-20');

  await page.goto(`${served.url}/deadlines`);
  await expect(page.getByRole('link', { name: /Fråga om återsändningen, 7.500 kr/ })).toContainText(
    'fre 27 nov',
  );
  await page.goto(`${served.url}/credit/resend?waiting`);
  await tick(page.getByRole('checkbox', { name: /7.500 kr/ }));
  await button(page, 'Mejlet har kommit').tap();
  await expect(heading(page, 'Kredit')).toBeVisible();
  expect((await stepsOf(page, EXPIRED)).at(-1)).toBe('resent 2026-11-20');
  await page.getByRole('link', { name: new RegExp(EXPIRED) }).tap();
  await expect(page.getByText('dag 0 av 90')).toBeVisible();
});

test('A8: in the own store the four steps are ticked, with number and Apple ID ready to copy @long', async ({
  page,
  context,
}) => {
  await page.goto(`${served.url}/settings`);
  await page.getByLabel('Er egen Apple Online Store').fill('store.nordby.example');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Adressen börjar med https://')).toBeVisible();
  await page.getByLabel('Er egen Apple Online Store').fill('https://store.nordby.example/shop');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Adressen är sparad')).toBeVisible();

  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: new RegExp(EXPIRED) }).tap();
  await page.getByRole('button', { name: 'Fler val', exact: true }).tap();
  await page.getByRole('menuitem', { name: 'Ändra uppgifter' }).tap();
  await tick(page.getByRole('radio', { name: 'Egen store' }));
  await page.getByLabel('Apple-ID som köpte').fill('inkop@nordby.example');
  await button(page, 'Spara').tap();
  await page.getByRole('link', { name: 'Återsänd kredit' }).tap();

  await expect(page.getByRole('radio', { name: 'Apple Online Store' })).toBeChecked();
  await expect(page.getByText('Krediten köptes i er egen Apple Online Store.')).toBeVisible();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: /Apple-ID som köpte krediten/ }).tap();
  await expect.poll(copied).toBe('inkop@nordby.example');
  await page.getByRole('button', { name: /Beställningsnummer/ }).tap();
  await expect.poll(copied).toBe(EXPIRED);
  const store = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Butiken' }).tap();
  expect((await store).url()).toBe('https://store.nordby.example/shop');
  await expect(stepBox(page, 'Gå till er Apple Online Store')).toBeChecked();
  for (const step of [
    'Konto, Kontrollera beställningsstatus',
    'Logga in, eller ange beställningsnumret',
  ])
    await tick(stepBox(page, step));
  await expect(page.getByText('3 av 4 klart')).toBeVisible();
  await button(page, 'Begärd i dag').tap();
  await expect(page.getByRole('heading', { name: 'Vänta på svaret' })).toBeVisible();
  expect((await stepsOf(page, EXPIRED)).at(-1)).toBe('resend-requested 2026-11-20');
});
