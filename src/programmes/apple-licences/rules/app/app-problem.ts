import type { CommonProblem, Problem, Result } from '#core/result.ts';

/** Why something of an app is refused: each has its sentence in the words (`apps.ts`). */
export type AppProblem = Problem<
  'app-name-needed' | 'not-an-adam-id' | 'not-a-whole-count' | 'app-is-here' | 'text-too-long'
>;

/** Why a command of an app refuses. */
export type AppRefused = Problem<(AppProblem | CommonProblem)['code']>;

/** What a command of an app answers. */
export type AppResult<T, More extends Problem = never> = Result<
  T,
  Problem<(AppProblem | CommonProblem | More)['code']>
>;
