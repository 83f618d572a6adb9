import type { Day } from '#core/day/day.ts';
import type { ReminderWords } from '#core/reminder/planned-reminder.ts';
import { ask } from '../ask.ts';

/** What the page asks of the worker that shows reminders. */
export type ReminderMessage =
  /** Without a moment (an older page) the worker's own clock tells it. */
  | { readonly type: 'REMIND'; readonly today: Day; readonly now?: number }
  | { readonly type: 'SAMPLE'; readonly words: ReminderWords; readonly address: string };

/**
 * The worker asks a page whether it is at an address; the answer goes into the line that comes
 * with it.
 */
export type WhereMessage = { readonly type: 'WHERE'; readonly address: string };

/** By this name the browser wakes the worker now and then. */
export const PERIODIC_TAG = 'reminders';

/** Twice a day at most; the browser decides, and wakes an app that is seldom used less often. */
const WAKE_EVERY_MS = 12 * 60 * 60 * 1000;

type Periodic = { register(tag: string, options: { minInterval: number }): Promise<void> };

/**
 * Asks the worker, once it is running, to show what is due at this moment of this day; does nothing
 * where the browser has no notifications.
 */
export const askToRemind = (today: Day, now: number): void =>
  void tell({ type: 'REMIND', today, now });

/**
 * Lets the worker show one notification as a sample; false when it could not, or when there is no
 * worker.
 */
export const showSample = async (words: ReminderWords, address: string): Promise<boolean> => {
  if ((await navigator.serviceWorker.getRegistration()) === undefined) return false;
  const active = (await worker())?.active;
  return (
    !!active && (await ask<ReminderMessage>(active, { type: 'SAMPLE', words, address })) === true
  );
};

/**
 * Asks the browser to wake the worker while the app is closed. Only an installed app is granted
 * that, and not on iPhone.
 */
export const wakeForReminders = async (): Promise<void> => {
  const registration = await worker();
  const periodic = (registration as { readonly periodicSync?: Periodic } | undefined)?.periodicSync;
  await periodic?.register(PERIODIC_TAG, { minInterval: WAKE_EVERY_MS }).catch(() => undefined);
};

/** Tells the worker, when it asks, whether this page is at an address. */
export const sayWhere = (signal: AbortSignal): void => {
  if (!('serviceWorker' in navigator)) return;
  const heard = ({ data, ports }: MessageEvent<Partial<WhereMessage> | null>): void => {
    if (data?.type === 'WHERE') ports[0]?.postMessage(location.href === data.address);
  };
  navigator.serviceWorker.addEventListener('message', heard, { signal });
};

const tell = async (message: ReminderMessage): Promise<void> =>
  (await worker())?.active?.postMessage(message);

/** Waits forever where no worker was registered. */
const worker = async (): Promise<ServiceWorkerRegistration | undefined> =>
  'serviceWorker' in navigator ? navigator.serviceWorker.ready : undefined;
