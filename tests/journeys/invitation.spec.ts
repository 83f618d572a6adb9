import { expect, test, type Locator, type Page } from '@playwright/test';
import { userWith } from '#tests/factories/apps.ts';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';
import { hearEverything } from './ears.ts';
import { everythingStored, placesOf } from './everything-stored.ts';
import { unlock } from './import-steps.ts';
import { putRecords } from './put-records.ts';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { seedWorkspace } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const NOW = Date.UTC(2026, 10, 20, 8);
const CODE = '7F3A9C00FAKEINVITE0000000000001008';
const LINK = `https://buy.itunes.apple.com/assoc?cc=se&inviteCode=${CODE}&mt=8`;
const elis = userWith({
  id: 'user-elis',
  name: 'Elis Bergqvist',
  clientUserId: 'u-1007',
  group: '7B',
  email: 'elis.b@skola.example',
  said: { status: 'registered', source: 'Apple', asOf: '', at: 1 },
});

const sheet = (page: Page, name: string): Locator =>
  page.getByRole('dialog', { name, exact: true });
const link = (page: Page): Locator => page.getByRole('group', { name: 'Länken i inbjudan' });
const show = (page: Page): Promise<void> => button(page, 'Visa inbjudan').first().tap();

/** The page of an invited user, opened again: the vault is closed. */
const atUser = async (page: Page): Promise<string> => {
  await page.clock.setFixedTime(NOW);
  const { phrase } = await seedWorkspace(page, served.url);
  await putRecords(page, [elis]);
  await page.goto(`${served.url}/apps/users/user-elis`);
  await expect(heading(page, 'Elis Bergqvist')).toBeVisible();
  return phrase;
};

/** The code is neither in the document nor in what the browser keeps. */
const expectNowhere = async (page: Page): Promise<void> => {
  expect(placesOf(CODE, [{ where: 'document', bytes: await page.content() }])).toEqual([]);
  expect(placesOf(CODE, await everythingStored(page))).toEqual([]);
};

test('B12, X9: a pasted invitation is sealed, shown as link and QR code, and gone when the vault locks', async ({
  page,
  context,
}) => {
  const heard = await hearEverything(page, context);
  const phrase = await atUser(page);
  await expect(page.getByText(/^Ingen länk finns här än/)).toBeVisible();
  await button(page, 'Klistra in länk').tap();
  const paste = sheet(page, 'Klistra in länk');
  await paste.getByLabel('Länk eller kod').fill('hej');
  await paste.getByRole('button', { name: 'Lås in' }).tap();
  await expect(paste.getByText(/varken en länk till en inbjudan eller en kod/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await paste.getByLabel('Länk eller kod').fill(`Hej Elis!\nÖppna ${LINK}.\n`);
  await paste.getByRole('button', { name: 'Lås in' }).tap();
  await unlock(page, phrase);

  // Shown at once, with all that can be done with it.
  const invitation = sheet(page, 'Inbjudan');
  await expect(link(page)).toHaveText(LINK);
  await expect(invitation.getByRole('img', { name: 'QR-kod med inbjudan' })).toBeVisible();
  await expect(invitation.getByRole('link', { name: 'Mejla' })).toHaveAttribute(
    'href',
    /^mailto:elis\.b@skola\.example\?/,
  );
  await expect(invitation.getByText(/Bara till Elis Bergqvist/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  expect(placesOf(CODE, await everythingStored(page))).toEqual([]);

  // After a minute it is hidden, and nothing of it is left.
  await page.clock.setFixedTime(NOW + 61_000);
  await expect(invitation.getByText('Inbjudan är dold')).toBeVisible();
  await expectNowhere(page);
  await invitation.getByRole('button', { name: 'Visa inbjudan' }).tap();
  await expect(link(page)).toHaveText(LINK);

  // Leaving the window hides it too, and so does leaving the sheet.
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect(link(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(invitation).toBeHidden();
  await expectNowhere(page);

  // Locked by hand in another tab: hidden here at once, and the passphrase is asked for before it
  // is shown again.
  const other = await context.newPage();
  await other.clock.setFixedTime(NOW);
  await other.goto(`${served.url}/apps/users/user-elis`);
  await show(other);
  await unlock(other, phrase);
  await expect(link(other)).toHaveText(LINK);
  await other.keyboard.press('Escape');
  await other.getByRole('link', { name: 'Mer', exact: true }).last().tap();
  await page.bringToFront();
  await show(page);
  await expect(link(page)).toHaveText(LINK);
  await button(other, 'Lås nu').tap();
  await expect(link(page)).toHaveCount(0);
  await expect(invitation.getByText('Inbjudan är inlåst. Lås upp för att se den.')).toBeVisible();
  await expectNowhere(page);
  await other.close();
  await invitation.getByRole('button', { name: 'Visa inbjudan' }).tap();
  await unlock(page, phrase);
  await expect(link(page)).toHaveText(LINK);

  // The history tells that it was shown, and nothing of it.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fler val' }).last().tap();
  await page.getByRole('menuitem', { name: 'Historik' }).tap();
  const history = sheet(page, 'Historik');
  await expect(history.getByText('Inbjudan visades')).toHaveCount(5);
  await expect(history.getByText('ändrad, visas inte')).toBeVisible();
  await page.keyboard.press('Escape');

  // Accepted: the invitation goes.
  await button(page, 'Villkoren godkända').tap();
  await expect(page.getByText('Villkoren är godkända, appar kan installeras.')).toBeVisible();
  await expect(button(page, 'Visa inbjudan')).toHaveCount(0);
  await expectNowhere(page);
  expect(
    placesOf(
      CODE,
      heard.map(({ where, text }) => ({ where, bytes: text })),
    ),
  ).toEqual([]);
});
