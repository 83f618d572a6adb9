import type { Page } from 'playwright';
import { heldBy, paintedAt, untilInstalled, watchPaints } from './app-browser.ts';
import { BENCH } from './app-site.ts';
import { inBenchPage, measure } from './bench-page.ts';
import { taken, watch } from './import-rows.ts';
import { inApp } from './licence-rows.ts';
import { median } from './page/measure.ts';
import type { StoreContestant } from './page/store-row.ts';
import type { VipFigures } from './page/vip-row.ts';
import type { BenchRow } from './table.ts';
import { vipImportRows } from './vip-import.ts';

const SIZES = { customers: 2000, renewing: 200, under: 5, prices: 10_000 };
const ROW = '[data-row] a.row';
const DUE = 'a.row .numeral';
const CUSTOMER = 'section.detail .content section';
const ROUNDS = [0, 1, 2, 3, 4];

const figuresOf = (which: StoreContestant): Promise<VipFigures> =>
  inBenchPage((page) => measure(page, 'vipRow', which, SIZES));

/** What is done to an element, and what the screen has afterwards. */
type Asked = {
  readonly typed?: string;
  readonly seen: string;
  /** The first of them has this text, or the text that it had is gone. */
  readonly says?: string;
  readonly not?: string;
  readonly count?: number;
};

/**
 * Presses an element or types into it, and answers the ms until the frame in which the screen has
 * what is asked for.
 */
const untilSeen = (element: Element, { typed, seen, says, not, count }: Asked): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const isThere = (): boolean => {
      const found = document.querySelectorAll(seen);
      const text = found[0]?.textContent ?? '';
      if (found.length === 0 || (count !== undefined && found.length !== count)) return false;
      return (says === undefined || text.includes(says)) && (not === undefined || text !== not);
    };
    const look = (): void => {
      if (performance.now() - start > 30_000) reject(new Error(`${seen} did not come`));
      else if (!isThere()) requestAnimationFrame(look);
      else setTimeout(() => resolve(performance.now() - start));
    };
    if (typed === undefined) (element as HTMLElement).click();
    else {
      (element as HTMLInputElement).value = typed;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }
    requestAnimationFrame(look);
  });

type Figure = { readonly ms: number; readonly block: number };
type Seeding = { seedVip(sizes: typeof SIZES): Promise<void> };

/** The middle of several rounds, and the longest task in any of them. */
const inRounds = async (page: Page, round: (at: number) => Promise<number>): Promise<Figure> => {
  const times: number[] = [];
  let block = 0;
  for (const at of ROUNDS) {
    await taken(page);
    times.push(await round(at));
    await page.waitForTimeout(100);
    block = Math.max(block, await taken(page));
  }
  return { ms: median(times), block };
};

const seed = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}${BENCH}`);
  await page.waitForFunction(() => 'bench' in globalThis);
  await page.evaluate(
    (sizes) => (globalThis as unknown as { bench: Seeding }).bench.seedVip(sizes),
    SIZES,
  );
  await page.goto(`${url}/deadlines`);
  await untilInstalled(page);
};

/** An address, and what is first seen of its content. */
type Opened = { readonly url: string; readonly first: string };

/** From the start of the navigation to the frame with its first content, the middle of three. */
const opened = async (page: Page, { url, first }: Opened, rate: number): Promise<number> => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await page.goto(url, { waitUntil: 'commit' });
    times.push(await paintedAt(page, first));
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return median(times);
};

const heapAt = async (page: Page, { url, first }: Opened): Promise<number> => {
  await page.goto(url);
  await page.locator(first).first().waitFor();
  await page.waitForTimeout(500);
  return heldBy(await page.context().newCDPSession(page));
};

const place = (page: Page, path: string) => page.locator(`nav a[href$="${path}"]:visible`).first();
const chip = (page: Page, value: string) => page.locator(`input[type=radio][value="${value}"]`);

/** Home on a new page, on which nothing of the other screens was read yet. */
const atHome = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/deadlines`);
  await watch(page);
  await page.locator(DUE).first().waitFor();
  await page.waitForTimeout(500);
};

/** From the tap on a place to its first rows, on a new page each time. */
const tapped = async (page: Page, url: string, path: string): Promise<Figure> => {
  await atHome(page, url);
  return inRounds(page, async () => {
    await atHome(page, url);
    return place(page, path).evaluate(untilSeen, { seen: ROW } as Asked);
  });
};

/** From the tap in the menu until the browser has the file. */
const exported = async (page: Page): Promise<number> => {
  await page.getByRole('button', { name: 'Fler val' }).first().click();
  const start = performance.now();
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Spara som CSV' }).click(),
  ]);
  return performance.now() - start;
};

/** The list of customers: a tap leads to it, its filters, its search, and one customer. */
const listRows = async (page: Page, url: string): Promise<BenchRow[]> => {
  const drawn = await tapped(page, url, '/vip');
  await page.locator(ROW).first().waitFor();
  const filtered = await inRounds(page, async (at) => {
    const value = at % 2 === 0 ? 'ready' : 'mine';
    const not = (await page.locator(ROW).first().textContent()) ?? '';
    return chip(page, value).evaluate(untilSeen, { seen: ROW, not } as Asked);
  });
  await chip(page, 'all').evaluate((element) => (element as HTMLElement).click());
  const search = page.getByRole('searchbox');
  const found = await inRounds(page, (at) =>
    search.evaluate(untilSeen, {
      typed: `k${1990 + at}k`,
      seen: ROW,
      says: `K${1990 + at}K`,
      count: 1,
    } as Asked),
  );
  await search.fill('');
  const customer = await inRounds(page, async (at) => {
    const row = page.locator(ROW).nth(at);
    const ms = await row.evaluate(untilSeen, { seen: CUSTOMER } as Asked);
    await page.goBack();
    await page.locator(`${ROW}:visible`).first().waitFor();
    return ms;
  });
  const saved = await inRounds(page, () => exported(page));
  return [
    {
      what: 'tap → the list of 2,000 customers',
      volym: drawn.ms,
      block: drawn.block,
      longestBlock: 100,
    },
    { what: 'filter (a state, one’s own) → its rows', volym: filtered.ms, block: filtered.block },
    { what: 'word typed → the one customer', volym: found.ms, block: found.block, budget: 50 },
    {
      what: 'export of 2,000 customers → the file',
      volym: saved.ms,
      block: saved.block,
      longestBlock: 100,
    },
    {
      what: 'tap → a customer with 5 authorizations, 5 orders',
      volym: customer.ms,
      block: customer.block,
    },
  ];
};

/**
 * The overview of renewals on a wide screen: a tap leads to it, then from one customer to another.
 */
const renewalRows = async (page: Page, url: string): Promise<BenchRow[]> => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const drawn = await tapped(page, url, '/renewals');
  await page.locator(ROW).first().waitFor();
  const other = await inRounds(page, async (at) => {
    const row = page.locator(ROW).nth(at);
    const says = (await row.locator('.title').textContent()) ?? '';
    return row.evaluate(untilSeen, { seen: '.detail h2.title', says } as Asked);
  });
  return [
    {
      what: 'tap → the overview of 200 renewals',
      volym: drawn.ms,
      block: drawn.block,
      longestBlock: 100,
    },
    { what: 'another customer → its renewal beside the list', volym: other.ms, block: other.block },
  ];
};

const OPENED = [
  { path: '/deadlines', first: DUE, what: 'home', budget: 1000 },
  { path: '/vip', first: ROW, what: 'the list of customers', budget: 1000 },
  { path: '/renewals', first: ROW, what: 'the overview of renewals', budget: 1000 },
] as const;

const openedRows = async (page: Page, url: string): Promise<BenchRow[]> => {
  const rows: BenchRow[] = [];
  for (const { path, first, what, budget } of OPENED) {
    const screen = { url: url + path, first };
    rows.push({ what: `open ${what}, CPU ÷ 1`, volym: await opened(page, screen, 1) });
    rows.push({ what: `open ${what}, CPU ÷ 4`, volym: await opened(page, screen, 4), budget });
    rows.push({ what: `heap at ${what} (MB)`, volym: await heapAt(page, screen), budget: 60 });
  }
  return rows;
};

/** Its screens. */
const vipScreens = (): Promise<BenchRow[]> =>
  inApp(async (page, url) => {
    await watchPaints(page);
    await seed(page, url);
    return [
      ...(await openedRows(page, url)),
      ...(await listRows(page, url)),
      ...(await renewalRows(page, url)),
    ];
  });

/** A VIP reseller's 2,000 customers with 20,000 authorizations and orders, and 10,000 SKUs. */
export const vipRows = async (): Promise<BenchRow[]> => {
  const [volym, bare, pouch] = [
    await figuresOf('volym'),
    await figuresOf('bare'),
    await figuresOf('pouch'),
  ];
  const screens = await vipScreens();
  const beside = { bare: bare.insert.ms, pouch: pouch.insert.ms };
  return [
    {
      what: '2,000 customers: read from the store',
      volym: volym.customers,
      bare: bare.customers,
      pouch: pouch.customers,
    },
    {
      what: '10,000 SKUs: the store alone',
      volym: volym.insert.ms,
      ...beside,
      block: volym.insert.longest,
    },
    ...screens,
    ...(await vipImportRows(beside)),
  ];
};
