import {
  fieldsBack,
  leftByUndo,
  stayedFields,
  withoutFields,
  type FieldsBack,
} from '#core/record/fields-back.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, type CommonProblem, type Problem, type Result } from '#core/result.ts';
import type { DataOf } from '#programmes/record-of.ts';
import { changeKept, type ChangedRecord } from './kept-change.ts';
import { onKind, type KindCommand, type OneOfKind } from './on-kind.ts';
import type { Records } from './records.ts';

/** Undoes what was done; returns why it could not, or which part of it stayed. */
export type UndoMade<Code extends string = string> = () => Promise<Problem<Code> | undefined>;

/** Why no undo of fields could be made, or that it left some of them. */
export type LeftByUndo = CommonProblem['code'] | 'changed-in-part';

/** How an edit is undone, where that is more than writing its fields back. */
export type Undoing<D extends Data, Code extends string = string> = {
  /** Writes the data with the fields that go back; `edit` is the record before and after. */
  readonly writeBack?: (
    now: VolymRecord<D>,
    data: D,
    doing: Doing,
    edit: ChangedRecord<D>,
  ) => Result<Draft<D>, Problem<Code>>;
  /** Maps in which each entry counts as a field of its own. */
  readonly entries?: readonly (keyof D & string)[];
  /** Fields that go back together or stay together. */
  readonly together?: readonly (readonly (keyof D & string)[])[];
  /**
   * The fields of the data that cannot go back next to what has been written since: they stay and
   * are named.
   */
  readonly cannot?: (now: VolymRecord<D>, data: D, doing: Doing) => readonly (keyof D & string)[];
};

/**
 * Changes fields of a record; returns its undo, which restores the fields that nobody has written
 * since. The undo asks for the surrounding facts when it runs: they may have changed by then.
 */
export const changeFields = async <
  Id extends string,
  Code extends string = never,
  Back extends string = never,
>(
  records: Pick<Records, 'change'>,
  which: OneOfKind<Id>,
  command: KindCommand<Id, Code>,
  undoing: () => Undoing<DataOf<Id>, Back> | Promise<Undoing<DataOf<Id>, Back>> = () => ({}),
): Promise<Result<UndoMade<Back | LeftByUndo>, Problem<Code | CommonProblem['code']>>> => {
  const changed = await changeKept(records, which, command);
  if (!changed.ok) return changed;
  const { before, after } = changed.value;
  return ok(async () => {
    const {
      writeBack = (now, data) => ok({ ...now, data }),
      entries,
      together,
      cannot = () => [],
    } = await undoing();
    const judged: { fields?: FieldsBack<DataOf<Id>> } = {};
    const taken = await records.change(
      which.id,
      onKind<Id, Back | LeftByUndo>(which.kind, (now, doing) => {
        const wrote = { before: before.data, after: after.data, entries, together };
        const unhindered = fieldsBack(now.data, wrote);
        const fields = withoutFields(
          unhindered,
          now.data,
          cannot(now, unhindered.data, doing),
          together,
        );
        judged.fields = fields;
        const problem =
          fields.back.length === 0 ? leftByUndo(fields.stayed, 'changed-since') : undefined;
        return problem === undefined
          ? writeBack(now, fields.data, doing, { before, after })
          : { ok: false, problem };
      }),
    );
    return taken.ok ? leftByUndo(judged.fields?.stayed ?? []) : taken.problem;
  });
};

const LEFT_AS_IS: readonly string[] = ['changed-since', 'changed-in-part'];

/**
 * Takes steps back one after the other, even if one refuses; returns the first refusal, or what
 * stayed of all of them.
 */
export const takeBackEach = async <Code extends string>(
  steps: readonly UndoMade<Code>[],
): Promise<Problem<Code | LeftByUndo> | undefined> => {
  const problems: Problem<Code>[] = [];
  for (const step of steps) {
    const problem = await step();
    if (problem !== undefined) problems.push(problem);
  }
  const first = problems.find(({ code }) => !LEFT_AS_IS.includes(code)) ?? problems[0];
  if (first === undefined || !LEFT_AS_IS.includes(first.code)) return first;
  const isNone =
    problems.length === steps.length && problems.every(({ code }) => code === 'changed-since');
  const stayed = [...new Set(problems.flatMap(stayedFields))];
  return leftByUndo(stayed, isNone ? 'changed-since' : 'changed-in-part') ?? first;
};

/** Why a change was refused; undefined where it was made. */
export const refusalOf = async <Code extends string>(
  change: Promise<Result<unknown, Problem<Code>>>,
): Promise<Problem<Code> | undefined> => {
  const answer = await change;
  return answer.ok ? undefined : answer.problem;
};
