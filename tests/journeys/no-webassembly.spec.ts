import { expect, test, type Locator, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS } from './chromium-flags.ts';
import { enterExample } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';

// As an iPhone in Lockdown Mode: no compiler, and no WebAssembly.
test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...CHROMIUM_FLAGS, '--js-flags=--jitless'],
  },
});

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const unlockSheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Lås upp koder' });

test('X20: without WebAssembly the example is there, and a code of it is unlocked and revealed @long', async ({
  page,
}) => {
  await enterExample(page, served.url);
  expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
  // Reloaded it is locked.
  await page.goto(`${served.url}/credit`);
  await page.getByRole('link', { name: /WDEMO1005/ }).tap();
  await page.getByRole('link', { name: 'Visa kod' }).tap();
  const code = page.getByRole('dialog').filter({ has: page.getByText('Visningar') });
  // Its phrase is filled in.
  await unlockSheet(page).getByRole('button', { name: 'Lås upp', exact: true }).tap();
  await expect(unlockSheet(page)).toBeHidden();
  await code.getByRole('button', { name: 'Lösa in', exact: true }).first().tap();
  await expect(code.getByRole('group', { name: 'Inlösningskod' })).toHaveText(/[A-Z0-9]{4}/);
});
