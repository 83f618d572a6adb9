import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { chooseFile, fixture, importButton } from './import-steps.ts';
import { heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { seedUnlocked } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

type Counting = { taps: number };

/** Counts what a finger does in the page, whatever a journey says that it does. */
const countTaps = async (page: Page): Promise<void> =>
  void (await page.addInitScript(() => {
    const counting = globalThis as unknown as Counting;
    counting.taps = 0;
    addEventListener(
      'pointerup',
      ({ isTrusted, pointerType }) => {
        if (isTrusted && pointerType === 'touch') counting.taps += 1;
      },
      { capture: true },
    );
  }));
const tapsSoFar = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as Counting).taps);

const linesOf = async (file: string): Promise<number> =>
  (await readFile(file, 'utf8')).trimEnd().split(/\r?\n/).length;

test('A5: from home to imported a known sheet takes three taps and the picker, and its page lists and exports every row', async ({
  page,
}) => {
  await countTaps(page);
  await page.clock.setFixedTime('2026-11-20T07:00:00Z');
  await seedUnlocked(page, served.url);
  await openImport(page);
  await chooseFile(page, fixture('01-minimal.csv'));
  await importButton(page).tap();
  await expect(heading(page, '01-minimal.csv')).toBeVisible();
  await page.getByRole('link', { name: 'Frister', exact: true }).last().tap();
  await expect(heading(page, 'Frister')).toBeVisible();

  const before = await tapsSoFar(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Lägg till', exact: true }).first().tap();
  await page.getByRole('button', { name: 'Importera kalkylblad' }).tap();
  await (await chooser).setFiles(fixture('12-overlaps-01.csv'));
  await expect(heading(page, 'Provkörning')).toBeVisible();
  // The same headings as the first file: nothing is asked of its columns.
  await expect(page.getByText('som förra gången').first()).toBeVisible();
  await page.getByRole('button', { name: 'Importera 3 rader' }).tap();
  await expect(heading(page, '12-overlaps-01.csv')).toBeVisible();
  expect((await tapsSoFar(page)) - before).toBe(3);

  await test.step('every row is listed, and exported', async () => {
    const rows = (await linesOf(fixture('12-overlaps-01.csv'))) - 1;
    await expect(page.getByRole('radio', { name: `Alla ${rows}` })).toBeChecked();
    const list = page.getByRole('list', { name: 'Rad för rad' });
    await expect(list.getByRole('listitem')).toHaveCount(rows);
    for (let row = 2; row <= rows + 1; row += 1)
      await expect(list.getByText(`Rad ${row}`, { exact: true })).toBeAttached();
    await expect(list.getByRole('link', { name: /12-overlaps-01/ })).toHaveCount(3);
    await expect(list.getByRole('link', { name: /Koden finns redan i 01-minimal/ })).toHaveCount(2);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Exportera raderna' }).tap();
    const file = await (await download).path();
    expect(await linesOf(file)).toBe(rows + 1);
    const table = await readFile(file, 'utf8');
    expect(table.split('\r\n')[1]).toBe(
      '12-overlaps-01.csv;;2;Dubblett;Koden finns redan i 01-minimal;01-minimal',
    );
    expect(table).not.toContain('FAKE');
  });
});

/** Sheets of which nobody can be sure, each in its own way. */
const ODD = [
  'codes-bare-two-columns.csv',
  'codes-two-tables-side-by-side.xlsx',
  'credit-sums-unclear.csv',
  'credit-days-unclear.csv',
  'apps-bare.csv',
  'customers-bare.csv',
  'customers-days-unclear.csv',
  'prices-unclear.csv',
];

/** What is asked, without the row and the text that it is asked of. */
const kindsAsked = async (page: Page): Promise<string[]> => {
  const titles = await page.locator('.questions h2').allInnerTexts();
  return titles.map((title) => title.replace(/”[^”]*”/g, '…').replace(/\d+/g, '#'));
};

test('A5: of an odd sheet each kind of doubt is asked once at most', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-20T07:00:00Z');
  await seedUnlocked(page, served.url);
  await openImport(page);
  for (const name of ODD)
    await test.step(name, async () => {
      await chooseFile(page, join(import.meta.dirname, '../fixtures/import', name));
      await expect(heading(page, 'Provkörning')).toBeVisible();
      const kinds = await kindsAsked(page);
      expect(kinds).not.toEqual([]);
      expect(kinds).toEqual([...new Set(kinds)]);
      await page.getByRole('button', { name: 'Avbryt' }).tap();
      await expect(heading(page, 'Import')).toBeVisible();
    });
  // All kinds in one: sums and days that are unclear in many rows, and codes that say not where.
  const rows = ['25.000;03/04/2026', '12.500;05/06/2026', '9.000;07/08/2026', '4.000;01/02/2026'];
  const lines = rows.map((row, at) => `4500${at};XFAKECREDIT000${at};${row}`);
  const buffer = Buffer.from(['Order Number;Code;Amount;Order Date', ...lines].join('\r\n'));
  await chooseFile(page, { name: 'udda.csv', mimeType: 'text/csv', buffer });
  await expect(heading(page, 'Provkörning')).toBeVisible();
  const kinds = await kindsAsked(page);
  expect(kinds).toHaveLength(2);
  expect(kinds).toEqual([...new Set(kinds)]);
});
