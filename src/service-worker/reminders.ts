/// <reference types="@sveltejs/kit" />
import { base } from '$service-worker';
import { isDay, type Day } from '#core/day/day.ts';
import type { Moment } from '#core/day/local-time.ts';
import {
  badgeCount,
  dueReminders,
  REMINDER_TAG,
  standingTags,
  type DueReminder,
} from '#core/reminder/planned-reminder.ts';
import { markShown, readPlans, type KeptPlans } from '#data/reminder-plan.ts';
import { systemClock } from '#platform/clock.ts';
import { PERIODIC_TAG, type ReminderMessage } from '#platform/browser/reminder-worker.ts';
import { reportBug } from '#platform/report-bug.ts';
import { inTurn } from '#platform/turn.ts';
import { openAt } from './open-at.ts';
import { ownAddress } from './own-address.ts';

const SAMPLE_TAG = 'sample';

const LOOK: NotificationOptions = { icon: `${base}/icons/icon-192.png` };

/** `timestamp` is Chromium's: the moment that the notification is about. */
type Options = NotificationOptions & { readonly timestamp?: number };

/**
 * Answers the page, the browser's own wake-ups and taps with reminders. A page says which day it
 * is; a worker that was woken by the browser looks at its own clock.
 */
export const answerReminders = (worker: ServiceWorkerGlobalScope): void => {
  worker.addEventListener('message', (event) => {
    const work = asked(worker, event.data as Partial<ReminderMessage> | null);
    if (work !== undefined) event.waitUntil(answered(work, event.ports[0]));
  });
  worker.addEventListener('periodicsync', (event) => {
    const woken = event as ExtendableEvent & { readonly tag: string };
    if (woken.tag === PERIODIC_TAG)
      woken.waitUntil(remind(worker, { today: systemClock.today(), now: systemClock.now() }));
  });
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(
      openAt(worker.clients, ownAddress(event.notification.data, base, worker.location.href)),
    );
  });
};

/** What a message asks for; undefined when it is not about reminders. */
const asked = (worker: ServiceWorkerGlobalScope, message: Partial<ReminderMessage> | null) => {
  if (message?.type === 'REMIND') {
    const { today = '', now = systemClock.now() } = message;
    return isDay(today) ? remind(worker, { today, now }) : undefined;
  }
  return message?.type === 'SAMPLE' ? sample(worker, message as Sample) : undefined;
};

/** A sender that passed a port is told how it ended. */
const answered = async (work: Promise<void>, line: MessagePort | undefined): Promise<void> => {
  try {
    await work;
    line?.postMessage(true);
  } catch (error) {
    reportBug('No notification was shown.', error);
    line?.postMessage(false);
  }
};

/** One at a time: two tabs may ask at once, and the browser may wake the worker meanwhile. */
const remind = (worker: ServiceWorkerGlobalScope, time: Moment): Promise<void> =>
  inTurn('volym-remind', async () => {
    const kept = await readPlans();
    await closeWhatIsDone(worker, kept);
    if (Notification.permission === 'granted') await showDue(worker, kept, time);
    await showBadge(worker, badgeCount(kept.plans, time.today));
  });

const showDue = async (
  worker: ServiceWorkerGlobalScope,
  { plans, shown }: KeptPlans,
  time: Moment,
): Promise<void> => {
  for (const due of plans.flatMap((plan) => dueReminders(plan, shown, time))) {
    // Shown first: one that was shown twice replaces itself by its tag, one never shown would be
    // lost.
    await worker.registration.showNotification(due.words.title, optionsOf(due));
    await markShown(due);
  }
};

const optionsOf = ({ tag, day, address, words }: DueReminder): Options => ({
  ...LOOK,
  tag,
  body: words.body,
  data: address,
  timestamp: noonOf(day),
});

/** In the middle of the local day, so that no nearby zone turns it into another date. */
const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00`);

/** Done here or on another device: its reminders go from the screen, too. */
const closeWhatIsDone = async (
  { registration }: ServiceWorkerGlobalScope,
  { plans }: KeptPlans,
): Promise<void> => {
  const standing = standingTags(plans);
  for (const notification of await registration.getNotifications())
    if (notification.tag.startsWith(REMINDER_TAG) && !standing.has(notification.tag))
      notification.close();
};

const showBadge = async ({ navigator }: ServiceWorkerGlobalScope, count: number): Promise<void> => {
  if (!('setAppBadge' in navigator)) return;
  // Refused where the app is not installed.
  await (count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count)).catch(
    () => undefined,
  );
};

type Sample = Extract<ReminderMessage, { type: 'SAMPLE' }>;

const sample = (worker: ServiceWorkerGlobalScope, { words, address }: Sample): Promise<void> =>
  worker.registration.showNotification(words.title, {
    ...LOOK,
    tag: SAMPLE_TAG,
    body: words.body,
    data: address,
  });
