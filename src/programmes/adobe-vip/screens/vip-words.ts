import {
  openLines,
  type LineNow,
} from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import {
  authorizationState,
  daysToOrder,
} from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import type { CustomerCounts } from '#programmes/adobe-vip/rules/customer/customer-counts.ts';
import type { CustomerDue } from '#programmes/adobe-vip/rules/customer/customer-dues.ts';
import {
  isNewCustomer,
  type CustomerRow,
} from '#programmes/adobe-vip/rules/customer/customer-rows.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipCustomerData } from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { vipIdGroups } from '#programmes/adobe-vip/rules/customer/vip-id.ts';
import type { Day } from '#core/day/day.ts';
import type { AsOf } from '#core/day/local-time.ts';
import { lastOf } from '#core/record/step.ts';
import type { Texts } from '#ui/text.ts';
import { lastDayWords } from './authorization/last-day-words.ts';

type Words = Pick<Texts, 'vip' | 'format'>;
type RowTexts = Words & Pick<Texts, 'shell'>;
type Tone = 'plain' | 'late' | 'soon' | 'accent';

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
  { dues: [due], customer }: CustomerRow,
  text: Words,
): { readonly words: string; readonly tone: Tone } | undefined => {
  if (due !== undefined) {
    const { state, days } = due;
    const isSoon = state === 'ready' || days === 0 || (state === 'pending' && days <= NEAR);
    const isLate = days < 0 || ['late', 'past-due', 'expired'].includes(state);
    const words = state === 'expired' && days === 0 ? text.vip.row.expired : daysWords(days, text);
    return { words, tone: isLate ? 'late' : isSoon ? 'soon' : 'plain' };
  }
  return isNewCustomer(customer) ? { words: text.vip.row.isNew, tone: 'accent' } : undefined;
};

const NEAR = 14;

/**
 * Whether a row tells when its customer renews, and how many licences it has: nothing else waits.
 */
export const tellsCounts = ({ dues, state, anniversary }: CustomerRow): boolean =>
  dues.length < 2 &&
  !['past-due', 'pending', 'expired', 'returning'].includes(state) &&
  anniversary !== '';

/**
 * The second line of a customer's row: what waits, or when it renews, with `counts` once what is
 * under it was read.
 */
export const rowDetail = (
  row: CustomerRow,
  counts: CustomerCounts | undefined,
  text: RowTexts,
  today: Day,
): string => {
  const { dues, customer } = row;
  const { row: words } = text.vip;
  const short = (day: Day): string => text.format.dayShort(day, today);
  const ends = (due: CustomerDue): string => endWords(due, text, today);
  const waits = waitsWords(row, text, today);
  if (waits !== '') {
    const [, ...besides] = dues.map((due) =>
      words.due[due.state as keyof typeof words.due]?.(ends(due)),
    );
    return [waits, ...besides].join(', ');
  }
  const { anniversary, licences } = counts ?? { anniversary: row.anniversary, licences: 0 };
  if (anniversary !== '')
    return [
      ENDED.includes(row.state)
        ? lastDayWords(row.lastOrderDay, text, today)
        : words.anniversary(short(anniversary)),
      ...(licences > 0 ? [words.licences(licences)] : []),
    ].join(', ');
  const invited = lastOf(customer.steps, 'invited');
  if (invited === undefined) return words.noAnniversary;
  const accepted = lastOf(customer.steps, 'terms-accepted');
  if (accepted !== undefined) return words.accepted(short(accepted.on));
  return [
    words.invited(short(invited.on)),
    ...(isNewCustomer(customer) ? [words.termsNotAccepted] : []),
  ].join(', ');
};

const ENDED: readonly CustomerRow['state'][] = ['late', 'lapsed', 'itself'];

/** A last day, with its time where it ends with the day at Adobe, as home has it. */
const endWords = ({ on, until }: CustomerDue, { format }: Words, today: Day): string =>
  until === undefined
    ? format.dayShort(on, today)
    : `${format.dayShort(on, today)} ${format.time(until - 1)}`;

/** What the badge counts to, where it is not the renewal alone; '' otherwise. */
const waitsWords = ({ dues, late, waiting }: CustomerRow, text: RowTexts, today: Day): string => {
  const { row: words } = text.vip;
  const [due] = dues;
  if (due === undefined) return '';
  const day = endWords(due, text, today);
  if (due.state === 'past-due' || due.state === 'expired') {
    const isSuspended = late !== undefined && authorizationState(late, today) === 'suspended';
    if (isSuspended) return words.suspended(day);
    // The badge says that it is late; what else waits has its place in the line of a phone.
    return dues.length > 1 ? text.format.capital(words.due.pending(day)) : words.orderWasDue(day);
  }
  const [first] = waiting;
  if (dues.length === 1 && due.state === 'pending' && first !== undefined) {
    const count = openLines(first).reduce((sum, { left }) => sum + left, 0);
    // Of a time on a day the time matters more than when it was authorized.
    if (due.until !== undefined)
      return [text.format.capital(words.due.pending(day)), words.licences(count)].join(', ');
    return words.authorized(text.format.dayShort(first.data.createdOn, today), count);
  }
  if (dues.length === 1)
    return due.state === 'returning' ? text.format.capital(text.shell.deadlines.by(day)) : '';
  if (due.state === 'lapsed' || due.state === 'itself') return lastDayWords(due.on, text, today);
  return text.format.capital(words.due[due.state as keyof typeof words.due](day));
};

/** What the quiet line under a customer's name tells. */
type CustomerAbout = Pick<VipCustomerData, 'vipId' | 'programme'> & {
  /** The anniversary that is shown, and the one that is due still. */
  readonly anniversary: Day;
  readonly due: Day;
};

/**
 * The quiet line under a customer's name. Its programme is shown unless it is the default one.
 */
export const customerSub = (
  { vipId, programme, anniversary, due }: CustomerAbout,
  { vip, format }: Words,
  today: Day,
): string =>
  [
    vipId === '' ? vip.noVipId : vip.vipId(vipIdGroups(vipId)),
    ...(anniversary === ''
      ? []
      : [
          (anniversary === due ? vip.anniversary : vip.nextAnniversary)(
            format.dayShort(anniversary, today),
          ),
        ]),
    ...(programme === 'vip' ? [] : [vip.programmes[programme]]),
  ].join(' · ');

/** The state of an authorization, for its badge. */
export const authorizationBadge = (
  authorization: PurchaseAuthorization,
  { vip }: Pick<Words, 'vip'>,
  asOf: AsOf,
): { readonly words: string; readonly tone: Tone } => {
  const state = authorizationState(authorization, asOf);
  const { states } = vip.authorization;
  if (state !== 'pending')
    return {
      words: states[state],
      tone: ['ordered', 'withdrawn'].includes(state) ? 'plain' : 'late',
    };
  const days = daysToOrder(authorization, asOf);
  return { words: states.pending(days), tone: days <= NEAR ? 'soon' : 'plain' };
};
