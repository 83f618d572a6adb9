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
): Result<Draft<D>> => {
  const clash = record.clashes.find((one) => one.id === id);
  if (clash === undefined) return refuse('question-is-gone');
  const answered: readonly Clash[] = record.clashes.filter((one) => one.id !== id);
  return ok({ ...withValue(record, clash.field, value), clashes: answered });
};

const withValue = <D extends Data>(record: VolymRecord<D>, field: string, value: unknown): VolymRecord<D> => {
  if (field === TRASHED_ON || field === PARENT) return { ...record, [field]: value as string };
  return { ...record, data: { ...record.data, [field]: value } };
};
