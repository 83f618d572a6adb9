import type { Page } from '@playwright/test';

/** Waits until the service worker has everything on the device and answers this page. */
export const answeredByWorker = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 240_000,
  });

/** What the app does by itself at its start, hourly, and when the network returns. */
export const lookForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
  });

/** Waits until the worker that is being installed has come to its end, good or bad. */
export const installationOver = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { installing } = await navigator.serviceWorker.ready;
    if (installing === null || installing.state === 'redundant') return;
    await new Promise((done) => installing.addEventListener('statechange', done, { once: true }));
  });

/** The paths of all that is kept for use without network, without workbox's revisions. */
export const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

/** The paths of the app's own files that this page has asked for since it was loaded. */
export const loadedPaths = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.includes('/immutable/')),
  );

/** Counts the documents that a page loads from now on; SvelteKit's own navigation is none. */
export const countLoads = (page: Page): { readonly count: number } => {
  const loads = { count: 0 };
  page.on('domcontentloaded', () => (loads.count += 1));
  return loads;
};
