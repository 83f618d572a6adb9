import type { CommonProblem, Problem, Result } from '#core/result.ts';

/** Why something of a token is refused: each has its sentence in the words (`tokens.ts`). */
export type TokenProblem = Problem<
  | 'token-empty'
  | 'token-too-large'
  | 'token-is-enrolment'
  | 'token-is-certificate'
  | 'token-is-sheet'
  | 'token-is-page'
  | 'token-is-decoded'
  | 'token-is-other'
  | 'token-url-letters'
  | 'token-strange-letter'
  | 'token-cut-off'
  | 'token-not-json'
  | 'token-not-object'
  | 'token-field-missing'
  | 'token-bad-date'
  | 'one-token-only'
  | 'account-is-for-good'
  | 'account-stays'
  | 'token-name-needed'
  | 'not-an-apple-id'
  | 'day-in-the-future'
  | 'not-a-day'
  | 'token-other-organization'
  | 'token-not-later'
  | 'renewal-stays'
  | 'file-first'
  | 'already-done'
  | 'vault-locked'
  | 'token-is-here'
  | 'token-same-file'
  | 'token-in-other-file'
  | 'token-was-here'
  | 'token-same-token'
  | 'token-same-token-later'
  | 'text-too-long'
>;

/** Why a command of a token refuses. */
export type TokenRefused = Problem<(TokenProblem | CommonProblem)['code']>;

/** What a command of a token answers. */
export type TokenResult<T, More extends Problem = never> = Result<
  T,
  Problem<(TokenProblem | CommonProblem | More)['code']>
>;
