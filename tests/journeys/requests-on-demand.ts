import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { insideOf } from '../engines/inside.ts';

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

/** What a page's own half in this process says to its browser by. */
type Line = { send(command: string): Promise<unknown> };

/** That of a page in Chromium. */
const lineOf = (page: Page): Line => insideOf(page).delegate._mainFrameSession._client;

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

/**
 * What makes a page of a context tell of its requests only once something listens for them, on it
 * or on the whole context.
 */
export const hearOnDemand = (context: BrowserContext) => {
  const hearAll: (() => void)[] = [];
  let isHeard = false;
  beforeListening(context, () => {
    isHeard = true;
    for (const hear of hearAll) hear();
  });
  return async (page: Page, line: Line): Promise<void> => {
    if (isHeard) return;
    let isPageHeard = false;
    const hear = (): void => {
      if (isPageHeard) return;
      isPageHeard = true;
      void line.send('Network.enable').catch(() => undefined);
    };
    hearAll.push(hear);
    hears.set(page, hear);
    await line.send('Network.disable');
    beforeListening(page, hear);
  };
};

const mended = <Opened extends BrowserContext>(context: Opened): Opened => {
  const newPage = context.newPage.bind(context);
  const onDemand = hearOnDemand(context);
  context.newPage = async () => {
    const page = await newPage();
    await onDemand(page, lineOf(page));
    return page;
  };
  return context;
};

const mendedBrowser = (browser: Browser): Browser => {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => mended(await newContext(options));
  return browser;
};

// Each request is reported three times over, which was a seventh of what a load costs, and most
// journeys look at none.
const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => mendedBrowser(await launch(options));
const launchPersistentContext = chromium.launchPersistentContext.bind(chromium);
chromium.launchPersistentContext = async (...given) =>
  mended(await launchPersistentContext(...given));
