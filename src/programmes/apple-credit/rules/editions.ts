import type { Edition } from '#core/edition.ts';
import type { ReminderSteps } from '#core/reminder/reminder.ts';

/**
 * Rule: how many days a credit can be downloaded from the secure inbox. It is not the life of the
 * credit (apple.md §4).
 */
export const INBOX_RULE = 'apple-credit.inbox';

/** Rule: how many days after requesting a resend to ask about it. */
export const FOLLOW_UP_RULE = 'apple-credit.resend-follow-up';

/** The edition that a resend is followed up by. */
export const followUpEdition = {
  id: 'apple-credit.resend-follow-up-7',
  rule: FOLLOW_UP_RULE,
  value: 7,
  unit: 'days',
  validFrom: '',
  // Seed 000 has no time within which Apple answers: a week is a default of Volym's own.
  source: 'Volym',
  confidence: 'assumed',
} as const satisfies Edition;

/**
 * An edition of the days in the inbox, with the days of the count on which the user is warned by
 * default (A7). Day 0 is the day of the mail, and the last warning is on the last day.
 */
type InboxDays = Edition & { readonly warnings: readonly [number, ...number[]] };

/** The ninety days of the inbox, chosen at first start. */
export const inbox90 = {
  id: 'apple-credit.inbox-90',
  rule: INBOX_RULE,
  value: 90,
  unit: 'days',
  validFrom: '',
  // "VPP-kredit finns att hämta från den säkra inkorgen i 90 dagar."
  source: 'seed 000; support.apple.com/102073',
  confidence: 'documented',
  warnings: [60, 80, 88, 90],
} as const satisfies InboxDays;

/** The edition that a new order is made under. */
export const inboxToday = inbox90;

/** The editions of the days in the inbox. */
export const inboxEditions = [inbox90] as const satisfies readonly InboxDays[];

/** One of the editions of the days in the inbox. */
export type InboxEdition = (typeof inboxEditions)[number];

/** The edition by its id; an unknown one (made by a newer app) counts as the seed's own. */
export const inboxEdition = (id: string): InboxEdition =>
  inboxEditions.find((edition) => edition.id === id) ?? inbox90;

/** The days of an edition's warnings, as steps before its last one. */
export const inboxReminders = (edition: string): ReminderSteps => {
  const { value, warnings } = inboxEdition(edition);
  return { before: warnings.map((day) => value - day) };
};

/** A last day counts as near from this many days before it (look.md §4, default warning). */
export const WARNING_DAYS = 14;
