import type { Doing } from './kind.ts';
import { TRASHED_ON } from './question.ts';
import type { Clash, Data, Draft, VolymRecord } from './record.ts';
import { ok, refuse, type Result } from './result.ts';

const PARENT = 'parent';

/**
 * Answers one question of a record: the value stands, the question is closed, and both answers stay in the history.
 * Refuses with `question-is-gone` when it was answered meanwhile.
 */
export const answerQuestion = <D extends Data>(
  record: VolymRecord<D>,
  { clash: id, value }: { readonly clash: string; readonly value: unknown },
  doing: Pick<Doing, 'today'>,
): Result<Draft<D>> => {
  const clash = record.clashes.find((one) => one.id === id);
  if (clash === undefined) return refuse('question-is-gone');
  const answered: readonly Clash[] = record.clashes.filter((one) => one.id !== id);
  // Into the trash again, after all: from today on, or its time there would be over already.
  const stands = clash.field === TRASHED_ON && value !== '' ? doing.today : value;
  return ok({ ...withValue(record, clash.field, stands), clashes: answered });
};

const withValue = <D extends Data>(record: VolymRecord<D>, field: string, value: unknown): VolymRecord<D> => {
  if (field === TRASHED_ON || field === PARENT) return { ...record, [field]: value as string };
  return { ...record, data: { ...record.data, [field]: value } };
};
