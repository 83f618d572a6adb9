import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright';
import { openProfile } from './app-browser.ts';
import type { BenchPage } from './page/main.ts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
const folder = join(import.meta.dirname, '../../node_modules/.volym-bench');

const servePage = async (): Promise<{ server: Server; url: string }> => {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    readFile(join(folder, path)).then(
      (body) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

/**
 * The bench page in its own browser, so that contestants do not share a heap, with a profile as the
 * app has: without one, IndexedDB is kept in memory and takes another path through the browser.
 */
export const inBenchPage = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
  const { server, url } = await servePage();
  const profile = mkdtempSync(join(tmpdir(), 'volym-bench-'));
  const browser = await openProfile(profile);
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'bench' in globalThis);
    return await work(page);
  } finally {
    await browser.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
};

/** Asks one measure of the bench page. */
export const measure = <Name extends keyof BenchPage>(
  page: Page,
  name: Name,
  ...given: Parameters<BenchPage[Name]>
): Promise<Awaited<ReturnType<BenchPage[Name]>>> =>
  page.evaluate(
    ([asked, values]) => {
      const { bench } = globalThis as unknown as {
        bench: Record<string, (...all: unknown[]) => unknown>;
      };
      return bench[asked as string]?.(...(values as unknown[])) as never;
    },
    [name, given] as const,
  );
