import { isDay, type Day } from '#core/day/day.ts';
import { todayOf, type AsOf } from '#core/day/local-time.ts';
import { foundBy, foldedText } from '#core/text/found-text.ts';
import { lastOf } from '#core/record/step.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { anniversaryNow, dayOfAnniversary, type RenewalFacts } from './customer-deadlines.ts';
import { customerDues, type CustomerDue } from './customer-dues.ts';
import {
  CUSTOMER_STATES,
  customerStates,
  latestDue,
  type CustomerState,
} from './customer-state.ts';
import type { PurchaseAuthorization } from '../authorization/purchase-authorization.ts';
import { renewalEditions } from '../renewal/renewal-editions.ts';
import {
  isInOverview,
  renewalStage,
  renewalState,
  type RenewalState,
} from '../renewal/renewal-stage.ts';
import type { ReturnAuthorization } from '../return/return-authorization.ts';
import { returnDeadlines } from '../return/return-deadlines.ts';
import type { VipCustomer } from './vip-customer.ts';
import { editionIn } from '../edition/edition-in.ts';
import { vipIdText } from './vip-id.ts';
import { waitingAuthorizations } from './customer-history.ts';

/** A customer as the list shows it (C1). */
export type CustomerRow = {
  readonly customer: VipCustomer;
  /** The section it is in: the first of `states`. */
  readonly state: CustomerState;
  /** All of its states: each of these filters finds it. */
  readonly states: readonly CustomerState[];
  /** Its open authorizations, the one that is due first first. */
  readonly waiting: readonly PurchaseAuthorization[];
  /** Of those, the one that is late the longest. */
  readonly late: PurchaseAuthorization | undefined;
  /** The day that the row is about, then those of what else can be done. */
  readonly dues: readonly CustomerDue[];
  /** Days to the first of them, negative since; undefined where nothing is counted. */
  readonly days: number | undefined;
  /** The anniversary that is shown of it (adobe.md §8.40), or ''. */
  readonly anniversary: Day;
  /** The last day of the late renewal (adobe.md §8.40), or ''. */
  readonly lastOrderDay: Day;
  /** What it is found by, folded. */
  readonly found: string;
};

/** What can be shown: all, the user's own ("managed by me"), or one state. */
export type CustomerFilter = 'all' | 'mine' | CustomerState;

/** The filters in the order of their chips. */
export const CUSTOMER_FILTERS: readonly CustomerFilter[] = ['all', 'mine', ...CUSTOMER_STATES];

/**
 * The rows of all customers; `open` is what of them something is due of: authorizations, returns,
 * orders with a question.
 */
export const customerRows = (
  customers: readonly VipCustomer[],
  open: readonly VolymRecord[],
  asOf: AsOf,
): CustomerRow[] => {
  const under = Map.groupBy(open, ({ parent }) => parent);
  return customers.map((customer) => rowOf(customer, under.get(customer.id) ?? [], asOf));
};

// What is handed in was looked at by whoever read it.
const isAuthorization = (record: VolymRecord): record is PurchaseAuthorization =>
  record.kind === 'purchase-authorization';
const isReturn = (record: VolymRecord): record is ReturnAuthorization =>
  record.kind === 'return-authorization';

const rowOf = (customer: VipCustomer, open: readonly VolymRecord[], asOf: AsOf): CustomerRow => {
  const today = todayOf(asOf);
  const { data, steps } = customer;
  const authorizations = open.filter(isAuthorization);
  const returns = open.filter(isReturn);
  const waiting = waitingAuthorizations({ authorizations });
  const anniversary = anniversaryNow(data, steps, today);
  const renewal = renewalOf({ ...data, anniversary }, today);
  const counted = Object.values(data.plans).reduce((sum, { owned = 0 }) => sum + owned, 0);
  const states = customerStates(
    {
      // "No products" is who was invited and asked for nothing (adobe.md §1).
      authorizations: waiting,
      hasProducts: counted > 0 || isDay(anniversary) || waiting.length > 0,
      renewal: renewal.state,
      isReturning: returns.some((request) => returnDeadlines(request).length > 0),
      isAsked: [customer, ...open].some(({ clashes }) => clashes.length > 0),
    },
    asOf,
  );
  const dues = customerDues(
    { states, waiting, returns, anniversary, lastOrderDay: renewal.lastOrderDay },
    asOf,
  );
  return {
    customer,
    state: states[0]!,
    states,
    waiting,
    late: latestDue(waiting, asOf),
    dues,
    days: dues[0]?.days,
    anniversary: renewal.shown,
    lastOrderDay: renewal.lastOrderDay,
    found: foldedText(
      [
        data.name,
        data.vipId,
        data.marketplaceId,
        data.adminName,
        data.adminEmail,
        ...waiting.map((authorization) => authorization.data.purchaseOrderNumber),
      ].join(' '),
    ),
  };
};

/** The state of a renewal in the list. */
type RenewalInList = {
  readonly state: RenewalState;
  readonly shown: Day;
  readonly lastOrderDay: Day;
};

/** Whether a renewal can be ordered or comes up, until when, and which anniversary is shown. */
const renewalOf = (facts: RenewalFacts, today: Day): RenewalInList => {
  const { anniversary } = facts;
  const edition = editionIn(renewalEditions, facts.renewalEdition);
  const far: RenewalInList = { state: 'none', shown: anniversary, lastOrderDay: '' };
  // Most are far from it: their days are not counted.
  if (!isInOverview(anniversary, today, edition)) return far;
  const standing = renewalStage({
    anniversary,
    anniversaryDay: dayOfAnniversary(facts),
    today,
    edition,
  });
  if (standing === undefined) return far;
  const { shownAnniversary: shown, lastOrderDay } = standing;
  return { state: renewalState(standing, facts), shown, lastOrderDay };
};

/** The rows that a filter shows; `me` is the person id of the one who looks. */
export const filterCustomers = (
  rows: readonly CustomerRow[],
  filter: CustomerFilter,
  me: string,
): readonly CustomerRow[] => {
  if (filter === 'all') return rows;
  if (filter === 'mine')
    return rows.filter(({ customer }) => [customer.data.owner, customer.data.deputy].includes(me));
  return rows.filter(({ states }) => states.includes(filter));
};

/** How many rows each filter shows. */
export const countCustomers = (
  rows: readonly CustomerRow[],
  me: string,
): Readonly<Record<CustomerFilter, number>> => {
  const counts = Object.fromEntries(CUSTOMER_FILTERS.map((filter) => [filter, 0])) as Record<
    CustomerFilter,
    number
  >;
  for (const { states } of rows) for (const state of states) counts[state] += 1;
  return { ...counts, all: rows.length, mine: filterCustomers(rows, 'mine', me).length };
};

/**
 * Whether what is typed may be a number of an order or an authorization: a word of some length with
 * a digit.
 */
export const asksForNumber = (typed: string): boolean =>
  typed.split(/\s+/).some((word) => word.length >= 3 && /\d/.test(word));

const NO_NUMBERS: ReadonlyMap<string, string> = new Map();

/**
 * The rows whose name, admin, VIP ID or numbers have all the words that were typed; a VIP ID is
 * found with its gaps too. `numbers` are those of what is under each customer, folded, once they
 * were read.
 */
export const findCustomers = (
  rows: readonly CustomerRow[],
  typed: string,
  numbers: ReadonlyMap<string, string> = NO_NUMBERS,
): readonly CustomerRow[] => {
  if (typed.trim() === '') return rows;
  const matches = foundBy(typed);
  const asId = vipIdText(typed);
  const isId = asId.length > 3 && /^[0-9A-F]+$/.test(asId);
  return rows.filter(
    ({ found, customer: { id, data } }) =>
      matches(`${found} ${numbers.get(id) ?? ''}`) || (isId && data.vipId.includes(asId)),
  );
};

/** Sorted as the sections show them: what is due first first, then by name. */
export const sortCustomers = (
  rows: readonly CustomerRow[],
  compare: (a: string, b: string) => number,
): readonly CustomerRow[] =>
  [...rows].sort(
    (a, b) =>
      (a.days ?? Number.MAX_SAFE_INTEGER) - (b.days ?? Number.MAX_SAFE_INTEGER) ||
      compare(a.customer.data.name, b.customer.data.name),
  );

/** Whether a customer is new: invited, and its terms not accepted yet. */
export const isNewCustomer = ({ steps, data }: VipCustomer): boolean =>
  lastOf(steps, 'invited') !== undefined &&
  lastOf(steps, 'terms-accepted') === undefined &&
  data.firstOrderOn === '';
