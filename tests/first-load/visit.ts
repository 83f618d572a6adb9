import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium, type BrowserContext, type Request } from 'playwright';
import { createApp } from '#server/app.ts';
import type { Site } from '#server/site.ts';
import { routesOf } from './budget.ts';
import { unstyled } from './unstyled.ts';

/**
 * What the first visit of a screen asks for by itself (paths of the site's files, JavaScript and
 * CSS), and what it shows without its styles.
 */
export type Visit = {
  readonly route: string;
  readonly asked: readonly string[];
  readonly unstyled: readonly string[];
};

/** Visited in an empty browser; the other screens lead here until there is a workspace. */
const FIRST_START = '/start';

const root = resolve(import.meta.dirname, '../..');
const base = process.env.BASE_PATH ?? '';

const serveSite = async (site: Site): Promise<{ server: Server; origin: string }> => {
  const server = createServer(getRequestListener(createApp({ site: () => site, base }).fetch));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

/** So many screens are visited side by side. */
const AT_ONCE = 3;

/** In what is loaded last on every screen, whenever the first paint is over. */
const LAST = 'workbox:window:';

const lastFile = (site: Site): string => {
  const last = [...site.files.values()].find(
    ({ path, bytes }) => path.endsWith('.js') && bytes.includes(LAST),
  );
  if (last === undefined) throw new Error(`no file of the build has ${LAST}`);
  return last.path;
};

const visit = async (
  context: BrowserContext,
  origin: string,
  route: string,
  last: string,
): Promise<Visit> => {
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on('request', (request: Request) => {
    if (['script', 'stylesheet'].includes(request.resourceType()))
      asked.add(new URL(request.url()).pathname.slice(base.length + 1));
  });
  await Promise.all([
    page.waitForRequest((request) => request.url().endsWith(last)),
    page.goto(`${origin}${base}${route}`, { waitUntil: 'networkidle' }),
  ]);
  const found = await unstyled(page);
  await page.close();
  return { route, asked: [...asked], unstyled: found };
};

const enterExample = async (context: BrowserContext, origin: string): Promise<void> => {
  const page = await context.newPage();
  await page.goto(`${origin}${base}${FIRST_START}`);
  await page.getByRole('button', { name: 'Prova med exempeldata' }).click();
  await page.waitForURL(`${origin}${base}/deadlines`);
  await page.close();
};

/**
 * A first visit to each screen: a real Chromium without service worker, the example workspace, until
 * the network is quiet and before any tap.
 */
export const visitAll = async (site: Site): Promise<Visit[]> => {
  const { server, origin } = await serveSite(site);
  const executablePath = process.env.CHROMIUM_SHELL ?? process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      locale: 'sv-SE',
      // The budget is that of a phone; a tablet's home shows a detail beside the list.
      viewport: { width: 390, height: 844 },
    });
    const last = lastFile(site);
    const visits = [await visit(context, origin, FIRST_START, last)];
    await enterExample(context, origin);
    const others = routesOf(resolve(root, 'src/routes')).filter((route) => route !== FIRST_START);
    // Half of a visit is waiting for the network to be quiet.
    while (others.length > 0) {
      const some = others.splice(0, AT_ONCE);
      visits.push(...(await Promise.all(some.map((route) => visit(context, origin, route, last)))));
    }
    return visits;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
};
