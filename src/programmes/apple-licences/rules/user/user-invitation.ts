import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import type { Sealed } from '#core/record/sealed.ts';
import { withStep } from '#core/record/step.ts';
import { isLeftAlone } from './foreign-users.ts';
import { termsOf } from './user-terms.ts';
import type { VolumeUser, VolumeUserData } from './volume-user.ts';
import type { LicenceResult } from '../licence/licence-problem.ts';

/** Where the invitation of a user is sealed: what the vault binds it to. */
export const inviteSealedAt = (id: string): { readonly id: string; readonly field: 'invite' } => ({
  id,
  field: 'invite',
});

/** The step that logs a look at an invitation, as of a code: nothing builds on it. */
export const INVITE_SHOWN = 'revealed';

/**
 * The sealed invitation while it can still be accepted, of a user whom the edition does not leave
 * alone.
 */
export const openInvite = (user: VolumeUser, edition: string): Sealed | undefined =>
  canBeInvited(user) && !isLeftAlone(user.data, edition) ? user.data.invite : undefined;

/** Whether the terms are still to be accepted. */
export const canBeInvited = (user: Pick<VolumeUser, 'data' | 'steps'>): boolean =>
  ['not-invited', 'invited'].includes(termsOf(user));

/** Puts an invitation, sealed already, in the place of the one before. */
export const keepInvite = (
  user: VolumeUser,
  invite: Sealed,
  edition: string,
): LicenceResult<Draft<VolumeUserData>> => {
  if (isLeftAlone(user.data, edition)) return refuse('foreign-user');
  if (!canBeInvited(user)) return refuse(`is-${termsOf(user)}`);
  return ok({ ...user, data: { ...user.data, invite } });
};

/**
 * The data of a user without an invitation: it is over once the terms are accepted, or the user
 * retired.
 */
export const withoutInvite = ({ invite: _over, ...data }: VolumeUserData): VolumeUserData => data;

/**
 * Logs that the invitation was shown (X9): who and when. Refuses with `no-invite` where there is
 * none to accept.
 */
export const revealInvite = (
  user: VolumeUser,
  edition: string,
  doing: Doing,
): LicenceResult<Draft<VolumeUserData>> =>
  openInvite(user, edition) === undefined
    ? refuse('no-invite')
    : ok({ ...user, steps: withStep(user.steps, { kind: INVITE_SHOWN, on: doing.today }, doing) });
