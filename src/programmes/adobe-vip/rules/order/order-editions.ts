import type { ReminderSteps } from '#core/reminder/reminder.ts';
import type { VipEdition } from '../edition/vip-edition.ts';

/**
 * Rule: how many days after an authorization was created its order must be placed, its last day
 * included.
 */
export const ORDER_RULE = 'adobe-vip.order-days';

/**
 * What follows when the order was not placed. `past-due`: the *customer* is past due and gets no
 * new authorization, from `suspendedFrom` on (a day of the count, 0 where Adobe leaves it open) the
 * licences do not work. `expires`: the authorization ends, its licences go, the customer stays
 * free.
 */
export type OrderEdition = VipEdition & {
  readonly id: Extract<VipEdition['id'], `adobe-vip.order-${string}`>;
  readonly afterwards: 'past-due' | 'expires';
  readonly suspendedFrom: number;
  /**
   * In whose days it is counted, from the one it was created on to the last; '' is the user's own
   * (adobe.md §8).
   */
  readonly zone: '' | 'America/Los_Angeles';
};

/** Thirty days to order in the programme VIP, as the seed has it. */
export const order30: OrderEdition = {
  id: 'adobe-vip.order-30',
  rule: ORDER_RULE,
  value: 30,
  unit: 'days',
  validFrom: '',
  // "En order måste läggas inom 30 dagar efter att inköpsauktoriseringen skapades." Suspended
  // from day 61: adobe.md §0 (S3).
  source: 'seed 002; adobe.md §0 (S1, S3)',
  confidence: 'documented',
  programme: 'vip',
  afterwards: 'past-due',
  suspendedFrom: 61,
  zone: '',
};

/** Seven days to order in the Marketplace, which counts them in its own zone. */
export const orderMarketplace7: OrderEdition = {
  id: 'adobe-vip.order-7',
  rule: ORDER_RULE,
  value: 7,
  unit: 'days',
  validFrom: '',
  source: 'adobe.md §0 (A6, A7, W1)',
  confidence: 'documented',
  programme: 'vip-marketplace',
  afterwards: 'expires',
  suspendedFrom: 0,
  zone: 'America/Los_Angeles',
};

/** The editions of the rule; the first of a programme is the one chosen at first start. */
export const orderEditions: readonly [OrderEdition, ...OrderEdition[]] = [
  order30,
  {
    id: 'adobe-vip.order-14',
    rule: ORDER_RULE,
    value: 14,
    unit: 'days',
    validFrom: '2024-12-01',
    // Newer pages, the first with a date of December 2024 (S8); they do not say whether a second
    // stage follows.
    source: 'adobe.md §0 (S2, S4, S8)',
    confidence: 'documented',
    programme: 'vip',
    afterwards: 'past-due',
    suspendedFrom: 0,
    zone: '',
  },
  orderMarketplace7,
];

/**
 * Days of the count on which the user is reminded (C3), so that a wrong edition still warns in
 * time.
 */
export const ORDER_REMINDER_DAYS = [7, 14, 25, 30] as const;

/**
 * Those days as steps before the last one, and after it where the edition is shorter than the
 * longest.
 */
export const orderReminders = (days: number): ReminderSteps => ({
  before: ORDER_REMINDER_DAYS.filter((day) => day <= days).map((day) => days - day),
  after: ORDER_REMINDER_DAYS.filter((day) => day > days).map((day) => day - days),
});

/**
 * An authorization is amber from so many days before its last one (look.md §4, default warning).
 */
export const ORDER_WARNING_DAYS = 14;
