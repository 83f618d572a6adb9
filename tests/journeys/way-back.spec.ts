import { expect, test, type Locator, type Page } from '@playwright/test';
import { goBy } from './by-keyboard.ts';
import { chooseFile, importButton } from './import-steps.ts';
import { enterExample, heading } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

/** A row of home that leads to a customer, whose own list is that of VIP. */
const customerRow = (page: Page): Locator =>
  page.locator('[data-list] a.row[href*="/vip/"]').first();
const announced = (page: Page): Promise<string> =>
  page
    .locator('#svelte-announcer')
    .textContent()
    .then((text) => (text ?? '').trim());

test('X14: what was opened from home is left to home, with the row that was left, by a finger', async ({
  page,
}) => {
  await enterExample(page, served.url);
  const row = customerRow(page);
  const id = (await row.getAttribute('id')) ?? '';
  await row.tap();
  await expect(page).toHaveURL(/\/vip\/.+\/renewal|\/vip\/.+/);
  await page.getByRole('main').getByRole('link', { name: 'Frister', exact: true }).tap();
  await expect(page).toHaveURL(`${served.url}/deadlines`);
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();

  // By its address it is left to the list of its programme.
  await page.locator(`[id="${id}"]`).tap();
  await expect(page).toHaveURL(/\/vip\/.+/);
  await page.reload();
  await page.getByRole('main').getByRole('link', { name: 'VIP-kunder', exact: true }).tap();
  await expect(page).toHaveURL(`${served.url}/vip`);
  await expect(page.locator('[data-list] a.row:focus')).toHaveCount(1);
});

test('X14: Escape goes the same way, beside the list and in a narrow window @long', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1180, height: 820 });
  await enterExample(page, served.url);
  const row = customerRow(page);
  const id = (await row.getAttribute('id')) ?? '';
  const opened = /\/vip\/([^/]+)/.exec((await row.getAttribute('href')) ?? '')?.[1] ?? '';
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('section.detail .title:focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${served.url}/deadlines`);
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();

  // The row that is open is pressed again, which is no step; a second Escape goes no further.
  await page.keyboard.press('Enter');
  await expect(page.locator('section.detail .title:focus')).toHaveCount(1);
  const current = page.locator('section.list [data-list] a[aria-current]');
  for (const times of [1, 2]) {
    await current.tap();
    // The router has taken the press.
    await expect(current, `press ${times}`).not.toBeFocused();
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${served.url}/deadlines`);
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();

  await page.setViewportSize({ width: 820, height: 1180 });
  await page.keyboard.press('Enter');
  await expect(page.locator('h1:focus')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(opened));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();
  await expect(page).toHaveURL(`${served.url}/deadlines`);

  await page.goto(`${served.url}/vip/${opened}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${served.url}/vip`);
  await expect(page.locator(`[data-list] a[href*="${opened}"]:focus`)).toHaveCount(1);
});

test('X14: a screen reader announces the screen that came after a form was saved, not the form @long', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await goBy(page, 'k');
  await expect(heading(page, 'Kredit')).toBeFocused();
  await page.keyboard.press('n');
  await expect(heading(page, 'Ny order')).toBeFocused();
  await expect.poll(() => announced(page)).toBe('Ny order · Volym');

  await page.getByLabel('Kreditvärde').fill('4321');
  await page.getByRole('button', { name: 'Spara utkast' }).tap();
  const order = page.getByRole('heading', { level: 1, name: /4\s321/ });
  await expect(order).toBeVisible();
  await expect.poll(() => announced(page)).toBe(await page.title());
  expect(await page.title()).toMatch(/4\s321/);
  await goBy(page, 'm');
  await expect(heading(page, 'Mer')).toBeVisible();
  await expect.poll(() => announced(page)).toBe('Mer · Volym');
});

/** Orders enough for several screens, and a row that is not read, so that not all are shown first. */
const ORDERS = {
  name: 'kredit.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Ordernummer;Belopp;Valuta',
      ...Array.from({ length: 45 }, (_, at) => `${4_500_900_000 + at};${1000 + at};SEK`),
      'x;y;z',
    ].join('\n'),
  ),
};

/** The way back that a record names. */
const wayBack = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('link', { name, exact: true });

for (const [told, size, press, leave] of [
  [
    'by a finger',
    { width: 390, height: 844 },
    (row: Locator) => row.tap(),
    (page: Page) => wayBack(page, 'Import').tap(),
  ],
  [
    'by keys',
    { width: 1180, height: 820 },
    (row: Locator) => row.press('Enter'),
    (page: Page) => page.keyboard.press('Escape'),
  ],
] as const)
  test(`A5: from a record one comes back to the rows of an import as they were left, ${told}`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await enterExample(page, served.url);
    await goBy(page, 'i');
    await expect(heading(page, 'Import')).toBeVisible();
    await chooseFile(page, ORDERS);
    await press(importButton(page));
    await expect(heading(page, 'kredit.csv')).toBeVisible();
    const fresh = page.getByRole('radio', { name: /^Nya/ });
    await page.locator('label').filter({ has: fresh }).tap();
    const row = page.locator('[data-rows]').getByRole('link', { name: /4500900030/ });
    // Of a table only the rows in sight are drawn.
    await expect(async () => {
      await page.evaluate(() => scrollBy(0, 400));
      await expect(row).toBeInViewport({ ratio: 1, timeout: 300 });
    }).toPass();
    const { y } = (await row.boundingBox())!;
    await press(row);
    await expect(page).toHaveURL(/\/credit\//);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goBack();
    await expect(heading(page, 'kredit.csv')).toBeVisible();
    await expect(fresh).toBeChecked();
    await expect(row).toBeFocused();
    expect((await row.boundingBox())!.y).toBeCloseTo(y, 0);

    // The way back that the record names is the page of the import, too.
    await press(row);
    await expect(page).toHaveURL(/\/credit\//);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await leave(page);
    await expect(heading(page, 'kredit.csv')).toBeVisible();
    await expect(page).toHaveURL(/\/import\//);
    await expect(fresh).toBeChecked();
  });

test('X14: the keys go on where rows are pasted, and where a dry run was left', async ({
  page,
}) => {
  await enterExample(page, served.url);
  await goBy(page, 'i');
  await expect(heading(page, 'Import')).toBeFocused();
  const paste = page.getByRole('button', { name: /^Klistra in rader/ });
  const field = page.getByRole('dialog').getByRole('textbox');
  const tryOut = page.getByRole('button', { name: 'Provkör raderna' });
  await paste.press('Enter');
  await expect(field).toBeFocused();
  // Nothing is found in it: what was pasted waits there.
  await page.keyboard.type('hej hopp');
  await tryOut.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(paste).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await field.fill('Ordernummer;Belopp;Valuta\n4500900001;2000;SEK');
  await tryOut.press('Enter');
  await expect(heading(page, 'Provkörning')).toBeFocused();
  await page.goBack();
  await expect(paste).toBeFocused();

  await chooseFile(page, ORDERS);
  await expect(heading(page, 'Provkörning')).toBeVisible();
  await page.getByRole('button', { name: 'Avbryt' }).press('Enter');
  await expect(page.locator('input[type=file]')).toBeFocused();
});

test('X14: a sheet that is come to by its address closes to what it is over, not to what lay behind it', async ({
  page,
}) => {
  await enterExample(page, served.url);
  const records = await storedRecords(page);
  const codes = records.filter(({ kind }) => kind === 'redemption-code');
  const batch = records.find(({ id }) => id === codes[0]?.parent);
  const asked = records.find(({ kind }) => kind === 'purchase-authorization');
  for (const [path, under] of [
    [`/credit/${batch?.id}/code/${codes[0]?.id}`, `/credit/${batch?.id}`],
    [`/vip/${asked?.parent}/authorize`, `/vip/${asked?.parent}`],
  ] as const) {
    await page.goto(`${served.url}/favicon.svg`);
    await page.goto(served.url + path);
    const open = page.getByRole('dialog').getByRole('button', { name: /^(Stäng|Avbryt)$/ });
    // A code is asked for by the lock that lies over it.
    for (let left = under.startsWith('/credit') ? 2 : 1; left > 0; left -= 1) {
      await expect(open).toHaveCount(left);
      await open.last().tap();
    }
    await expect(page).toHaveURL(new RegExp(`${under}(/codes)?$`));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});
