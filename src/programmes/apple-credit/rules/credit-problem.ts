import type { CommonProblem, Problem, Result } from '#core/result.ts';

/**
 * Why something of credit orders, codes and purchasers is refused: each has its sentence in the
 * words (`credit.ts`).
 */
export type CreditProblem = Problem<
  | 'not-an-amount'
  | 'not-a-day'
  | 'day-in-the-future'
  | 'before-the-request'
  | 'before-the-order'
  | 'after-what-followed'
  | 'after-code-was-used'
  | 'apple-id-needed'
  | 'not-an-apple-id'
  | 'not-an-address'
  | 'required-by-apple'
  | 'required-by-own-store'
  | 'reason-needed'
  | 'step-is-gone'
  | 'already-ordered'
  | 'already-redeemed'
  | 'receiver-needed'
  | 'purchaser-is-here'
  | 'account-changed-since'
  | 'not-saved-yet'
  | 'name-needed'
  | 'code-needed'
  | 'not-a-code'
  | 'code-too-short'
  | 'code-too-long'
  | 'code-is-here'
  | 'code-is-elsewhere'
  | 'already-handed-out'
  | 'vault-locked'
  | 'cannot-open'
  | 'holds-another-text'
  | 'deputy-is-owner'
  | 'owner-needed'
  | 'text-too-long'
>;

/** Why a command of credit orders, codes and purchasers refuses. */
export type CreditRefused = Problem<(CreditProblem | CommonProblem)['code']>;

/** What a command of credit orders, codes and purchasers answers. */
export type CreditResult<T, More extends Problem = never> = Result<
  T,
  Problem<(CreditProblem | CommonProblem | More)['code']>
>;
