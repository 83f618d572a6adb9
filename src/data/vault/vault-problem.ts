import type { CommonProblem, Problem } from '#core/result.ts';
import type { KeyringProblem } from './keyring/keyring.ts';

/**
 * Why a vault stays shut, or nothing else comes to open it: each has its sentence in the words
 * (`vault.ts`), but for a wait, which is counted down, and what whoever left gave up.
 */
export type VaultProblem = Problem<
  | (KeyringProblem | CommonProblem)['code']
  | 'may-not-open'
  | 'wait'
  | 'other-workspace'
  | 'locked'
  | 'keyring-trouble'
  | 'not-kept'
  | 'either-counts'
  | 'not-opened'
  | 'not-changed'
>;
