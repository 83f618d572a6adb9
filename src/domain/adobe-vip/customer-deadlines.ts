import { addDays, isDay, type Day } from '../day.ts';
import type { Deadline } from '../deadline.ts';
import { standingSteps, type Step } from '../step.ts';
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

/** The day of the month that anniversaries are counted from: the one that is kept, else that of the date. */
export const dayOfAnniversary = ({
  anniversary,
  anniversaryDay,
}: Pick<RenewalFacts, 'anniversary' | 'anniversaryDay'>): number => anniversaryDay ?? dateOf(anniversary);

const isClosing = ({ kind, data }: Step): boolean =>
  ['renewal-closed', 'renewal-declined'].includes(kind) && data?.anniversary !== undefined;

/** The anniversary date that the customer's next renewal is for, or '' where none is known: one that was closed gives way to the next year's. */
export const anniversaryDue = (
  facts: Pick<RenewalFacts, 'anniversary' | 'anniversaryDay'>,
  steps: readonly Step[],
): Day => {
  if (!isDay(facts.anniversary)) return '';
  if (!steps.some(isClosing)) return facts.anniversary;
  const closed = standingSteps(steps)
    .filter(isClosing)
    .map(({ data }) => data!.anniversary!);
  const last = closed.reduce<Day>((latest, day) => (day > latest ? day : latest), '');
  let due = facts.anniversary;
  for (let years = 1; due <= last; years += 1) due = monthDate(facts.anniversary, years * 12, dayOfAnniversary(facts));
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
