import { expect, test } from '@playwright/test';
import { readyOrderInApp } from '../journeys/credit-orders.ts';
import { chooseFile, countsOf, fixture, importButton, unlock } from '../journeys/import-steps.ts';
import { heading } from '../journeys/screens.ts';
import { serve, type Served } from '../journeys/serve.ts';
import { makeWorkspace, seedWorkspace } from '../journeys/workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

test('journey: start, unlock, import, redeem', async ({ page }) => {
  const { phrase } = await makeWorkspace(page, served.url);

  // Reloaded, the codes are locked.
  await page.goto(`${served.url}/import`);
  await chooseFile(page, fixture('09-credit.csv'));
  await unlock(page, phrase);
  await expect(heading(page, 'Provkörning')).toBeVisible();
  expect(await countsOf(page)).toEqual([2, 0, 0, 0]);
  await importButton(page).tap();
  await expect(heading(page, '09-credit.csv')).toBeVisible();

  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: /WFX0000417/ }).tap();
  await page.getByRole('link', { name: 'Visa kod' }).tap();
  await unlock(page, phrase);
  const sheet = page.getByRole('dialog', { name: 'Inlösningskod' });
  await sheet.getByRole('button', { name: 'Lösa in' }).tap();
  const code = sheet.getByRole('group', { name: 'Inlösningskod' });
  await expect
    .poll(async () => (await code.innerText()).replace(/\s/g, ''))
    .toBe('XFAKECREDITD7USEM');
  await sheet.getByRole('button', { name: 'Markera som inlöst' }).tap();
  const form = page.getByRole('dialog', { name: 'Markera som inlöst' });
  await form.getByLabel('Apple-ID som löste in').fill('innehall@nordby.example');
  await form.getByRole('button', { name: 'Markera som inlöst' }).tap();
  await expect(sheet.getByText(/^Inlöst/).first()).toBeVisible();
});

test('X6: pages that are left while they read keep no other page from saving', async ({ page }) => {
  await page.clock.setFixedTime('2026-07-30T08:00:00Z');
  await seedWorkspace(page, served.url);
  // On another day everything is read anew as soon as the page is out of sight.
  for (const day of ['2026-07-31', '2026-08-03', '2026-08-14']) {
    await readyOrderInApp(page, served.url, { number: '4500218837', amount: '8 000' });
    await page.clock.setFixedTime(`${day}T08:00:00Z`);
  }
});
