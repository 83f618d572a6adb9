import type { RenewalRow } from '#programmes/adobe-vip/rules/renewal/renewal-overview.ts';
import { daysBetween, type Day } from '#core/day/day.ts';
import type { Texts } from '#ui/text.ts';
import { lastDayWords } from '../authorization/last-day-words.ts';
import { renewalUrgency } from '../renewal/renewal-words.ts';

type Words = Pick<Texts, 'vipRenewals' | 'format'>;
type RowTexts = Words & Pick<Texts, 'shell'>;

const monthOf = (day: Day, { format }: Words): string => `${format.month(day)} ${day.slice(0, 4)}`;

/**
 * The badge at the right of a renewal: the days, how many are missing, or until when it is renewed.
 */
export const renewalBadge = (
  { group, renewal, end }: RenewalRow,
  text: Words,
  today: Day,
): { readonly words: string; readonly tone: 'plain' | 'late' | 'soon' | 'ok' } => {
  const words = text.vipRenewals.row;
  if (group === 'done')
    return { words: words.until(monthOf(renewal.anniversary, text)), tone: 'ok' };
  if (end !== undefined)
    return { words: daysWords(daysBetween(today, end.lastDay), text), tone: 'late' };
  if (group === 'partial') return { words: words.missing(renewal.need), tone: 'late' };
  const urgency = renewalUrgency(renewal);
  // After the anniversary the days are those to the last one of a late order, which the second line
  // names.
  const { daysToAnniversary, lastOrderDay } = renewal.standing;
  const days = daysToAnniversary < 0 ? daysBetween(today, lastOrderDay) : daysToAnniversary;
  return { words: daysWords(days, text), tone: urgency === 'calm' ? 'plain' : urgency };
};

const daysWords = (
  days: number,
  { vipRenewals: { row: words } }: Pick<Words, 'vipRenewals'>,
): string => (days < 0 ? words.daysLate(-days) : days === 0 ? words.today : words.days(days));

/** The second line of a renewal. */
export const renewalDetail = (
  { group, renewal, done, end }: RenewalRow,
  text: RowTexts,
  today: Day,
): string => {
  const { format } = text;
  const { row: words } = text.vipRenewals;
  const short = (day: Day): string => format.dayShort(day, today);
  if (end !== undefined) return text.vipRenewals.lapse.ends(end.lapses, short(end.lastDay));
  if (done !== undefined) return words.renewed(short(done.on), done.licences);
  const { daysToAnniversary, lastOrderDay } = renewal.standing;
  if (group !== 'done' && daysToAnniversary < 0) return lastDayWords(lastOrderDay, text, today);
  return words.anniversary(short(renewal.anniversary), renewal.owned);
};
