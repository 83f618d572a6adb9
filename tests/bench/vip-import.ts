import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { untilInstalled } from './app-browser.ts';
import { taken, untilHeading, watch } from './import-rows.ts';
import { inApp } from './licence-rows.ts';
import type { BenchRow } from './table.ts';
import { authorizationList, orderList, priceList } from './vip-lists.ts';

type List = ReturnType<typeof priceList>;

/**
 * Does work with a file on disk, where a user's file is too: a page that is handed the bytes is
 * blocked meanwhile.
 */
const onDisk = async <T>(
  { name, buffer }: List,
  work: (path: string) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-bench-'));
  const path = join(folder, name);
  try {
    writeFileSync(path, buffer);
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * A list through the app's own file input: until the dry run is shown, and from the tap to the
 * result.
 */
const importList = async (page: Page, url: string, name: string, path: string) => {
  await page.goto(`${url}/import`);
  const input = page.locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await watch(page);
  const chosen = performance.now();
  await input.setInputFiles(path);
  await untilHeading(page, 'Provkörning');
  const tried = { ms: performance.now() - chosen, longest: await taken(page) };
  const button = page.getByRole('button', { name: /^Importera \d/ }).first();
  await button.waitFor();
  const tapped = performance.now();
  await button.click();
  await untilHeading(page, name);
  return { tried, written: { ms: performance.now() - tapped, longest: await taken(page) } };
};

/**
 * Ten thousand lines of a price list, then five thousand of authorizations and of orders, in the
 * example workspace.
 */
export const vipImportRows = (beside: Pick<BenchRow, 'bare' | 'pouch'>): Promise<BenchRow[]> =>
  inApp(async (page, url) => {
    await page.goto(`${url}/`);
    await page.getByRole('button', { name: 'Prova med exempeldata' }).click();
    await untilHeading(page, 'Frister');
    await untilInstalled(page);
    const rows: BenchRow[] = [];
    const lists = [
      { list: priceList(10_000), what: '10,000 prices', most: 4000, peers: beside },
      { list: authorizationList(2500), what: '2,500 authorizations', most: undefined, peers: {} },
      { list: orderList(2500), what: '2,500 orders', most: undefined, peers: {} },
    ];
    for (const { list, what, most, peers } of lists) {
      const { tried, written } = await onDisk(list, (path) =>
        importList(page, url, list.name, path),
      );
      rows.push(
        {
          what: `import ${what}: read and dry run`,
          volym: tried.ms,
          block: tried.longest,
          longestBlock: 100,
        },
        {
          what: `import ${what}: write`,
          volym: written.ms,
          ...peers,
          block: written.longest,
          longestBlock: 100,
        },
        { what: `import ${what}: both`, volym: tried.ms + written.ms, budget: most },
      );
    }
    return rows;
  });
