import { isDay, type Day } from '../day.ts';
import type { Doing } from '../kind.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';
import { lastOf, withStep } from '../step.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';

/** Why the invitation cannot have been sent on a day, or undefined. */
export const whyNotInvitedOn = ({ steps }: Pick<VipCustomer, 'steps'>, on: Day, today: Day): Problem | undefined => {
  if (!isDay(on)) return refuse('day-needed', 'on').problem;
  if (on > today) return refuse('day-ahead', 'on').problem;
  return lastOf(steps, 'invited') === undefined ? undefined : refuse('invited-already').problem;
};

/** Notes that the invitation was sent to a customer of whom nobody had said so (adobe.md §1). */
export const noteInvitation = (customer: VipCustomer, on: Day, doing: Doing): Result<Draft<VipCustomerData>> => {
  const problem = whyNotInvitedOn(customer, on, doing.today);
  if (problem !== undefined) return { ok: false, problem };
  return ok({ ...customer, steps: withStep(customer.steps, { kind: 'invited', on }, doing) });
};
