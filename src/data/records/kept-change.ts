import type { Changed } from '#core/record/changed.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import type { DataOf } from '#programmes/record-of.ts';
import { onKind, type KindCommand, type OneOfKind } from './on-kind.ts';
import type { Records } from './records.ts';

/** A record before and after a change. */
export type ChangedRecord<D extends Data> = {
  readonly before: VolymRecord<D>;
  readonly after: VolymRecord<D>;
};

/** Changes a record and answers what the change found and left, for its undo. */
export const changeKept = async <Id extends string, Code extends string = never>(
  records: Pick<Records, 'change'>,
  { id, kind }: OneOfKind<Id>,
  command: KindCommand<Id, Code>,
): Promise<Result<ChangedRecord<DataOf<Id>>, Problem<Code | CommonProblem['code']>>> => {
  const found: { before?: VolymRecord<DataOf<Id>> } = {};
  const answer = await records.change(
    id,
    onKind(kind, (record, doing) => {
      found.before = record;
      return command(record, doing);
    }),
  );
  return answer.ok ? ok({ before: found.before ?? answer.value, after: answer.value }) : answer;
};

/**
 * Makes the same change to many records; returns by id what was found and left in each, and which
 * refused.
 */
export const changeManyKept = async <Code extends string = never>(
  records: Records,
  ids: readonly string[],
  command: (record: VolymRecord, doing: Doing) => Result<Draft, Problem<Code>>,
): Promise<{
  readonly kept: ReadonlyMap<string, Changed>;
  readonly refused: ReadonlyMap<string, Problem<Code | CommonProblem['code']>>;
}> => {
  const kept = new Map<string, Changed>();
  const refused = await records.changeMany(ids, (before, doing) => {
    const answer = command(before, doing);
    if (answer.ok) kept.set(before.id, { before, after: { ...before, ...answer.value } });
    return answer;
  });
  return { kept, refused };
};
