import type { ChangeTakenBack } from '#core/record/changed.ts';
import { leftByUndo } from '#core/record/fields-back.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { Problem } from '#core/result.ts';
import type { LeftByUndo } from './change-fields.ts';
import { isFine } from './read-record.ts';
import type { Records } from './records.ts';
import { takingRecordBack } from './taking-back.ts';

/** What takes a change of one record back. */
export type PartBack<Code extends string = string> = {
  readonly id: string;
  readonly command: (record: VolymRecord, doing: Doing) => ChangeTakenBack<Data, Problem<Code>>;
};

/**
 * Takes back what means something only together: each part is tried before any is written, and
 * where something of one would stay, all of it stays.
 */
export const takeBackWhole = async <Code extends string>(
  records: Pick<Records, 'change' | 'get' | 'doing'>,
  parts: readonly PartBack<Code>[],
): Promise<Problem<Code | LeftByUndo> | undefined> => {
  for (const part of parts) {
    const problem = await whyStays(records, part);
    if (problem !== undefined) return problem;
  }
  for (const { id, command } of parts) {
    const problem = await takingRecordBack(records, id, command)();
    if (problem !== undefined) return problem;
  }
  return undefined;
};

const whyStays = async <Code extends string>(
  records: Pick<Records, 'get' | 'doing'>,
  { id, command }: PartBack<Code>,
): Promise<Problem<Code | LeftByUndo> | undefined> => {
  const now = await records.get(id);
  if (now === undefined) return { code: 'record-is-gone' };
  if (!isFine(now)) return { code: 'record-not-understood' };
  const taken = command(now, records.doing());
  const left = leftByUndo(taken.stayed ?? [], 'changed-since');
  if (left !== undefined) return left;
  return taken.ok ? undefined : taken.problem;
};
