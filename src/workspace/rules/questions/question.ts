import { TRASHED_ON } from '#core/record/trash.ts';
import { asking, QUESTION_RULE } from '#core/reminder/asking.ts';
import type { Day } from '#core/day/day.ts';
import type { Deadline } from '#core/reminder/deadline.ts';
import { hasKnownForm, kindOf } from '#programmes/kinds.ts';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * What a record requires of someone, optionally on a given day: first the first question that two
 * devices left open, then the deadlines of its kind. For unknown content only the question.
 */
export const openDeadlines = (record: VolymRecord, today?: Day): readonly Deadline[] => {
  const deadlines = (hasKnownForm(record) && kindOf(record.kind)?.deadlines(record, today)) || [];
  const [first] = record.clashes;
  if (first === undefined) return deadlines;
  // One question at a time: the record's screen leads from one to the next.
  const others = deadlines.filter(({ rule }) => rule !== QUESTION_RULE);
  return [
    asking(first.field === TRASHED_ON ? 'answer-whether-trashed' : 'answer-question'),
    ...others,
  ];
};

/** Whether a record asks something that someone must answer. */
export const isAsked = (record: VolymRecord): boolean =>
  openDeadlines(record).some(({ rule }) => rule === QUESTION_RULE);
