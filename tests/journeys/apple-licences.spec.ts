import { expect, test, type Locator, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { NAMES, serveWithApple, tokenFile, type Apple } from './apple-location.ts';
import { button } from './credit-orders.ts';
import { unlock } from './import-steps.ts';
import { heading } from './screens.ts';
import type { Served } from './serve.ts';
import { connectWorkspace } from './two-devices.ts';
import { tick } from './fingers.ts';

const NOW = Date.UTC(2026, 10, 20, 8);

let apple: Apple;
let served: Served;
test.beforeEach(async () => void ({ apple, served } = await serveWithApple(NOW)));
test.afterEach(async () => {
  await served.stop();
  await apple.close();
});

const sheet = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const counted = (page: Page, label: string): Locator =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`${label}?$`) });
const files = (page: Page): Locator => page.locator('input[type=file]').last();

/** The guide, the file, the dialog's questions and the confirmation. */
const takeToken = async (page: Page, phrase: string): Promise<void> => {
  await page.goto(`${served.url}/tokens`);
  await page.getByRole('link', { name: 'Ny token' }).last().tap();
  await expect(
    page.getByText('Registrerad hos Apple för volyminköp', { exact: true }),
  ).toBeVisible();
  await files(page).setInputFiles(tokenFile(apple.token()));
  await expect(page.getByText('15 dec, 25 dagar')).toBeVisible();
  await page.getByLabel('Namn på token').fill('Grundskolor');
  await page.getByLabel('Apple-ID').fill('vpp@nordby.example');
  await button(page, 'Lås in token').tap();
  await expect(page.getByText('Bekräfta att kontot inte kan bytas senare.')).toBeVisible();
  await tick(page.getByLabel(/^Jag vet att vi inte kan byta/));
  await button(page, 'Lås in token').tap();
  await unlock(page, phrase);
  await expect(page.getByText('400 appar, 116 licenser i bruk, 126 användare')).toBeVisible();
};

/** Picks people of a long list by searching for each. */
const pick = async (within: Locator, names: readonly string[]): Promise<void> => {
  const search = within.getByRole('searchbox');
  for (const name of names) {
    await search.fill(`${name.toLowerCase()}@`);
    await tick(within.getByRole('checkbox', { name: new RegExp(`^${name}@`, 'i') }));
  }
  await search.fill('');
};

/** Ten are chosen with four free. */
const chooseTen = async (page: Page): Promise<Locator> => {
  await button(page, 'Tilldela').tap();
  const assign = sheet(page, /^Tilldela/);
  await pick(assign, NAMES);
  await assign.getByRole('button', { name: 'Fortsätt med 10' }).tap();
  return assign;
};

test('journey: Apple licences — from the first token to its renewal, through the server and Apple', async ({
  page,
}) => {
  // The longest of all: three times as long in WebKit and Firefox.
  test.setTimeout(360_000);
  // Time goes on: an event is looked at after four seconds.
  await page.clock.install({ time: NOW });
  const phrase = await connectWorkspace(page, served.url, served.setUpLink());
  await takeToken(page, phrase);

  // The app that is nearly out.
  await page.getByRole('link', { name: 'Appar', exact: true }).last().tap();
  await expect(heading(page, 'Appar')).toBeVisible();
  await tick(page.getByRole('radio', { name: /^Snart slut/ }));
  await expect(page.locator('[data-list] a')).toHaveCount(1);
  expect(await axeFaults(page)).toEqual([]);
  await page.locator('[data-list] a').tap();
  await expect(counted(page, 'lediga')).toContainText('4');

  // Six of ten are refused beforehand, and why.
  const assign = await chooseTen(page);
  await expect(assign.getByText('10 valda, 4 lediga')).toBeVisible();
  await expect(assign.getByText(/^6 av de valda får ingen licens/)).toBeVisible();
  await expect(
    assign.getByRole('list', { name: 'Får ingen' }).getByRole('listitem').first(),
  ).toContainText('Ingen licens kvar');
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  // Six who left give theirs back, at Apple.
  await button(page, 'Ta tillbaka').tap();
  const take = sheet(page, /^Ta tillbaka/);
  await tick(take.getByRole('radio', { name: /^Avslutade/ }));
  await take.getByRole('button', { name: 'Välj alla 6' }).tap();
  expect(await axeFaults(page)).toEqual([]);
  await take.getByRole('button', { name: 'Ta tillbaka 6' }).tap();
  await expect(page.getByText('6 licenser tagna tillbaka hos Apple')).toBeVisible();
  await expect(counted(page, 'lediga')).toContainText('10');
  expect(apple.scarce()).toMatchObject({ assignedCount: 110, availableCount: 10 });

  // Now all ten get one.
  const again = await chooseTen(page);
  await again.getByRole('button', { name: 'Tilldela 10' }).tap();
  await expect(page.getByText('10 licenser tilldelade hos Apple')).toBeVisible();
  await expect(counted(page, 'lediga')).toContainText('0');
  expect(apple.scarce()).toMatchObject({ assignedCount: 120, availableCount: 0 });

  // Uninstall for two: theirs come back only when the app is gone.
  await button(page, 'Ny distribution').tap();
  const deploy = sheet(page, 'Ny distribution');
  await tick(deploy.getByRole('radio', { name: 'Avinstallera' }));
  await deploy.getByRole('combobox', { name: 'Till' }).selectOption({ label: 'Valda användare' });
  await deploy.getByLabel('Namn').fill('Två som slutar');
  await pick(deploy, NAMES.slice(0, 2));
  await deploy.getByRole('button', { name: 'Anteckna distributionen' }).tap();
  await expect(page.getByText('2 frisläpps när appen tas bort')).toBeVisible();
  await expect(counted(page, 'lediga')).toContainText('0');

  // One is gone, then the other: each comes back then, at Apple too.
  await page.getByRole('button', { name: /^Två som slutar Avinstallera/ }).tap();
  const deployment = sheet(page, 'Två som slutar');
  await deployment.getByRole('button', { name: /^Appen borta hos alva/i }).tap();
  await expect(counted(page, 'lediga')).toContainText('1');
  await deployment.getByRole('button', { name: /^Appen borta hos elis/i }).tap();
  await expect(counted(page, 'lediga')).toContainText('2');

  // The token's year is nearly over: the new file takes the old one's place, and the first sync
  // checks it.
  await page.goto(`${served.url}/tokens`);
  await page
    .getByRole('link', { name: /Grundskolor/ })
    .first()
    .tap();
  const text = apple.renew();
  await page.getByRole('button', { name: 'Välj fil' }).first().tap();
  const renew = sheet(page, 'Läs in den nya filen');
  await renew.locator('input[type=file]').setInputFiles(tokenFile(text));
  await renew.getByRole('button', { name: 'Byt ut och lås in' }).tap();
  await unlock(page, phrase);
  await expect(page.getByText('365 dagar kvar')).toBeVisible();
  await button(page, 'Synka nu').tap();
  await expect(page.getByText('0 av 5 klara')).toBeVisible();
  await expect(
    page.getByText('Giltig', { exact: true }).filter({ visible: true }).first(),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});
