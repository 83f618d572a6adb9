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

/** Registers the service worker; nothing where the browser allows none (plain http, some private windows). */
export const linkWorker = async (news: WorkerNews): Promise<WorkerLink | undefined> => {
  const container = containerOf();
  if (container === undefined) return undefined;
  // workbox's own `isUpdate` is fixed when it registers, but the first worker may take over, and age, in this very page.
  let answered = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (answered) news.replaced();
    answered = true;
  });
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox(`${base}/service-worker.js`, { updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => news.ready());
  const registration = await workbox.register().catch(() => undefined);
  return (
    registration && { look: () => quietly(registration.update()), takeOver: () => skipWaiting(registration, workbox) }
  );
};

const quietly = async (asked: Promise<unknown>): Promise<void> => {
  // Without network, or with a version that could not be fetched whole: the next look asks again.
  await asked.catch(() => undefined);
};

const skipWaiting = (registration: ServiceWorkerRegistration, workbox: { messageSkipWaiting(): void }): boolean => {
  if (registration.waiting === null) return false;
  workbox.messageSkipWaiting();
  return true;
};
