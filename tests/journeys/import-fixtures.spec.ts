import { test } from '@playwright/test';
import { importFixture } from './fixture-import.ts';
import { FIXTURE_WORKSPACES } from './fixture-workspaces.ts';
import { hearVaultKeys } from './opened-codes.ts';
import { openImport } from './screens.ts';
import { serveForAll, type Served } from './serve.ts';
import { seedUnlocked } from './workspace.ts';

let served: Served;
test.beforeAll(async () => void (served = await serveForAll()));

for (const [at, files] of FIXTURE_WORKSPACES.entries())
  test(`A5: files of the fixtures end as expected, and a second time nothing is written (${at + 1}) @long`, async ({
    page,
  }) => {
    test.slow();
    await hearVaultKeys(page);
    await page.clock.setFixedTime('2026-11-20T07:00:00Z');
    await seedUnlocked(page, served.url);
    await openImport(page);
    for (const file of files) await test.step(file, () => importFixture(page, file));
  });
