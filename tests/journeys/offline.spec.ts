import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { chooseFile, fixture, importButton } from './import-steps.ts';
import { test as testAgain } from './installed.ts';
import { hearRequests } from './requests-on-demand.ts';
import { enterExample, heading, notFound, openImport } from './screens.ts';
import { buildFrom } from './second-build.ts';
import { isClosed, serve } from './serve.ts';
import { hostStatic } from './static-host.ts';
import { answeredByWorker, countLoads, keptPaths } from './worker.ts';

test.use({ serviceWorkers: 'allow' });

testAgain(
  'X6: cold start on an order’s address with the server stopped; unlocking, importing and opening a code there @long',
  async ({ installed, viewport, locale, launchOptions }, testInfo) => {
    const profile = testInfo.outputPath('profile');
    await installed.copyTo(profile);
    const options = { ...launchOptions, viewport, locale };
    const server = await installed.serveAgain();
    const before = await chromium.launchPersistentContext(profile, options);
    const visit = await before.newPage();
    await enterExample(visit, server.url);
    await answeredByWorker(visit);
    await visit.goto(`${server.url}/credit`);
    const order = await visit.getByRole('link', { name: /WDEMO/ }).first().getAttribute('href');
    // What the browser happens to hold beside the worker's files must not be needed.
    await (await before.newCDPSession(visit)).send('Network.clearBrowserCache');
    await before.close();
    await server.stop();
    expect(await isClosed(server.url)).toBe(true);

    // Another browser process over the same profile: nothing is left in memory.
    const after = await chromium.launchPersistentContext(profile, options);
    const page = await after.newPage();
    await page.goto(`${server.url}${order}`);
    await expect(page.getByText(/order WDEMO/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/order WDEMO/)).toBeVisible();
    await page.goto(`${server.url}/vault`);
    await page.getByRole('button', { name: 'Lås upp' }).tap();
    await page.getByRole('dialog').getByRole('button', { name: 'Lås upp', exact: true }).tap();
    await expect(page.getByText('Koder och token är upplåsta', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Frister' }).first().tap();
    await openImport(page);
    await chooseFile(page, fixture('03-minimal.xlsx'));
    await importButton(page).tap();
    await page.getByRole('link', { name: /03-minimal \d+ koder/ }).tap();
    await page.getByRole('link', { name: /^Kod 1/ }).tap();
    await page.getByRole('button', { name: 'Kontrollera' }).tap();
    await expect(page.getByRole('group', { name: 'Inlösningskod', exact: true })).toBeVisible();
    await page.goto(`${server.url}/no-such-screen`);
    await expect(notFound(page)).toBeVisible();
    await after.close();
  },
);

test('X6: after the first visit every file of the build is on the device, workers too, and it works on without network and reload', async ({
  page,
}) => {
  const server = await serve();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await enterExample(page, server.url);
  await answeredByWorker(page);
  const entries = await readdir('build', { recursive: true, withFileTypes: true });
  const built = entries
    .filter((entry) => entry.isFile() && !/^\.|\.(br|gz)$/.test(entry.name))
    .map((entry) => `/${relative('build', join(entry.parentPath, entry.name))}`);
  // The worker itself is the browser's; 404.html is for hosts; the worker answers version.json; the
  // licences are the server's; the rest is for installing.
  const others =
    /^\/(service-worker\.js|404\.html|licences\.txt|_app\/version\.json|screenshots\/.*|splash\/.*)$/;
  expect((await keptPaths(page)).sort()).toEqual(built.filter((path) => !others.test(path)).sort());
  // The policy of header and page lets the worker and the app do all they do.
  expect(complaints).toEqual([]);
  await server.stop();
  expect(await isClosed(server.url)).toBe(true);
  const loads = countLoads(page);
  await openImport(page);
  expect(loads.count).toBe(0);
  // The proof of safety tries it, and finds out when the browser threw away what the worker kept.
  const says = page.getByRole('listitem').filter({ hasText: 'Fungerar utan nät' });
  await page.goto(`${server.url}/safety`);
  await expect(says).toContainText('provat i dag');
  const throwAway = async () => {
    for (const name of await caches.keys())
      await (await caches.open(name)).delete('/index.html', { ignoreSearch: true });
  };
  await page.evaluate(throwAway);
  await page.getByRole('link', { name: 'Mer', exact: true }).first().tap();
  await page
    .getByRole('link', { name: /^Synk och säkerhet|^Allt är sparat/ })
    .first()
    .tap();
  await expect(says).toContainText('inte än');
});

test('X6: what cannot be loaded without network is reported once, and is not asked for endlessly @long', async ({
  browser,
}) => {
  const server = await serve();
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'sv-SE' });
  const page = await context.newPage();
  await enterExample(page, server.url);
  const asked: string[] = [];
  page.on(
    'request',
    (request) => request.url().includes('/immutable/') && asked.push(request.url()),
  );
  const bugs: string[] = [];
  page.on('pageerror', (error) => bugs.push(error.message));
  await context.setOffline(true);
  await page.evaluate(() => void Promise.reject(new Error('nobody caught this')));
  await expect(
    page.getByText('Något gick fel, och mer gick inte att läsa in. Försök igen med nät.'),
  ).toBeVisible();
  // An engine may ask for a file once to preload it and once to run it. The sentence and the page
  // around it are few files.
  const times = [...Map.groupBy(asked, (url) => url).values()].map((calls) => calls.length);
  expect(times).not.toHaveLength(0);
  expect(times.length).toBeLessThan(8);
  expect(Math.max(...times)).toBeLessThan(3);
  // WebKit tells the kind of an error before its words.
  expect(bugs).toEqual([expect.stringMatching(/^(Error: )?nobody caught this$/)]);
  await context.close();
  await server.stop();
});

test('X6: served as plain files by a host that knows no fallback, and no screen answers addresses of the endpoint @long', async ({
  page,
}) => {
  hearRequests(page);
  const host = await hostStatic('build');
  expect((await page.goto(`${host.url}/deadlines`))?.status()).toBe(404);
  await page.goto(`${host.url}/`);
  await answeredByWorker(page);
  for (const address of ['/db/', '/db/volym/_all_docs', '/_up']) {
    expect((await page.goto(`${host.url}${address}`))?.status()).toBe(404);
    await expect(page.getByText('Not found')).toBeVisible();
  }
  // Nor is any offered where a workspace is connected, and to have asked leaves no trace.
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const asked = page.waitForResponse((answer) => answer.request().method() === 'HEAD');
  await page.goto(`${host.url}/join`);
  expect((await asked).ok()).toBe(true);
  await expect(page.getByLabel('Länk', { exact: true })).toBeVisible();
  await expect(page.getByText(/Be någon som är med|kan hålla/)).toBeHidden();
  expect(errors).toEqual([]);
  await enterExample(page, host.url);
  await page.goto(`${host.url}/deadlines`);
  await expect(heading(page, 'Frister')).toBeVisible();
  await host.stop();
  expect(await isClosed(host.url)).toBe(true);
  await page.reload();
  await expect(heading(page, 'Frister')).toBeVisible();
  await openImport(page);
});

test('X6: served from a folder of a host for pages, first visit on a deep link @long', async ({
  page,
}) => {
  const build = await buildFrom({}, { BASE_PATH: '/volym' });
  const host = await hostStatic(build.files, { under: '/volym', knowsNotFoundPage: true });
  const outside: string[] = [];
  page.on(
    'request',
    (request) => request.url().startsWith(`${host.url}/`) || outside.push(request.url()),
  );
  expect((await page.goto(`${host.url}/start`))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await enterExample(page, host.url);
  await answeredByWorker(page);
  await host.stop();
  await page.goto(`${host.url}/deadlines`);
  await openImport(page);
  await page.goto(`${host.url}/`);
  await expect(heading(page, 'Frister')).toBeVisible();
  expect(outside).toEqual([]);
  await build.remove();
});

testAgain(
  'X7: the browser finds the app fit to be installed',
  async ({ installed, viewport, locale, launchOptions }, testInfo) => {
    const server = await installed.serveAgain();
    // Playwright's own windows are private ones, where nothing can be installed.
    const profile = testInfo.outputPath('profile');
    await installed.copyTo(profile);
    const browser = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      viewport,
      locale,
    });
    const page = await browser.newPage();
    await enterExample(page, server.url);
    await answeredByWorker(page);
    const devtools = await browser.newCDPSession(page);
    const { errors, data, url } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(url).toBe(`${server.url}/manifest.webmanifest`);
    const { shortcuts, icons, screenshots, start_url: start, scope } = JSON.parse(data ?? '{}');
    expect([start, scope].map((address) => new URL(address, url).href)).toEqual([
      `${server.url}/`,
      `${server.url}/`,
    ]);
    for (const picture of [...icons, ...screenshots]) {
      const answer = await page.request.get(new URL(picture.src, url).href);
      expect(answer.headers()['content-type']).toContain(picture.type);
    }
    expect((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
    for (const shortcut of shortcuts) {
      await page.goto(new URL(shortcut.url, url).href);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(notFound(page)).toBeHidden();
    }
    await browser.close();
    await server.stop();
  },
);

test('X14: the first paint has the right canvas, before any of the app has run', async ({
  browser,
}) => {
  const server = await serve();
  const canvas = async (system: 'light' | 'dark', chosen = ''): Promise<string> => {
    const context = await browser.newContext({ colorScheme: system, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(
      (theme) => localStorage.setItem('volym-settings', JSON.stringify({ theme })),
      chosen,
    );
    await page.route('**/_app/**', (route) => route.abort());
    await page.goto(`${server.url}/`);
    const colour = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    await context.close();
    return colour;
  };
  const light = 'rgb(242, 244, 243)';
  const dark = 'rgb(12, 16, 17)';
  expect(await canvas('light')).toBe(light);
  expect(await canvas('dark')).toBe(dark);
  expect(await canvas('light', 'dark')).toBe(dark);
  expect(await canvas('dark', 'light')).toBe(light);
  await server.stop();
});
