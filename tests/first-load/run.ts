import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type BrowserContext, type Request } from 'playwright';
import { createApp } from '#server/app.ts';
import { readSite, type Site } from '#server/site.ts';
import { budgetOf, routesOf } from './budget.ts';

// Weighs the JavaScript and CSS that a first visit of each screen really loads: a real Chromium
// without service worker, the example workspace, until the network is quiet and before any tap. Run
// by `npm test` and `npm test -- size`.

type Weight = { readonly route: string; readonly bytes: number; readonly files: number };

/** Weighed in an empty browser; the other screens lead here until there is a workspace. */
const FIRST_START = '/start';

const KB = 1000;
const root = resolve(import.meta.dirname, '../..');
const base = process.env.BASE_PATH ?? '';

const serveSite = async (site: Site): Promise<{ server: Server; origin: string }> => {
  const server = createServer(getRequestListener(createApp({ site: () => site, base }).fetch));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

/** What each file weighs that was asked for, by its address: most screens share most files. */
const gzipSizes = new Map<string, number>();

const gzipSizeOf = (site: Site, address: string): number => {
  const known = gzipSizes.get(address);
  if (known !== undefined) return known;
  const asset = site.files.get(new URL(address).pathname.slice(base.length + 1));
  const size = asset === undefined ? 0 : gzipSync(asset.bytes, { level: 9 }).length;
  gzipSizes.set(address, size);
  return size;
};

/** In what is loaded last on every screen, whenever the first paint is over. */
const LAST = 'workbox:window:';

const lastFile = (site: Site): string => {
  const last = [...site.files.values()].find(
    ({ path, bytes }) => path.endsWith('.js') && bytes.includes(LAST),
  );
  if (last === undefined) throw new Error(`no file of the build has ${LAST}`);
  return last.path;
};

const weigh = async (
  context: BrowserContext,
  site: Site,
  origin: string,
  route: string,
): Promise<Weight> => {
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on('request', (request: Request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) asked.add(request.url());
  });
  await Promise.all([
    page.waitForRequest((request) => request.url().endsWith(lastFile(site))),
    page.goto(`${origin}${base}${route}`, { waitUntil: 'networkidle' }),
  ]);
  await page.close();
  const bytes = [...asked].reduce((sum, address) => sum + gzipSizeOf(site, address), 0);
  return { route, bytes, files: asked.size };
};

const enterExample = async (context: BrowserContext, origin: string): Promise<void> => {
  const page = await context.newPage();
  await page.goto(`${origin}${base}${FIRST_START}`);
  await page.getByRole('button', { name: 'Prova med exempeldata' }).click();
  await page.waitForURL(`${origin}${base}/deadlines`);
  await page.close();
};

const weighAll = async (context: BrowserContext, site: Site, origin: string): Promise<Weight[]> => {
  const weights = [await weigh(context, site, origin, FIRST_START)];
  await enterExample(context, origin);
  const others = routesOf(resolve(root, 'src/routes')).filter((route) => route !== FIRST_START);
  for (const route of others) weights.push(await weigh(context, site, origin, route));
  return weights;
};

const site = readSite(resolve(root, 'build'));
const { server, origin } = await serveSite(site);
const executablePath = process.env.CHROMIUM_SHELL ?? process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    locale: 'sv-SE',
    // The budget is that of a phone; a tablet's home shows a detail beside the list.
    viewport: { width: 390, height: 844 },
  });
  for (const { route, bytes, files } of await weighAll(context, site, origin)) {
    const { direction, limit } = budgetOf(route);
    const failure = files === 0 ? '  NOTHING LOADED' : bytes > limit * KB ? '  TOO BIG' : '';
    const verdict = failure || (bytes > direction * KB ? '  over its direction' : '');
    const weight = `${(bytes / KB).toFixed(1).padStart(6)} kB gzip`;
    console.log(
      `${weight}  direction ${direction}  limit ${limit}  ${route}  (${files} files)${verdict}`,
    );
    if (failure !== '') process.exitCode = 1;
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
