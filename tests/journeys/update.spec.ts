import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startDeployment, type Deployment } from './deployment.ts';
import { buildFrom, type SecondBuild } from './second-build.ts';
import { answeredByWorker, countLoads, keptPaths, stateOfPort } from './worker.ts';

const OLD = 'Frister';
const NEW = 'Nya frister';

let second: SecondBuild;
let site: Deployment;

test.beforeAll(async () => {
  second = await buildFrom([
    { file: 'src/routes/deadlines/+page.svelte', from: `<h1>${OLD}</h1>`, to: `<h1>${NEW}</h1>` },
  ]);
});
test.afterAll(() => second.remove());
test.beforeEach(async () => void (site = await startDeployment('build')));
test.afterEach(() => site.remove());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const row = (page: Page) => page.getByText('Ny version klar');
const updateButton = (page: Page) => page.getByRole('button', { name: 'Uppdatera' });

const open = async (page: Page, address = '/deadlines'): Promise<void> => {
  await page.goto(site.url + address);
  await answeredByWorker(page);
};

/** What the app does by itself at its start, hourly and when the network returns. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
  });

test('X6: a new version waits for the tap, then every tab loads it once, at its own address', async ({
  page,
  context,
}) => {
  await open(page);
  await expect(heading(page, OLD)).toBeVisible();
  const other = await context.newPage();
  await open(other, '/deadlines?from=other');
  const oldFiles = await keptPaths(page);
  await site.deploy(second.files);

  await lookForUpdate(page);
  await expect(row(page)).toBeVisible();
  await expect(row(other)).toBeVisible();
  await page.reload();
  await expect(heading(page, OLD)).toBeVisible();
  await expect(row(page)).toBeVisible();

  const loads = [countLoads(page), countLoads(other)];
  await updateButton(page).click();
  await expect(heading(page, NEW)).toBeVisible();
  await expect(heading(other, NEW)).toBeVisible();
  await expect(row(page)).toBeHidden();
  await expect(row(other)).toBeHidden();
  expect(page.url()).toBe(`${site.url}/deadlines`);
  expect(other.url()).toBe(`${site.url}/deadlines?from=other`);

  const newFiles = await keptPaths(page);
  const changed = oldFiles.filter((file) => !newFiles.includes(file));
  expect(changed.filter((file) => file.includes('/immutable/'))).not.toEqual([]);
  expect(newFiles).toHaveLength(new Set(newFiles).size);

  await site.stop();
  expect(await stateOfPort(site.url)).toBe('ECONNREFUSED');
  await page.reload();
  await expect(heading(page, NEW)).toBeVisible();
  await other.reload();
  await expect(heading(other, NEW)).toBeVisible();
  expect(loads).toEqual([{ count: 2 }, { count: 2 }]);
});

test('X6: the page whose first worker came while it was open is updated like any other', async ({ page }) => {
  await open(page);
  await site.deploy(second.files);
  const loads = countLoads(page);
  await lookForUpdate(page);
  await updateButton(page).click();
  await expect(heading(page, NEW)).toBeVisible();
  await expect(row(page)).toBeHidden();
  expect(loads.count).toBe(1);
});

test('X6: an old page opens a screen it has not shown before, after the server has only new files', async ({
  page,
}) => {
  await open(page);
  await site.deploy(second.files);
  const kept = await keptPaths(page);
  const gone = await page.evaluate(async (paths) => {
    const answers = await Promise.all(paths.map((path) => fetch(`${path}?from=server`, { cache: 'no-store' })));
    return paths.filter((_, index) => answers[index]?.status === 404);
  }, kept);
  expect(gone.filter((path) => path.includes('/immutable/'))).not.toEqual([]);
  const loads = countLoads(page);
  await page.getByRole('link', { name: 'Importera' }).click();
  await expect(heading(page, 'Importera')).toBeVisible();
  expect(loads.count).toBe(0);
});

test('X6: an unknown address shows its own page while a new version waits, and does not load for ever', async ({
  page,
}) => {
  await open(page);
  await site.deploy(second.files);
  await lookForUpdate(page);
  await expect(row(page)).toBeVisible();
  const loads = countLoads(page);
  await page.goto(`${site.url}/no-such-screen`);
  await expect(page.getByText('404')).toBeVisible();
  await expect(row(page)).toBeVisible();
  expect(loads.count).toBe(1);
});

test('X6: a page without a worker loads the new version once when a file of its own is gone', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${site.url}/`);
  await expect(heading(page, 'Volym')).toBeVisible();
  await site.deploy(second.files);
  const loads = countLoads(page);
  await page.getByRole('link', { name: 'Frister' }).click();
  await expect(heading(page, NEW)).toBeVisible();
  expect(loads.count).toBe(1);
  await context.close();
});

test('X6: a file that is gone without a newer version ends in a page that says so, not in a loop', async ({
  browser,
}) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${site.url}/`);
  await expect(heading(page, 'Volym')).toBeVisible();
  const loads = countLoads(page);
  await rm(join(site.folder, '_app/immutable/nodes'), { recursive: true });
  await page.getByRole('link', { name: 'Frister' }).click();
  await expect(page.getByText('500')).toBeVisible();
  expect(loads.count).toBe(0);
  await context.close();
});

test('X6: half a deployment is not taken over; the whole one is', async ({ page }) => {
  await open(page);
  await site.deploy(second.files);
  const nodes = join(site.folder, '_app/immutable/nodes');
  for (const file of await readdir(nodes)) await rm(join(nodes, file));
  await lookForUpdate(page);
  await page.evaluate(async () => {
    const { installing } = await navigator.serviceWorker.ready;
    if (installing === null || installing.state === 'redundant') return;
    await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
  });
  await page.reload();
  await expect(heading(page, OLD)).toBeVisible();
  await expect(row(page)).toBeHidden();

  await site.deploy(second.files);
  await lookForUpdate(page);
  await updateButton(page).click();
  await expect(heading(page, NEW)).toBeVisible();
});

test('X6: no tab is loaded anew in the middle of an import', async ({ page, context }) => {
  await open(page);
  const busy = await context.newPage();
  await open(busy);
  await site.deploy(second.files);
  await lookForUpdate(page);
  await busy.evaluate(
    () =>
      new Promise<void>((started) => {
        const work = new Promise((finish) => window.addEventListener('work-done', finish, { once: true }));
        void navigator.locks.request('volym-update', { mode: 'shared' }, () => (started(), work));
      }),
  );
  const loads = [countLoads(page), countLoads(busy)];
  await updateButton(page).click();
  const pending = () => page.evaluate(async () => (await navigator.locks.query()).pending?.map(({ mode }) => mode));
  await expect.poll(pending).toEqual(['exclusive']);
  expect(loads).toEqual([{ count: 0 }, { count: 0 }]);
  await busy.evaluate(() => window.dispatchEvent(new Event('work-done')));
  await expect(heading(page, NEW)).toBeVisible();
  await expect(heading(busy, NEW)).toBeVisible();
  expect(loads).toEqual([{ count: 1 }, { count: 1 }]);
});
