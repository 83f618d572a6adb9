import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { build } from 'vite';
import { CHROMIUM_FLAGS } from '#tests/journeys/chromium-flags.ts';

/** A page with the storage, as it is served to a browser with a profile of its own. */
export type Served = {
  /** Starts the browser anew on the same profile. */
  begin(): Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  readonly origin: string;
  /** The folder of the profile, which each process of the browser is started with. */
  readonly profile: string;
  end(): Promise<void>;
};

/** The browser without its windows starts in half the time, and keeps its databases the same way. */
const SHELL = process.env['CHROMIUM_SHELL'] ?? process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Builds the page and serves it. */
export const servePage = async (): Promise<Served> => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-storage-'));
  const files = join(folder, 'page');
  await build({
    configFile: false,
    logLevel: 'silent',
    root: join(import.meta.dirname, 'page'),
    base: './',
    build: { outDir: files, target: 'es2022' },
  });
  const server = await listening(files);
  const { port } = server.address() as { readonly port: number };
  const origin = `http://127.0.0.1:${port}`;
  const profile = join(folder, 'profile');
  let context: BrowserContext | undefined;
  return {
    origin,
    profile,
    begin: async () => {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: SHELL,
        args: CHROMIUM_FLAGS,
      });
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(origin);
      await page.waitForFunction(() => 'storage' in globalThis);
      return { context, page };
    },
    end: async () => {
      await context?.close().catch(() => undefined);
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const listening = async (files: string): Promise<Server> => {
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    try {
      const body = readFileSync(join(files, path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
