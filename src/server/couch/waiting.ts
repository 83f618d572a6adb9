import type { Database } from 'pouchdb-core';

/** Wakes those who wait for a change. Each database has one live feed, however many wait (PouchDB warns at eleven). */
export type Waiting = {
  /** Resolves when something is written, after `ms`, or when the client has gone; make it before looking once more. */
  forChange(database: Database, ms: number, gone: AbortSignal): { readonly woken: Promise<void>; stop(): void };
  close(): void;
};

type Feed = { readonly waiters: Set<() => void>; readonly stop: () => void };

/** The waiting of one endpoint. */
export const openWaiting = (): Waiting => {
  const feeds = new Map<Database, Feed>();
  const feedOf = (database: Database): Feed => {
    const there = feeds.get(database);
    if (there !== undefined) return there;
    const waiters = new Set<() => void>();
    const wake = (): void => waiters.forEach((waiter) => waiter());
    const changes = database.changes({ live: true, since: 'now' }).on('change', wake).on('error', wake);
    const feed = { waiters, stop: () => changes.cancel() };
    feeds.set(database, feed);
    return feed;
  };
  return {
    forChange: (database, ms, gone) => {
      const { waiters } = feedOf(database);
      let stop = (): void => undefined;
      const woken = new Promise<void>((resolve) => {
        const timer = setTimeout(() => stop(), ms);
        stop = () => {
          clearTimeout(timer);
          waiters.delete(stop);
          gone.removeEventListener('abort', stop);
          resolve();
        };
        waiters.add(stop);
        gone.addEventListener('abort', stop);
      });
      return { woken, stop: () => stop() };
    },
    close: () => {
      for (const { waiters, stop } of feeds.values()) {
        stop();
        waiters.forEach((waiter) => waiter());
      }
      feeds.clear();
    },
  };
};
