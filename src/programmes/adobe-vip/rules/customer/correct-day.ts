import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { currentSteps, WITHDRAWN, withStep, type Step } from '#core/record/step.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';
import type { VipResult } from '../vip-problem.ts';

/**
 * Corrects the day of a step that a customer has only once; if two devices noted it, it has one day
 * from now on. Refuses if no such step holds any more.
 */
export const correctDay = (
  customer: VipCustomer,
  isMeant: (step: Step) => boolean,
  on: Day,
  doing: Doing,
): VipResult<Draft<VipCustomerData>> => {
  const [known, ...others] = currentSteps(customer.steps).filter(isMeant).toReversed();
  if (known === undefined) return refuse('changed-since');
  const { kind, id, note } = known;
  const right = withStep(
    customer.steps,
    { kind, on, corrects: id, ...(note === undefined ? {} : { note }) },
    doing,
  );
  const steps = others.reduce(
    (before, other) =>
      withStep(before, { kind: WITHDRAWN, on: doing.today, withdraws: other.id }, doing),
    right,
  );
  return ok({ ...customer, steps });
};
