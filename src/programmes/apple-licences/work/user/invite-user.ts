import {
  invitationTemplateFor,
  readInvite,
} from '#programmes/apple-licences/rules/user/invitation-link.ts';
import {
  inviteSealedAt,
  keepInvite,
  revealInvite,
} from '#programmes/apple-licences/rules/user/user-invitation.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { LicenceResult } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { ok, refuse } from '#core/result.ts';
import type { Sealed } from '#core/record/sealed.ts';
import { isFine } from '#data/records/read-record.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { Here, Sealing } from '../here.ts';
import { changeFields, type UndoMade } from '#data/records/change-fields.ts';
import { editionOf } from '../giving/read-licences.ts';

/** Logs a look at a user's invitation, and answers what was sealed. */
export const logLook = async (app: Here, id: string): Promise<LicenceResult<Sealed>> => {
  const logged = await app.records.change(
    id,
    onKind('volume-user', (user, doing) => revealInvite(user, editionOf(app), doing)),
  );
  if (!logged.ok) return logged;
  const { invite } = logged.value.data;
  return invite === undefined ? refuse('no-invite') : ok(invite);
};

/**
 * Seals what was pasted, a link or a code, in the place of the invitation before, and answers the
 * way back. Judges it before anyone is asked to unlock; refuses with `vault-locked` where that is
 * not done.
 */
export const pasteInvite = async (
  app: Here & Sealing<'invitation-in'>,
  id: string,
  written: string,
): Promise<LicenceResult<UndoMade>> => {
  const read = readInvite(written);
  if (!read.ok) return read;
  if (!(await app.askUnlock('invitation-in'))) return refuse('vault-locked');
  const sealed = await app.vault.seal(read.value, inviteSealedAt(id));
  return changeFields(app.records, { id, kind: 'volume-user' }, (user) =>
    keepInvite(user, sealed, editionOf(app)),
  );
};

/**
 * The address that the invitations of a user's location have, as far as a token here knows it; ''
 * otherwise.
 */
export const templateHere = async (
  { records }: Pick<Here, 'records'>,
  user: VolumeUser,
): Promise<string> => {
  const tokens = await records.find({ kind: 'content-token', isReadable: true });
  return invitationTemplateFor(user, tokens.filter(isFine));
};
