import { expect, test, type Page } from '@playwright/test';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { atDay, sheet } from './vip-steps.ts';
import { seedWorkspace } from './workspace.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

/** Writes a customer down who was invited today, and goes on to its first authorization. */
const invite = async (page: Page): Promise<void> => {
  await page.goto(`${served.url}/vip`);
  await page.getByRole('link', { name: 'Ny VIP-kund' }).first().tap();
  await page.getByLabel('Kundens namn').fill('Fyrvaktens Byrå AB');
  await page.getByLabel('Kundens admin, e-post').fill('it@fyrvakten.example');
  await tick(page.getByRole('checkbox', { name: 'Inbjudan är skickad' }));
  await page.getByLabel('VIP ID').fill('3c81 9d40 e77b 2a6f 10b');
  await expect(page.getByText('19 tecken, de brukar vara 20. Du kan spara ändå.')).toBeVisible();
  await page.getByLabel('VIP ID').fill('3c81 9d40 e77b 2a6f 10b4');
  await page.getByRole('button', { name: 'Spara och auktorisera' }).tap();
};

/** Two products, six licences in all. */
const authorizeTwo = async (page: Page): Promise<void> => {
  const dialog = sheet(page, 'Ny inköpsauktorisering');
  await expect(dialog.getByText('Order senast sön 20 dec')).toBeVisible();
  await dialog.getByRole('button', { name: 'Skapa inköpsauktorisering' }).tap();
  await expect(dialog.getByText('Skriv vilken produkt det gäller.')).toBeVisible();
  await dialog.getByLabel('Produkt 1').fill('Illustrator');
  await dialog.getByLabel('Antal Illustrator').fill('4');
  await dialog.getByRole('button', { name: 'Lägg till produkt' }).tap();
  await dialog.getByLabel('Produkt 2').fill('Photoshop');
  await dialog.getByLabel('Antal Photoshop').fill('2');
  await dialog.getByLabel('Kundens PO-nummer').fill('FB-1187');
  await dialog.getByRole('button', { name: 'Skapa inköpsauktorisering' }).tap();
  await expect(dialog).toBeHidden();
};

test('C1: the list shows customers by what waits, and finds them by name, VIP ID and PO number', async ({
  page,
}) => {
  await page.clock.setFixedTime(atDay('2026-11-20'));
  await seedWorkspace(page, served.url);
  await page.goto(`${served.url}/vip`);
  await expect(page.getByText('Inga kunder ännu')).toBeVisible();
  await invite(page);
  await authorizeTwo(page);
  await page.goto(`${served.url}/vip`);
  await expect(heading(page, 'VIP-kunder')).toBeVisible();
  const row = page.getByRole('link', { name: /Fyrvaktens Byrå AB/ });
  await expect(row).toContainText('30 dagar');
  for (const typed of ['fyrvak', '9d40e77b', 'fb-1187']) {
    await page.getByRole('searchbox').fill(typed);
    await expect(row).toBeVisible();
  }
  await page.getByRole('searchbox').fill('finns inte');
  await expect(page.getByText('Inga träffar')).toBeVisible();
  await page.getByRole('button', { name: 'Visa alla' }).tap();
  await tick(page.getByRole('radio', { name: /Väntar på order/ }));
  await expect(row).toBeVisible();
});
