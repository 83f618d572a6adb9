import { reveal } from '#programmes/apple-credit/rules/code/code-commands.ts';
import type { RevealReason } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { CreditResult } from '#programmes/apple-credit/rules/credit-problem.ts';
import { ok } from '#core/result.ts';
import type { Sealed } from '#core/record/sealed.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';

/** Writes who looks at a code and why, and answers what was sealed. */
export const logReveal = async (
  records: Records,
  id: string,
  reason: RevealReason,
): Promise<CreditResult<Sealed>> => {
  const logged = await records.change(
    id,
    onKind('redemption-code', (code, doing) => ok(reveal(code, reason, doing))),
  );
  return logged.ok ? ok(logged.value.data.sealed) : logged;
};
