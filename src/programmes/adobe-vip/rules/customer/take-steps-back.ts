import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import { fieldsBack, withoutFields } from '#core/record/fields-back.ts';
import type { Doing } from '#core/record/kind.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type CommonProblem, type Problem } from '#core/result.ts';
import {
  heldAt,
  missingIn,
  currentSteps,
  WITHDRAWN,
  withStep,
  type Step,
} from '#core/record/step.ts';
import { FIELDS_TOGETHER } from '../fields-together.ts';
import type { VipProblem, VipResult } from '../vip-problem.ts';

/**
 * Withdraws the steps that a test finds among those that hold; refuses if there are none any more.
 */
export const takeStepsBack = <D extends Data>(
  record: VolymRecord<D>,
  isMeant: (step: Step) => boolean,
  doing: Doing,
): VipResult<Draft<D>> => {
  const meant = currentSteps(record.steps).filter(isMeant);
  if (meant.length === 0) return refuse('changed-since');
  const steps = meant.reduce(
    (before, { id }) =>
      withStep(before, { kind: WITHDRAWN, on: doing.today, withdraws: id }, doing),
    record.steps,
  );
  return ok({ ...record, steps });
};

/**
 * Takes back exactly what a change did to the steps: those that it added are withdrawn, and those
 * that it withdrew or corrected hold again as they did. What someone corrected or withdrew since
 * stays, as do other steps.
 */
export const takeAddedBack = <D extends Data>(
  record: VolymRecord<D>,
  changed: Changed,
  doing: Doing,
): VipResult<Draft<D>> => {
  const { before, after } = changed;
  const isAsLeft = ({ id }: Step): boolean => heldAt(record, id) === heldAt(after, id);
  const added = new Set(
    missingIn(before.steps, after.steps)
      .filter(isAsLeft)
      .map(({ id }) => id),
  );
  const again = liftedBy(changed).filter(isAsLeft);
  const taken = takeStepsBack(record, ({ id }) => added.has(id), doing);
  if (!taken.ok && again.length === 0) return taken;
  const steps = again.reduce(
    (now, { kind, on, note, data, id }) =>
      withStep(
        now,
        {
          kind,
          on,
          corrects: id,
          ...(note === undefined ? {} : { note }),
          ...(data === undefined ? {} : { data }),
        },
        doing,
      ),
    (taken.ok ? taken.value.steps : undefined) ?? record.steps,
  );
  return ok({ ...record, steps });
};

/** The steps that held before a change and that it withdrew or corrected. */
const liftedBy = ({ before, after }: Changed): Step[] =>
  currentSteps(before.steps).filter(({ id, at }) => heldAt(after, id) !== at);

/** How the fields of a change go back. */
export type GoingBack<D extends Data> = {
  /** Maps in which each entry counts as a field of its own. */
  readonly entries?: readonly string[];
  /**
   * The fields that cannot go back beside what was written since, of the data as it would be: they
   * stay and are named.
   */
  readonly cannot?: (back: D) => readonly string[];
};

/**
 * Undoes a change: each field that still holds what it wrote, and its steps. Fields that belong
 * together go back together or stay together. Refuses if nothing of it is left.
 */
export const takeChangeBack = <D extends Data>(
  record: VolymRecord<D>,
  { before, after }: Changed<D>,
  doing: Doing,
  { entries = [], cannot = () => [] }: GoingBack<D> = {},
): ChangeTakenBack<D, Problem<(VipProblem | CommonProblem)['code']>> => {
  const wrote = {
    before: before.data,
    after: after.data,
    entries,
    together: ownEntry(FIELDS_TOGETHER, record.kind) ?? [],
  };
  const unhindered = fieldsBack(record.data, wrote);
  const { data, back, stayed } = withoutFields(unhindered, record.data, cannot(unhindered.data));
  const taken = takeAddedBack(record, { before, after }, doing);
  if (back.length === 0) return { ...taken, stayed };
  return { ...ok({ ...(taken.ok ? taken.value : record), data }), stayed };
};
