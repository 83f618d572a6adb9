import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isLikelyCount } from '#core/text/likely-count.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts } from '#core/text/long-texts.ts';
import { currentSteps, withStep, type Step } from '#core/record/step.ts';
import { anniversariesNear } from '../anniversary/anniversary.ts';
import {
  anniversariesOpen,
  anniversaryDue,
  dayOfAnniversary,
  isClosing,
} from '../customer/customer-deadlines.ts';
import type { CustomerRenewal } from './customer-renewal.ts';
import type { LevelOrNone } from '../level/level.ts';
import { leftToRenew } from './renewal-need.ts';
import { allowRenewalOrder, type RenewalProblem } from './renewal-order-rules.ts';
import { returnEditions } from '../return/return-editions.ts';
import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import { takeChangeBack, takeStepsBack } from '../customer/take-steps-back.ts';
import type { VipCustomer, VipCustomerData } from '../customer/vip-customer.ts';
import { chosenEdition } from '../edition/vip-edition.ts';
import type { OrderLine, VipOrderData } from '../order/vip-order.ts';
import type { VipProblem, VipRefused, VipResult } from '../vip-problem.ts';

/**
 * What is known of a renewal order that was placed (C10): how many of each plan, and as which SKU.
 */
export type RenewalInput = {
  readonly orderNumber: string;
  readonly orderDate: Day;
  /** By the plan's key. */
  readonly lines: Readonly<Record<string, { readonly quantity: number; readonly sku: string }>>;
};

type Renewing = Pick<CustomerRenewal, 'anniversary' | 'edition' | 'plans'>;

// Named by what it renews: two devices that note one order name its lines alike, and what each says
// meets as one line.
const linesOf = ({ lines }: RenewalInput, { plans }: Renewing): Record<string, OrderLine> =>
  Object.fromEntries(
    plans.flatMap(({ key, product, licenceType }) => {
      const { quantity = 0, sku = '' } = lines[key] ?? {};
      const line = {
        product,
        licenceType,
        sku: sku.trim(),
        quantity,
        authorizationLine: '',
        unitPrice: '',
      };
      return quantity === 0 ? [] : [[key, line] as const];
    }),
  );

const whyNotLines = (
  { data }: Pick<VipCustomer, 'data'>,
  input: RenewalInput,
  renewing: Renewing,
): VipProblem | RenewalProblem | undefined => {
  const { anniversary, edition, plans } = renewing;
  const { orderDate } = input;
  if (Object.values(input.lines).some(({ quantity }) => !isLikelyCount(quantity) || quantity < 0))
    return refuse('count-not-whole', 'lines').problem;
  if (Object.keys(linesOf(input, renewing)).length === 0)
    return refuse('lines-needed', 'lines').problem;
  // Lines are joined by product, not SKU: the levels of a product have different SKUs.
  const lines = Object.entries(input.lines).filter(([, { quantity }]) => quantity > 0);
  const allowed = allowRenewalOrder({
    orderDate,
    anniversary,
    programme: data.programme,
    edition,
    lines: lines.map(([product, { quantity }]) => ({ product, quantity })),
    former: plans
      .filter(({ owned }) => owned > 0)
      .map((plan) => ({ product: plan.key, quantity: leftToRenew(plan) })),
  });
  if (allowed.ok) return undefined;
  const { problem } = allowed;
  const product = plans.find(({ key }) => key === problem.params?.product)?.product;
  return product === undefined ? problem : { ...problem, params: { ...problem.params, product } };
};

/**
 * Everything that prevents a renewal order from being recorded; the day is the order's, not the day
 * of recording.
 */
export const renewalProblems = (
  customer: Pick<VipCustomer, 'data'>,
  input: RenewalInput,
  renewing: Renewing,
  today: Day,
): readonly (VipProblem | RenewalProblem)[] => {
  const texts = [
    { orderNumber: input.orderNumber },
    ...Object.values(input.lines).map(({ sku: lines }) => ({ lines })),
  ];
  const number =
    input.orderNumber.trim() === ''
      ? [refuse('order-number-needed', 'orderNumber').problem]
      : texts.flatMap(longTexts);
  if (!isPlausibleDay(input.orderDate))
    return [...number, refuse('day-needed', 'orderDate').problem];
  if (input.orderDate > today) return [...number, refuse('day-ahead', 'orderDate').problem];
  const lines = whyNotLines(customer, input, renewing);
  return lines === undefined ? number : [...number, lines];
};

/** The first of them, or undefined. */
export const whyNotRenewed = (
  ...given: Parameters<typeof renewalProblems>
): VipProblem | RenewalProblem | undefined => renewalProblems(...given)[0];

/** A renewal order as a record under its customer. */
export const renewalOrderOf = (
  id: string,
  customer: VipCustomer,
  input: RenewalInput,
  {
    renewing,
    level,
    currency,
  }: { readonly renewing: Renewing; readonly level: LevelOrNone; readonly currency: string },
  doing: Doing,
): VipResult<Draft<VipOrderData>, RenewalProblem> => {
  const problem = whyNotRenewed(customer, input, renewing, doing.today);
  if (problem !== undefined) return { ok: false, problem };
  const { data } = customer;
  return ok({
    id,
    kind: 'vip-order',
    programme: 'adobe-vip',
    parent: customer.id,
    data: {
      v: 1,
      orderNumber: input.orderNumber.trim(),
      orderDate: input.orderDate,
      orderType: 'renewal',
      authorization: '',
      purchaseOrderNumber: '',
      renews: renewing.anniversary,
      currency,
      level: level === 'none' ? '' : level,
      lines: linesOf(input, renewing),
      returnEdition: chosenEdition(returnEditions, data.programme, data.editions).id,
      owner: data.owner,
    },
    steps: withStep([], { kind: 'order-placed', on: input.orderDate }, doing),
  });
};

const isEndOf =
  (anniversary: Day) =>
  (step: Step): boolean =>
    isClosing(step) && step.data?.anniversary === anniversary;

const end = (
  customer: VipCustomer,
  kind: 'renewal-closed' | 'renewal-declined',
  { anniversary, on }: { readonly anniversary: Day; readonly on: Day },
  doing: Doing,
): VipResult<Draft<VipCustomerData>, RenewalProblem> => {
  const isClosed = currentSteps(customer.steps).some(isEndOf(anniversary));
  const { data, steps } = customer;
  const open = anniversariesOpen(data, steps, doing.today);
  if (!isPlausibleDay(on)) return refuse('day-needed', 'on');
  // Closed on another device meanwhile, or the anniversary was moved.
  if (isClosed || !open.includes(anniversary)) return refuse('renewal-ended-already');
  return ok({
    ...customer,
    steps: withStep(customer.steps, { kind, on, data: { anniversary } }, doing),
  });
};

/**
 * Notes that nothing more is renewed at an anniversary: the customer's next renewal is the
 * following year's.
 */
export const closeRenewal = (
  customer: VipCustomer,
  ended: { readonly anniversary: Day; readonly on: Day },
  doing: Doing,
): VipResult<Draft<VipCustomerData>, RenewalProblem> =>
  end(customer, 'renewal-closed', ended, doing);

/** Notes that the customer does not renew: access ends when the late window closes. */
export const declineRenewal = (
  customer: VipCustomer,
  anniversary: Day,
  doing: Doing,
): VipResult<Draft<VipCustomerData>, RenewalProblem> =>
  end(customer, 'renewal-declined', { anniversary, on: doing.today }, doing);

/**
 * Whether a renewal that was ended is the one that comes next again, once that is taken back: of an
 * anniversary that was corrected since another one would.
 */
export const mayReopen = (
  { data, steps }: Pick<VipCustomer, 'data' | 'steps'>,
  anniversary: Day,
): boolean => {
  const isMeant = isEndOf(anniversary);
  const rest = steps.filter((step) => !isMeant(step));
  const due = anniversaryDue(data, rest);
  if (due === '' || due > anniversary || !currentSteps(steps).some(isMeant)) return false;
  return anniversariesNear(anniversary, due, dayOfAnniversary(data)).includes(anniversary);
};

/**
 * Takes back that a renewal was closed or declined, on whatever device: what is left of it can be
 * ordered again.
 */
export const reopenRenewal = (
  customer: VipCustomer,
  anniversary: Day,
  doing: Doing,
): VipResult<Draft<VipCustomerData>, RenewalProblem> =>
  mayReopen(customer, anniversary)
    ? takeStepsBack(customer, isEndOf(anniversary), doing)
    : refuse('changed-since');

/**
 * Lets a renewal that was opened again be ended as it was; refuses where someone ended it since, as
 * it may be otherwise.
 */
export const endRenewalAgain = (
  customer: VipCustomer,
  anniversary: Day,
  changed: Changed<VipCustomerData>,
  doing: Doing,
): ChangeTakenBack<VipCustomerData, VipRefused> =>
  currentSteps(customer.steps).some(isEndOf(anniversary))
    ? refuse('changed-since')
    : takeChangeBack(customer, changed, doing);
