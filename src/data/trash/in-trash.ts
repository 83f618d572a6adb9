import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, type CommonProblem, type Result } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { fromTrashAsLeft, toTrashAsMade, type WrittenBeside } from '#core/record/trash-undone.ts';
import { refusalOf, type LeftByUndo, type UndoMade } from '../records/change-fields.ts';
import type { Records } from '../records/records.ts';
import { takingRecordBack } from '../records/taking-back.ts';

/**
 * Puts a record into the trash; answers what takes it out again, unless someone threw it away anew.
 */
export const putInTrash = async (
  records: Pick<Records, 'change'>,
  id: string,
): Promise<Result<UndoMade<LeftByUndo>, CommonProblem>> => {
  const answer = await records.change(id, toTrash);
  if (!answer.ok) return answer;
  return ok(() => refusalOf(records.change(id, (now) => fromTrashAsLeft(now, answer.value))));
};

/** A record that was written, and what puts it into the trash again. */
export type Made<D extends Data = Data> = {
  readonly record: VolymRecord<D>;
  readonly undo: UndoMade<LeftByUndo>;
};

/** Writes a new record; answers it with its undo. */
export const createRecord = async <D extends Draft>(
  records: Pick<Records, 'create' | 'change' | 'find'>,
  draft: D,
): Promise<Result<Made<D['data']>, CommonProblem>> => {
  const written = await records.create(draft);
  if (!written.ok) return written;
  const record = written.value;
  return ok({ record, undo: unmaking(records, record) });
};

/**
 * Puts a record that was just made into the trash, unless someone wrote something of it since, or
 * another record under it. `beside` is what the app itself writes of it meanwhile.
 */
export const unmaking = (
  records: Pick<Records, 'change' | 'find'>,
  made: VolymRecord,
  beside?: WrittenBeside,
): UndoMade<LeftByUndo> =>
  unlessAnyUnder(
    records,
    made.id,
    takingRecordBack(records, made.id, (now, doing) => toTrashAsMade(now, made, doing, beside)),
  );

/** An undo that puts a record into the trash: it refuses once there are others under it. */
export const unlessAnyUnder =
  <Code extends string>(
    records: Pick<Records, 'find'>,
    id: string,
    undo: UndoMade<Code>,
  ): UndoMade<Code | 'changed-since'> =>
  async () => {
    const under = await records.find({ parent: id, limit: 1 });
    return under.length > 0 ? { code: 'changed-since' } : undo();
  };
