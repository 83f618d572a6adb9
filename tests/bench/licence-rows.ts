import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openProfile } from './app-browser.ts';
import { BENCH, serveApp } from './app-site.ts';
import { inBenchPage, measure } from './bench-page.ts';
import { taken, untilHeading, watch } from './import-rows.ts';
import type { LicenceFigures } from './page/licence-row.ts';
import { median } from './page/measure.ts';
import type { StoreContestant } from './page/store-row.ts';
import type { BenchRow } from './table.ts';

const SIZES = { apps: 400, licences: 20_000, listed: 4_800 };
const PAGE = 1_000;
const size = (count: number): string => count.toLocaleString('en');

const figuresOf = (which: StoreContestant): Promise<LicenceFigures> =>
  inBenchPage((page) => measure(page, 'licenceRow', which, SIZES));

const adamId = (at: number): string => String(900_000_000_000 + (at % SIZES.apps));

/** A page as Apple gives it, saved to a file of a folder; answers its path. */
const saved = (folder: string, name: string, at: number, pages: number, body: object): string => {
  const path = join(folder, `${name}-${at}.json`);
  const place = { currentPageIndex: at, totalPages: pages };
  writeFileSync(
    path,
    JSON.stringify({ ...body, ...place, uId: '2049000000000901', versionId: name }),
  );
  return path;
};

/** Made-up pages of one location: four hundred apps, and who has their licences. */
export const savedPages = (folder: string): string[] => {
  const assets = Array.from({ length: SIZES.apps }, (_, at) => ({
    adamId: adamId(at),
    pricingParam: 'STDQ',
    productType: 'App',
    deviceAssignable: true,
    revocable: true,
    supportedPlatforms: ['iOS'],
    totalCount: 60,
    assignedCount: 50,
    availableCount: 10,
    retiredCount: 0,
  }));
  const pages = SIZES.licences / PAGE;
  const assignments = Array.from({ length: pages }, (_, page) =>
    saved(folder, 'assignments', page, pages, {
      assignments: Array.from({ length: PAGE }, (_, at) => ({
        adamId: adamId(page * PAGE + at),
        pricingParam: 'STDQ',
        serialNumber: `FAKE${String(page * PAGE + at).padStart(8, '0')}`,
      })),
      size: PAGE,
    }),
  );
  return [saved(folder, 'assets', 0, 1, { assets, size: SIZES.apps }), ...assignments];
};

/**
 * The saved pages through the app's own file input: until the dry run is shown, and from the tap to
 * the result.
 */
const importLicences = async (page: Page, url: string, folder: string) => {
  await page.goto(`${url}/`);
  await page.getByRole('button', { name: 'Prova med exempeldata' }).click();
  await untilHeading(page, 'Frister');
  await page.goto(`${url}/import`);
  const input = page.locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await watch(page);
  const files = savedPages(folder);
  const chosen = performance.now();
  await input.setInputFiles(files);
  await untilHeading(page, 'Provkörning');
  const tried = { ms: performance.now() - chosen, longest: await taken(page) };
  const button = page.getByRole('button', { name: /^Importera \d/ }).first();
  await button.waitFor();
  const tapped = performance.now();
  await button.click();
  await untilHeading(page, /^assets-0\.json/);
  return { tried, written: { ms: performance.now() - tapped, longest: await taken(page) } };
};

/**
 * Does something to an element and answers the ms until the frame in which the list shows so many
 * rows, or some.
 */
const untilRows = (
  element: Element,
  { typed, rows }: { readonly typed?: string; readonly rows?: number },
): Promise<number> =>
  new Promise((resolve) => {
    const start = performance.now();
    const isThere = (): boolean => {
      const { length } = document.querySelectorAll('[data-list] a.row');
      return rows === undefined ? length > 0 : length === rows;
    };
    const look = (): void => {
      if (!isThere()) requestAnimationFrame(look);
      else setTimeout(() => resolve(performance.now() - start));
    };
    if (typed === undefined) (element as HTMLElement).click();
    else {
      (element as HTMLInputElement).value = typed;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }
    requestAnimationFrame(look);
  });

type Seeding = { seedApps(count: number): Promise<void> };

/**
 * The list of many apps: from the tap to its first rows, and from a typed word to the one row that
 * has it.
 */
const listOfMany = async (page: Page, url: string) => {
  await page.goto(`${url}${BENCH}`);
  await page.waitForFunction(() => 'bench' in globalThis);
  await page.evaluate(
    (count) => (globalThis as unknown as { bench: Seeding }).bench.seedApps(count),
    SIZES.listed,
  );
  await page.goto(`${url}/deadlines`);
  const navigation = page.getByRole('navigation').first();
  const drawn: number[] = [];
  const found: number[] = [];
  await watch(page);
  for (let round = 0; round < 5; round += 1) {
    await untilHeading(page, 'Frister');
    drawn.push(await navigation.getByRole('link', { name: 'Appar' }).evaluate(untilRows, {}));
    const search = page.getByRole('searchbox');
    found.push(
      await search.evaluate(untilRows, { typed: `app ${SIZES.listed - 1 - round}`, rows: 1 }),
    );
    await navigation.getByRole('link', { name: 'Frister' }).click();
  }
  return { drawn: median(drawn), found: median(found), block: await taken(page) };
};

/** Runs in the built app, in its own browser; `folder` is for files and goes with it. */
export const inApp = async <T>(
  work: (page: Page, url: string, folder: string) => Promise<T>,
): Promise<T> => {
  const profile = mkdtempSync(join(tmpdir(), 'volym-bench-'));
  const { url, stop } = await serveApp();
  const context = await openProfile(profile);
  try {
    return await work(await context.newPage(), url, profile);
  } finally {
    await context.close();
    await stop();
    rmSync(profile, { recursive: true, force: true });
  }
};

/** Twenty thousand licences of four hundred apps, and a list of 4,800 apps. */
export const licenceRows = async (): Promise<BenchRow[]> => {
  const [volym, bare, pouch] = [
    await figuresOf('volym'),
    await figuresOf('bare'),
    await figuresOf('pouch'),
  ];
  const { tried, written } = await inApp(importLicences);
  const list = await inApp(listOfMany);
  const many = `${size(SIZES.licences)} licences of ${SIZES.apps} apps`;
  const apps = `${size(SIZES.listed)} apps`;
  const beside = { bare: bare.insert.ms, pouch: pouch.insert.ms };
  return [
    {
      what: `${many}: lists read and dry run`,
      volym: tried.ms,
      block: tried.longest,
      longestBlock: 100,
    },
    {
      what: `${many}: written by the import`,
      volym: written.ms,
      ...beside,
      block: written.longest,
      longestBlock: 100,
    },
    { what: `${many}: both`, volym: tried.ms + written.ms, budget: 6000 },
    {
      what: `${many}: the store alone`,
      volym: volym.insert.ms,
      ...beside,
      block: volym.insert.longest,
    },
    { what: `${apps}: read from the store`, volym: volym.apps, bare: bare.apps, pouch: pouch.apps },
    { what: `${apps}: tap → list on the screen`, volym: list.drawn, block: list.block },
    { what: `${apps}: word typed → the one row on the screen`, volym: list.found, budget: 50 },
  ];
};
