import { expect, test, type Locator, type Page } from '@playwright/test';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { assign, atDay, sheet } from './vip-steps.ts';
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

test('C5: an authorization whose licences users hold is not withdrawn, and says how many to unassign', async ({
  page,
}) => {
  await page.clock.setFixedTime(atDay('2026-11-20'));
  await seedWorkspace(page, served.url);
  await invite(page);
  await authorizeTwo(page);
  await assign(page, 'Illustrator', 1);
  await expect(
    page.getByText('Kan inte dras tillbaka: 1 användare har licens på Illustrator.'),
  ).toBeVisible();

  // What nobody holds of it can still go.
  await page.getByRole('button', { name: 'Dra tillbaka' }).tap();
  const withdraw = sheet(page, 'Dra tillbaka');
  await tick(withdraw.getByRole('radio', { name: /Hela auktoriseringen/ }));
  await expect(withdraw.getByRole('button', { name: 'Dra tillbaka 6 licenser' })).toBeDisabled();
  await tick(withdraw.getByRole('radio', { name: /Bara Photoshop/ }));
  await withdraw.getByRole('button', { name: 'Dra tillbaka 2 licenser' }).tap();
  // The word of what was withdrawn is the one that can be undone, not that of the plan before it.
  await expect(page.getByText('2 × Photoshop är borttagna')).toBeVisible();
  await page.getByRole('button', { name: 'Ångra' }).tap();
  await expect(
    page.getByRole('heading', { name: '4 × Illustrator och 1 produkt till' }),
  ).toBeVisible();
});

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

/**
 * Types on, part by part, until the field holds a day that no calendar has: the keyboard's way to
 * one.
 */
const typeNoDay = async (page: Page, field: Locator): Promise<void> => {
  // One month more is 31 February.
  await field.fill('2028-01-31');
  await field.focus();
  const isNoDay = () => field.evaluate((input: HTMLInputElement) => input.validity.badInput);
  for (let part = 0; part < 3 && !(await isNoDay()); part += 1) {
    if (part > 0) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    if (!(await isNoDay())) await page.keyboard.press('ArrowDown');
  }
  expect(await isNoDay()).toBe(true);
};

test('C1: a day that no calendar has is told of, and wipes nothing', async ({ page }) => {
  await page.clock.setFixedTime(atDay('2026-11-20'));
  await seedWorkspace(page, served.url);
  await invite(page);
  await authorizeTwo(page);
  const edit = async (): Promise<Locator> => {
    await page.getByRole('button', { name: 'Fler val' }).first().tap();
    await page.getByRole('menuitem', { name: 'Ändra', exact: true }).tap();
    return sheet(page, 'Ändra kunden');
  };
  const form = await edit();
  await form.getByRole('textbox', { name: 'Årsdag' }).fill('2027-06-08');
  await form.getByRole('button', { name: 'Spara' }).tap();
  await expect(page.getByText('årsdag 8 juni 2027')).toBeVisible();
  const again = await edit();
  await typeNoDay(page, again.getByRole('textbox', { name: 'Årsdag' }));
  await again.getByRole('button', { name: 'Spara' }).tap();
  await expect(again.getByText('Ange en dag som finns i kalendern.')).toBeVisible();
  await again.getByRole('textbox', { name: 'Årsdag' }).fill('2027-06-09');
  await again.getByRole('button', { name: 'Spara' }).tap();
  await expect(page.getByText('årsdag 9 juni 2027')).toBeVisible();
});
