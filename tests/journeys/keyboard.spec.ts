import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectFocusKept, goBy, pressOn, tabTo, walkList } from './by-keyboard.ts';
import { chooseFile, fixture, importButton } from './import-steps.ts';
import { heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { wordsAskedFor, wordsOf } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** The first start by keys alone; answers the passphrase. */
const start = async (page: Page): Promise<string> => {
  await page.goto(`${served.url}/`);
  await pressOn(page, button(page, 'Börja tomt'));
  await pressOn(page, button(page, 'Fortsätt'));
  await tabTo(page, page.getByLabel('Ditt namn'));
  await page.keyboard.type('Sara Lindholm');
  await tabTo(page, page.getByLabel('Arbetsplatsens namn'));
  await page.keyboard.type('Nordby IT');
  await pressOn(page, button(page, 'Fortsätt'), 'Space');
  await expect(heading(page, 'Välj en lösenfras')).toBeVisible();
  const phrase = await wordsOf(page, 'De fem orden');
  await tabTo(page, page.getByLabel('Skriv orden en gång till'));
  await page.keyboard.type(phrase.join(' '));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Återställningskit')).toBeVisible();
  await pressOn(page, button(page, 'Visa alla ord'));
  const kit = await wordsOf(page, 'Kitets tolv ord');
  await pressOn(page, button(page, 'Dölj och kontrollera'));
  for (const { field, word } of await wordsAskedFor(page, kit)) {
    await tabTo(page, field);
    await page.keyboard.type(word);
  }
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Frister')).toBeVisible();
  return phrase.join(' ');
};

test('X14: from the first start to an import taken back, by keys alone', async ({ page }) => {
  test.slow();
  const phrase = await start(page);

  await goBy(page, 'i');
  await expect(heading(page, 'Import')).toBeVisible();
  await tabTo(page, page.locator('input[type=file]'));
  await chooseFile(page, fixture('09-credit.csv'));
  // What was pressed is gone with its page: the next key goes on from the heading.
  await expect(heading(page, 'Provkörning')).toBeFocused();
  await pressOn(page, importButton(page));
  await expect(heading(page, '09-credit.csv')).toBeVisible();

  // Into the list with an arrow, up and down in it, and into an order with Enter.
  await goBy(page, 'k');
  await expect(heading(page, 'Kredit')).toBeVisible();
  const orders = page.getByRole('link', { name: /WFX0000/ });
  await expect(orders).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(orders.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(orders.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(orders.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /kr$/ })).toBeVisible();

  const sheet = page.getByRole('dialog', { name: 'Inlösningskod' });
  const look = page.getByRole('link', { name: 'Visa kod' });
  await pressOn(page, look);
  await pressOn(page, sheet.getByRole('button', { name: 'Lösa in' }), 'Space');
  await expect(sheet.getByRole('group', { name: 'Inlösningskod' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expectFocusKept(page);
  await pressOn(page, look);
  await pressOn(page, sheet.getByRole('button', { name: 'Markera som inlöst' }));
  const form = page.getByRole('dialog', { name: 'Markera som inlöst' });
  await tabTo(page, form.getByLabel('Apple-ID som löste in'));
  await page.keyboard.type('innehall@nordby.example');
  await page.keyboard.press('Enter');
  await expect(sheet.getByText(/^Inlöst/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expectFocusKept(page);

  await goBy(page, 'm');
  await pressOn(page, button(page, 'Lås nu'));
  await expect(page.getByText('Koderna är låsta')).toBeVisible();
  await pressOn(page, button(page, 'Lås upp'));
  const lock = page.getByRole('dialog', { name: 'Lås upp koder' });
  await expect(lock).toBeVisible();
  await page.keyboard.press('Escape');
  await expectFocusKept(page);
  await pressOn(page, button(page, 'Lås upp'));
  await tabTo(page, lock.getByLabel('Lösenfras'));
  await page.keyboard.type(phrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Koderna är öppna')).toBeVisible();
  await expectFocusKept(page);

  await goBy(page, 'i');
  await pressOn(page, button(page, 'Ångra importen av 09-credit.csv'));
  await pressOn(
    page,
    page.getByRole('dialog').getByRole('button', { name: 'Ångra importen', exact: true }),
  );
  await expect(page.getByText(/^Ångrad/)).toBeVisible();

  await page.keyboard.press('n');
  await expect(page.getByRole('dialog').getByRole('link', { name: /^Ny order/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${served.url}/credit/new`);
  await expect(heading(page, 'Ny order')).toBeFocused();
  // In a field the letters are letters.
  await tabTo(page, page.getByLabel('Innehållsköpare', { exact: true }));
  await page.keyboard.type('gn');
  await expect(page.getByLabel('Innehållsköpare', { exact: true })).toHaveValue('gn');
  await expect(heading(page, 'Ny order')).toBeVisible();
  await page.keyboard.press('Escape');
  for (const [letter, title] of [
    ['d', 'Frister'],
    ['s', 'Inställningar'],
    ['c', 'Kredit'],
    ['m', 'Mer'],
    ['f', 'Frister'],
  ] as const) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await goBy(page, letter);
    await expect(heading(page, title)).toBeVisible();
  }
});

/** A desk has a keyboard and room for a list beside its detail. */
const DESK = { width: 1180, height: 820 };

test('X14: beside its detail every list is walked, opened and left by keys, and what is opened has the focus @long', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(DESK);
  await page.goto(`${served.url}/`);
  await pressOn(page, page.getByRole('button', { name: /^Prova med exempeldata/ }));
  await expect(heading(page, 'Frister')).toBeVisible();
  // Home has no place to come from yet: it is walked after another one.
  for (const [letter, title] of [
    ['k', 'Kredit'],
    ['a', 'Appar'],
    ['t', 'Token'],
    ['v', 'VIP-kunder'],
    ['r', 'Förlängningar'],
    ['f', 'Frister'],
  ] as const) {
    await goBy(page, letter);
    await expect(heading(page, title)).toBeFocused();
    await expect(page).toHaveTitle(`${title} · Volym`);
    await walkList(page);
  }

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Kortkommandon' });
  await expect(keys).toBeVisible();
  await expect(keys.getByText('VPP-kredit')).toBeVisible();
  // Letters are not read in a sheet.
  await page.keyboard.press('n');
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expectFocusKept(page);

  await goBy(page, 'v');
  await expect(heading(page, 'VIP-kunder')).toBeFocused();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(`${served.url}/vip/new`);
  await expect(heading(page, 'Ny VIP-kund')).toBeFocused();
});

test('X16: a list is printed whole with its title and the day, without what is pressed @long', async ({
  page,
}) => {
  await page.setViewportSize(DESK);
  await page.goto(`${served.url}/`);
  await pressOn(page, page.getByRole('button', { name: /^Prova med exempeldata/ }));
  await expect(heading(page, 'Frister')).toBeVisible();
  for (const [letter, title, rows] of [
    ['k', 'Kredit', 5],
    ['a', 'Appar', 8],
    ['v', 'VIP-kunder', 8],
  ] as const) {
    await goBy(page, letter);
    await expect(heading(page, title)).toBeVisible();
    await expect(
      page.locator('section.detail').getByRole('heading', { level: 2 }).first(),
    ).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(heading(page, title)).toBeVisible();
    await expect(page.locator('.printed')).toContainText(/20\d\d/);
    await expect(page.locator('nav').locator('visible=true')).toHaveCount(0);
    await expect(page.getByRole('button').locator('visible=true')).toHaveCount(0);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    expect(
      await page.locator('[data-list] a.row').locator('visible=true').count(),
    ).toBeGreaterThanOrEqual(rows);
    await page.emulateMedia({ media: 'screen' });
  }
});
