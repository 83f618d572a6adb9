import type { Day } from '../day.ts';
import type { Doing } from '../kind.ts';
import type { Draft } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { standingSteps, WITHDRAWN, withStep, type Step } from '../step.ts';
import type { VipCustomer, VipCustomerData } from './vip-customer.ts';

/**
 * Puts the day right of a step that a customer has once; noted on two devices, it is one day from
 * now on. Refuses where none stands any more.
 */
export const correctDay = (
  customer: VipCustomer,
  isMeant: (step: Step) => boolean,
  on: Day,
  doing: Doing,
): Result<Draft<VipCustomerData>> => {
  const [known, ...others] = standingSteps(customer.steps).filter(isMeant).toReversed();
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
