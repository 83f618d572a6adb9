import { NEEDS_A_HAND, type Day } from './day.ts';
import type { Deadline } from './deadline.ts';
import { kindOf } from './kinds.ts';
import type { VolymRecord } from './record.ts';

/** The rule by which an open question stands on home: it has no day, and waits for a hand now. */
export const QUESTION_RULE = 'workspace.question';

/** The field of a clash that asks whether a record stays in the trash. */
export const TRASHED_ON = 'trashedOn';

/**
 * What a record asks of someone, on a day where one is told: the deadlines of its kind, and first of all the first question that two
 * devices left open.
 */
export const openDeadlines = (record: VolymRecord, today?: Day): readonly Deadline[] => {
  const deadlines = kindOf(record.kind)?.deadlines(record, today) ?? [];
  const [first] = record.clashes;
  if (first === undefined) return deadlines;
  return [asking(first.field === TRASHED_ON ? 'answer-whether-trashed' : 'answer-question'), ...deadlines];
};

const asking = (action: string): Deadline => ({
  ...{ rule: QUESTION_RULE, edition: '', from: NEEDS_A_HAND, on: NEEDS_A_HAND, warnFrom: NEEDS_A_HAND },
  ...{ action, lateAction: action },
});
