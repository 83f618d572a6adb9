import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { heldBy, openProfile, paintedAt, slowPage, watchPaints } from './app-browser.ts';
import { BENCH, serveApp } from './app-site.ts';
import { taken, watch } from './import-rows.ts';
import { median } from './page/measure.ts';
import type { BenchRow } from './table.ts';

const ROW = 'a.row .numeral';
const START_BUDGET: Record<number, number> = { 10_000: 1000, 50_000: 1300 };

type Seeding = { seedApp(count: number): Promise<string[]> };

const seed = async (context: BrowserContext, url: string, count: number): Promise<string[]> => {
  const page = await context.newPage();
  await page.goto(`${url}${BENCH}`);
  await page.waitForFunction(() => 'bench' in globalThis);
  const drafts = await page.evaluate(
    (wanted) => (globalThis as unknown as { bench: Seeding }).bench.seedApp(wanted),
    count,
  );
  // The app is on the device before the server goes.
  await page.goto(`${url}/deadlines`);
  await page.waitForFunction(
    () => navigator.serviceWorker.controller?.state === 'activated',
    undefined,
    {
      timeout: 120_000,
    },
  );
  await page.close();
  return drafts;
};

const coldStart = async (profile: string, url: string, rate: number): Promise<number> => {
  const context = await openProfile(profile);
  try {
    const { page } = await slowPage(context, rate);
    await watchPaints(page);
    await page.goto(`${url}/deadlines`, { waitUntil: 'commit' });
    return await paintedAt(page, ROW);
  } finally {
    await context.close();
  }
};

type Saved = { readonly inDocument: number; readonly painted: number };

/**
 * From the tap on a step's button until the order below no longer offers it: in the document, and in
 * the frame after; the middle of five orders each.
 */
const saveToScreen = async (
  context: BrowserContext,
  url: string,
  drafts: readonly string[],
  { rate, count }: { readonly rate: number; readonly count: number },
): Promise<Saved> => {
  const { page } = await slowPage(context, rate);
  const times: Saved[] = [];
  for (const id of drafts) {
    await page.goto(`${url}/credit/${id}`);
    const offer = page.getByRole('main').getByRole('button', { name: 'Markera som beställd' });
    await offer.click();
    // The upkeep that follows the opening of the app reads all orders: it is not what is measured.
    await page.waitForTimeout(rate * (1000 + count / 5));
    const save = page.locator('dialog form button[type=submit]');
    times.push(await save.evaluate(untilGone, await offer.elementHandle()));
  }
  await page.close();
  return {
    inDocument: median(times.map(({ inDocument }) => inDocument)),
    painted: median(times.map(({ painted }) => painted)),
  };
};

const untilGone = (save: Element, offer: Node | null): Promise<Saved> =>
  new Promise((resolve) => {
    const start = performance.now();
    const watch = new MutationObserver(() => {
      if (offer?.isConnected === true) return;
      watch.disconnect();
      const inDocument = performance.now() - start;
      requestAnimationFrame(() =>
        setTimeout(() => resolve({ inDocument, painted: performance.now() - start })),
      );
    });
    watch.observe(document.body, { subtree: true, childList: true });
    (save as HTMLElement).click();
  });

const heapOf = async (context: BrowserContext, url: string): Promise<number> => {
  const { page, cdp } = await slowPage(context, 1);
  await page.goto(`${url}/deadlines`);
  await page.locator(ROW).first().waitFor();
  return heldBy(cdp);
};

/** All orders as a spreadsheet's file, from the tap at the foot of their list. */
const exportOf = async (
  context: BrowserContext,
  url: string,
): Promise<{ readonly ms: number; readonly longest: number }> => {
  const page = await context.newPage();
  await page.goto(`${url}/credit`);
  const save = page.getByRole('button', { name: 'Spara listan som kalkylblad (.csv)' });
  await save.waitFor({ timeout: 120_000 });
  await watch(page);
  const start = performance.now();
  await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), save.click()]);
  const figures = { ms: performance.now() - start, longest: await taken(page) };
  await page.close();
  return figures;
};

/**
 * The built app with this many orders: cold starts with its server gone, saving, what it holds in
 * memory, and all of them in a file.
 */
export const appRows = async (count: number): Promise<BenchRow[]> => {
  const profile = mkdtempSync(join(tmpdir(), 'volym-bench-'));
  const size = count.toLocaleString('en');
  try {
    const { url, stop } = await serveApp();
    let context = await openProfile(profile);
    const drafts = await seed(context, url, count);
    await context.close();
    await stop();
    const starts = { 1: [] as number[], 4: [] as number[] };
    for (const rate of [4, 1, 4, 1, 4, 1] as const)
      starts[rate].push(await coldStart(profile, url, rate));
    context = await openProfile(profile);
    const saves = [
      await saveToScreen(context, url, drafts.slice(0, 5), { rate: 1, count }),
      await saveToScreen(context, url, drafts.slice(5, 10), { rate: 4, count }),
    ] as const;
    const heap = await heapOf(context, url);
    const saved = await exportOf(context, url);
    await context.close();
    return [
      {
        what: `${size}: offline start → first list, CPU ÷ 4`,
        volym: median(starts[4]),
        budget: START_BUDGET[count],
      },
      { what: `${size}: offline start → first list, CPU ÷ 1`, volym: median(starts[1]) },
      {
        what: `${size}: save → in the document, CPU ÷ 1`,
        volym: saves[0].inDocument,
        budget: 16,
      },
      { what: `${size}: save → painted, CPU ÷ 1`, volym: saves[0].painted },
      {
        what: `${size}: save → in the document, CPU ÷ 4`,
        volym: saves[1].inDocument,
        budget: 60,
      },
      { what: `${size}: save → painted, CPU ÷ 4`, volym: saves[1].painted },
      { what: `${size}: heap (MB)`, volym: heap, ...(count === 50_000 ? { budget: 60 } : {}) },
      {
        what: `${size}: export of the orders → the file`,
        volym: saved.ms,
        block: saved.longest,
        longestBlock: 100,
        ...(count === 50_000 ? { budget: 5000 } : {}),
      },
    ];
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
};

const SLOW_4G = {
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
};

/** The first visit of a phone: when its largest part was painted. */
export const firstVisitRow = async (): Promise<BenchRow> => {
  const { url, stop } = await serveApp();
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'volym-bench-'));
    const context = await openProfile(profile);
    const { page, cdp } = await slowPage(context, 4);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G });
    await page.goto(`${url}/`, { waitUntil: 'networkidle' });
    times.push(await largestPaint(page));
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
  await stop();
  return { what: 'LCP of the first visit, CPU ÷ 4, slow 4G', volym: median(times), budget: 2000 };
};

const largestPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().at(-1)?.startTime ?? 0),
        ).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
