import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import type {
  AppDeployment,
  AppDeploymentData,
} from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import type {
  AssignPlan,
  AssignTarget,
} from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import {
  foretell,
  licencesMoved,
  reachedUsers,
  reaches,
} from '#programmes/apple-licences/rules/deployment/deployment-reach.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { Moved } from '#programmes/apple-licences/work/deployment/deploy-app.ts';

/** What is read once for a deployment's sheet. */
export type DeploymentGround = {
  readonly app: VolumeApp;
  readonly users: readonly VolumeUser[];
  readonly licences: readonly AssignedLicence[];
  /** All deployments of the app. */
  readonly deployments: readonly AppDeployment[];
  readonly edition: string;
  readonly compare: (a: string, b: string) => number;
};

/** What a deployment would do, before it is done. */
export type DeploymentView = {
  readonly reached: readonly VolumeUser[];
  readonly plan: AssignPlan;
  readonly moved: Moved;
  /** Licences of those it goes to that are on their way back. */
  readonly leaving: readonly AssignedLicence[];
  /** Licences that are counted, but whose holders are unknown. */
  readonly unnamed: number;
  /** Of those it goes to, how many have left. */
  readonly retired: number;
  /** Others that do the opposite for some of the same users. */
  readonly against: readonly AppDeployment[];
  /** Those who would take a licence, in their order. */
  readonly wanting: readonly AssignTarget[];
};

/** What a deployment would do with the settings in `after`; `before` is its current state. */
export const viewOf = (
  { app, users, licences, deployments, edition, compare }: DeploymentGround,
  before: AppDeployment | undefined,
  after: Pick<AppDeploymentData, 'group' | 'users' | 'intent'>,
): DeploymentView => {
  const reached = reachedUsers(after, app, users, compare);
  const plan = foretell({ app, licences, edition }, reached);
  const byId = new Map(users.map((user) => [user.id, user]));
  const others = deployments.filter(({ id }) => id !== before?.id);
  const change = { before, after, others };
  const ids = new Set(reached.map(({ id }) => id));
  const wants = ({ why }: { readonly why?: string | undefined }): boolean =>
    why === undefined || why === 'no-licence-left' || why === 'free-unknown';
  return {
    unnamed: Math.max(0, (countsOf(app).assigned ?? 0) - licences.filter(isHeld).length),
    retired: reached.filter((user) => termsOf(user) === 'retired').length,
    against: others.filter(
      (other) => isOpposite(other, after) && reached.some((user) => reaches(other.data, app, user)),
    ),
    reached,
    plan,
    moved: licencesMoved(change, { app, users: byId, licences }),
    leaving: licences
      .filter(({ data, steps }) => ids.has(data.user) && licenceState(steps) === 'leaving')
      .toSorted((a, b) => compare(holderName(a), holderName(b))),
    wanting: [...plan.gets, ...plan.none].filter(wants).map(({ target }) => target),
  };
};

const isHeld = ({ steps, trashedOn }: AssignedLicence): boolean =>
  trashedOn === '' && licenceState(steps) !== 'free';

/** What one takes from users, the other gives them; who may install an app goes against neither. */
const isOpposite = (
  { data, trashedOn }: AppDeployment,
  { intent }: Pick<AppDeploymentData, 'intent'>,
): boolean => trashedOn === '' && [data.intent, intent].toSorted().join() === 'required,uninstall';

/** What the holder of a licence is called. */
export const holderName = ({ data }: AssignedLicence): string => data.name || data.target;
