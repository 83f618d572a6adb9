import { expect, test } from '@playwright/test';
import { codesOfLarge, expectedOf } from './expected-fixtures.ts';
import { expectSecondTimeNothing, expectStored } from './fixture-import.ts';
import { LARGE } from './fixture-workspaces.ts';
import { beginRun, tryLarge } from './large-import.ts';
import { hearVaultKeys, openedCodes } from './opened-codes.ts';
import { heading, openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { dumpOf } from './stored-records.ts';
import { seedUnlocked } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

test('A5: ten thousand rows: cancelled in the middle nothing is left, then all of them come, and only once @long', async ({
  page,
}) => {
  test.slow();
  await hearVaultKeys(page);
  await seedUnlocked(page, served.url);
  await openImport(page);
  const before = await dumpOf(page);

  await tryLarge(page);
  // The page answers while it lists ten thousand rows.
  await page.getByRole('button', { name: /^Visa alla/ }).tap();
  await expect(page.getByText('Rad 2', { exact: true })).toBeAttached();
  await beginRun(page);
  await page.getByRole('button', { name: 'Avbryt' }).tap();
  await expect(page.getByRole('alert')).toHaveText('Importen avbröts. Inget är sparat.');
  await expect(heading(page, 'Import')).toBeVisible();
  expect(await dumpOf(page)).toEqual(before);

  await tryLarge(page);
  await beginRun(page);
  // While it is written, a click elsewhere is answered: leaving is asked about, and refused here.
  const asked = page.waitForEvent('dialog').then((dialog) => (dialog.dismiss(), dialog.message()));
  await page.getByRole('link', { name: 'Frister', exact: true }).tap();
  expect(await asked).toContain('Importen pågår');
  await expect(heading(page, LARGE)).toBeVisible();

  const run = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const says = expectedOf(LARGE);
  await expectStored(page, run, says);
  const wanted = codesOfLarge();
  expect([wanted[0], wanted.at(-1), wanted.length]).toEqual([
    says.firstCode,
    says.lastCode,
    says.accepted,
  ]);
  const stored = await openedCodes(page, run);
  expect(stored.map(({ code, row }) => `${row} ${code}`)).toEqual(
    wanted.map((code, at) => `${at + 2} ${code}`),
  );
  await page.goBack();
  await expect(heading(page, 'Import')).toBeVisible();
  await expectSecondTimeNothing(page, LARGE, says);
});
