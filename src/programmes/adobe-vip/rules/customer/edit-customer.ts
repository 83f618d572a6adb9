import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type CommonProblem, type Problem } from '#core/result.ts';
import {
  fieldsOf,
  whyNoCustomer,
  whyNumberTaken,
  type Born,
  type CustomerInput,
  type KnownCustomer,
} from './customer-commands.ts';
import { anniversaryDue } from './customer-deadlines.ts';
import { countedAnew, isCountedHere, placedFrom, type PlacedOrders } from '../order/first-order.ts';
import { comesOf } from '../anniversary/month-date.ts';
import { withEnteredLeapDay } from '../anniversary/entered-leap-day.ts';
import { PROGRAMME_FIELDS } from './customer-fields-together.ts';
import { takeChangeBack } from './take-steps-back.ts';
import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';
import type { ChosenEditions } from '../edition/vip-edition.ts';
import type { VipProblem, VipResult } from '../vip-problem.ts';

/** What is known beside a customer that is edited, each where someone knows it. */
export type Editing = {
  /** The editions that a customer of another programme is reckoned by from now on. */
  readonly born?: Born | undefined;
  /** How many licences it has today. */
  readonly owned?: number;
  readonly today?: Day;
  /** What is under it, and the workspace's editions: what an anniversary is counted by. */
  readonly placed?: PlacedOrders;
  readonly chosen?: ChosenEditions | undefined;
};

/**
 * Changes what is written of a customer, and no field beside those that are given; a programme
 * stays once there are authorizations, which were born under its rules, and a segment as long as
 * there are licences (adobe.md §1).
 */
export const editCustomer = (
  customer: VipCustomer,
  changes: Partial<CustomerInput>,
  others: readonly KnownCustomer[],
  editing: Editing = {},
): VipResult<Draft<VipCustomerData>> => {
  const { data } = customer;
  const input: CustomerInput = { ...data, ...changes };
  const known = others.filter(({ id }) => id !== customer.id);
  const problem = whyNoCustomer(input, known) ?? whyNoEdit(data, input, editing);
  if (problem !== undefined) return { ok: false, problem };
  const { owner, deputy = '', firstOrderOn = '' } = input;
  const fields = {
    ...fieldsOf(input),
    owner,
    deputy,
    firstOrderOn,
    anniversary: anniversaryOf(customer, input),
  };
  const next: VipCustomerData = {
    ...data,
    ...Object.fromEntries(
      Object.entries(fields).filter(([field]) => Object.hasOwn(changes, field)),
    ),
    ...(input.programme === data.programme ? {} : editing.born),
  };
  const written = withAnniversary(customer, next, editing);
  const hasNewAnniversary = next.anniversary !== data.anniversary;
  return ok({ ...customer, data: hasNewAnniversary ? withEnteredLeapDay(written) : written });
};

const whyNoEdit = (
  data: VipCustomerData,
  input: CustomerInput,
  { owned = 0, today }: Editing,
): VipProblem | undefined => {
  if (data.segment !== '' && input.segment !== data.segment && owned > 0)
    return refuse('segment-stays', 'segment', { owned }).problem;
  return today !== undefined &&
    (input.firstOrderOn ?? '') > today &&
    input.firstOrderOn !== data.firstOrderOn
    ? refuse('day-ahead', 'firstOrderOn').problem
    : undefined;
};

const withAnniversary = (
  customer: VipCustomer,
  next: VipCustomerData,
  { placed = { orders: [], authorizedOn: [] }, chosen }: Editing,
): VipCustomerData => {
  const { data, steps } = customer;
  const { anniversaryDay, ...dayless } = next;
  const isMoved = next.firstOrderOn !== '' && next.firstOrderOn !== data.firstOrderOn;
  const isSame = next.anniversary === data.anniversary;
  // Nobody wrote one down: the first order sets it, as when it is noted.
  if (isMoved && (next.anniversary === '' || (isSame && isCountedHere(customer, placed, chosen)))) {
    const anew = countedAnew({ data: next, steps }, placedFrom(next.firstOrderOn, placed), chosen);
    return anew.firstOrderOn === '' ? next : anew;
  }
  // The day of the month that was kept is of another anniversary, if this one does not come of it.
  const isKept =
    anniversaryDay !== undefined &&
    (next.anniversary === data.anniversary || comesOf(next.anniversary, anniversaryDay));
  return isKept ? next : dayless;
};

/** What is known beside a customer whose edit is taken back. */
export type EditUndoing = {
  /** All customers: two must not have one VIP ID. */
  readonly others?: readonly KnownCustomer[];
  /** Whether there are authorizations by now. */
  readonly isAuthorized?: boolean;
};

/**
 * Takes an edit back, as far as nobody changed since what it wrote, and as far as the form would
 * allow it today.
 */
export const takeEditBack = (
  customer: VipCustomer,
  changed: Changed<VipCustomerData>,
  doing: Doing,
  undoing: EditUndoing = {},
): ChangeTakenBack<VipCustomerData, Problem<(VipProblem | CommonProblem)['code']>> =>
  takeChangeBack(customer, changed, doing, {
    entries: ['editions'],
    cannot: (back) => [
      ...(doesProgrammeStay(customer.data, back, changed, undoing)
        ? (['editions', ...PROGRAMME_FIELDS] as const)
        : []),
      ...(isNumberTaken(customer, back, undoing) ? (['vipId'] as const) : []),
    ],
  });

/**
 * Whether the programme that an edit chose stays: someone built on it. What the customer is
 * reckoned by in it stays with it.
 */
const doesProgrammeStay = (
  now: VipCustomerData,
  back: VipCustomerData,
  { before, after }: Changed<VipCustomerData>,
  { isAuthorized = false }: EditUndoing,
): boolean =>
  before.data.programme !== after.data.programme &&
  now.programme === after.data.programme &&
  (isAuthorized || back.programme === now.programme);

/** Whether another customer has by now the VIP ID that would come back. */
const isNumberTaken = (
  { id, data }: VipCustomer,
  { vipId }: VipCustomerData,
  { others = [] }: EditUndoing,
): boolean => vipId !== data.vipId && whyNumberTaken({ id, vipId }, others) !== undefined;

// The form shows the one that comes next; left as it is, the one that is written down stays.
const anniversaryOf = ({ data, steps }: VipCustomer, input: CustomerInput): Day =>
  input.anniversary === anniversaryDue(data, steps) ? data.anniversary : input.anniversary;
