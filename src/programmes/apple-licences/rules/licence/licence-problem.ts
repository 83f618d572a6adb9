import type { CommonProblem, Problem, Result } from '#core/result.ts';

/**
 * Why something of licences, users and deployments is refused: each has its sentence in the
 * words (`licences.ts`).
 */
export type LicenceProblem = Problem<
  | 'too-few-licences'
  | 'free-unknown'
  | 'not-a-whole-count'
  | 'fewer-given'
  | 'stays-for-good'
  | 'has-one'
  | 'is-free'
  | 'is-assigned'
  | 'is-leaving'
  | 'nobody-chosen'
  | 'deployment-name-needed'
  | 'available-needs-group'
  | 'does-that-already'
  | 'has-ended'
  | 'user-name-needed'
  | 'not-an-email'
  | 'client-user-id-is-fixed'
  | 'user-is-here'
  | 'devices-need-later-edition'
  | 'foreign-user'
  | 'is-not-invited'
  | 'is-invited'
  | 'is-accepted'
  | 'is-retired'
  | 'invite-needed'
  | 'invite-not-read'
  | 'invite-not-safe'
  | 'invite-is-template'
  | 'no-invite'
  | 'cannot-open'
  | 'holds-another-text'
  | 'vault-locked'
  | 'before-last-step'
  | 'day-in-the-future'
  | 'not-a-day'
  | 'text-too-long'
>;

/** Why Apple was not asked: each has its sentence in the words (`apple-writes.ts`). */
export type AtAppleProblem = Problem<
  | 'busy-tab'
  | 'no-endpoint'
  | 'no-reply'
  | 'no-text'
  | 'stopped'
  | 'vault-locked'
  | 'cut-off'
  | 'apple-not-over'
>;

/** Why a command of licences, users and deployments refuses. */
export type LicenceRefused = Problem<(LicenceProblem | CommonProblem)['code']>;

/** Why Apple was not asked, or what it was asked for was refused here. */
export type AtAppleRefused = Problem<(LicenceRefused | AtAppleProblem)['code']>;

/** What a command of licences, users and deployments answers. */
export type LicenceResult<T, More extends Problem = never> = Result<
  T,
  Problem<(LicenceProblem | CommonProblem | More)['code']>
>;
