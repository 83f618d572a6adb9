import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Response } from 'playwright';
import { createApp } from '../server/app.ts';
import { readSite } from '../server/site.ts';
import { budgetOf, routesOf } from './first-load-budget.ts';

// Weighs the JavaScript and CSS that a first visit of each screen really loads: a real Chromium, empty storage, no
// service worker, until the network is quiet and before any tap. Sync and workers that start later are not in it.

type Weight = { readonly route: string; readonly bytes: number; readonly files: number };

const KB = 1000;
const root = resolve(import.meta.dirname, '../..');
const base = process.env.BASE_PATH ?? '';

const isCode = (response: Response): boolean =>
  response.status() === 200 && ['script', 'stylesheet'].includes(response.request().resourceType());

const weigh = async (browser: Browser, origin: string, route: string): Promise<Weight> => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => isCode(response) && bodies.push(response.body()));
  await page.goto(`${origin}${base}${route}`, { waitUntil: 'networkidle' });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
  await context.close();
  return { route, bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
};

const weighAll = async (origin: string): Promise<Weight[]> => {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const weights: Weight[] = [];
  for (const route of routesOf(resolve(root, 'src/routes'))) weights.push(await weigh(browser, origin, route));
  await browser.close();
  return weights;
};

const site = readSite(resolve(root, 'build'));
const server = createServer(getRequestListener(createApp({ site: () => site, base }).fetch));
await once(server.listen(0, '127.0.0.1'), 'listening');
const weights = await weighAll(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
server.close();
server.closeAllConnections();

for (const { route, bytes, files } of weights) {
  const kB = (bytes / KB).toFixed(1).padStart(6);
  const over = bytes > budgetOf(route) * KB;
  console.log(`${kB} kB gzip of ${budgetOf(route)}  ${route}  (${files} files)${over ? '  TOO BIG' : ''}`);
  if (over || files === 0) process.exitCode = 1;
}
