import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts } from '#core/text/long-texts.ts';
import { withStep } from '#core/record/step.ts';
import { isElsewhere } from '../licence/assign-plan.ts';
import { isLeftAlone } from './foreign-users.ts';
import { nextDayProblem } from '../sync/later-day.ts';
import { INVITE_SHOWN, withoutInvite } from './user-invitation.ts';
import { termsOf, type Terms } from './user-terms.ts';
import type { VolumeUser, VolumeUserData } from './volume-user.ts';
import type { LicenceProblem, LicenceResult } from '../licence/licence-problem.ts';

/** What a person says of a user. */
export type UserInput = Pick<
  VolumeUserData,
  'name' | 'email' | 'group' | 'location' | 'clientUserId'
>;

/** A form before anything is typed. */
export const BLANK_USER: UserInput = {
  name: '',
  email: '',
  group: '',
  location: '',
  clientUserId: '',
};

/**
 * All that is wrong with what a form gives, field by field in its order; `known` is the user that
 * is changed.
 */
export const userInputProblems = (
  known: Pick<VolumeUser, 'data'> | undefined,
  input: UserInput,
): readonly LicenceProblem[] => {
  const { name, email, clientUserId } = trimmed(input);
  // Licences are held under it, at Apple too.
  const fixed = known?.data.clientUserId ?? '';
  return [
    ...(name === '' && email === '' ? [refuse('user-name-needed', 'name').problem] : []),
    ...(email === '' || /^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(email)
      ? []
      : [refuse('not-an-email', 'email').problem]),
    ...(fixed === '' || clientUserId === fixed
      ? []
      : [refuse('client-user-id-is-fixed', 'clientUserId').problem]),
    ...longTexts(trimmed(input)),
  ];
};

/**
 * Enters a user by hand, or changes the details of one. `others` are the existing users.
 */
export const writeUser = (
  before: VolumeUser | { readonly id: string },
  input: UserInput,
  others: readonly VolumeUser[],
): LicenceResult<Draft<VolumeUserData>> => {
  const known = 'data' in before ? before : undefined;
  const given = trimmed(input);
  const [problem] = userInputProblems(known, input);
  if (problem !== undefined) return { ok: false, problem };
  const same = userHere(before.id, { ...given, locationId: known?.data.locationId }, others);
  if (same !== undefined && same.trashedOn === '')
    return refuse('user-is-here', 'clientUserId', { name: same.data.name || same.data.email });
  return ok({
    id: before.id,
    kind: 'volume-user',
    programme: 'apple-licences',
    parent: '',
    data: { ...(known?.data ?? { v: 1, locationId: '' }), ...given },
    steps: known?.steps ?? [],
    clashes: known?.clashes ?? [],
  });
};

/**
 * Another one of these users with the same number at the same place; undefined where there is none.
 */
export const userHere = (
  id: string,
  {
    locationId = '',
    ...fields
  }: Pick<UserInput, 'clientUserId' | 'location'> & { readonly locationId?: string | undefined },
  others: readonly VolumeUser[],
): VolumeUser | undefined =>
  others.find((other) => other.id !== id && isSameUser(other.data, fields, locationId));

const trimmed = ({ name, email, group, location, clientUserId }: UserInput): UserInput => ({
  name: name.trim(),
  email: email.trim(),
  group: group.trim(),
  location: location.trim(),
  clientUserId: clientUserId.trim(),
});

const isSameUser = (
  other: VolumeUserData,
  { clientUserId, location }: Pick<UserInput, 'clientUserId' | 'location'>,
  locationId: string,
): boolean =>
  clientUserId !== '' &&
  other.clientUserId === clientUserId &&
  !isElsewhere(other, { location, locationId });

/** What can be recorded about a user and Apple's terms (B12). */
export const TERMS_STEPS = ['invited', 'reminded', 'accepted', 'retired', 'returned'] as const;

/** What can be recorded about a user and Apple's terms (B12). */
export type TermsStepKind = (typeof TERMS_STEPS)[number];

const FROM: Readonly<Record<TermsStepKind, readonly Terms[]>> = {
  invited: ['not-invited'],
  reminded: ['invited'],
  accepted: ['not-invited', 'invited'],
  retired: ['not-invited', 'invited', 'accepted'],
  returned: ['retired'],
};

/** Nobody can accept any more. */
const ENDS_INVITE: readonly TermsStepKind[] = ['accepted', 'retired'];

/**
 * Whether it is allowed for a user in the current state. Users of another system are shown but not
 * managed here (seed 001).
 */
export const canSayTerms = (user: VolumeUser, kind: TermsStepKind, edition: string): boolean =>
  !isLeftAlone(user.data, edition) && FROM[kind].includes(termsOf(user));

/**
 * Records a user's status with the terms, as of a day. A retired user keeps the licences until they
 * are taken back: Apple frees them only then. An invitation is removed by the step that ends it.
 */
export const sayTerms = (
  user: VolumeUser,
  {
    kind,
    on,
    edition,
  }: { readonly kind: TermsStepKind; readonly on: Day; readonly edition: string },
  doing: Doing,
): LicenceResult<Draft<VolumeUserData>> => {
  if (isLeftAlone(user.data, edition)) return refuse('foreign-user');
  if (!FROM[kind].includes(termsOf(user))) return refuse(`is-${termsOf(user)}`);
  // That someone looked at the invitation says nothing of when it was accepted.
  const problem = nextDayProblem(
    user.steps.filter((step) => step.kind !== INVITE_SHOWN),
    on,
    doing,
  );
  if (problem !== undefined) return problem;
  const data = ENDS_INVITE.includes(kind) ? withoutInvite(user.data) : user.data;
  return ok({ ...user, data, steps: withStep(user.steps, { kind, on }, doing) });
};
