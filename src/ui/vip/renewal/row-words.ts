import type { RenewalRow } from '#domain/adobe-vip/renewal-overview.ts';
import type { Day } from '#domain/day.ts';
import type { Texts } from '../../text.ts';
import { lastDayWords } from '../last-day-words.ts';
import { renewalUrgency } from './renewal-words.ts';

type Words = Pick<Texts, 'vipRenewals' | 'format'>;
type RowTexts = Words & Pick<Texts, 'shell'>;

const monthOf = (day: Day, { format }: Words): string => `${format.month(day)} ${day.slice(0, 4)}`;

/** The badge at the right of a renewal: the days, how many are missing, or until when it is renewed. */
export const renewalBadge = (
  { group, renewal }: RenewalRow,
  text: Words,
): { readonly words: string; readonly tone: 'plain' | 'late' | 'soon' | 'ok' } => {
  const words = text.vipRenewals.row;
  if (group === 'done') return { words: words.until(monthOf(renewal.anniversary, text)), tone: 'ok' };
  if (group === 'partial') return { words: words.missing(renewal.need), tone: 'late' };
  const days = renewal.standing.daysToAnniversary;
  const urgency = renewalUrgency(renewal);
  const said = days < 0 ? words.daysLate(-days) : days === 0 ? words.today : words.days(days);
  return { words: said, tone: urgency === 'calm' ? 'plain' : urgency };
};

/** The second line of a renewal. */
export const renewalDetail = ({ group, renewal, done }: RenewalRow, text: RowTexts, today: Day): string => {
  const { format } = text;
  const { row: words } = text.vipRenewals;
  const short = (day: Day): string => format.dayShort(day, today);
  if (done !== undefined) return words.renewed(short(done.on), done.licences);
  if (['late', 'lapsed', 'itself'].includes(group)) return lastDayWords(renewal.standing.lastOrderDay, text, today);
  return words.anniversary(short(renewal.anniversary), renewal.owned);
};
