import { ok, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import type { LeftByUndo, UndoMade } from '#data/records/change-fields.ts';
import { takingBack, type ChangedOfKind, type TakeBack } from '#data/records/taking-back.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { KindCommand, OneOfKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';

/** What was changed of a record, and what takes it back. */
type ChangedWithUndo<Id extends string, Back extends string> = {
  readonly changed: ChangedOfKind<Id>;
  readonly undo: UndoMade<Back | LeftByUndo>;
};

/** Changes a record; undone, `takeBack` is run on what the record is by then. */
export const changeWithUndo = async <Id extends string, Code extends string, Back extends string>(
  records: Records,
  which: OneOfKind<Id>,
  command: KindCommand<Id, Code>,
  takeBack: TakeBack<Id, Back>,
): Promise<Result<ChangedWithUndo<Id, Back>, Problem<Code | CommonProblem['code']>>> => {
  const kept = await changeKept(records, which, command);
  if (!kept.ok) return kept;
  const changed = kept.value;
  const undo = takingBack(records, which, (now, doing) => takeBack(now, changed, doing));
  return ok({ changed, undo });
};
