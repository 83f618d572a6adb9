import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { seedWorkspace } from './workspace.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const NOW = Date.UTC(2026, 10, 20, 8);

/** A workspace that looks after apps. */
const withApps = async (page: Page): Promise<void> => {
  await page.clock.setFixedTime(NOW);
  await seedWorkspace(page, served.url);
  await page.goto(`${served.url}/settings`);
  await tick(page.getByLabel('Token för appar'));
  await page.getByRole('link', { name: 'Appar', exact: true }).last().tap();
  await expect(heading(page, 'Appar')).toBeVisible();
};

const menu = async (page: Page, item: string): Promise<void> => {
  await button(page, 'Fler val').last().tap();
  await page.getByRole('menuitem', { name: item }).tap();
};
const row = (page: Page, name: RegExp) => page.getByRole('listitem').getByRole('link', { name });
const toList = (page: Page) => page.getByRole('link', { name: 'Appar', exact: true }).last().tap();

test('B8: apps by hand, found, changed, thrown away and taken back', async ({ page }) => {
  await withApps(page);
  await expect(page.getByText('Inga appar ännu')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // A pasted address gives the number; what is wrong says so, and the edition of one token asks for
  // no location.
  await button(page, 'Lägg till för hand')
    .or(page.getByRole('link', { name: 'Lägg till för hand' }))
    .tap();
  await expect(heading(page, 'Ny app')).toBeVisible();
  await expect(page.getByLabel('Plats hos Apple')).toHaveCount(0);
  await button(page, 'Spara').last().tap();
  await expect(page.getByText('Ge appen ett namn.')).toBeVisible();
  await page.getByLabel('Namn').fill('Procreate');
  await page.getByLabel('Adam ID eller adress i App Store').fill('Procreate');
  await button(page, 'Spara').last().tap();
  await expect(page.getByText(/^Skriv appens nummer/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  const address = page.getByLabel('Adam ID eller adress i App Store');
  await address.fill('https://apps.apple.com/se/app/procreate/id425073498?mt=8');
  await expect(page.getByText('Adam ID 425073498')).toBeVisible();
  await page.getByLabel('Ägda').fill('2');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Procreate')).toBeVisible();
  await expect(page.getByText(/^Skrivet för hand i dag/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // The same app once more is refused, by its number.
  await page.goto(`${served.url}/apps/new`);
  await page.getByLabel('Namn').fill('En gång till');
  await address.fill('425073498');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Appen finns redan på den platsen: Procreate.')).toBeVisible();
  await page.getByLabel('Namn').fill('Läsresan');
  await address.fill('700000001');
  await page.getByLabel('Ägda').fill('300');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Läsresan')).toBeVisible();

  // Two free are few; 300 are not, until an own line says so.
  await toList(page);
  await expect(row(page, /^Procreate 2 lediga/)).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Snart slut\s*1$/ })).toBeVisible();
  await row(page, /^Läsresan 300 lediga/).tap();
  await menu(page, 'Ändra uppgifter');
  await page.getByLabel('Egen gräns').fill('300');
  await button(page, 'Spara').last().tap();
  await expect(page.getByText('Ändringen är sparad')).toBeVisible();
  await expect(page.getByText('snart slut vid 300')).toBeVisible();
  await toList(page);
  await expect(page.getByRole('radio', { name: /^Snart slut\s*2$/ })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // Found without the dots of its letters, and by its number.
  await page.getByRole('searchbox').fill('lasresan');
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('searchbox').fill('425073');
  await expect(row(page, /^Procreate/)).toBeVisible();
  await page.getByRole('searchbox').fill('finns inte');
  await expect(page.getByText('Inga träffar')).toBeVisible();
  await button(page, 'Visa alla').tap();
  await expect(page.getByRole('listitem')).toHaveCount(2);

  // A change is undone as it was, and so is the trash.
  await row(page, /^Procreate/).tap();
  await menu(page, 'Ändra uppgifter');
  await page.getByLabel('Namn').fill('Procreate Pocket');
  await button(page, 'Spara').last().tap();
  await expect(heading(page, 'Procreate Pocket')).toBeVisible();
  await button(page, 'Ångra').tap();
  await expect(heading(page, 'Procreate')).toBeVisible();
  await menu(page, 'Historik');
  await expect(page.getByRole('dialog', { name: 'Historik' }).getByText('Skapad')).toBeVisible();
  await page.keyboard.press('Escape');
  const at = page.url();
  await menu(page, 'Lägg i papperskorgen');
  await expect(page.getByRole('group').getByText('Appen ligger i papperskorgen')).toBeVisible();
  await expect(page).toHaveURL(/\/apps$/);
  await expect(row(page, /^Procreate/)).toHaveCount(0);
  await button(page, 'Ångra').tap();
  await expect(row(page, /^Procreate/)).toBeVisible();
  await row(page, /^Procreate/).tap();
  await menu(page, 'Lägg i papperskorgen');
  await expect(heading(page, 'Appar')).toBeVisible();
  await page.goto(at);
  await expect(page.getByText('Den kan återställas därifrån, eller här.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await button(page, 'Återställ appen').tap();
  await expect(heading(page, 'Procreate')).toBeVisible();
  await page.goto(`${served.url}/apps/none`);
  await expect(page.getByText('Appen finns inte här')).toBeVisible();
});
