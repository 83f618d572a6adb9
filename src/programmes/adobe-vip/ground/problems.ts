import type { VipProblem } from '../rules/vip-problem.ts';
import type { VipKindId } from './kinds.ts';

/** What something of each kind is refused with. */
export type VipProblems = Readonly<Record<VipKindId, VipProblem>>;
