import type { Doing } from '../kind.ts';
import type { Data, Draft, VolymRecord } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { standingSteps, WITHDRAWN, withStep, type Step } from '../step.ts';

/** Takes back the steps that a test finds among those that stand; refuses where there is none any more. */
export const takeStepsBack = <D extends Data>(
  record: VolymRecord<D>,
  isMeant: (step: Step) => boolean,
  doing: Doing,
): Result<Draft<D>> => {
  const meant = standingSteps(record.steps).filter(isMeant);
  if (meant.length === 0) return refuse('changed-since');
  const steps = meant.reduce(
    (before, { id }) => withStep(before, { kind: WITHDRAWN, on: doing.today, withdraws: id }, doing),
    record.steps,
  );
  return ok({ ...record, steps });
};
