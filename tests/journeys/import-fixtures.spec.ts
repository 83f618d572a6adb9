import { expect, test } from '@playwright/test';
import { imports } from '#workspace/words/sv/import.ts';
import { expectedOf, fixtureNames } from './expected-fixtures.ts';
import { importFixture } from './fixture-import.ts';
import { chooseFile, fixture } from './import-steps.ts';
import { hearVaultKeys } from './opened-codes.ts';
import { heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { dumpOf } from './stored-records.ts';
import { seedUnlocked } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));
test.beforeEach(async ({ page }) => {
  await hearVaultKeys(page);
  await page.clock.setFixedTime('2026-11-20T07:00:00Z');
  await seedUnlocked(page, served.url);
  await openImport(page);
});

/**
 * Files that share no code stand in one workspace, in the order in which they are to be imported.
 */
const WORKSPACES = [
  [
    '01-minimal.csv',
    '12-overlaps-01.csv',
    '02-preamble.csv',
    '03-minimal.xlsx',
    '04-preamble.xls',
    '05-svenska.xlsx',
    '06-svenska-semikolon-cp1252.csv',
    '07-utf8-bom.csv',
    '08-utf16le-tab.csv',
    '10-several-sheets.xlsx',
    '14-formula-cells.csv',
    '22-dates.csv',
  ],
  [
    '11-duplicates-in-file.csv',
    '13-dirty-codes.csv',
    '14-formula-cells.xlsx',
    '19-csv-named.xlsx',
    '20-html-as.xls',
    '22-dates.xlsx',
    '09-credit.csv',
  ],
] as const;

const refused = {
  '16-empty.csv': imports.problems['empty-file'](),
  '17-header-only.xlsx': imports.problems['no-codes'](),
  '18-corrupt.xlsx': imports.problems['damaged-file'](),
  '21-password-volym.xlsx': imports.problems['password-protected'](),
  '23-offer-codes.csv': imports.problems['offer-codes'](),
};

test('A5: every file of the fixtures has its place in a test', () => {
  const tried = [...WORKSPACES.flat(), ...Object.keys(refused), '15-large-10000.csv'];
  expect(tried.sort()).toEqual([...fixtureNames].sort());
  for (const [at, file] of WORKSPACES.flat().entries())
    for (const earlier of expectedOf(file).importAfter ?? [])
      expect(
        WORKSPACES.flat().indexOf(earlier.replace('apple-codes/', '') as '01-minimal.csv'),
      ).toBeLessThan(at);
});

for (const [at, files] of WORKSPACES.entries())
  test(`A5: files of the fixtures end as expected, and a second time nothing is written (${at + 1}) @long`, async ({
    page,
  }) => {
    test.slow();
    for (const file of files) await test.step(file, () => importFixture(page, file));
  });

test('A5: what holds no volume codes is refused in one sentence, and nothing is written', async ({
  page,
}) => {
  const before = await dumpOf(page);
  for (const [file, sentence] of Object.entries(refused))
    await test.step(file, async () => {
      expect(expectedOf(file).outcome).toBe('refuse');
      await chooseFile(page, fixture(file));
      await expect(page.getByRole('alert')).toHaveText(sentence);
      await expect(heading(page, 'Import')).toBeVisible();
    });
  expect(await dumpOf(page)).toEqual(before);
});

test('A5: an imported order whose sheet turns out not to be downloaded counts from its order date', async ({
  page,
}) => {
  const [order] = expectedOf('09-credit.csv').rowsExpected ?? [];
  expect(order?.downloadableThrough).toBe('2026-11-30');
  await importFixture(page, '09-credit.csv');
  await page.getByRole('link', { name: 'Kredit', exact: true }).tap();
  await page.getByRole('link', { name: new RegExp(order?.orderNumber ?? '') }).tap();
  await page.getByRole('button', { name: 'Kalkylbladet hämtat, fler val' }).tap();
  await page.getByRole('menuitem', { name: 'Ta tillbaka' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Ta tillbaka: Kalkylbladet hämtat' });
  await sheet.getByLabel('Varför').fill('Bladet låg kvar i inkorgen');
  await sheet.getByRole('button', { name: 'Ta tillbaka' }).tap();
  await expect(page.getByText('senast 30 nov, preliminärt')).toBeVisible();
});
