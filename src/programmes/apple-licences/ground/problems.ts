import type { AppProblem } from '../rules/app/app-problem.ts';
import type { LicenceProblem } from '../rules/licence/licence-problem.ts';
import type { TokenProblem } from '../rules/token/token-problem.ts';

/** What something of each kind is refused with. */
export type LicenceProblems = {
  readonly 'content-token': TokenProblem;
  readonly 'volume-app': AppProblem;
  readonly 'volume-user': LicenceProblem;
  readonly 'assigned-licence': LicenceProblem;
  readonly 'app-deployment': LicenceProblem;
};
