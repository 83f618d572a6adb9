import { NEEDS_A_HAND } from './day.ts';
import type { Deadline } from './deadline.ts';
import { kindOf } from './kinds.ts';
import type { Clash, Data, Draft, VolymRecord } from './record.ts';
import { ok, refuse, type Result } from './result.ts';

/** The rule by which an open question stands on home: it has no day, and waits for a hand now. */
export const QUESTION_RULE = 'workspace.question';

/** The field of a clash that asks whether a record stays in the trash. */
export const TRASHED_ON = 'trashedOn';

const PARENT = 'parent';

/** What a record asks of someone: the deadlines of its kind, and first of all a question that two devices left open. */
export const openDeadlines = (record: VolymRecord): readonly Deadline[] => {
  const deadlines = kindOf(record.kind)?.deadlines(record) ?? [];
  return record.clashes.length === 0 ? deadlines : [QUESTION, ...deadlines];
};

const QUESTION: Deadline = {
  ...{ rule: QUESTION_RULE, edition: '', from: NEEDS_A_HAND, on: NEEDS_A_HAND, warnFrom: NEEDS_A_HAND },
  ...{ action: 'answer-question', lateAction: 'answer-question' },
};

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
