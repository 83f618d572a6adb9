import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button, readyOrderInApp } from './credit-orders.ts';
import { enterExample } from './screens.ts';
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
