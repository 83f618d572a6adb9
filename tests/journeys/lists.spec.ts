import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appWith, licenceWith } from '#tests/factories/apps.ts';
import { axeFaults } from './axe-faults.ts';
import { button } from './credit-orders.ts';
import { countsOf, importButton } from './import-steps.ts';
import { putRecords } from './put-records.ts';
import { serveForAll, type Served } from './serve.ts';
import { seedWorkspace } from './workspace.ts';
import { tick } from './fingers.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

const file = (name: string): string =>
  join(import.meta.dirname, '../fixtures/apps-and-books', name);
const installs = (name: string): string =>
  join(import.meta.dirname, '../fixtures/install-status', name);
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

  // A newer list of the same location says what it changes; what contradicts itself is said before
  // the tap.
  await page.goto(`${served.url}/import`);
  const list = readFileSync(file('licences-neutral.csv'), 'utf8')
    .replace(',120,116,4,', ',130,140,4,')
    .replaceAll('2026-11-19T06', '2026-11-20T09');
  await input.setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await expect(importButton(page)).toHaveText('Importera 4 rader');
  await page.getByText('Testapp Matteskogen').first().tap();
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
});

test('B7: a whole list that only names fewer licences is written, and its page says of which app', async ({
  page,
}) => {
  await atImport(page);
  const input = page.locator('input[type=file]');
  const saved = (name: string, body: object) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({ ...body, uId: '2049000000000901', totalPages: 1, versionId: 'v1' }),
    ),
  });
  const holding = (...users: readonly string[]) =>
    saved('assignments-0.json', {
      assignments: users.map((clientUserId) => ({
        adamId: '900000000001',
        pricingParam: 'STDQ',
        clientUserId,
      })),
      currentPageIndex: 0,
      size: users.length,
    });
  await input.setInputFiles([holding('u-1', 'u-2', 'u-3')]);
  await importButton(page).tap();
  await expect(page.getByText('3 rader importerade')).toBeVisible();
  await page.goto(`${served.url}/import`);
  await input.setInputFiles([holding('u-2')]);
  await button(page, 'Notera 2 licenser som lediga').tap();
  await expect(page.getByText('2 licenser blev lediga').first()).toBeVisible();
  await expect(
    page.getByRole('link', { name: /900000000001.*2 licenser blev lediga/ }),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});

test('B13: Intune’s list of an app tells who failed and why, beside what is known, and is taken back', async ({
  page,
}) => {
  await atImport(page);
  await putRecords(page, [
    appWith({
      id: 'app-1',
      name: 'Testapp Matteskogen',
      location: 'Gymnasiet',
      total: 9,
      assigned: 5,
    }),
    ...['TESTIPAD0001', 'TESTIPAD0002', 'TESTIPAD0003', 'TESTIPAD0004', 'TESTIPAD0005'].map(
      (target) =>
        licenceWith({
          id: target,
          to: 'device',
          target,
          name: target === 'TESTIPAD0003' ? 'Biblioteket-3' : '',
        }),
    ),
  ]);
  await page.reload();
  await page.getByRole('button', { name: /Listor över appar/ }).tap();
  await expect(page.getByText('Installationsstatus i Intune')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.locator('input[type=file]').setInputFiles(installs('device-install-status.csv'));
  await expect(page.getByText('Välj först vilken app listan gäller.')).toBeVisible();
  await page
    .getByLabel('Vilken app gäller listan?')
    .selectOption({ label: 'Testapp Matteskogen, Gymnasiet: 5 rader' });
  await expect(importButton(page)).toHaveText('Importera 4 rader');
  expect(await countsOf(page)).toEqual([0, 4, 1, 1]);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByText('iPad-TESTIPAD0002').first().tap();
  const row = page.getByRole('dialog');
  await expect(row.getByText('Status misslyckades')).toBeVisible();
  await expect(row.getByText(/Det fanns ingen ledig licens/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await importButton(page).tap();
  await expect(page.getByText('4 rader importerade')).toBeVisible();
  await page
    .getByRole('link', { name: /Testapp Matteskogen.*4 installationer fick ny status$/ })
    .tap();

  // The app tells it by group, filtered.
  await tick(page.getByRole('radio', { name: /^Misslyckade/ }));
  await expect(page.getByText(/inga licenser kvar/).first()).toBeVisible();
  await expect(
    page.getByRole('list', { name: /Testapp Matteskogen/ }).getByRole('listitem'),
  ).toHaveCount(1);

  // The list of apps says where any failed.
  await page.goto(`${served.url}/apps`);
  await tick(page.getByRole('radio', { name: /^Misslyckade/ }));
  await expect(
    page.getByRole('link', { name: /Testapp Matteskogen.*1 misslyckades, lista i går/ }),
  ).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);

  await page.goto(`${served.url}/import`);
  await page.getByRole('link', { name: /device-install-status\.csv/ }).tap();
  await button(page, 'Ångra importen').tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Ångra importen' }).tap();
  await expect(page.getByText('Importen är ångrad').first()).toBeVisible();
  await page.goto(`${served.url}/apps`);
  await expect(
    page.getByRole('link', { name: /Testapp Matteskogen.*5 av 9 tilldelade/ }),
  ).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Misslyckade/ })).toHaveCount(0);
});
