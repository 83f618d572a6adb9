import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import { isPlausibleDay } from '#core/day/plausible-day.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse, type Problem } from '#core/result.ts';
import { lastOf, currentSteps, withStep, type Step } from '#core/record/step.ts';
import { correctDay } from './correct-day.ts';
import { takeStepsBack } from './take-steps-back.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';
import type { VipProblem, VipResult } from '../vip-problem.ts';

/** Why a day cannot be the day of acceptance: the sheet shows it with the day of the invitation. */
export type AcceptanceProblem = VipProblem | Problem<'accepted-before-invited'>;

type Stepped = Pick<VipCustomer, 'steps'>;

const isAcceptance = ({ kind }: Step): boolean => kind === 'terms-accepted';

/** Why a day cannot be the one on which the customer's admin accepted the terms, or undefined. */
export const whyNotAcceptedOn = (
  { steps }: Stepped,
  on: Day,
  today: Day,
): AcceptanceProblem | undefined => {
  if (!isPlausibleDay(on)) return refuse('day-needed', 'on').problem;
  if (on > today) return refuse('day-ahead', 'on').problem;
  const invited = lastOf(steps, 'invited')?.on ?? '';
  return on < invited
    ? refuse('accepted-before-invited', 'on', { day: invited }).problem
    : undefined;
};

/** Notes that the customer's admin accepted the terms (adobe.md §1). */
export const acceptTerms = (
  customer: VipCustomer,
  on: Day,
  doing: Doing,
): VipResult<Draft<VipCustomerData>, AcceptanceProblem> => {
  const { steps } = customer;
  if (currentSteps(steps).some(isAcceptance)) return refuse('accepted-already');
  const problem = whyNotAcceptedOn(customer, on, doing.today);
  if (problem !== undefined) return { ok: false, problem };
  return ok({ ...customer, steps: withStep(steps, { kind: 'terms-accepted', on }, doing) });
};

/**
 * Puts the day right on which they were accepted; noted on two devices, it is one day from now on.
 */
export const correctAcceptance = (
  customer: VipCustomer,
  on: Day,
  doing: Doing,
): VipResult<Draft<VipCustomerData>, AcceptanceProblem> => {
  const problem = whyNotAcceptedOn(customer, on, doing.today);
  return problem === undefined
    ? correctDay(customer, isAcceptance, on, doing)
    : { ok: false, problem };
};

/** Takes back that they were accepted. */
export const takeAcceptanceBack = (
  customer: VipCustomer,
  doing: Doing,
): VipResult<Draft<VipCustomerData>, AcceptanceProblem> =>
  takeStepsBack(customer, isAcceptance, doing);
