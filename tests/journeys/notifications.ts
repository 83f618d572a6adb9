import type { BrowserContext, Page } from '@playwright/test';
import type { ReminderMessage } from '#platform/browser/reminder-worker.ts';

/** A notification as the browser holds it. */
export type Notified = {
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly data: unknown;
  /** The day that it is about. */
  readonly day: string;
};

/** Every notification of the app that is on the screen, by the day it is about. */
export const notifications = (page: Page): Promise<Notified[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = (await registration.getNotifications()) as (Notification & {
      readonly timestamp: number;
    })[];
    const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
    return found
      .map(({ tag, title, body, data, timestamp }) => {
        const day = new Date(timestamp).toLocaleDateString('sv-SE');
        return { tag, title: plain(title), body: plain(body), data: data as unknown, day };
      })
      .sort((a, b) => (a.day < b.day ? -1 : 1));
  });

/** Takes all notifications away, as a person does. */
export const dismissAll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    for (const notification of await registration.getNotifications()) notification.close();
  });

/** What the app says to its worker, answered once the worker is through with it. */
export const remind = (page: Page, today: string): Promise<boolean> =>
  page.evaluate(
    async (message) => {
      const { active } = await navigator.serviceWorker.ready;
      const line = new MessageChannel();
      const answer = new Promise<boolean>(
        (done) => (line.port1.onmessage = ({ data }) => done(data === true)),
      );
      active?.postMessage(message, [line.port2]);
      return answer;
    },
    { type: 'REMIND', today } satisfies ReminderMessage,
  );

/** Wakes the worker as the browser does now and then while the app is closed. */
export const wakeWorker = async (page: Page, origin: string): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((found) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own !== undefined) found(own.registrationId);
    }),
  );
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.dispatchPeriodicSyncEvent', {
    origin,
    registrationId: await registered,
    tag: 'reminders',
  });
};

/**
 * Taps a notification that leads to an address, in the worker itself. Browsers let it show or open
 * a window only after a real tap, so what comes back is which of the two it was refused.
 */
export const tap = async (context: BrowserContext, address: string): Promise<string> => {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('a service worker is expected');
  return worker.evaluate(async (address) => {
    const { registration } = globalThis as unknown as {
      readonly registration: ServiceWorkerRegistration;
    };
    await registration.showNotification('tapped', { tag: 'tapped', data: address });
    const [notification] = await registration.getNotifications({ tag: 'tapped' });
    const Tap = (
      globalThis as unknown as { NotificationEvent: new (type: string, init: object) => Event }
    ).NotificationEvent;
    const event = new Tap('notificationclick', { notification }) as Event & {
      waitUntil: (work: unknown) => void;
    };
    let work: unknown;
    event.waitUntil = (given) => (work = given);
    globalThis.dispatchEvent(event);
    const refused = await Promise.resolve(work).then(() => 'nothing', String);
    const left = (await registration.getNotifications({ tag: 'tapped' })).length;
    return `${refused} ${left} left`;
  }, address);
};
