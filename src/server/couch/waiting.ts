import type { Database } from 'pouchdb-core';

/**
 * Wakes those who wait for a change. Each database has one live feed, however many wait (PouchDB
 * warns at eleven).
 */
export type Waiting = {
  /**
   * Resolves to true when something is written, to false after `ms`, when `ended`, or when nothing
   * more will come; call it before looking again.
   */
  forChange(
    database: Database,
    ms: number,
    ended: AbortSignal,
  ): { readonly woken: Promise<boolean>; stop(): void };
  /** Ends the waiting for a database that goes. */
  forget(database: Database): void;
  close(): void;
};

type Feed = { readonly waiters: Set<(written: boolean) => void>; readonly stop: () => void };

/** The waiting clients of one endpoint. */
export const openWaiting = (): Waiting => {
  const feeds = new Map<Database, Feed>();
  const forgotten = new WeakSet<Database>();
  const feedOf = (database: Database): Feed => {
    const there = feeds.get(database);
    if (there !== undefined) return there;
    const feed = openFeed(database);
    feeds.set(database, feed);
    return feed;
  };
  const forget = (database: Database): void => {
    forgotten.add(database);
    const feed = feeds.get(database);
    feeds.delete(database);
    feed?.stop();
    feed?.waiters.forEach((waiter) => waiter(false));
  };
  return {
    forChange: (database, ms, ended) => {
      if (ended.aborted || ms <= 0 || forgotten.has(database))
        return { woken: Promise.resolve(false), stop: () => undefined };
      return waitIn(feedOf(database).waiters, ms, ended);
    },
    forget,
    close: () => [...feeds.keys()].forEach(forget),
  };
};

const openFeed = (database: Database): Feed => {
  const waiters: Feed['waiters'] = new Set();
  const wake = (): void => waiters.forEach((waiter) => waiter(true));
  const changes = database
    .changes({ live: true, since: 'now' })
    .on('change', wake)
    .on('error', wake);
  return { waiters, stop: () => changes.cancel() };
};

const waitIn = (
  waiters: Feed['waiters'],
  ms: number,
  ended: AbortSignal,
): ReturnType<Waiting['forChange']> => {
  let end = (_: boolean): void => undefined;
  const woken = new Promise<boolean>((resolve) => {
    const over = (): void => end(false);
    const timer = setTimeout(over, ms);
    end = (written) => {
      clearTimeout(timer);
      waiters.delete(end);
      ended.removeEventListener('abort', over);
      resolve(written);
    };
    waiters.add(end);
    ended.addEventListener('abort', over);
  });
  return { woken, stop: () => end(false) };
};
