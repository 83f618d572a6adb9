import {
  takeChangeBack,
  takeStepsBack,
} from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, type CommonProblem, type Result } from '#core/result.ts';
import { missingIn, withSteps } from '#core/record/step.ts';
import { toTrashAsMade } from '#core/record/trash-undone.ts';
import type { DataOf } from '#data/records/found.ts';
import type { KindCommand } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import { changeKept } from '#data/records/kept-change.ts';

/** A record that was written, and what takes that back. */
export type Written<Id extends string> = {
  readonly record: VolymRecord<DataOf<Id>>;
  readonly back: KindCommand<Id>;
};

/**
 * Writes a new record whose id belongs to one in the trash: that one is restored as entered now;
 * its fields are replaced, and its steps withdrawn. The undo puts it back there as it was, with
 * each of its `entries` written since.
 */
export const writeAgain = async <Id extends string>(
  records: Pick<Records, 'create' | 'change'>,
  kind: Id,
  draft: Draft<DataOf<Id>>,
  isInTrash: boolean,
  entries: readonly (keyof DataOf<Id> & string)[] = [],
): Promise<Result<Written<Id>, CommonProblem>> => {
  if (!isInTrash) {
    const created = await records.create(draft);
    if (!created.ok) return created;
    const back: KindCommand<Id> = (now, doing) => toTrashAsMade(now, created.value, doing);
    return ok({ record: created.value, back });
  }
  const changed = await changeKept(records, { id: draft.id, kind }, (record, doing) => {
    const emptied = takeStepsBack(record, () => true, doing);
    const stood = (emptied.ok ? emptied.value.steps : undefined) ?? record.steps;
    const steps = withSteps(stood, missingIn(stood, draft.steps ?? []));
    return ok({ ...record, trashedOn: '', data: draft.data, steps });
  });
  if (!changed.ok) return changed;
  const { before, after } = changed.value;
  const back: KindCommand<Id> = (now, doing) => {
    const taken = takeChangeBack(now, { before, after }, doing, { entries });
    // On its day: what went with it comes back with it.
    return taken.ok ? { ...taken, value: { ...taken.value, trashedOn: before.trashedOn } } : taken;
  };
  return ok({ record: after, back });
};
