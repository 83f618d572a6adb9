import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** What listens for requests by name, and what does so by itself, holds them back or cuts them off. */
const BY_NAME = ['on', 'once', 'addListener', 'prependListener', 'waitForEvent'] as const;
const BY_ITSELF = [
  'waitForRequest',
  'waitForResponse',
  'route',
  'routeFromHAR',
  'setOffline',
] as const;
const REQUESTS = /^(request|response)/;

type Line = { send(command: string): Promise<unknown> };

/** This process's own half of a page, with its line to the browser. */
const lineOf = (page: Page): Line =>
  Reflect.get(page, '_connection').toImpl(page).delegate._mainFrameSession._client;

/** Calls `listen` before anything of a page or context listens for requests. */
const beforeListening = (to: object, listen: () => void): void => {
  for (const name of [...BY_NAME, ...BY_ITSELF]) {
    const own: unknown = Reflect.get(to, name);
    if (typeof own !== 'function') continue;
    const isByName = (BY_NAME as readonly string[]).includes(name);
    Reflect.set(to, name, (...given: unknown[]): unknown => {
      if (!isByName || REQUESTS.test(String(given[0]))) listen();
      return Reflect.apply(own, to, given);
    });
  }
};

const hears = new WeakMap<Page, () => void>();

/**
 * Has the browser tell of a page's requests from now on, for what asks for them in another way than
 * by listening: the answer of `goto`, a network that is idle.
 */
export const hearRequests = (page: Page): void => hears.get(page)?.();

const onDemand = async (context: BrowserContext, page: Page): Promise<Page> => {
  const line = lineOf(page);
  let isHeard = false;
  const hear = (): void => {
    if (isHeard) return;
    isHeard = true;
    void line.send('Network.enable').catch(() => undefined);
  };
  await line.send('Network.disable');
  hears.set(page, hear);
  beforeListening(page, hear);
  beforeListening(context, hear);
  return page;
};

const mended = <Opened extends BrowserContext>(context: Opened): Opened => {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => onDemand(context, await newPage());
  return context;
};

const mendedBrowser = (browser: Browser): Browser => {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => mended(await newContext(options));
  return browser;
};

// Each request is told of three times over, which was a seventh of what a load costs, and most
// journeys look at none.
const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => mendedBrowser(await launch(options));
const launchPersistentContext = chromium.launchPersistentContext.bind(chromium);
chromium.launchPersistentContext = async (...given) =>
  mended(await launchPersistentContext(...given));
