import { addDays, isDay, type Day } from '#core/day/day.ts';
import type { Deadline } from '#core/reminder/deadline.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import { chosenLeapDay } from '../anniversary/leap-day-rule.ts';
import { comesOf, dateOf, monthDate } from '../anniversary/month-date.ts';
import {
  LAST_NOTICE_RULE,
  lastNoticeEditions,
  RENEWAL_RULE,
  renewalEditions,
} from '../renewal/renewal-editions.ts';
import type { VipEdition } from '../edition/vip-edition.ts';
import { editionIn } from '../edition/edition-in.ts';
import { editionKey } from '../edition/edition-key.ts';
import type { VipProgramme } from '../edition/programme.ts';

/** What of a customer says when it renews. */
export type RenewalFacts = {
  readonly anniversary: Day;
  readonly anniversaryDay?: number | undefined;
  readonly renewalEdition: string;
  readonly programme: VipProgramme;
  readonly editions?: Readonly<Record<string, string>> | undefined;
};

/** How long before access is removed the last notice to this customer goes out (C11). */
export const lastNoticeOf = ({
  programme,
  editions,
}: Pick<RenewalFacts, 'programme' | 'editions'>): VipEdition =>
  editionIn(lastNoticeEditions, editions?.[editionKey(LAST_NOTICE_RULE, programme)] ?? '');

/** What an anniversary is counted from, year by year. */
export type AnniversaryFacts = Pick<RenewalFacts, 'anniversary' | 'anniversaryDay'> &
  Partial<Pick<RenewalFacts, 'programme' | 'editions'>>;

/**
 * The day of the month that anniversaries are counted from: the stored one, if the date follows
 * from it, else the day of the date. At the end of February it is the one chosen for the customer,
 * if any (adobe.md §8.26).
 */
export const dayOfAnniversary = (facts: AnniversaryFacts): number => {
  const { anniversary, anniversaryDay = dateOf(anniversary), programme = 'vip', editions } = facts;
  const chosen = isLeapChoice(facts) && chosenLeapDay(programme, editions);
  return chosen || (comesOf(anniversary, anniversaryDay) ? anniversaryDay : dateOf(anniversary));
};

/** Whether an anniversary may fall on 28 or on 29 February. */
export const isLeapChoice = ({
  anniversary,
  anniversaryDay = dateOf(anniversary),
}: AnniversaryFacts): boolean =>
  anniversary.slice(5, 7) === '02' && [28, 29].includes(anniversaryDay);

/** Whether a step ended the renewal of an anniversary: it was closed, or the customer declined. */
export const isClosing = ({ kind, data }: Step): boolean =>
  ['renewal-closed', 'renewal-declined'].includes(kind) && data?.anniversary !== undefined;

/**
 * The anniversary date that the customer's next renewal is for, or '' where none is known: one that
 * was closed gives way to the next year's. What is no day closes nothing, and behind the calendar's
 * last year there is none: no year is waited for that never comes.
 */
export const anniversaryDue = (facts: AnniversaryFacts, steps: readonly Step[]): Day => {
  const { anniversary } = facts;
  if (!isDay(anniversary)) return '';
  const closed = steps.some(isClosing) ? currentSteps(steps).filter(isClosing) : [];
  const days = closed.map(({ data }) => data!.anniversary!).filter(isDay);
  const last = days.sort().at(-1) ?? '';
  const day = dayOfAnniversary(facts);
  let due = monthDate(anniversary, 0, day);
  for (let years = 1; isDay(due) && due <= last; years += 1)
    due = monthDate(anniversary, years * 12, day);
  return isDay(due) ? due : '';
};

/**
 * The anniversary date that a customer's renewal is about on a day. A year that nobody answered
 * gives way to the next one once that comes into the overview: no renewal is missed behind an older
 * one.
 */
export const anniversaryNow = (facts: RenewalFacts, steps: readonly Step[], today: Day): Day => {
  let now = anniversaryDue(facts, steps);
  // Most are not over: nothing is counted of them.
  if (now === '' || today <= now) return now;
  const { overview } = editionIn(renewalEditions, facts.renewalEdition);
  const day = dayOfAnniversary(facts);
  const isNear = (next: Day): boolean => isDay(next) && today >= addDays(next, -overview);
  for (let next = monthDate(now, 12, day); isNear(next); next = monthDate(next, 12, day))
    now = next;
  return now;
};

/**
 * The anniversary dates whose renewal can be closed on a day: first the one that nobody answered,
 * then that of `anniversaryNow`.
 */
export const anniversariesOpen = (
  facts: RenewalFacts,
  steps: readonly Step[],
  today: Day,
): Day[] => [...new Set([anniversaryDue(facts, steps), anniversaryNow(facts, steps, today)])];

/**
 * The renewal that a customer must order by its anniversary date, and late until the window closes
 * (C9–C11); the one that nobody has answered yet, or, given a day, that of `anniversaryNow`.
 */
export const customerDeadlines = (
  facts: RenewalFacts,
  steps: readonly Step[],
  today: Day = '',
): Deadline[] => {
  const on = anniversaryNow(facts, steps, today);
  if (on === '') return [];
  const edition = editionIn(renewalEditions, facts.renewalEdition);
  const lastNotice = edition.late - lastNoticeOf(facts).value;
  return [
    {
      rule: RENEWAL_RULE,
      edition: edition.id,
      on,
      from: addDays(on, -edition.overview),
      warnFrom: addDays(on, -edition.value),
      earlyAction: 'prepare-renewal',
      action: 'renew',
      lateAction: 'renew-late',
      // The Marketplace renews by itself what nobody turned off; in VIP only a new purchase helps
      // (adobe.md §4).
      lost: {
        after: addDays(on, edition.late),
        action: facts.programme === 'vip' ? 'renew-lost' : 'renewed-itself',
      },
      // Where no late order is taken, the last word comes before the anniversary.
      reminders: {
        before: [edition.value, ...(lastNotice < 0 ? [-lastNotice] : []), 0],
        after: lastNotice > 0 ? [lastNotice] : [],
      },
    },
  ];
};
