import { openLines, orderDue, type LineNow } from '#domain/adobe-vip/authorization-life.ts';
import { authorizationState, daysToOrder } from '#domain/adobe-vip/authorization-state.ts';
import type { CustomerCounts } from '#domain/adobe-vip/customer-counts.ts';
import { isNewCustomer, type CustomerRow } from '#domain/adobe-vip/customer-rows.ts';
import type { PurchaseAuthorization } from '#domain/adobe-vip/purchase-authorization.ts';
import { vipIdGroups } from '#domain/adobe-vip/vip-id.ts';
import { isDay, type Day } from '#domain/day.ts';
import type { Problem } from '#domain/result.ts';
import { lastOf } from '#domain/step.ts';
import type { Texts } from '../text.ts';
import { lastDayWords } from './last-day-words.ts';

type Words = Pick<Texts, 'vip' | 'format'>;
type RowTexts = Words & Pick<Texts, 'shell'>;
type Tone = 'plain' | 'late' | 'soon' | 'accent';

/** A refusal as a sentence that says what to do; the days in it as people write them. */
export const vipProblem = ({ code, params = {} }: Problem, { vip, format }: Words, today: Day): string => {
  const said = Object.entries(params).map(([key, value]) => [
    key,
    typeof value === 'string' && isDay(value) ? format.dayShort(value, today) : value,
  ]);
  return vip.problems[code]?.(Object.fromEntries(said) as Record<string, string | number>) ?? code;
};

/** "6 × Illustrator och 1 produkt till": the first line and how many more there are. */
export const productWords = (
  lines: readonly (Pick<LineNow, 'product'> & { readonly left: number })[],
  { vip }: Pick<Words, 'vip'>,
): string => {
  const [first, ...more] = lines;
  if (first === undefined) return '';
  const what = vip.authorization.what(first.left, first.product);
  return more.length === 0 ? what : `${what} ${vip.authorization.and(more.length)}`;
};

/** Days late or left, as a badge says it. */
export const daysWords = (days: number, { vip }: Pick<Words, 'vip'>): string =>
  days < 0 ? vip.row.daysLate(-days) : days === 0 ? vip.row.today : vip.row.days(days);

/** The badge at the right of a customer's row; undefined where nothing is counted. */
export const rowBadge = (
  row: CustomerRow,
  text: Words,
): { readonly words: string; readonly tone: Tone } | undefined => {
  const { row: words } = text.vip;
  if (row.days !== undefined) {
    const isSoon = row.state === 'ready' || (row.state === 'pending' && row.days <= NEAR);
    return { words: daysWords(row.days, text), tone: row.days < 0 ? 'late' : isSoon ? 'soon' : 'plain' };
  }
  return isNewCustomer(row.customer) ? { words: words.isNew, tone: 'accent' } : undefined;
};

const NEAR = 14;

/** Whether a row tells when its customer renews, and how many licences it has: nothing else waits. */
export const tellsCounts = ({ late, state, anniversary }: CustomerRow): boolean =>
  late === undefined && state !== 'pending' && anniversary !== '';

/** The second line of a customer's row: what waits, or when it renews, with `counts` once what lies under it was read. */
export const rowDetail = (row: CustomerRow, counts: CustomerCounts | undefined, text: RowTexts, today: Day): string => {
  const { format } = text;
  const { row: words } = text.vip;
  const { late, waiting, lastOrderDay, customer, state } = row;
  const { anniversary, licences } = counts ?? { anniversary: row.anniversary, licences: 0 };
  const short = (day: Day): string => format.dayShort(day, today);
  if (late !== undefined) return words.orderWasDue(short(orderDue(late)));
  const [first] = waiting;
  if (state === 'pending' && first !== undefined) {
    const count = openLines(first).reduce((sum, { left }) => sum + left, 0);
    return words.authorized(short(first.data.createdOn), count);
  }
  if (anniversary !== '')
    return [
      ['late', 'lapsed', 'itself'].includes(state)
        ? lastDayWords(lastOrderDay, text, today)
        : words.anniversary(short(anniversary)),
      ...(licences > 0 ? [words.licences(licences)] : []),
    ].join(', ');
  const invited = lastOf(customer.steps, 'invited');
  if (invited === undefined) return words.noAnniversary;
  return [words.invited(short(invited.on)), ...(isNewCustomer(customer) ? [words.termsNotAccepted] : [])].join(', ');
};

/** The quiet line under a customer's name; the anniversary that is shown is told from the one that is due still. */
export const customerSub = (
  { vipId, anniversary, due }: { readonly vipId: string; readonly anniversary: Day; readonly due: Day },
  { vip, format }: Words,
  today: Day,
): string =>
  [
    vipId === '' ? vip.noVipId : vip.vipId(vipIdGroups(vipId)),
    ...(anniversary === ''
      ? []
      : [(anniversary === due ? vip.anniversary : vip.nextAnniversary)(format.dayShort(anniversary, today))]),
  ].join(' · ');

/** How an authorization stands, as its badge says it. */
export const authorizationBadge = (
  authorization: PurchaseAuthorization,
  { vip }: Pick<Words, 'vip'>,
  today: Day,
): { readonly words: string; readonly tone: Tone } => {
  const state = authorizationState(authorization, today);
  const { states } = vip.authorization;
  if (state !== 'pending')
    return { words: states[state], tone: ['ordered', 'withdrawn'].includes(state) ? 'plain' : 'late' };
  const days = daysToOrder(authorization, today);
  return { words: states.pending(days), tone: days <= NEAR ? 'soon' : 'plain' };
};
