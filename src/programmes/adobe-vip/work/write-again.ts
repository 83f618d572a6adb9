import {
  takeChangeBack,
  takeStepsBack,
} from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, type CommonProblem, type Result } from '#core/result.ts';
import { missingIn, withSteps } from '#core/record/step.ts';
import { refuseIfWritten, toTrashAsMade } from '#core/record/trash-undone.ts';
import type { DataOf } from '#data/records/found.ts';
import type { KindCommand } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import { changeKept } from '#data/records/kept-change.ts';

/** A record that was written, and what takes that back. */
export type Written<Id extends string> = {
  readonly record: VolymRecord<DataOf<Id>>;
  readonly back: KindCommand<Id, VipRefused['code']>;
};

/**
 * Writes a new record. If its id belongs to one in the trash, that one is restored as entered now:
 * its fields are replaced, and its steps withdrawn. The undo puts the record into the trash, as it
 * was there before if it was; it refuses where someone wrote something of it since. Each of
 * `entries` is a map whose entries are fields of their own.
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
    const back: KindCommand<Id, VipRefused['code']> = (now, doing) =>
      toTrashAsMade(now, created.value, doing);
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
  const back: KindCommand<Id, VipRefused['code']> = (now, doing) => {
    const refused = refuseIfWritten(now, after);
    if (refused !== undefined) return refused;
    const taken = takeChangeBack(now, { before, after }, doing, { entries });
    // On its day: what went with it comes back with it. What someone threw away since stays there.
    const trashedOn = now.trashedOn || before.trashedOn;
    return taken.ok ? { ...taken, value: { ...taken.value, trashedOn } } : taken;
  };
  return ok({ record: after, back });
};
