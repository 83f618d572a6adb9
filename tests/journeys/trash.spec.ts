import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { chooseFile, fixture, importButton } from './import-steps.ts';
import { enterExample, heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const throwOrder = async (page: Page, number: string, amount: string): Promise<void> => {
  await readyOrderInApp(page, served.url, { number, amount });
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Lägg i papperskorgen' }).tap();
  await expect(page.getByText('Ordern ligger i papperskorgen')).toBeVisible();
};

test('X12: an order in the trash says until when and by whom, comes back with undo, and goes for good after a ticked sentence', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await throwOrder(page, '4500193308', '6 500');
  await page.goto(`${served.url}/trash`);
  const row = page.getByRole('link', { name: /^6 500 kr · 4500193308/ });
  await expect(row).toContainText('30 dagar');
  await row.tap();
  await expect(page.getByText(/tog bort den i dag/)).toBeVisible();
  await expect(page.getByText('Lagd i papperskorgen')).toBeVisible();

  await button(page, 'Återställ ordern').tap();
  await expect(page.getByText('Papperskorgen är tom')).toBeVisible();
  await button(page, 'Ångra').tap();
  await row.tap();

  await button(page, 'Ta bort för gott').tap();
  const sheet = page.getByRole('dialog', { name: /^Ta bort 6 500 kr/ });
  await expect(button(page, 'Ta bort för gott').last()).toBeDisabled();
  expect(await axeFaults(page)).toEqual([]);
  await tick(sheet.getByRole('checkbox', { name: 'Jag förstår att det inte går att ångra.' }));
  await sheet.getByRole('button', { name: 'Ta bort för gott' }).tap();
  await expect(page.getByText('Papperskorgen är tom')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Papperskorgen är tom')).toBeVisible();
});

test('X12: the trash is emptied at once, but for a code’s log @long', async ({ page }) => {
  await enterExample(page, served.url);
  await throwOrder(page, '4500193308', '6 500');
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: /^Testapp Matteskogen/ }).tap();
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Lägg i papperskorgen' }).tap();
  await expect(page.getByText('Koderna ligger i papperskorgen')).toBeVisible();
  await page.goto(`${served.url}/trash`);
  await expect(page.getByRole('heading', { name: 'Försvinner inte av sig själv' })).toBeVisible();
  await button(page, 'Fler val').tap();
  await page.getByRole('menuitem', { name: 'Töm papperskorgen' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Töm papperskorgen?' });
  await expect(sheet.getByText(/^1 post försvinner för gott på alla enheter/)).toBeVisible();
  await expect(sheet.getByText('1 post ligger kvar.')).toBeVisible();
  await expect(sheet.getByText(/^Loggen över vem/)).toBeVisible();
  // No question is open here, and none is named.
  await expect(sheet.getByText(/fråga/)).toHaveCount(0);
  await tick(sheet.getByRole('checkbox'));
  await sheet.getByRole('button', { name: 'Töm papperskorgen' }).tap();
  await expect(page.getByText('1 post är borttagen, 1 ligger kvar')).toBeVisible();
  await page.getByRole('link', { name: /^Testapp Matteskogen/ }).tap();
  await expect(page.getByText(/Loggen sparas/)).toBeVisible();
  await expect(page.getByText(/^Ligger kvar tills du återställer den\./)).toBeVisible();
  await expect(page.getByText(/tar bort den för gott/)).toHaveCount(0);
  await expect(button(page, 'Ta bort för gott')).toHaveCount(0);
});

test('X12: an undone import lies in the trash with its codes, and can be put back @long', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await openImport(page);
  await chooseFile(page, fixture('01-minimal.csv'));
  await importButton(page).tap();
  await expect(heading(page, '01-minimal.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Ångra importen' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Ångra importen', exact: true }).tap();
  await expect(page.getByText(/^Ångrad/).first()).toBeVisible();

  await page
    .getByRole('navigation', { name: 'Huvudnavigering' })
    .getByRole('link', { name: 'Mer' })
    .tap();
  await page.getByRole('link', { name: /^Papperskorg/ }).tap();
  await expect(heading(page, 'Papperskorg')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('link', { name: /^01-minimal/ }).tap();
  await expect(heading(page, '01-minimal')).toBeVisible();
  await expect(page.getByText('5 koder följer med.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await button(page, 'Återställ koderna').tap();
  await expect(page.getByText('Papperskorgen är tom')).toBeVisible();

  await page
    .getByRole('navigation', { name: 'Huvudnavigering' })
    .getByRole('link', { name: 'Kredit' })
    .tap();
  await page.getByRole('link', { name: /^01-minimal/ }).tap();
  await expect(page.getByText(/^5 appkoder/)).toBeVisible();
});

test('X12: many codes that were handed out are taken back after a reload, in another tab @long', async ({
  page,
  context,
}) => {
  await enterExample(page, served.url);
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: /^Testapp Matteskogen/ }).tap();
  await button(page, 'Lämna ut koder').tap();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'En till' }).tap();
  await sheet.getByLabel('Till vem').fill('7C');
  await sheet.getByRole('button', { name: 'Lämna ut 2 koder' }).tap();
  await button(page, 'Klar').tap();
  await expect(page.getByText('2 koder utlämnade till 7C')).toBeVisible();
  await page.reload();
  await expect(page.getByText('2 koder utlämnade till 7C')).toHaveCount(0);

  const other = await context.newPage();
  await other.goto(`${served.url}/trash`);
  await page.goto(`${served.url}/trash`);
  for (const tab of [page, other]) await expect(tab.getByText('2 koder utlämnade')).toBeVisible();
  await expect(other.getByText(/· 7C · Testapp Matteskogen$/)).toBeVisible();
  expect(await axeFaults(other)).toEqual([]);
  await other.getByRole('button', { name: /^Ångra: 2 koder utlämnade/ }).tap();
  await expect(
    other.getByText(/^Steget är ångrat, och koderna är fria\. Har någon redan fått dem/),
  ).toBeVisible();
  for (const tab of [page, other])
    await expect(tab.getByText('Steg som kan ångras')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Papperskorgen är tom')).toBeVisible();
  await expect(page.getByText('Steg som kan ångras')).toHaveCount(0);
});
