import { expect, test, type Locator, type Page } from '@playwright/test';
import { heading } from './screens.ts';
import { serve, type Served } from './serve.ts';
import { makeWorkspace } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

const sheet = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const atDay = (day: string): number => Date.parse(`${day}T08:00:00Z`);

/** Writes a customer down who was invited today, and goes on to its first authorization. */
const invite = async (page: Page): Promise<void> => {
  await page.goto(`${served.url}/vip`);
  await page.getByRole('link', { name: 'Ny VIP-kund' }).first().click();
  await page.getByLabel('Kundens namn').fill('Fyrvaktens Byrå AB');
  await page.getByLabel('Kundens admin, e-post').fill('it@fyrvakten.example');
  await page.getByLabel('VIP ID').fill('3c81 9d40 e77b 2a6f 10b');
  await expect(page.getByText('19 tecken, de brukar vara 20. Du kan spara ändå.')).toBeVisible();
  await page.getByLabel('VIP ID').fill('3c81 9d40 e77b 2a6f 10b4');
  await page.getByRole('button', { name: 'Spara och auktorisera' }).click();
};

/** Two products, six licences in all. */
const authorizeTwo = async (page: Page): Promise<void> => {
  const dialog = sheet(page, 'Ny inköpsauktorisering');
  await expect(dialog.getByText('Order senast sön 20 dec')).toBeVisible();
  await dialog.getByRole('button', { name: 'Skapa inköpsauktorisering' }).click();
  await expect(dialog.getByText('Skriv vilken produkt det gäller.')).toBeVisible();
  await dialog.getByLabel('Produkt 1').fill('Illustrator');
  await dialog.getByLabel('Antal Illustrator').fill('4');
  await dialog.getByRole('button', { name: 'Lägg till produkt' }).click();
  await dialog.getByLabel('Produkt 2').fill('Photoshop');
  await dialog.getByLabel('Antal Photoshop').fill('2');
  await dialog.getByLabel('Kundens PO-nummer').fill('FB-1187');
  await dialog.getByRole('button', { name: 'Skapa inköpsauktorisering' }).click();
  await expect(dialog).toBeHidden();
};

test('C1–C5: an invited customer is authorized, is past due on day 31, and is free again when the order is noted line by line', async ({
  page,
}) => {
  await page.clock.setFixedTime(atDay('2026-11-20'));
  await makeWorkspace(page, served.url);
  await invite(page);
  await authorizeTwo(page);
  await expect(page.getByText('6 licenser, 0 tilldelade')).toBeVisible();
  await expect(page.getByText('VIP ID 3C81 9D40 E77B 2A6F 10B4')).toBeVisible();

  // Day 31: the customer is past due, and gets no new authorization.
  const customer = page.url();
  await page.clock.setFixedTime(atDay('2026-12-21'));
  await page.goto(`${served.url}/vip`);
  await expect(page.getByRole('link', { name: /Fyrvaktens Byrå AB/ })).toContainText('1 dag sen');
  await page.goto(customer);
  await expect(page.getByText('Försenad sedan 1 dag')).toBeVisible();
  await expect(page.getByText('Licenserna fungerar än, men inga nya kan läggas till.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ny inköpsauktorisering' })).toBeDisabled();
  await page.goto(`${customer}/authorize`);
  const refused = sheet(page, 'Ny inköpsauktorisering');
  await expect(refused.getByText(/Kunden är Försenad: ordern för auktoriseringen 20 nov/)).toBeVisible();
  await expect(refused.getByRole('button', { name: 'Skapa inköpsauktorisering' })).toBeDisabled();

  // One line is ordered: the other still waits, late as before.
  await page.goto(customer);
  await page.getByRole('link', { name: 'Jag har lagt ordern' }).click();
  await expect(sheet(page, 'Lägg ordern').getByText('FB-1187').first()).toBeVisible();
  await page.getByRole('button', { name: 'Ordern är lagd' }).click();
  const placed = sheet(page, 'Ordern är lagd');
  await placed.getByRole('checkbox', { name: '2 × Photoshop' }).uncheck({ force: true });
  await placed.getByRole('button', { name: 'Spara ordern, 1 rad' }).click();
  await expect(placed.getByText('Skriv ordernumret från licensieringswebbplatsen.')).toBeVisible();
  await placed.getByLabel('Ordernummer').fill('7700 0412');
  await placed.getByRole('button', { name: 'Spara ordern, 1 rad' }).click();
  await expect(page.getByText('Order 4 × Illustrator')).toBeVisible();
  await expect(page.getByText('Försenad sedan 1 dag')).toBeVisible();

  // Nobody has the other product's licences: it can go, and the customer is free.
  await page.getByRole('radio', { name: 'Historik' }).click();
  await page.getByRole('button', { name: 'Dra tillbaka' }).click();
  await sheet(page, 'Dra tillbaka').getByRole('button', { name: 'Dra tillbaka 2 licenser' }).click();
  await expect(page.getByText('Försenad sedan 1 dag')).toBeHidden();
  await expect(page.getByText('Borttagen produkt')).toBeVisible();
  await page.getByRole('radio', { name: 'Planer' }).click();
  await expect(page.getByText('4 licenser, 0 tilldelade')).toBeVisible();
  await expect(page.getByText('årsdag 21 dec 2027')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ny inköpsauktorisering' })).toBeVisible();
});

test('C5: an authorization whose licences users hold is not withdrawn, and says how many to unassign', async ({
  page,
}) => {
  await page.clock.setFixedTime(atDay('2026-11-20'));
  await makeWorkspace(page, served.url);
  await invite(page);
  await authorizeTwo(page);
  await page.getByRole('button', { name: /^Illustrator/ }).click();
  const plan = sheet(page, 'Ändra antal');
  await plan.getByLabel('Tilldelade').fill('1');
  await plan.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByText('Kan inte dras tillbaka: 1 användare har licens på Illustrator.')).toBeVisible();

  // What nobody holds of it can still go.
  await page.getByRole('button', { name: 'Dra tillbaka' }).click();
  const withdraw = sheet(page, 'Dra tillbaka');
  await withdraw.getByRole('radio', { name: /Hela auktoriseringen/ }).check({ force: true });
  await expect(withdraw.getByRole('button', { name: 'Dra tillbaka 6 licenser' })).toBeDisabled();
  await withdraw.getByRole('radio', { name: /Bara Photoshop/ }).check({ force: true });
  await withdraw.getByRole('button', { name: 'Dra tillbaka 2 licenser' }).click();
  await expect(page.getByRole('heading', { name: '4 × Illustrator' })).toBeVisible();
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(page.getByRole('heading', { name: '4 × Illustrator och 1 produkt till' })).toBeVisible();
});

test('C1: the list shows customers by what waits, and finds them by name, VIP ID and PO number', async ({ page }) => {
  await page.clock.setFixedTime(atDay('2026-11-20'));
  await makeWorkspace(page, served.url);
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
  await expect(page.getByText('Ingen kund passar')).toBeVisible();
  await page.getByRole('button', { name: 'Visa alla' }).click();
  await page.getByRole('radio', { name: /Väntar på order/ }).check({ force: true });
  await expect(row).toBeVisible();
});
