import type { Day } from '#core/day/day.ts';
import { todayOf, type Moment } from '#core/day/local-time.ts';
import { foundBy, foldedText } from '#core/text/found-text.ts';
import { anniversaryDue } from '../customer/customer-deadlines.ts';
import { customerRenewal, lastClosed, type CustomerRenewal } from './customer-renewal.ts';
import { latestDue } from '../customer/customer-state.ts';
import type { CustomerBook } from '../plan/plans.ts';
import { renewalEditions } from './renewal-editions.ts';
import { lastDayOfAccess, renewalEnds, type RenewalEnd } from './renewal-end.ts';
import { isInOverview, renewalState } from './renewal-stage.ts';
import { renewedLines } from './renewed-lines.ts';
import type { VipCustomer } from '../customer/vip-customer.ts';
import { editionIn } from '../edition/edition-in.ts';

/** Where a customer is in the overview (look 14, 20), in the order of its sections. */
export const RENEWAL_GROUPS = [
  'partial',
  'blocked',
  'late',
  'now',
  'prepare',
  'ending',
  'lapsed',
  'itself',
  'done',
] as const;

/**
 * One of the sections: partly renewed, blocked by a late order, late, can be ordered, comes up,
 * ended with licences that still work for a while, too late, renewed by itself for all that is
 * known, done this quarter.
 */
export type RenewalGroup = (typeof RENEWAL_GROUPS)[number];

/** A customer with its renewal as the overview shows it (C9). */
export type RenewalRow = {
  readonly customer: VipCustomer;
  readonly group: RenewalGroup;
  readonly renewal: CustomerRenewal;
  /** Of a done one, the day it was closed, and how many licences were renewed. */
  readonly done?: { readonly on: Day; readonly licences: number };
  /** For one that ends, what lapses and when. */
  readonly end?: RenewalEnd;
  /** What it is found by, folded. */
  readonly found: string;
};

/** A customer of the overview with what is under it. */
export type BookOfCustomer = CustomerBook & { readonly customer: VipCustomer };

const quarterOf = (day: Day): string =>
  `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const isAsked = ({ data, steps }: VipCustomer, today: Day): boolean =>
  isInOverview(anniversaryDue(data, steps), today, editionIn(renewalEditions, data.renewalEdition));

const wasDone = (customer: VipCustomer, today: Day): boolean => {
  const closed = lastClosed({ customer });
  return closed?.kind === 'renewal-closed' && quarterOf(closed.on) === quarterOf(today);
};

/** Whether what was left out when a renewal was ended may work still. */
const mayLapse = (customer: VipCustomer, today: Day): boolean => {
  const closed = lastClosed({ customer });
  return (
    closed !== undefined &&
    today <= lastDayOfAccess(closed.anniversary, customer.data.renewalEdition)
  );
};

/**
 * The customers in the overview: from 90 days before the anniversary until closed, those done this
 * quarter, and those with licences that lapse.
 */
export const inOverview = (customers: readonly VipCustomer[], today: Day): VipCustomer[] =>
  customers.filter(
    (customer) => isAsked(customer, today) || wasDone(customer, today) || mayLapse(customer, today),
  );

/** How many renewals wait for someone, from the customers alone. */
export const countRenewals = (customers: readonly VipCustomer[], today: Day): number =>
  customers.filter((customer) => isAsked(customer, today)).length;

const groupOf = (
  book: BookOfCustomer,
  { standing, isPartial }: CustomerRenewal,
  asOf: Day | Moment,
): RenewalGroup => {
  if (standing.stage === 'none') return 'done';
  const state = renewalState(standing, book.customer.data);
  if (state === 'lapsed' || state === 'itself') return state;
  if (isPartial) return 'partial';
  if (latestDue(book.authorizations, asOf) !== undefined) return 'blocked';
  return state === 'late' ? 'late' : state === 'ready' ? 'now' : 'prepare';
};

/** What of an ended renewal takes someone's licence soon; who only left out free ones is done. */
const endingOf = (
  book: BookOfCustomer,
  anniversary: Day,
  asOf: Day | Moment,
): RenewalEnd | undefined =>
  renewalEnds(book, asOf).find(
    (end) =>
      end.anniversary === anniversary &&
      todayOf(asOf) <= end.lastDay &&
      (end.kind === 'renewal-declined' || end.losing.length + end.unnamed > 0),
  );

const rowOf = (book: BookOfCustomer, asOf: Day | Moment): RenewalRow[] => {
  const { customer } = book;
  const renewal = customerRenewal(book, asOf);
  if (renewal === undefined) return [];
  const group = groupOf(book, renewal, asOf);
  const found = foldedText(
    [customer.data.name, customer.data.vipId, customer.data.marketplaceId].join(' '),
  );
  const closed = lastClosed(book);
  if (group !== 'done' || closed === undefined) return [{ customer, group, renewal, found }];
  const end = endingOf(book, closed.anniversary, asOf);
  if (end !== undefined) return [{ customer, group: 'ending', renewal, found, end }];
  if (!wasDone(customer, todayOf(asOf))) return [];
  const lines = [...renewedLines(book, closed.anniversary).values()];
  const licences = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return [{ customer, group, renewal, found, done: { on: closed.on, licences } }];
};

/** The rows of those customers, by group, and within one what is due first. */
export const renewalRows = (books: readonly BookOfCustomer[], asOf: Day | Moment): RenewalRow[] =>
  books
    .flatMap((book) => rowOf(book, asOf))
    .sort(
      (a, b) =>
        RENEWAL_GROUPS.indexOf(a.group) - RENEWAL_GROUPS.indexOf(b.group) ||
        (a.renewal.anniversary < b.renewal.anniversary
          ? -1
          : a.renewal.anniversary > b.renewal.anniversary
            ? 1
            : 0),
    );

/** Whether a row is its account manager's own ("managed by me"). */
export const isOwnRenewal = ({ customer: { data } }: RenewalRow, me: string): boolean =>
  data.owner === me || data.deputy === me;

/** The rows whose name or VIP ID has all the words that were typed. */
export const findRenewals = (rows: readonly RenewalRow[], typed: string): readonly RenewalRow[] => {
  const matches = foundBy(typed);
  return typed.trim() === '' ? rows : rows.filter(({ found }) => matches(found));
};
