import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { whyTooLong } from '#core/text/long-texts.ts';
import { heldAt, missingIn, WITHDRAWN, withStep } from '#core/record/step.ts';
import { fromTrashAsLeft } from '#core/record/trash-undone.ts';
import type { AppDeployment, AppDeploymentData, Intent } from './app-deployment.ts';
import { isForGood } from '../editions.ts';
import type { LicenceResult } from '../licence/licence-problem.ts';

/** What a person says of a deployment. */
export type DeploymentInput = Pick<AppDeploymentData, 'name' | 'group' | 'users' | 'intent'>;

/** Where and by what rules it is made. */
export type Deploying = { readonly app: string; readonly edition: string; readonly owner: string };

/**
 * A new deployment of an app (seed 001: "Hantera distribution"). Refused when it goes to nobody.
 */
export const deploy = (
  id: string,
  input: DeploymentInput,
  { app, edition, owner }: Deploying,
  doing: Doing,
): LicenceResult<Draft<AppDeploymentData>> => {
  const { intent } = input;
  const group = input.group.trim();
  const users = group === '' ? input.users : {};
  if (group === '' && Object.keys(users).length === 0) return refuse('nobody-chosen', 'group');
  const problem = intentProblem({ group, edition }, intent);
  if (problem !== undefined) return problem;
  const name = input.name.trim() || group;
  if (name === '') return refuse('deployment-name-needed', 'name');
  const long = whyTooLong({ name, group });
  if (long !== undefined) return long;
  return ok({
    id,
    kind: 'app-deployment',
    programme: 'apple-licences',
    parent: app,
    data: { v: 1, name, group, users, intent, edition, owner },
    steps: withStep([], { kind: 'deployed', on: doing.today, data: { intent } }, doing),
  });
};

/**
 * Later pages: Available is for groups of users alone (apple.md §5). The seed makes no difference.
 */
const intentProblem = ({ group, edition }: { group: string; edition: string }, intent: Intent) =>
  intent === 'available' && group === '' && !isForGood(edition)
    ? refuse('available-needs-group', 'intent')
    : undefined;

/**
 * Makes a deployment do something else: "ändra distributionsåtgärden till Avinstallera" (seed 001).
 */
export const changeIntent = (
  deployment: AppDeployment,
  intent: Intent,
  doing: Doing,
): LicenceResult<Draft<AppDeploymentData>> => {
  const { data } = deployment;
  if (data.intent === intent) return refuse('does-that-already', 'intent');
  const problem = intentProblem(data, intent);
  if (problem !== undefined) return problem;
  const steps = withStep(
    deployment.steps,
    { kind: 'intent-changed', on: doing.today, data: { intent } },
    doing,
  );
  return ok({ ...deployment, data: { ...data, intent }, steps });
};

/**
 * Ends a deployment; it frees no licence, which only Uninstall or taking back does (apple.md §5).
 */
export const endDeployment = (
  deployment: AppDeployment,
  doing: Doing,
): LicenceResult<Draft<AppDeploymentData>> => {
  if (deployment.trashedOn !== '') return refuse('has-ended');
  const steps = withStep(deployment.steps, { kind: 'ended', on: doing.today }, doing);
  return ok({ ...deployment, steps, trashedOn: doing.today });
};

/**
 * Takes back that a deployment ended (`before` and `after` it did): it is there again, and its end
 * is withdrawn. Refuses where someone ended it anew.
 */
export const takeEndBack = (
  deployment: AppDeployment,
  { before, after }: Readonly<Record<'before' | 'after', AppDeployment>>,
  doing: Doing,
): LicenceResult<Draft<AppDeploymentData>> => {
  const again = fromTrashAsLeft(deployment, after);
  if (!again.ok) return again;
  const ended = missingIn(before.steps, after.steps).filter(
    ({ id, at }) => heldAt(deployment, id) === at,
  );
  const steps = ended.reduce(
    (all, { id }) => withStep(all, { kind: WITHDRAWN, on: doing.today, withdraws: id }, doing),
    deployment.steps,
  );
  return ok({ ...again.value, steps });
};
