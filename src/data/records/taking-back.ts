import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import { leftByUndo } from '#core/record/fields-back.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { Problem } from '#core/result.ts';
import type { DataOf, RecordOf } from '#programmes/record-of.ts';
import type { LeftByUndo, UndoMade } from './change-fields.ts';
import { onKind, type OneOfKind } from './on-kind.ts';
import type { Records } from './records.ts';

/** A record of a kind before and after a change. */
export type ChangedOfKind<Id extends string> = Changed<DataOf<Id>>;

/** The name of a field of the records of a kind. */
export type FieldOfKind<Id extends string> = keyof DataOf<Id> & string;

/** Takes back what a change left of a record of a kind; `Code` is what it refuses with. */
export type TakeBack<Id extends string, Code extends string> = (
  now: RecordOf<Id>,
  changed: ChangedOfKind<Id>,
  doing: Doing,
) => ChangeTakenBack<DataOf<Id>, Problem<Code>>;

/** Undoes a change to one record with a command for its kind, which reports what it leaves. */
export const takingBack = <Id extends string, Code extends string>(
  records: Pick<Records, 'change'>,
  { id, kind }: OneOfKind<Id>,
  command: (record: RecordOf<Id>, doing: Doing) => ChangeTakenBack<DataOf<Id>, Problem<Code>>,
): UndoMade<Code | LeftByUndo> => takingRecordBack(records, id, onKind(kind, command));

/** Undoes a change to one record of whatever kind. */
export const takingRecordBack =
  <Code extends string>(
    records: Pick<Records, 'change'>,
    id: string,
    command: (record: VolymRecord, doing: Doing) => ChangeTakenBack<Data, Problem<Code>>,
  ): UndoMade<Code | LeftByUndo> =>
  async () => {
    let stayed: readonly string[] = [];
    const answer = await records.change(id, (record, doing) => {
      const taken = command(record, doing);
      stayed = taken.stayed ?? [];
      return taken;
    });
    if (answer.ok) return leftByUndo(stayed);
    return answer.problem.code === 'changed-since'
      ? (leftByUndo(stayed, 'changed-since') ?? answer.problem)
      : answer.problem;
  };

/** Undoes a change to many records; returns why one of them refuses, or what was left. */
export const takingManyBack =
  <Code extends string>(
    records: Pick<Records, 'changeMany'>,
    ids: readonly string[],
    command: (record: VolymRecord, doing: Doing) => ChangeTakenBack<Data, Problem<Code>>,
  ): UndoMade<Code | LeftByUndo> =>
  async () => {
    const stayed = new Set<string>();
    const refused = await records.changeMany(ids, (record, doing) => {
      const taken = command(record, doing);
      for (const field of taken.stayed ?? []) stayed.add(field);
      return taken;
    });
    const left = leftByUndo(
      [...stayed],
      refused.size < ids.length ? 'changed-in-part' : 'changed-since',
    );
    const other = [...refused.values()].find(
      ({ code }) => left === undefined || code !== 'changed-since',
    );
    return other ?? left;
  };
