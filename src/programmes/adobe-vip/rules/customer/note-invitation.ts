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

/** Why a day cannot be the day of the invitation: the sheet shows it with the day of acceptance. */
export type InvitationProblem = VipProblem | Problem<'invited-after-accepted'>;

type Stepped = Pick<VipCustomer, 'steps'>;

const isInvitation = ({ kind }: Step): boolean => kind === 'invited';

/** Why the invitation cannot have been sent on a day, or undefined. */
export const whyNotInvitedOn = (
  { steps }: Stepped,
  on: Day,
  today: Day,
): InvitationProblem | undefined => {
  if (!isPlausibleDay(on)) return refuse('day-needed', 'on').problem;
  if (on > today) return refuse('day-ahead', 'on').problem;
  const accepted = lastOf(steps, 'terms-accepted')?.on ?? on;
  return on > accepted
    ? refuse('invited-after-accepted', 'on', { day: accepted }).problem
    : undefined;
};

/** Notes that the invitation was sent, for a customer without such a note (adobe.md §1). */
export const noteInvitation = (
  customer: VipCustomer,
  on: Day,
  doing: Doing,
): VipResult<Draft<VipCustomerData>, InvitationProblem> => {
  if (currentSteps(customer.steps).some(isInvitation)) return refuse('invited-already');
  const problem = whyNotInvitedOn(customer, on, doing.today);
  if (problem !== undefined) return { ok: false, problem };
  return ok({ ...customer, steps: withStep(customer.steps, { kind: 'invited', on }, doing) });
};

/** Puts the day right on which it was sent; noted on two devices, it is one day from now on. */
export const correctInvitation = (
  customer: VipCustomer,
  on: Day,
  doing: Doing,
): VipResult<Draft<VipCustomerData>, InvitationProblem> => {
  const problem = whyNotInvitedOn(customer, on, doing.today);
  return problem === undefined
    ? correctDay(customer, isInvitation, on, doing)
    : { ok: false, problem };
};

/** Takes back that it was sent. */
export const takeInvitationBack = (
  customer: VipCustomer,
  doing: Doing,
): VipResult<Draft<VipCustomerData>, InvitationProblem> =>
  takeStepsBack(customer, isInvitation, doing);
