import { expect, test, type Page } from '@playwright/test';
import { button, readyOrderInApp } from './credit-orders.ts';
import { enterExample, heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const history = (page: Page) => page.getByRole('dialog', { name: 'Historik' });
const openFromMenu = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Fler val', exact: true }).tap();
  await page.getByRole('menuitem', { name: 'Historik' }).tap();
  await expect(history(page)).toBeVisible();
};

test('X12: the history opens from the menu of an order, brings a value back, and Back closes it', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await readyOrderInApp(page, served.url, { number: '4500218837', amount: '25 000' });
  const url = page.url();
  await page.getByRole('button', { name: 'Fler val', exact: true }).tap();
  await page.getByRole('menuitem', { name: 'Ändra uppgifter' }).tap();
  await page.getByLabel('Kreditvärde').fill('6 500');
  await button(page, 'Spara').tap();
  await expect(heading(page, '6 500 kr')).toBeVisible();

  await openFromMenu(page);
  await expect(history(page).getByText('från 25 000 kr till 6 500 kr')).toBeAttached();
  await button(page, 'Återställ till 25 000 kr, Kreditvärde').tap();
  await expect(history(page).getByText(/^Kreditvärde är återställt till 25.000.kr$/)).toBeVisible();
  await expect(history(page).getByText('från 6 500 kr till 25 000 kr')).toBeAttached();
  await page.goBack();
  await expect(history(page)).toBeHidden();
  await expect(heading(page, '25 000 kr')).toBeVisible();
  expect(page.url()).toBe(url);
});

test('X12: so does that of codes, of one code and of the settings @long', async ({ page }) => {
  await enterExample(page, served.url);
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: /^Testapp Matteskogen/ }).tap();
  await openFromMenu(page);
  await expect(history(page).getByText('Skapad')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(history(page)).toBeHidden();

  await page.getByRole('link', { name: /^Kod 1 / }).tap();
  await page.getByRole('dialog', { name: 'Lås upp' }).getByRole('button', { name: 'Stäng' }).tap();
  const code = page.getByRole('dialog', { name: 'Inlösningskod' });
  // Its steps are under one heading, which leads to the whole history.
  await expect(code.getByText('Historik', { exact: true })).toHaveCount(1);
  await button(page, 'Alla ändringar').tap();
  await expect(
    history(page)
      .getByText(/Inlöst|Utlämnad/)
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(history(page)).toBeHidden();
  await expect(code).toBeVisible();

  await page.goto(`${served.url}/settings`);
  await page.getByLabel('Arbetsplatsens namn').fill('Nordby IT');
  await page.keyboard.press('Tab');
  await button(
    page,
    'Ändringar i inställningarna Vem som ändrade vad i de gemensamma inställningarna',
  ).tap();
  await expect(history(page).getByText('från Björkdalens kommun till Nordby IT')).toBeAttached();
});

test('C5, X12: what changed of an authorization and of an order opens from where each is put right @long', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await page.goto(`${served.url}/vip`);
  await page.getByRole('link', { name: /Björkdalens gymnasium/ }).tap();
  await button(page, 'Rätta').first().tap();
  await page
    .getByRole('dialog', { name: 'Rätta auktoriseringen' })
    .getByRole('button', { name: 'Ändringar' })
    .tap();
  await expect(history(page)).toBeVisible();
  await page.goBack();
  await expect(history(page)).toBeHidden();
  await page.goto(`${served.url}/vip`);
  await page.getByRole('link', { name: /Björkdalens Energi/ }).tap();
  await page.getByRole('radio', { name: 'Historik' }).tap();
  await button(page, 'Rätta ordern').first().tap();
  await page
    .getByRole('dialog', { name: 'Rätta ordern' })
    .getByRole('button', { name: 'Ändringar' })
    .tap();
  await expect(history(page)).toBeVisible();
});
