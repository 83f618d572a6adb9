import { addDays } from '#core/day/day.ts';
import type { Deadline } from '#core/reminder/deadline.ts';
import type { Step } from '#core/record/step.ts';
import {
  FOLLOW_UP_RULE,
  followUpEdition,
  INBOX_RULE,
  inboxReminders,
  WARNING_DAYS,
} from '../editions.ts';
import { inboxCount, resendAskedOn, type Dated } from './order-life.ts';

/**
 * The day by which an order needs action: its last day in the inbox (A7), or the day to ask about a
 * resend again (A9).
 */
export const orderDeadlines = (data: Dated, steps: readonly Step[]): Deadline[] => {
  const count = inboxCount(data, steps);
  if (count === undefined) return followUp(steps);
  return [
    {
      rule: INBOX_RULE,
      edition: data.inboxEdition,
      from: count.from,
      on: count.lastDay,
      warnFrom: addDays(count.lastDay, -WARNING_DAYS),
      action: 'download-credit',
      lateAction: 'resend-credit',
      // Nothing says yet that the credit came to the inbox, so nothing can have left it.
      ...(count.provisional ? { lateAction: 'enter-mail-day', provisional: true } : {}),
      reminders: inboxReminders(data.inboxEdition),
    },
  ];
};

const followUp = (steps: readonly Step[]): Deadline[] => {
  const from = resendAskedOn(steps);
  if (from === undefined) return [];
  const on = addDays(from, followUpEdition.value);
  const action = 'follow-up-resend';
  const reminders = { before: [0] };
  return [
    {
      rule: FOLLOW_UP_RULE,
      edition: followUpEdition.id,
      from,
      on,
      warnFrom: on,
      action,
      lateAction: action,
      reminders,
    },
  ];
};
