import { NEEDS_A_HAND } from '../day/day.ts';
import type { DeadlineAction } from './deadline-action.ts';
import type { Deadline } from './deadline.ts';

/** The rule by which an open question is on home: it has no day, and waits for someone now. */
export const QUESTION_RULE = 'workspace.question';

/** An open question as home shows it. */
export const asking = (action: DeadlineAction): Deadline => ({
  rule: QUESTION_RULE,
  edition: '',
  from: NEEDS_A_HAND,
  on: NEEDS_A_HAND,
  warnFrom: NEEDS_A_HAND,
  action,
  lateAction: action,
});
