import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';
import { countsOf, importButton } from './import-steps.ts';
import { serveForAll, type Served } from './serve.ts';
import { seedWorkspace } from './workspace.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const file = (name: string): string =>
  join(import.meta.dirname, '../fixtures/apps-and-books', name);
const SAVED = ['client-config', 'assets-0', 'assets-1', 'assets-2', 'users'].map((name) =>
  file(`saved/${name}.json`),
);

/** A workspace that looks after apps, at its import, on the day that the fixtures are made for. */
const atImport = async (page: Page): Promise<void> => {
  await page.clock.setFixedTime(Date.UTC(2026, 10, 20, 8));
  await seedWorkspace(page, served.url);
  await page.goto(`${served.url}/settings`);
  await tick(page.getByLabel('Token för appar'));
  await page.goto(`${served.url}/import`);
};

test('B7, B9: saved pages and a list of apps, seen before they are taken, once, and taken back', async ({
  page,
}) => {
  await atImport(page);
  await page.getByRole('button', { name: /Listor över appar/ }).tap();
  await expect(
    page.getByText('Token läses ur filen och syns inte i kommandot.', { exact: false }),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const input = page.locator('input[type=file]');
  await input.setInputFiles(SAVED);
  await expect(importButton(page)).toHaveText('Importera 12 rader');
  expect(await axeFaults(page)).toEqual([]);
  await importButton(page).tap();
  await expect(page.getByText('12 rader importerade')).toBeVisible();

  // A newer list of the same location says what it changes; contradictions are shown before the
  // tap.
  await page.goto(`${served.url}/import`);
  const list = readFileSync(file('licences-neutral.csv'), 'utf8')
    .replace(',120,116,4,', ',130,140,4,')
    .replaceAll('2026-11-19T06', '2026-11-20T09');
  await input.setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await expect(importButton(page)).toHaveText('Importera 4 rader');
  const rows = page.getByRole('list', { name: 'Rader att se över' });
  await rows.getByText('Testapp Matteskogen').first().tap();
  const row = page.getByRole('dialog');
  await expect(row.getByText('Ägda 120 → 130')).toBeVisible();
  await expect(row.getByText('Fler tilldelade (140) än ägda (130)')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await importButton(page).tap();
  await expect(page.getByText('4 rader importerade')).toBeVisible();

  await page.goto(`${served.url}/import`);
  await input.setInputFiles({ name: 'igen.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await expect(page.getByText('Inget nytt att importera').first()).toBeVisible();
  expect(await countsOf(page)).toEqual([0, 0, 4, 0]);
  await button(page, 'Avbryt').tap();
  await page.getByRole('link', { name: /lista\.csv/ }).tap();
  await button(page, 'Ångra importen').tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Ångra importen' }).tap();
  await expect(page.getByText('Importen är ångrad').first()).toBeVisible();
  // What was pressed is gone: the keys, and the eyes, go on at the top.
  const heading = page.getByRole('heading', { name: 'lista.csv' });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await expect(page.getByText(/^Det som importen lade in och ändrade är taget/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Det här kom in' })).toHaveCount(0);
});
