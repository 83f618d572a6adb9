import { connect } from 'node:net';
import type { Page } from '@playwright/test';

/** Waits until the service worker has everything on the device and answers this page. */
export const answeredByWorker = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

/** How the port answers: `open`, or the error's code (`ECONNREFUSED` when nothing listens). */
export const stateOfPort = (url: string): Promise<string> => {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => resolve('open'));
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    socket.once('close', () => socket.destroy());
  });
};

/** The addresses of all that is kept for use without network, by path and without workbox's revision. */
export const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const caches = await window.caches.keys();
    const requests = await Promise.all(caches.map(async (name) => (await window.caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

/** Counts the documents that a page loads from now on; SvelteKit's own navigation is none. */
export const countLoads = (page: Page): { readonly count: number } => {
  const loads = { count: 0 };
  page.on('domcontentloaded', () => (loads.count += 1));
  return loads;
};
