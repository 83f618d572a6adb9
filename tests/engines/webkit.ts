import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  test,
  webkit,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { hearOnDemand } from '../journeys/requests-on-demand.ts';
import { startCutProxy } from './cut-proxy.ts';
import { mendDownloads } from './downloads.ts';
import { insideOf } from './inside.ts';
import { mendTyping, moveByTab } from './typing.ts';

const PHONE = { width: 390, height: 844 };
const WAIT_MS = 30_000;

/** What Safari has and WebKitGTK leaves off: `navigator.storage` with all that it answers. */
const AS_SAFARI = ['StorageAPI', 'StorageAPIEstimate', 'FileSystem', 'FileSystemWritableStream']
  .map((feature) => `+${feature}`)
  .join();

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
};

/**
 * Opens a window of the size of a phone, which only another window may do, and names the places of
 * both to Playwright.
 */
const serveStart = async (inspector: string) => {
  const { width, height } = PHONE;
  const opener = `<script>open('/phone', '_blank', 'popup,width=${width},height=${height}')</script>`;
  const server = createServer((asked, answer) => {
    if (asked.url === '/json')
      return void placeOfPhone(inspector).then((place) =>
        answer.end(JSON.stringify([{ webSocketDebuggerUrl: `ws://${inspector}${place}` }])),
      );
    answer.setHeader('content-type', 'text/html');
    answer.end(`<title>start</title>${asked.url === '/' ? opener : 'phone'}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => server.close(),
  };
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const placeOfPhone = async (inspector: string): Promise<string> => {
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until) {
    const list = await fetch(`http://${inspector}/`).then(
      (answer) => answer.text(),
      () => '',
    );
    const rows = list.split('<tr>').filter((row) => row.includes('/phone'));
    const place = /\/socket\/\d+\/\d+\/\w+/.exec(rows[0] ?? '')?.[0];
    if (place !== undefined) return place;
    await pause(100);
  }
  throw new Error('WebKit showed no window.');
};

/** Starts a browser process with its own profile: in this engine that is what a context is. */
const startProcess = async (options: BrowserContextOptions) => {
  const folder = mkdtempSync(join(tmpdir(), 'volym-webkit-'));
  const inspector = `127.0.0.1:${await freePort()}`;
  const [proxy, start] = [await startCutProxy(), await serveStart(inspector)];
  const env = {
    ...process.env,
    WEBKIT_INSPECTOR_HTTP_SERVER: inspector,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CACHE_HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_RUNTIME_DIR: folder,
    LANG: 'C.UTF-8',
    LANGUAGE: (options.locale ?? 'sv-SE').replace('-', '_'),
    TZ: options.timezoneId,
    NO_AT_BRIDGE: '1',
    GSETTINGS_BACKEND: 'memory',
    LIBGL_ALWAYS_SOFTWARE: '1',
    // Without a graphics card a fifth of the processor went into layers.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  };
  const args = [
    `--proxy=${proxy.url}`,
    '--javascript-can-access-clipboard=TRUE',
    '--javascript-can-open-windows-automatically=TRUE',
    `--features=${AS_SAFARI}`,
    start.url,
  ];
  const child = spawn(process.env.WEBKIT ?? '', args, { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    start.stop();
    proxy.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { endpoint: start.url, proxy, stop };
};

/** A load that goes on in another process is no load that failed. */
const mendSwaps = (page: Page): void => {
  const kind = Object.getPrototypeOf(insideOf(page).delegate);
  if (kind.isMended === true) return;
  kind.isMended = true;
  const failed = kind._onLoadingFailed;
  kind._onLoadingFailed = function (session: unknown, event: { readonly canceled?: boolean }) {
    if (event.canceled === true && this._provisionalPage) return;
    failed.call(this, session, event);
  };
};

/**
 * Says to a page's browser what it is to tell, and says it again where a load goes on in another
 * process, which tells everything at first.
 */
const lineThroughSwaps = (page: Page) => {
  const { delegate } = insideOf(page);
  const begin = delegate._initializeSession.bind(delegate);
  let last = '';
  delegate._initializeSession = async (session: Session, ...more: unknown[]) => {
    await begin(session, ...more);
    if (last !== '') await session.sendMayFail(last);
  };
  return {
    send: (command: string): Promise<unknown> => {
      last = command;
      return delegate._session.sendMayFail(command);
    },
  };
};
type Session = { sendMayFail(command: string): Promise<unknown> };

/** Files are handed over as a drop would do it: by their content. */
const mendFiles = (page: Page): void => {
  insideOf(page).delegate.setInputFilePaths = async (
    _: unknown,
    handle: Evaluated,
    paths: readonly string[],
  ) => {
    const files = await Promise.all(
      paths.map(async (path) => ({
        name: basename(path),
        bytes: (await readFile(path)).toString('base64'),
      })),
    );
    await handle.evaluate((input, files) => {
      const chosen = new DataTransfer();
      for (const { name, bytes } of files)
        chosen.items.add(
          new File([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))], name),
        );
      input.files = chosen.files;
      input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, files);
  };
};
type GivenFile = { readonly name: string; readonly bytes: string };
type Evaluated = {
  evaluate(
    work: (input: HTMLInputElement, files: readonly GivenFile[]) => void,
    files: readonly GivenFile[],
  ): Promise<void>;
};

/**
 * Answers each message at once: else each of WebKit's waits the 40 ms after which the system
 * acknowledges the one before.
 */
const hurry = (browser: Browser): void => {
  for (const { transport } of insideOf(browser)._tabs.values())
    transport._ws.on('message', () => transport._ws.pong());
};

/**
 * An address that differs from the page's by its fragment alone loads nothing: Playwright would
 * wait for it without end.
 */
const mendFragments = (page: Page): void => {
  const goto = page.goto.bind(page);
  page.goto = async (address, options) => {
    const isSame = await page.evaluate((address) => {
      const [from, to] = [new URL(location.href), new URL(address, location.href)];
      if (to.hash === '' || from.href.split('#')[0] !== to.href.split('#')[0]) return false;
      location.href = to.href;
      return true;
    }, address);
    return isSame ? null : goto(address, options);
  };
};

const noWorkers = (): void => {
  if (navigator.serviceWorker)
    navigator.serviceWorker.register = () => Promise.reject(new Error('blocked'));
};

const settle = async (
  context: BrowserContext,
  page: Page,
  options: BrowserContextOptions,
): Promise<void> => {
  Object.assign(insideOf(context)._options, { hasTouch: true, isMobile: true });
  context.setDefaultTimeout(15_000);
  mendSwaps(page);
  mendFiles(page);
  mendFragments(page);
  mendTyping(page);
  await hearOnDemand(context)(page, lineThroughSwaps(page));
  await mendDownloads(page);
  await context.addInitScript(moveByTab);
  if (options.serviceWorkers === 'block') await context.addInitScript(noWorkers);
  await page.emulateMedia({
    reducedMotion: options.reducedMotion ?? null,
    colorScheme: options.colorScheme ?? null,
  });
};

const newContext = async (given: BrowserContextOptions = {}): Promise<BrowserContext> => {
  const options = { ...given };
  // What the configuration and the file say, as for every other browser.
  await Reflect.get(webkit, '_instrumentation').runBeforeCreateBrowserContext(options);
  const started = await startProcess(options);
  const browser = await webkit.connectOverCDP(started.endpoint);
  hurry(browser);
  const [context] = browser.contexts();
  const [page] = context?.pages() ?? [];
  if (context === undefined || page === undefined) throw new Error('WebKit has no page.');
  await settle(context, page, options);
  let isGiven = false;
  context.newPage = async () => {
    if (isGiven) throw new Error('This harness has one page to a context in WebKit.');
    isGiven = true;
    return page;
  };
  context.setOffline = async (isOffline) => {
    started.proxy.cut(isOffline);
    await page.evaluate((offline) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !offline });
      dispatchEvent(new Event(offline ? 'offline' : 'online'));
    }, isOffline);
  };
  context.grantPermissions = async () => undefined;
  context.close = async () => {
    await browser.close();
    await started.stop();
  };
  return context;
};

/** Stands for a browser of Playwright's; each of its contexts is a process. */
export const webkitAsBrowser = (): Browser => {
  const contexts = new Set<BrowserContext>();
  let ofTest = '';
  // Each is a process that works on: what a test left open would take its time from the next one.
  const closeEarlier = async (): Promise<void> => {
    const { testId } = test.info();
    if (testId !== ofTest) await Promise.all([...contexts].map((context) => context.close()));
    ofTest = testId;
  };
  const browser = {
    _connection: Reflect.get(webkit, '_connection'),
    newContext: async (options?: BrowserContextOptions) => {
      await closeEarlier();
      const context = await newContext(options);
      contexts.add(context);
      const { close } = context;
      context.close = async () => {
        if (contexts.delete(context)) await close();
      };
      return context;
    },
    contexts: () => [...contexts],
    version: () => 'WebKitGTK',
    isConnected: () => true,
    close: async () =>
      void (await Promise.all(
        [...contexts].map((context) => context.close().catch(() => undefined)),
      )),
  };
  return browser as unknown as Browser;
};
