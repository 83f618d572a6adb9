import type { RowWhy } from '#core/import/planned-row.ts';
import type { VipRowNote } from '#programmes/adobe-vip/rules/row-reason.ts';
import { plansOf, type Plan } from '#programmes/adobe-vip/rules/plan/plans.ts';
import { planKey } from '#programmes/adobe-vip/rules/product/product-name.ts';
import {
  areOfOneType,
  isNameless,
  matchesOf,
} from '#programmes/adobe-vip/rules/order/type-of-product.ts';
import { countBefore } from '#programmes/adobe-vip/rules/level/count-before.ts';
import type {
  RecordedPlan,
  VipCustomer,
  VipCustomerData,
} from '#programmes/adobe-vip/rules/customer/vip-customer.ts';
import { AT_WRITING } from './at-writing.ts';
import { correctedNote, isCorrected } from '../match/corrected-here.ts';
import { bookOnDesk, livesUnder, recordOnDesk } from '../match/desk-records.ts';
import type { VipChange } from './planned.ts';
import { timeKnown } from './time-known.ts';
import { setField, touch, type OnDesk, type VipDesk } from '../match/desk.ts';
import type { ListedCounts, Where } from '../read/values.ts';

type CustomerOnDesk = OnDesk<'vip-customer'>;

/**
 * What a row's counts do: what they change, or the earlier row of the file that counted the same
 * product.
 */
export type Counted =
  | { readonly changes: readonly VipChange[]; readonly notes: readonly RowWhy<VipRowNote>[] }
  | { readonly spoken: Where; readonly isSame: boolean };

/**
 * A product's licences as counted in a list of customers (C7), recorded as if entered by hand. A
 * list has no day: it dates from the day it is imported, and importing it again brings nothing new,
 * whatever has happened since.
 */
export const sayCounts = (
  desk: VipDesk,
  customer: CustomerOnDesk,
  { counts, at }: { readonly counts: ListedCounts; readonly at: Where },
): Counted => {
  const named = namedCounts(desk, customer, counts);
  // Their type is unknown: next to what is known about either type they would count twice.
  if (named === undefined)
    return {
      changes: [],
      notes: [{ code: 'licence-type-open', params: { product: counts.product } }],
    };
  const key = planKey(named.product, named.licenceType);
  const spoken = customer.lines.get(key);
  const before = customer.data.plans[key];
  if (spoken !== undefined) return { spoken, isSame: isKnownAlready(named, before) };
  customer.lines.set(key, at);
  const { listed, notes } = notCorrected(desk, customer, key, named);
  const now = plansNow(desk, customer).find((plan) => plan.key === key);
  const isAgain = before !== undefined && (before.on === desk.known.today || desk.isReadBefore(at));
  const changes = isAgain && isKnownAlready(listed, before) ? [] : differences(listed, before, now);
  if (changes.length === 0) return { changes, notes };
  touch(desk, customer, at.row);
  setField(customer, 'plans', {
    ...customer.data.plans,
    [key]: planFromCounts(listed, before, recordOnDesk(customer), desk.known.today),
  });
  return { changes: customer.before === undefined ? [] : changes, notes };
};

const reckoned = new WeakMap<VipDesk, WeakMap<VipCustomerData, readonly Plan[]>>();

/**
 * A customer's plans, recalculated after a row changed something: a list has a row for each
 * product.
 */
const plansNow = (desk: VipDesk, customer: CustomerOnDesk): readonly Plan[] => {
  const here = reckoned.get(desk) ?? new WeakMap<VipCustomerData, readonly Plan[]>();
  const plans =
    here.get(customer.data) ?? plansOf(bookOnDesk(desk, customer), timeKnown(desk.known));
  reckoned.set(desk, here.set(customer.data, plans));
  return plans;
};

/** The counts without those that someone has corrected since a list said the same. */
const notCorrected = (
  desk: VipDesk,
  { before }: CustomerOnDesk,
  key: string,
  counts: ListedCounts,
): { readonly listed: ListedCounts; readonly notes: readonly RowWhy<VipRowNote>[] } => {
  const stays = (count: 'owned' | 'assigned'): boolean => {
    const part = (plans: unknown): unknown =>
      (plans as VipCustomerData['plans'] | undefined)?.[key]?.[count];
    return (
      counts[count] !== undefined &&
      isCorrected(desk, before, { field: 'plans', part }, counts[count])
    );
  };
  const [owned, assigned] = [stays('owned'), stays('assigned')];
  return {
    listed: {
      ...counts,
      owned: owned ? undefined : counts.owned,
      assigned: assigned ? undefined : counts.assigned,
    },
    notes: [
      ...(owned ? [correctedNote('licences')] : []),
      ...(assigned ? [correctedNote('used')] : []),
    ],
  };
};

/**
 * The product by the name and licence type that the customer has of it, where the row leaves them
 * out; undefined where it has several.
 */
const namedCounts = (
  desk: VipDesk,
  { id, data }: CustomerOnDesk,
  counts: ListedCounts,
): ListedCounts | undefined => {
  const product = counts.product || desk.products.of(counts.sku) || counts.sku;
  const named = { ...counts, product };
  if (counts.licenceType !== '' && !isNameless(named)) return named;
  const authorizations = livesUnder(desk, 'purchase-authorization', id);
  const found = matchesOf({ customer: { data }, authorizations })(named);
  const own = areOfOneType(found) ? found[0] : undefined;
  if (own === undefined && found.length > 0 && counts.licenceType === '') return undefined;
  if (own === undefined || (counts.licenceType !== '' && counts.licenceType !== own.licenceType))
    return named;
  return {
    ...named,
    licenceType: own.licenceType,
    product: isNameless(named) ? own.product : product,
  };
};

const isKnownAlready = (
  { owned, assigned }: ListedCounts,
  before: RecordedPlan | undefined,
): boolean =>
  before !== undefined &&
  [before.owned, undefined].includes(owned) &&
  [before.assigned, undefined].includes(assigned);

/**
 * A list that only counts users leaves the owned count and its day unchanged. One with as many
 * users as before says nothing about people named since.
 */
const planFromCounts = (
  { product, licenceType, sku, owned, assigned }: ListedCounts,
  before: RecordedPlan | undefined,
  customer: VipCustomer,
  today: string,
): RecordedPlan => {
  const isKept = owned === undefined && before !== undefined;
  const earlier = isKept ? before.countBefore : countBefore(customer, before, today);
  const isCounted = assigned !== undefined && assigned !== before?.assigned;
  const isOwn = sku !== '';
  // In records from before SKUs had their own day: that of the count, which changes now.
  const skuOn = isKept ? before.skuOn : (before?.skuOn ?? before?.on);
  return {
    on: today,
    at: AT_WRITING,
    ...before,
    product: before?.product ?? product,
    licenceType,
    sku: before?.sku ?? '',
    ...(isKept ? {} : { on: today, at: AT_WRITING }),
    ...(owned === undefined ? {} : { owned }),
    ...(earlier === undefined ? {} : { countBefore: earlier }),
    ...(isCounted ? { assigned, assignedAt: AT_WRITING } : {}),
    ...(skuOn === undefined ? {} : { skuOn }),
    ...(isOwn ? { sku, skuOn: today, skuAt: AT_WRITING } : {}),
  };
};

/**
 * What differs from what is shown now; the same count of users as before is no difference.
 */
const differences = (
  { owned, assigned }: ListedCounts,
  before: RecordedPlan | undefined,
  now: Pick<Plan, 'owned' | 'assigned' | 'assignedUnknown'> | undefined,
): VipChange[] => {
  const change = (field: string, from: number | undefined, to: number | undefined): VipChange[] =>
    to === undefined || to === (from ?? 0) ? [] : [countChange(field, from, to)];
  // Zero assigned is news if the number was unknown.
  if (assigned === 0 && now?.assignedUnknown === true)
    return [...change('licences', now.owned, owned), countChange('used', undefined, 0)];
  return [
    ...change('licences', now?.owned, owned),
    ...(assigned === before?.assigned ? [] : change('used', now?.assigned, assigned)),
  ];
};

const countChange = (field: string, from: number | undefined, to: number): VipChange => ({
  field,
  from: from === undefined ? '' : String(from),
  to: String(to),
});
