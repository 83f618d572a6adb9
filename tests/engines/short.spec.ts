import { expect, test } from '@playwright/test';
import { chooseFile, countsOf, fixture, importButton, unlock } from '../journeys/import-steps.ts';
import { heading } from '../journeys/screens.ts';
import { serve, type Served } from '../journeys/serve.ts';
import { makeWorkspace } from '../journeys/workspace.ts';

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
