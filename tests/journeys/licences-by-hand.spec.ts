import { expect, test, type Locator, type Page } from '@playwright/test';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';
import { putRecords } from './put-records.ts';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { seedWorkspace } from './workspace.ts';
import { drag, tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const NOW = Date.UTC(2026, 10, 20, 8);
const saidAs = (status: 'registered' | 'associated' | 'retired') => ({
  status,
  source: 'Apple',
  asOf: '',
  at: 1,
});
const NAMES = ['Elis', 'Freja', 'Alva', 'Moa', 'Oskar', 'Tilde', 'Nils', 'Vera', 'Axel', 'Signe'];
const pupils = NAMES.map((name) =>
  userWith({
    id: `user-${name.toLowerCase()}`,
    name,
    clientUserId: `u-${name}`,
    group: '7B',
    said: saidAs(name === 'Moa' ? 'registered' : 'associated'),
  }),
);
const gone = ['Ines', 'Leo'].map((name) =>
  userWith({
    id: `user-${name.toLowerCase()}`,
    name,
    clientUserId: `u-${name}`,
    said: saidAs('retired'),
    group: '9C',
  }),
);
const theirs = gone.map(({ id, data }) =>
  licenceWith({ id: `licence-${id}`, user: id, target: data.clientUserId, name: data.name }),
);

/**
 * A workspace with Ordlådan: 80 owned, four free, two of them held by who has left; ten pupils
 * without one.
 */
const withPupils = async (page: Page): Promise<void> => {
  await page.clock.setFixedTime(NOW);
  await seedWorkspace(page, served.url);
  await page.goto(`${served.url}/settings`);
  await tick(page.getByLabel('Token för appar'));
  await page.getByRole('link', { name: 'Appar', exact: true }).last().tap();
  await expect(heading(page, 'Appar')).toBeVisible();
  const ordladan = appWith({
    id: 'app-1',
    name: 'Ordlådan',
    total: 80,
    assigned: 76,
    available: 4,
  });
  await putRecords(page, [ordladan, ...pupils, ...gone, ...theirs]);
  await page.goto(`${served.url}/apps/app-1`);
  await expect(page.getByRole('heading', { name: 'Ordlådan' })).toBeVisible();
};

const sheet = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const rows = (within: Locator, list: string): Locator =>
  within.getByRole('list', { name: list, exact: true }).getByRole('listitem');
const names = async (within: Locator, list: string): Promise<string[]> =>
  (await rows(within, list).allInnerTexts()).map(
    (text) => NAMES.find((name) => text.includes(name)) ?? text,
  );
const counted = (page: Page, label: string): Locator =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`${label}$`) });

test('B10, B11: ten are chosen with four free, those who left give theirs back, and Uninstall frees only when the app is gone @long', async ({
  page,
}) => {
  await withPupils(page);
  await expect(counted(page, 'lediga')).toContainText('4');

  // Six are refused beforehand, and the order decides who.
  await button(page, 'Tilldela').tap();
  const assign = sheet(page, 'Tilldela Ordlådan');
  await expect(assign.getByText('2 är avslutade och står inte i listan.')).toBeVisible();
  await expect(assign.getByText(/ges licenser till användare, inte enheter/)).toBeVisible();
  for (const name of NAMES) await tick(assign.getByRole('checkbox', { name: new RegExp(name) }));
  expect(await axeFaults(page)).toEqual([]);
  await assign.getByRole('button', { name: 'Fortsätt med 10' }).tap();
  await expect(assign.getByText('10 valda, 4 lediga')).toBeVisible();
  await expect(assign.getByText(/^6 av de valda får ingen licens/)).toBeVisible();
  expect(await names(assign, 'Får en licens')).toEqual(['Elis', 'Freja', 'Alva', 'Moa']);
  await expect(rows(assign, 'Får ingen').first()).toContainText('Ingen licens kvar');
  await expect(rows(assign, 'Får en licens').last()).toContainText(
    'Installeras först när villkoren är godkända',
  );
  await expect(
    assign.getByText('Apple frågar efter Apple-ID-lösenord vid installation.'),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await assign.getByRole('button', { name: 'Köp 6 till' }).tap();
  await expect(assign.getByText(/^Köp 6 licenser av Ordlådan/)).toBeVisible();

  // By the menu of a row, without dragging; the focus stays with the row.
  const grip = assign.getByRole('button', { name: 'Flytta Signe' });
  await grip.tap();
  await page.getByRole('menuitem', { name: 'Flytta först' }).tap();
  expect(await names(assign, 'Får en licens')).toEqual(['Signe', 'Elis', 'Freja', 'Alva']);
  await expect(grip).toBeFocused();
  // By dragging: Moa to the place of Elis.
  await drag(
    assign.getByRole('button', { name: 'Flytta Moa' }),
    assign.getByRole('button', { name: 'Flytta Elis' }),
  );
  expect(await names(assign, 'Får en licens')).toEqual(['Signe', 'Moa', 'Elis', 'Freja']);
  await assign.getByRole('button', { name: 'Anteckna 4' }).tap();
  await expect(page.getByText('4 licenser av Ordlådan antecknade som tilldelade')).toBeVisible();
  await expect(counted(page, 'tilldelade')).toContainText('80');
  await expect(counted(page, 'lediga')).toContainText('0');

  // Undone and done again: the same four.
  await button(page, 'Ångra').tap();
  await expect(counted(page, 'lediga')).toContainText('4');
  await expect(page.getByRole('button', { name: /^Signe/ })).toHaveCount(0);
  await button(page, 'Tilldela').tap();
  for (const name of ['Elis', 'Freja', 'Alva', 'Moa'])
    await tick(assign.getByRole('checkbox', { name }));
  await assign.getByRole('button', { name: 'Fortsätt med 4' }).tap();
  await assign.getByRole('button', { name: 'Anteckna 4' }).tap();
  await expect(counted(page, 'lediga')).toContainText('0');

  // From those who left.
  await button(page, 'Ta tillbaka').tap();
  const take = sheet(page, 'Ta tillbaka Ordlådan');
  await tick(take.getByRole('radio', { name: /^Avslutade/ }));
  await take.getByRole('button', { name: 'Välj alla 2' }).tap();
  expect(await axeFaults(page)).toEqual([]);
  await take.getByRole('button', { name: 'Anteckna 2 som tillbakatagna' }).tap();
  await expect(page.getByText('2 licenser antecknade som tillbakatagna')).toBeVisible();
  await expect(counted(page, 'lediga')).toContainText('2');
  await expect(counted(page, 'tilldelade')).toContainText('78');

  // Required for the class: those who get none are named before it is done.
  await button(page, 'Ny distribution').tap();
  const deploy = sheet(page, 'Ny distribution');
  await deploy.getByRole('combobox', { name: 'Till' }).selectOption('7B');
  await expect(deploy).toContainText('Når 10 användare. Tar 6 licenser, 2 lediga.');
  await expect(deploy.getByText(/^4 blir utan/)).toBeVisible();
  expect(await names(deploy, 'Blir utan')).toEqual(['Oskar', 'Signe', 'Tilde', 'Vera']);
  expect(await axeFaults(page)).toEqual([]);
  await deploy.getByRole('button', { name: 'Anteckna distributionen' }).tap();
  await page.getByRole('button', { name: /^7B Obligatorisk · använder 4 licenser/ }).tap();
  const deployment = sheet(page, '7B');
  await deployment.getByRole('button', { name: 'Anteckna 6 licenser' }).tap();
  await assign.getByRole('button', { name: 'Anteckna 2' }).tap();
  await expect(counted(page, 'lediga')).toContainText('0');

  // Uninstall for all six: nothing is free until the app is gone.
  await page.getByRole('button', { name: /^7B Obligatorisk/ }).tap();
  await tick(deployment.getByRole('radio', { name: 'Avinstallera' }));
  await expect(deployment).toContainText('6 licenser blir på väg tillbaka.');
  await deployment.getByRole('button', { name: 'Anteckna Avinstallera' }).tap();
  await expect(page.getByText('Ändringen är antecknad, 6 licenser berörs')).toBeVisible();
  await expect(counted(page, 'lediga')).toContainText('0');
  await expect(page.getByText('6 frisläpps när appen tas bort')).toBeVisible();
  await page.getByRole('button', { name: /^7B Avinstallera · 6 licenser på väg tillbaka/ }).tap();
  expect(await axeFaults(page)).toEqual([]);
  await deployment.getByRole('button', { name: 'Appen borta hos Alva' }).tap();
  await expect(deployment.getByRole('button', { name: 'Appen är borta hos alla 5' })).toBeVisible();
  await deployment.getByRole('button', { name: 'Appen är borta hos alla 5' }).tap();
  await expect(counted(page, 'lediga')).toContainText('6');
  await expect(counted(page, 'tilldelade')).toContainText('74');

  // Everything is still so after a new start.
  await page.reload();
  await expect(counted(page, 'lediga')).toContainText('6');
});
