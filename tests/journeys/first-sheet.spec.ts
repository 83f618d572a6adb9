import { expect, test, type Locator, type Page } from '@playwright/test';
import { axeFaults } from './axe-faults.ts';
import { everythingStored, placesOf } from './everything-stored.ts';
import { chooseFile, countsOf, fixture, importButton, unlock } from './import-steps.ts';
import { heading } from './screens.ts';
import { isClosed, serve, type Served } from './serve.ts';
import { answeredByWorker } from './worker.ts';
import { makeWorkspace } from './workspace.ts';

test.use({ serviceWorkers: 'allow' });

let served: Served;
test.beforeEach(async () => {
  served = await serve();
});
test.afterEach(() => served.stop());

const CREDIT = ['XFAKECREDITD7USEM', 'XFAKECREDITTJTFXM'] as const;
const APP = [
  'FAKEPE3SACXL',
  'FAKEWUZUFSZL',
  'FAKEEQQQLXTJ',
  'FAKE8ERYQJYG',
  'FAKE68W4N7HF',
] as const;

let pictures = 0;
/** The pictures are in the test output, in the order of the journey. */
const picture = async (page: Page, name: string): Promise<void> => {
  pictures += 1;
  const path = `tests/output/first-sheet/${String(pictures).padStart(2, '0')}-${name}.png`;
  await page.screenshot({ path });
};

/** A place of the bar at the foot of the screen. */
const place = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Huvudnavigering' }).getByRole('link', { name });

const importSheet = async (page: Page, name: string, counts: readonly number[]): Promise<void> => {
  await place(page, 'Mer').tap();
  await page.getByRole('link', { name: /^Import/ }).tap();
  await chooseFile(page, fixture(name));
  await expect(heading(page, 'Provkörning')).toBeVisible();
  expect(await countsOf(page)).toEqual(counts);
  await picture(page, `dry-run-${name}`);
  await importButton(page).tap();
  await expect(heading(page, name)).toBeVisible();
  expect(await countsOf(page)).toEqual(counts);
};

const openOrder = async (page: Page, order: string): Promise<void> => {
  await place(page, 'Kredit').tap();
  await page.getByRole('link', { name: new RegExp(order) }).tap();
  await expect(page.getByRole('heading', { level: 1, name: /kr$/ })).toBeVisible();
};

const codeSheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Inlösningskod' });

const reveal = async (page: Page, code: string): Promise<void> => {
  const sheet = codeSheet(page);
  await sheet.getByRole('button', { name: 'Lösa in' }).tap();
  const shown = sheet.getByRole('group', { name: 'Inlösningskod' });
  await expect.poll(async () => (await shown.innerText()).replace(/\s/g, '')).toBe(code);
  await expect(sheet.getByText('Du, för att lösa in').first()).toBeVisible();
};

const redeem = async (page: Page): Promise<void> => {
  await codeSheet(page).getByRole('button', { name: 'Markera som inlöst' }).tap();
  const form = page.getByRole('dialog', { name: 'Markera som inlöst' });
  await form.getByLabel('Apple-ID som löste in').fill('innehall@nordby.example');
  await form.getByRole('button', { name: 'Markera som inlöst' }).tap();
  await expect(
    codeSheet(page)
      .getByText(/^Inlöst/)
      .first(),
  ).toBeVisible();
};

test('journey: first sheet', async ({ page }) => {
  test.slow();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => lines.push(String(error)));

  const { phrase } = await makeWorkspace(page, served.url);
  await picture(page, 'home-empty');

  // Three sheets: credit, app codes, and a second sheet that repeats two of the app codes.
  await importSheet(page, '09-credit.csv', [2, 0, 0, 0]);
  await importSheet(page, '01-minimal.csv', [5, 0, 0, 0]);
  await importSheet(page, '12-overlaps-01.csv', [3, 0, 2, 0]);
  await picture(page, 'imported');

  // One code is shown, with its reason in the log, and redeemed.
  await openOrder(page, 'WFX0000417');
  await picture(page, 'order');
  await page.getByRole('link', { name: 'Visa kod' }).tap();
  await reveal(page, CREDIT[0]);
  await picture(page, 'code');
  await redeem(page);
  await picture(page, 'redeemed');
  await codeSheet(page).getByRole('button', { name: 'Stäng' }).tap();
  await expect(page.getByRole('heading', { name: /^Inlöst \d/ })).toBeVisible();

  // The server is gone: the order's address still opens, in a page that is reloaded.
  await answeredByWorker(page);
  await openOrder(page, 'WFX0000512');
  await served.stop();
  expect(await isClosed(served.url)).toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /10\s000 kr/ })).toBeVisible();
  await picture(page, 'order-offline');
  await page.getByRole('link', { name: 'Visa kod' }).tap();
  await unlock(page, phrase);
  await reveal(page, CREDIT[1]);
  await redeem(page);
  await codeSheet(page).getByRole('button', { name: 'Stäng' }).tap();

  // Locked by hand; a wrong passphrase says so and loses nothing, the right one opens.
  await place(page, 'Mer').tap();
  await page.getByRole('button', { name: 'Lås nu' }).tap();
  await page.getByRole('button', { name: 'Lås upp' }).tap();
  const lock = page.getByRole('dialog', { name: 'Lås upp koder' });
  await lock.getByLabel('Lösenfras').fill('fel fras helt och hållet');
  await lock.getByRole('button', { name: 'Lås upp', exact: true }).tap();
  await expect(lock.getByText(/^Frasen stämmer inte/)).toBeVisible();
  await picture(page, 'wrong-passphrase');
  await unlock(page, phrase);

  // An import is undone; what was redeemed since stays, and is named.
  await page.getByRole('link', { name: /^Import/ }).tap();
  await page.getByRole('button', { name: 'Ångra importen av 01-minimal.csv' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Ångra importen', exact: true }).tap();
  await expect(page.getByText(/^Ångrad/)).toBeVisible();
  await page.getByRole('button', { name: 'Ångra importen av 09-credit.csv' }).tap();
  const ask = page.getByRole('dialog', { name: 'Ångra importen?' });
  await expect(ask.getByText('Blir kvar')).toBeVisible();
  await picture(page, 'undo-asked');
  await ask.getByRole('button', { name: 'Ångra importen', exact: true }).tap();
  await expect(
    page.getByRole('link', { name: 'Vilka rader av 09-credit.csv är kvar' }),
  ).toBeVisible();
  await picture(page, 'undone');
  expect(await axeFaults(page)).toEqual([]);
  await place(page, 'Kredit').tap();
  await expect(page.getByRole('link', { name: /WFX0000417/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /12-overlaps-01/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /01-minimal/ })).toBeHidden();
  await picture(page, 'credit');

  // No code is anywhere but sealed, nor did the console hear one; the search itself finds what is
  // there.
  const kept = await everythingStored(page);
  expect(placesOf('WFX0000417', kept)).not.toEqual([]);
  for (const code of [...CREDIT, ...APP]) {
    expect(placesOf(code, kept)).toEqual([]);
    expect(lines.filter((text) => text.includes(code))).toEqual([]);
  }
});
