import { isOthers, type KeptReason, type Undoing } from '#core/import/why-stays.ts';
import type { Step } from '#core/record/step.ts';
import type { FormerPlace } from '#core/import/import-run.ts';
import { codeState, type RedemptionCode } from './redemption-code.ts';

/**
 * Why a code that an import brought must stay, or undefined when it may go. What the import itself
 * wrote does not count; that it was redeemed or handed out does, even before it was last in the
 * trash, unless it goes back to where it was then.
 */
export const whyCodeStays = (
  code: RedemptionCode,
  { former, ...undoing }: Undoing & { readonly former?: FormerPlace | undefined },
): KeptReason | undefined => {
  const isSince = ({ at }: Step): boolean => former === undefined || at > former.at;
  const state = codeState({
    steps: code.steps.filter((step) => isOthers(step, undoing) && isSince(step)),
  });
  return state === 'free' ? undefined : state;
};
