import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { serveWithApple, tokenFile, type Apple } from './apple-location.ts';
import { button } from './credit-orders.ts';
import { everythingStored } from './everything-stored.ts';
import { unlock } from './import-steps.ts';
import { heading } from './screens.ts';
import type { Served } from './serve.ts';
import { connectWorkspace } from './two-devices.ts';
import { tick } from './fingers.ts';

const NOW = Date.UTC(2026, 10, 20, 8);
const HOUR = 3_600_000;

let apple: Apple;
let served: Served;
test.beforeEach(async () => void ({ apple, served } = await serveWithApple(NOW)));
test.afterEach(async () => {
  await served.stop();
  await apple.close();
});

/**
 * A workspace on the server that asks Apple, with a token taken in and sealed. Answers its
 * passphrase.
 */
const withToken = async (page: Page): Promise<string> => {
  await page.clock.setFixedTime(NOW);
  const phrase = await connectWorkspace(page, served.url, served.setUpLink());
  await page.goto(`${served.url}/tokens/new`);
  await page.locator('input[type=file]').last().setInputFiles(tokenFile(apple.token()));
  await page.getByLabel('Namn på token').fill('Grundskolor');
  await page.getByLabel('Apple-ID').fill('vpp@nordby.example');
  await tick(page.getByLabel(/^Jag vet att vi inte kan byta/));
  await button(page, 'Lås in token').tap();
  await unlock(page, phrase);
  await expect(heading(page, 'Grundskolor')).toBeVisible();
  return phrase;
};

test('B7: a token is synced by itself once it is there, waits for the unlocking when it is due again, and tells what failed @long', async ({
  page,
}) => {
  const phrase = await withToken(page);
  await expect(page.getByText('Synkat i dag 09:00')).toBeVisible();
  await expect(page.getByText('400 appar, 116 licenser i bruk, 126 användare')).toBeVisible();
  await expect(page.getByText('Två gånger om dagen, nästa 18:00')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  // Neither the token nor an invitation is in plain text anywhere.
  const stored = await everythingStored(page);
  expect(stored).not.toContain(apple.token());

  const revoked = page
    .getByRole('region', { name: 'Vald token' })
    .getByText('Återkallad', { exact: true });
  // In the evening, opened again: it is due and waits for the codes.
  await page.clock.setFixedTime(NOW + 10 * HOUR);
  await page.reload();
  await expect(page.getByText('Lås upp för att synka')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  apple.world.faults.push({ kind: 'revoked', times: 1 });
  await button(page, 'Lås upp').tap();
  await unlock(page, phrase);
  await expect(page.getByText('Synken i dag 19:00 misslyckades')).toBeVisible();
  await expect(revoked.first()).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  // It was a mistake of Apple's: asked by hand, it is valid again.
  await button(page, 'Synka nu').tap();
  await expect(page.getByText('Synkat: 400 appar och 126 användare')).toBeVisible();
  await expect(revoked).toHaveCount(0);
});
