import { addDays, isDay, type Day } from '../day.ts';
import type { Deadline } from '../deadline.ts';
import { standingSteps, type Step } from '../step.ts';
import { LEAP_DAY_RULE, leapDayEditions } from './leap-day-editions.ts';
import { dateOf, monthDate } from './month-date.ts';
import { LAST_NOTICE_RULE, lastNoticeEditions, RENEWAL_RULE, renewalEditions } from './renewal-editions.ts';
import type { VipEdition } from './vip-edition.ts';
import { editionIn } from './edition-in.ts';
import { editionKey } from './edition-key.ts';
import type { VipProgramme } from './programme.ts';

/** What of a customer says when it renews. */
export type RenewalFacts = {
  readonly anniversary: Day;
  readonly anniversaryDay?: number | undefined;
  readonly renewalEdition: string;
  readonly programme: VipProgramme;
  readonly editions?: Readonly<Record<string, string>> | undefined;
};

/** How long before access is removed the last notice to this customer goes out (C11). */
export const lastNoticeOf = ({ programme, editions }: Pick<RenewalFacts, 'programme' | 'editions'>): VipEdition =>
  editionIn(lastNoticeEditions, editions?.[editionKey(LAST_NOTICE_RULE, programme)] ?? '');

/** What an anniversary is counted from, year by year. */
export type AnniversaryFacts = Pick<RenewalFacts, 'anniversary' | 'anniversaryDay'> &
  Partial<Pick<RenewalFacts, 'programme' | 'editions'>>;

/**
 * The day of the month that anniversaries are counted from: the one that is kept, else that of the date. At the end of
 * February it is the one that was chosen for the customer, where one was (adobe.md §8.26).
 */
export const dayOfAnniversary = (facts: AnniversaryFacts): number => {
  const { anniversary, anniversaryDay = dateOf(anniversary) } = facts;
  return isLeapChoice(facts) ? (chosenLeapDay(facts) ?? anniversaryDay) : anniversaryDay;
};

/** Whether an anniversary may fall on 28 or on 29 February. */
export const isLeapChoice = ({ anniversary, anniversaryDay = dateOf(anniversary) }: AnniversaryFacts): boolean =>
  anniversary.slice(5, 7) === '02' && [28, 29].includes(anniversaryDay);

const chosenLeapDay = ({ programme = 'vip', editions }: AnniversaryFacts): number | undefined =>
  leapDayEditions.find(({ id }) => id === editions?.[editionKey(LEAP_DAY_RULE, programme)])?.value;

/** Whether a step ended the renewal of an anniversary: it was closed, or the customer declined. */
export const isClosing = ({ kind, data }: Step): boolean =>
  ['renewal-closed', 'renewal-declined'].includes(kind) && data?.anniversary !== undefined;

/** The anniversary date that the customer's next renewal is for, or '' where none is known: one that was closed gives way to the next year's. */
export const anniversaryDue = (facts: AnniversaryFacts, steps: readonly Step[]): Day => {
  if (!isDay(facts.anniversary)) return '';
  const date = dayOfAnniversary(facts);
  let due = isLeapChoice(facts) ? monthDate(facts.anniversary, 0, date) : facts.anniversary;
  if (!steps.some(isClosing)) return due;
  const closed = standingSteps(steps)
    .filter(isClosing)
    .map(({ data }) => data!.anniversary!);
  const last = closed.reduce<Day>((latest, day) => (day > latest ? day : latest), '');
  for (let years = 1; due <= last; years += 1) due = monthDate(facts.anniversary, years * 12, date);
  return due;
};

/** The renewal that a customer must order by its anniversary date, and late until the window closes (C9–C11). */
export const customerDeadlines = (facts: RenewalFacts, steps: readonly Step[]): Deadline[] => {
  const on = anniversaryDue(facts, steps);
  if (on === '') return [];
  const edition = editionIn(renewalEditions, facts.renewalEdition);
  const lastNotice = edition.late - lastNoticeOf(facts).value;
  return [
    {
      ...{ rule: RENEWAL_RULE, edition: edition.id, on },
      ...{ from: addDays(on, -edition.overview), warnFrom: addDays(on, -edition.value) },
      ...{ action: 'renew', lateAction: 'renew-late' },
      // Where no late order is taken, the last word comes before the anniversary.
      reminders: {
        before: [edition.value, ...(lastNotice < 0 ? [-lastNotice] : []), 0],
        after: lastNotice > 0 ? [lastNotice] : [],
      },
    },
  ];
};
