import type { Step } from '../step.ts';
import type { RedemptionCode } from './redemption-code.ts';

/** The views of a code, newest first. */
export const revealsOf = (code: Pick<RedemptionCode, 'steps'>): Step[] =>
  code.steps.filter(({ kind }) => kind === 'revealed').sort((a, b) => b.at - a.at);
