import { base } from '$app/paths';
import { isAnsweredByWorker } from './worker-link.ts';

/**
 * Whether the app starts offline: a worker answers this page, and the start page and all
 * that this page was loaded from are really there. A browser may throw away what a worker kept and
 * leave the worker.
 */
export const worksOffline = async (): Promise<boolean> => {
  if (!isAnsweredByWorker()) return false;
  const own = `${location.origin}${base}/_app/immutable/`;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const wanted = new Set([
    `${base}/index.html`,
    ...loaded.filter((address) => address.startsWith(own)),
  ]);
  const found = await Promise.all(
    [...wanted].map((address) => caches.match(address, { ignoreSearch: true })),
  );
  return found.every((kept) => kept !== undefined);
};
