import type { Doing } from '../kind.ts';
import type { Data, Draft, VolymRecord } from '../record.ts';
import { ok, refuse, type Result } from '../result.ts';
import { missingIn, standingSteps, WITHDRAWN, withStep, type Step } from '../step.ts';

/** What a change found of a record, and what it left there: its undo goes by both. */
export type Changed<D extends Data = Data> = Readonly<
  Record<'before' | 'after', Pick<VolymRecord<D>, 'data' | 'steps'>>
>;

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

/** Takes back exactly the steps that a change added; what was noted since stays. */
export const takeAddedBack = <D extends Data>(
  record: VolymRecord<D>,
  { before, after }: Changed,
  doing: Doing,
): Result<Draft<D>> => {
  const added = new Set(missingIn(before.steps, after.steps).map(({ id }) => id));
  return takeStepsBack(record, ({ id }) => added.has(id), doing);
};
