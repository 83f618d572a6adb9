import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openProfile } from './app-browser.ts';
import { serveApp } from './app-site.ts';
import type { BenchRow } from './table.ts';

const ROWS = 10_000;

/** Made-up codes in the form of Apple's, no two alike. */
const sheet = (): string =>
  [
    'Code',
    ...Array.from(
      { length: ROWS },
      (_, at) => `FAKE${at.toString(36).toUpperCase().padStart(8, '0')}`,
    ),
  ].join('\n');

type Watch = { longest: number; marks: Record<string, number> };

/** Notes when a text is first on the page, and the longest task meanwhile. */
export const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const state: Watch = { longest: 0, marks: {} };
    Object.assign(globalThis, { benchWatch: state });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        state.longest = Math.max(state.longest, duration);
    }).observe({ type: 'longtask' });
  });

/** The longest task since it was asked last (ms). */
export const taken = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const state = (globalThis as unknown as { benchWatch: Watch }).benchWatch;
    const { longest } = state;
    state.longest = 0;
    return longest;
  });

/** Waits until a screen has this heading. */
export const untilHeading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 120_000 });

/**
 * Ten thousand codes through the app's own file input: until the dry run is shown, and from the tap
 * to the result.
 */
export const importRows = async (): Promise<BenchRow[]> => {
  const profile = mkdtempSync(join(tmpdir(), 'volym-bench-'));
  const file = join(profile, 'codes.csv');
  writeFileSync(file, sheet());
  const { url, stop } = await serveApp();
  const context = await openProfile(profile);
  try {
    const page = await context.newPage();
    await page.goto(`${url}/`);
    await page.getByRole('button', { name: 'Prova med exempeldata' }).click();
    await untilHeading(page, 'Frister');
    await page.getByRole('navigation').getByRole('link', { name: 'Mer' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Import/ })
      .click();
    await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
    await watch(page);
    const chosen = performance.now();
    await page.locator('input[type=file]').first().setInputFiles(file);
    await untilHeading(page, 'Provkörning');
    const tried = performance.now();
    const tryBlock = await taken(page);
    const button = page.getByRole('button', { name: /^Importera \d/ }).first();
    await button.waitFor();
    const tapped = performance.now();
    await button.click();
    await untilHeading(page, 'codes.csv');
    const written = performance.now() - tapped;
    const size = ROWS.toLocaleString('en');
    return [
      {
        what: `import ${size} codes: read and dry run`,
        volym: tried - chosen,
        block: tryBlock,
        longestBlock: 100,
      },
      {
        what: `import ${size} codes: write`,
        volym: written,
        block: await taken(page),
        longestBlock: 100,
      },
      { what: `import ${size} codes: both`, volym: tried - chosen + written, budget: 4000 },
    ];
  } finally {
    await context.close();
    await stop();
    rmSync(profile, { recursive: true, force: true });
  }
};
