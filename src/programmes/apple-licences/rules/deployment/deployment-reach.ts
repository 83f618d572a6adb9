import type { AppDeployment, AppDeploymentData } from './app-deployment.ts';
import {
  isElsewhere,
  planAssignment,
  type AssignPlan,
  type Assigning,
} from '../licence/assign-plan.ts';
import type { AssignedLicence } from '../licence/assigned-licence.ts';
import { canSay, type LicenceStepKind } from '../licence/licence-commands.ts';
import { termsOf } from '../user/user-terms.ts';
import type { VolumeApp } from '../app/volume-app.ts';
import type { VolumeUser } from '../user/volume-user.ts';

/** Whom a deployment goes to: its group, or the users that it names. */
export type Reach = Pick<AppDeploymentData, 'group' | 'users'>;

/** Whether a deployment goes to a user: groups belong to the app's own location. */
export const reaches = ({ group, users }: Reach, app: VolumeApp, user: VolumeUser): boolean =>
  group === ''
    ? Object.hasOwn(users, user.id)
    : user.data.group === group && !isElsewhere(app.data, user.data);

/**
 * Whom a deployment goes to, in the order of names: in this order they are asked where licences run
 * out.
 */
export const reachedUsers = (
  reach: Reach,
  app: VolumeApp,
  users: readonly VolumeUser[],
  compare: (a: string, b: string) => number,
): VolumeUser[] =>
  users
    .filter((user) => user.trashedOn === '' && reaches(reach, app, user))
    .toSorted((a, b) => compare(nameOf(a), nameOf(b)) || (a.id < b.id ? -1 : 1));

const nameOf = ({ data }: VolumeUser): string => data.name || data.email || data.clientUserId;

/**
 * How many licences a deployment will take if all its users install the app: "en licens av alla
 * användare som installerar appen" (seed 001). Users with a licence take none; a shortage is shown
 * before it is done. Retired users do not count.
 */
export const foretell = (assigning: Assigning, users: readonly VolumeUser[]): AssignPlan =>
  planAssignment(
    assigning,
    users.filter((user) => termsOf(user) !== 'retired').map((user) => ({ to: 'user', user })),
  );

/** A deployment as it was and as it will be; `others` are those of the same app that stay. */
export type IntentChange = {
  readonly before: AppDeployment | undefined;
  readonly after: Reach & Pick<AppDeploymentData, 'intent'>;
  readonly others: readonly AppDeployment[];
};

/**
 * What a changed deployment says of the licences of those it goes to: set to be uninstalled they
 * are on their way back, and set to something else those on their way stay, unless another
 * deployment still uninstalls for them.
 */
export const licencesMoved = (
  { before, after, others }: IntentChange,
  {
    app,
    users,
    licences,
  }: {
    readonly app: VolumeApp;
    readonly users: ReadonlyMap<string, VolumeUser>;
    readonly licences: readonly AssignedLicence[];
  },
): { readonly kind: LicenceStepKind; readonly ids: readonly string[] } => {
  const kind = after.intent === 'uninstall' ? 'uninstall-asked' : 'stays';
  if (kind === 'stays' && before?.data.intent !== 'uninstall') return { kind, ids: [] };
  const uninstalls = others.filter(
    ({ data, trashedOn }) => trashedOn === '' && data.intent === 'uninstall',
  );
  const moved = licences.filter((licence) => {
    const user = users.get(licence.data.user);
    if (user === undefined || licence.data.to !== 'user' || !canSay(licence, kind)) return false;
    if (!reaches(after, app, user)) return false;
    return kind === 'uninstall-asked' || !uninstalls.some(({ data }) => reaches(data, app, user));
  });
  return { kind, ids: moved.map(({ id }) => id) };
};
