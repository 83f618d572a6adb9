import type { Workbox } from 'workbox-window';
import { base } from '$app/paths';

/** What the service worker has to tell the page. */
export type WorkerNews = {
  /** A new version is on the device, whole, and waits. */
  ready(): void;
  /** Another version than the one this page was loaded from answers it from now on. */
  replaced(): void;
};

/** The page's line to its service worker. */
export type WorkerLink = {
  /** Asks the server for a new version; offline nothing happens. */
  look(): Promise<void>;
  /** Lets the waiting version answer every tab from now on; false when none waits. */
  takeOver(): boolean;
};

const hasWorkers = (): boolean => import.meta.env.PROD && 'serviceWorker' in navigator;

/** Whether a worker answers this page, so that it works offline. */
export const isAnsweredByWorker = (): boolean =>
  hasWorkers() && navigator.serviceWorker.controller !== null;

/**
 * Registers the service worker when the page has loaded; nothing where the browser allows none
 * (plain http, some private windows).
 */
export const linkWorker = (news: WorkerNews): Promise<WorkerLink | undefined> =>
  hasWorkers() ? link(news).catch(() => undefined) : Promise.resolve(undefined);

const link = async (news: WorkerNews): Promise<WorkerLink> => {
  const workbox = await listeningWorkbox(news);
  const registration = await workbox.register();
  // The first worker may take over, and age, in this very page: whether one answered when it was
  // registered (`isUpdate`) does not tell.
  let answered = isAnsweredByWorker();
  workbox.addEventListener('controlling', () => {
    if (answered) news.replaced();
    answered = true;
  });
  return {
    // Without network, or with a version that could not be fetched whole: the next look asks again.
    look: () => workbox.update().catch(() => undefined),
    takeOver: () => {
      const waits = Boolean(registration?.waiting);
      workbox.messageSkipWaiting();
      return waits;
    },
  };
};

/** One that says that a version waits: one that does already, or any that comes to later. */
const listeningWorkbox = async (news: WorkerNews): Promise<Workbox> => {
  // Not before the first paint, which does not need it.
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(`${base}/service-worker.js`, { updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => news.ready());
  // It stops to listen with the first version that it takes for another tab's. When that one could
  // not be fetched whole, another has to listen for the next.
  workbox.addEventListener('redundant', ({ isExternal }) => {
    if (isExternal) void listenAnew(news);
  });
  return workbox;
};

const listenAnew = async (news: WorkerNews): Promise<void> => {
  const workbox = await listeningWorkbox(news);
  await workbox.register().catch(() => undefined);
};
