import type { CreditProblem } from '../rules/credit-problem.ts';
import type { CreditKindId } from './kinds.ts';

/** What something of each kind is refused with. */
export type CreditProblems = Readonly<Record<CreditKindId, CreditProblem>>;
