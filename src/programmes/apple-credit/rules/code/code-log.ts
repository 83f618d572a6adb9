import type { Step } from '#core/record/step.ts';
import { runOf } from '#core/import/import-steps.ts';
import { codeState, type RedemptionCode } from './redemption-code.ts';

/** The views of a code, newest first. */
export const revealsOf = (code: Pick<RedemptionCode, 'steps'>): Step[] =>
  code.steps.filter(({ kind }) => kind === 'revealed').sort((a, b) => b.at - a.at);

/**
 * Whether someone did something with a code that must be known for good (A6, X9): looked at it,
 * handed it out, redeemed it, even if that was taken back. What an import wrote and its undo took
 * back does not count.
 */
export const hasLog = (code: Pick<RedemptionCode, 'steps'>): boolean =>
  codeState(code) !== 'free' || code.steps.some((step) => runOf(step) === '');
