import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { readyOrderInApp } from './credit-orders.ts';
import { test } from './installed.ts';
import { beginRun, tryLarge } from './large-import.ts';
import { enterExample, heading, notFound, notLoaded, openImport } from './screens.ts';
import { buildFrom, type SecondBuild } from './second-build.ts';
import { isClosed, type Served } from './serve.ts';
import { storedRecords } from './stored-records.ts';
import { connectWorkspace, invite, joinAs, newProfile } from './two-devices.ts';
import {
  answeredByWorker,
  countLoads,
  installationOver,
  keptPaths,
  loadedPaths,
  lookForUpdate,
} from './worker.ts';

test.use({ serviceWorkers: 'allow' });

/** Without a worker each page is of the version that the server had when it was loaded. */
const OLD_PAGES = {
  serviceWorkers: 'block',
  locale: 'sv-SE',
  permissions: ['clipboard-read', 'clipboard-write'],
} satisfies BrowserContextOptions;

/** So many that the press comes while they are written. */
const ROWS = 3_000;

const NEW_HOME = 'Hem i andra bygget';
const NEW_IMPORT = 'Import i andra bygget';

let second: SecondBuild;
let site: Served;

test.beforeAll(
  async () => void (second = await buildFrom({ '/deadlines': NEW_HOME, '/import': NEW_IMPORT })),
);
test.afterAll(() => second.remove());
test.beforeEach(async ({ installed }) => void (site = await installed.serveAgain()));
test.afterEach(() => site.stop());

const row = (page: Page) => page.getByText('Ny version klar');
const updateButton = (page: Page) => page.getByRole('button', { name: 'Uppdatera' });
const newHome = (page: Page) => page.getByText(NEW_HOME);

const shows = async (page: Page, version: 'old' | 'new'): Promise<void> => {
  await expect(heading(page, 'Frister')).toBeVisible();
  await expect(newHome(page)).toHaveCount(version === 'new' ? 1 : 0);
};

const enter = async (page: Page): Promise<void> => {
  await enterExample(page, site.url);
  await answeredByWorker(page);
};

/** When the one import here had written its last record (ms). */
const endOfRun = async (page: Page): Promise<number> => {
  const [run] = await storedRecords(page, 'import-run');
  return run?.steps.find(({ kind }) => kind === 'imported')?.at ?? Infinity;
};

/** When the document that a tab shows began to load (ms). */
const loadedAt = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin);

/** A copy of a build in which the screens' own files are missing. */
const withoutScreens = async (files: string, folder: string): Promise<string> => {
  await cp(files, folder, { recursive: true });
  await rm(join(folder, '_app/immutable/nodes'), { recursive: true });
  return folder;
};

test('X6: a new version waits for the tap, then every tab loads it once, at its own address @long', async ({
  page,
  context,
}) => {
  await enter(page);
  const other = await context.newPage();
  await other.goto(`${site.url}/deadlines?from=other`);
  await shows(other, 'old');
  const oldFiles = await keptPaths(page);
  await site.restart(second.files);

  await lookForUpdate(page);
  await expect(row(page)).toBeVisible();
  await expect(row(other)).toBeVisible();
  await page.reload();
  await shows(page, 'old');
  await expect(row(page)).toBeVisible();

  const loads = [countLoads(page), countLoads(other)];
  await updateButton(page).tap();
  await expect(newHome(page)).toBeVisible();
  await expect(newHome(other)).toBeVisible();
  await expect(row(page)).toBeHidden();
  await expect(row(other)).toBeHidden();
  expect(page.url()).toBe(`${site.url}/deadlines`);
  expect(other.url()).toBe(`${site.url}/deadlines?from=other`);

  const newFiles = await keptPaths(page);
  const gone = oldFiles.filter((file) => !newFiles.includes(file));
  expect(gone.filter((file) => file.includes('/immutable/'))).not.toEqual([]);
  expect(newFiles).toHaveLength(new Set(newFiles).size);

  await site.stop();
  expect(await isClosed(site.url)).toBe(true);
  await page.reload();
  await shows(page, 'new');
  await other.reload();
  await shows(other, 'new');
  expect(loads).toEqual([{ count: 2 }, { count: 2 }]);
});

test('X6: the page whose first worker came while it was open is updated like any other @long', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await enter(page);
  await site.restart(second.files);
  const loads = countLoads(page);
  // The app itself looks when the network returns.
  await context.setOffline(true);
  await context.setOffline(false);
  await updateButton(page).tap();
  await expect(newHome(page)).toBeVisible();
  await expect(row(page)).toBeHidden();
  expect(loads.count).toBe(1);
  await context.close();
});

test('X6: an old page opens a screen it has not shown before, after the server has only new files @long', async ({
  page,
}) => {
  await enter(page);
  await site.restart(second.files);
  const loads = countLoads(page);
  await openImport(page);
  await expect(page.getByText(NEW_IMPORT)).toHaveCount(0);
  const loaded = await loadedPaths(page);
  const answers = await Promise.all(loaded.map((path) => page.request.get(site.url + path)));
  expect(answers.filter((answer) => answer.status() === 404)).not.toEqual([]);
  expect(loads.count).toBe(0);
});

test('X6: an unknown address shows its own page while a new version waits, and does not load for ever @long', async ({
  page,
}) => {
  await enter(page);
  await site.restart(second.files);
  await lookForUpdate(page);
  await expect(row(page)).toBeVisible();
  const loads = countLoads(page);
  await page.goto(`${site.url}/no-such-screen`);
  await expect(notFound(page)).toBeVisible();
  await page.getByRole('link', { name: 'Frister' }).first().tap();
  await shows(page, 'old');
  await expect(row(page)).toBeVisible();
  expect(loads.count).toBe(1);
});

test('X6: a page without a worker loads the new version once when a file of its own is gone @long', async ({
  browser,
}) => {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'sv-SE' });
  const page = await context.newPage();
  await enterExample(page, site.url);
  await site.restart(second.files);
  const loads = countLoads(page);
  await page.getByRole('link', { name: 'Mer', exact: true }).tap();
  await expect(heading(page, 'Mer')).toBeVisible();
  await page
    .getByRole('link', { name: /^Import/ })
    .first()
    .tap();
  await expect(page.getByText(NEW_IMPORT)).toBeVisible();
  expect(loads.count).toBe(1);
  await context.close();
});

test('X8: two versions that are open at once write into one workspace, and either of them syncs @long', async ({
  browser,
}) => {
  const [sara, johan] = [await browser.newContext(OLD_PAGES), await newProfile(browser)];
  const page = await sara.newPage();
  const phrase = await connectWorkspace(page, site.url, site.setUpLink());
  await joinAs(johan.page, await invite(page, phrase), 'Johan Ek');
  await page.goto(`${site.url}/deadlines`);
  await shows(page, 'old');
  await site.restartOn(site.data(), second.files);
  const newer = await sara.newPage();
  await readyOrderInApp(newer, site.url, { number: '4500218837', amount: '25 000' });
  await newer.goto(`${site.url}/deadlines`);
  await shows(newer, 'new');
  // The old one syncs still, and shows what the new one writes.
  for (const either of [page, johan.page])
    await expect(either.getByRole('link', { name: /25.000.kr/ })).toBeVisible();
  await shows(page, 'old');
  await page.close();
  await readyOrderInApp(newer, site.url, { number: '4500197752', amount: '12 000' });
  await expect(johan.page.getByRole('link', { name: /12.000.kr/ })).toBeVisible();
  for (const context of [sara, johan.context]) await context.close();
});

test('X6: a file that is gone without a newer version is reported, and reloads nothing @long', async ({
  browser,
}, testInfo) => {
  const incomplete = await withoutScreens('build', testInfo.outputPath('incomplete'));
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'sv-SE' });
  const page = await context.newPage();
  await enterExample(page, site.url);
  await site.restart(incomplete);
  const loads = countLoads(page);
  await page.getByRole('link', { name: 'Mer', exact: true }).tap();
  await expect(notLoaded(page)).toBeVisible();
  expect(loads.count).toBe(0);
  await context.close();
});

test('X6: half a deployment is not taken over; the whole one is @long', async ({
  page,
}, testInfo) => {
  await enter(page);
  await site.restart(await withoutScreens(second.files, testInfo.outputPath('incomplete')));
  await lookForUpdate(page);
  await installationOver(page);
  await page.reload();
  await shows(page, 'old');
  await expect(row(page)).toBeHidden();

  // The app itself looks at its start.
  await site.restart(second.files);
  await page.reload();
  await updateButton(page).tap();
  await expect(newHome(page)).toBeVisible();
});

test('X6: a page that saw several halves of a deployment still hears of the whole one @long', async ({
  page,
}, testInfo) => {
  await enter(page);
  await site.restart(await withoutScreens(second.files, testInfo.outputPath('incomplete')));
  for (const _ of ['first', 'second', 'third']) {
    await lookForUpdate(page);
    await installationOver(page);
  }
  await expect(row(page)).toBeHidden();
  await site.restart(second.files);
  await lookForUpdate(page);
  await updateButton(page).tap();
  await expect(newHome(page)).toBeVisible();
});

test('X6: no tab is reloaded in the middle of an import @long', async ({ page, context }) => {
  await enter(page);
  await openImport(page);
  await tryLarge(page, ROWS);
  const other = await context.newPage();
  await other.goto(`${site.url}/deadlines`);
  await shows(other, 'old');
  await site.restart(second.files);
  await lookForUpdate(other);
  await expect(updateButton(other)).toBeVisible();
  const loads = [countLoads(page), countLoads(other)];

  await beginRun(page, ROWS);
  await updateButton(other).tap();
  const pressed = await other.evaluate(() => Date.now());
  // The update waits for the import's turn to end, and the import goes on.
  const waiting = () =>
    other.evaluate(async () => (await navigator.locks.query()).pending?.map(({ mode }) => mode));
  await expect.poll(waiting).toContain('exclusive');
  expect(loads).toEqual([{ count: 0 }, { count: 0 }]);

  // As long as the import takes, on a machine that is shared.
  await expect(newHome(other)).toBeVisible({ timeout: 300_000 });
  await expect.poll(() => loads).toEqual([{ count: 1 }, { count: 1 }]);
  const ended = await endOfRun(page);
  expect(ended).toBeGreaterThan(pressed);
  for (const tab of [page, other]) expect(await loadedAt(tab)).toBeGreaterThan(ended);
  const codes = (await storedRecords(page, 'redemption-code')).filter(
    ({ data }) => data.origin !== undefined,
  );
  expect(codes).toHaveLength(ROWS);

  await page.getByRole('link', { name: 'Frister' }).first().tap();
  await expect(newHome(page)).toBeVisible();
  expect(loads).toEqual([{ count: 1 }, { count: 1 }]);
});
