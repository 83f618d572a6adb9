import type { AppDeployment } from '../deployment/app-deployment.ts';
import type { AssignedLicence } from './assigned-licence.ts';
import { causeOf, type InstallCause } from '../install/install-codes.ts';
import { licenceState } from './licence-life.ts';
import { termsOf, type Terms } from '../user/user-terms.ts';
import type { VolumeUser } from '../user/volume-user.ts';

/**
 * The state of a licence that someone has, what needs attention first (B13): `leaving` comes
 * back once the app is gone.
 */
export const HOLDER_GROUPS = [
  'failed',
  'pending',
  'leaving',
  'not-installed',
  'unreported',
  'installed',
] as const;

/** The state of a licence that someone has (B13). */
export type HolderGroup = (typeof HOLDER_GROUPS)[number];

/** Why an installation failed or waits, as far as is known. */
export type InstallReason =
  | { readonly is: 'cause'; readonly cause: InstallCause }
  /** The user has not accepted Apple's terms, which comes before the first app (seed 001). */
  | { readonly is: 'terms' }
  /** An unknown code, unchanged. */
  | { readonly is: 'code'; readonly code: string };

/** Who has a licence of an app, with all that its row tells. */
export type LicenceHolder = {
  readonly id: string;
  readonly name: string;
  readonly to: 'user' | 'device';
  readonly group: HolderGroup;
  /** Of a user whose record is here. */
  readonly terms?: Terms | undefined;
  readonly reason?: InstallReason | undefined;
  readonly licence: AssignedLicence;
  readonly user?: VolumeUser | undefined;
};

/** Who has the licence, or undefined when it is free again. */
export const holderOf = (
  licence: AssignedLicence,
  user: VolumeUser | undefined,
): LicenceHolder | undefined => {
  const state = licenceState(licence.steps);
  if (state === 'free') return undefined;
  const { id, data } = licence;
  const terms = user === undefined ? undefined : termsOf(user);
  const group = state === 'leaving' ? 'leaving' : (data.install?.state ?? 'unreported');
  return {
    id,
    to: data.to,
    group,
    terms,
    licence,
    user,
    name: data.name || user?.data.name || data.target,
    reason: reasonOf(licence, group, terms),
  };
};

const reasonOf = (
  { data: { install } }: AssignedLicence,
  group: HolderGroup,
  terms: Terms | undefined,
): InstallReason | undefined => {
  const code = install?.code ?? '';
  const cause = causeOf(code);
  if (group !== 'leaving' && cause !== undefined) return { is: 'cause', cause };
  const waits = group === 'failed' || group === 'pending';
  if (waits && code === '' && (terms === 'invited' || terms === 'not-invited'))
    return { is: 'terms' };
  return group === 'failed' && code !== '' ? { is: 'code', code } : undefined;
};

/** Those who have a licence, what needs attention first and by name within. */
export const sortHolders = (
  holders: readonly LicenceHolder[],
  compare: (a: string, b: string) => number,
): LicenceHolder[] =>
  holders.toSorted(
    (a, b) =>
      HOLDER_GROUPS.indexOf(a.group) - HOLDER_GROUPS.indexOf(b.group) || compare(a.name, b.name),
  );

/** How many there are of each group. */
export const countHolders = (
  holders: readonly LicenceHolder[],
): Readonly<Record<HolderGroup, number>> => {
  const counted = {
    failed: 0,
    pending: 0,
    leaving: 0,
    'not-installed': 0,
    unreported: 0,
    installed: 0,
  };
  for (const { group } of holders) counted[group] += 1;
  return counted;
};

/** Whether users, devices or both have the licences; undefined where nobody does. */
export const heldBy = (
  holders: readonly LicenceHolder[],
): 'user' | 'device' | 'both' | undefined => {
  const first = holders[0]?.to;
  return holders.every(({ to }) => to === first) ? first : 'both';
};

/**
 * How many of those a deployment reaches: its named users, or all of its group; if it uninstalls,
 * those whose licences are coming back.
 */
export const reachedBy = (
  { data: { group, users, intent } }: AppDeployment,
  holders: readonly LicenceHolder[],
): number =>
  holders.filter(
    (holder) =>
      (intent === 'uninstall') === (holder.group === 'leaving') &&
      holder.user !== undefined &&
      (group === '' ? users[holder.user.id] !== undefined : holder.user.data.group === group),
  ).length;
