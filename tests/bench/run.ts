import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright';
import { appRows, firstVisitRow } from './app-rows.ts';
import { importRows } from './import-rows.ts';
import type { StoreFigures } from './page/main.ts';
import type { Measured } from './page/measure.ts';
import { tableOf, type BenchRow } from './table.ts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
const folder = join(import.meta.dirname, '../../node_modules/.volym-bench');

const servePage = async (): Promise<{ server: Server; url: string }> => {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    readFile(join(folder, path)).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

type Bench = {
  storeRow(which: string, count: number): Promise<StoreFigures>;
  unlockAndDecrypt(): Promise<{ derive: Measured; decrypt: Measured }>;
};

const slowed = async (page: Page, rate: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
};

/** Each figure in a browser of its own, so that one contestant's heap is not another's. */
const inBrowser = async <T>(url: string, rate: number, work: (page: Page) => Promise<T>): Promise<T> => {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'bench' in globalThis);
    await slowed(page, rate);
    return await work(page);
  } finally {
    await browser.close();
  }
};

const storeFigures = (url: string, which: string, count: number, rate = 1): Promise<StoreFigures> =>
  inBrowser(url, rate, (page) =>
    page.evaluate(
      ([name, rows]) => (globalThis as unknown as { bench: Bench }).bench.storeRow(name as string, rows as number),
      [which, count] as const,
    ),
  );

const storeRows = async (url: string, count: number): Promise<BenchRow[]> => {
  const of = async (which: string) => storeFigures(url, which, count);
  const [volym, bare, pouch] = [await of('volym'), await of('bare'), await of('pouch')];
  const size = count.toLocaleString('en');
  const row = (what: string, pick: (figures: StoreFigures) => number, block?: number): BenchRow => ({
    ...{ what: `${size}: ${what}`, volym: pick(volym), bare: pick(bare), pouch: pick(pouch) },
    ...(block === undefined ? {} : { block }),
  });
  return [
    row('insert in chunks', (figures) => figures.insert.ms, volym.insert.longest),
    row('open to first list (store)', (figures) => figures.openToList.ms),
    row('save to reader', (figures) => figures.save),
  ];
};

const vaultRows = async (url: string): Promise<BenchRow[]> => {
  const { derive, decrypt } = await inBrowser(url, 1, (page) =>
    page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.unlockAndDecrypt()),
  );
  return [
    { what: 'derive the key (Argon2id, in its worker)', volym: derive.ms, block: derive.longest },
    { what: 'decrypt 1,000 codes', volym: decrypt.ms, block: decrypt.longest, budget: 300 },
  ];
};

const { server, url } = await servePage();
try {
  const rows: BenchRow[] = [];
  const part = async (what: string, measure: () => Promise<readonly BenchRow[]>): Promise<void> => {
    console.error(`${what} …`);
    const measured = await measure();
    // Also when a later part fails, what was measured is there.
    console.error(tableOf(measured));
    rows.push(...measured);
  };
  for (const count of [10_000, 50_000]) {
    await part(`Store, ${count} records`, () => storeRows(url, count));
    await part(`App, ${count} records`, () => appRows(count));
  }
  await part('Vault', () => vaultRows(url));
  await part('Import', importRows);
  await part('First visit', async () => [await firstVisitRow()]);
  console.log(tableOf(rows));
} finally {
  server.close();
}
