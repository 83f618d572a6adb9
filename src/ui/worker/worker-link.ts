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
  /** Asks the server for a new version; without network nothing happens. */
  look(): Promise<void>;
  /** Lets the waiting version answer every tab from now on; false when none waits. */
  takeOver(): boolean;
};

const containerOf = (): ServiceWorkerContainer | undefined =>
  import.meta.env.PROD && 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;

/** Whether a worker answers this page, so that it works without network. */
export const isAnsweredByWorker = (): boolean => Boolean(containerOf()?.controller);

/**
 * Registers the service worker; nothing where the browser allows none (plain http, some private
 * windows).
 */
export const linkWorker = async (news: WorkerNews): Promise<WorkerLink | undefined> => {
  const container = containerOf();
  if (container === undefined) return undefined;
  // The first worker may take over, and age, in this very page.
  let answered = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (answered) news.replaced();
    answered = true;
  });
  await loaded();
  const registration = await container
    .register(`${base}/service-worker.js`, { updateViaCache: 'none' })
    .catch(() => undefined);
  if (registration === undefined) return undefined;
  tellWaiting(registration, news);
  return { look: () => quietly(registration.update()), takeOver: () => skipWaiting(registration) };
};

// What keeps the app on the device fetches all of it: the page itself comes first.
const loaded = async (): Promise<void> => {
  if (document.readyState !== 'complete')
    await new Promise((done) => addEventListener('load', done, { once: true }));
};

/** One that waits for nobody is installed for a moment, too, before it begins. */
const SURELY_WAITS_MS = 200;

/**
 * Says that a version waits: one that does already, or any that comes to while the page is open.
 */
const tellWaiting = (registration: ServiceWorkerRegistration, news: WorkerNews): void => {
  const watch = (worker: ServiceWorker | null): void =>
    worker?.addEventListener('statechange', () => {
      if (worker.state !== 'installed') return;
      setTimeout(() => registration.waiting === worker && news.ready(), SURELY_WAITS_MS);
    });
  if (registration.waiting !== null) news.ready();
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
};

const quietly = async (asked: Promise<unknown>): Promise<void> => {
  // Without network, or with a version that could not be fetched whole: the next look asks again.
  await asked.catch(() => undefined);
};

const skipWaiting = ({ waiting }: ServiceWorkerRegistration): boolean => {
  waiting?.postMessage({ type: 'SKIP_WAITING' });
  return waiting !== null;
};
