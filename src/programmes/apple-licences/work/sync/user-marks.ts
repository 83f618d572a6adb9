import type { LicenceUser } from '#programmes/apple-licences/rules/api/location-records.ts';
import { isLeftAlone } from '#programmes/apple-licences/rules/user/foreign-users.ts';
import { inviteSealedAt } from '#programmes/apple-licences/rules/user/user-invitation.ts';
import { peopleOf } from '#programmes/apple-licences/rules/licence/licence-people.ts';
import type { VolumeUserData } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { Sealed } from '#core/record/sealed.ts';
import type { Draft } from '#core/record/record.ts';
import { plannedChange, type PlannedChange } from '#data/import/import-task.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import type { Vault } from '#data/vault/vault.ts';
import type { Adorn } from './store-listing.ts';

type Marking = {
  readonly vault: Pick<Vault, 'seal' | 'open' | 'keyedId'>;
  readonly uId: string;
  readonly users: readonly LicenceUser[];
  /** Users that come now for the first time were made by another system (B7). */
  readonly isForeign: boolean;
  /**
   * Edition of the accounts rule: the first keeps nothing of what lets another system's users in.
   */
  readonly edition: string;
};

/**
 * What users of Apple's get beside what a list says: the code of an invitation, sealed before
 * anything is written and dropped once it was accepted, and whether another system made them.
 */
export const userMarks =
  ({ vault, uId, users, isForeign, edition }: Marking): Adorn =>
  async ({ known, plan }) => {
    const codes = new Map(
      peopleOf(users).map(({ clientUserId, active }) => [
        clientUserId,
        active?.status === 'registered' ? active.inviteCode : '',
      ]),
    );
    const seal = (id: string, code: string) => vault.seal(code, inviteSealedAt(id));
    const sealed = new Map<string, Awaited<ReturnType<Vault['seal']>>>();
    for (const { id, state, data } of plan.users) {
      const code = codes.get(data.clientUserId ?? '') ?? '';
      if (state === 'new' && code !== '' && !isLeftAlone({ isForeign }, edition))
        sealed.set(id, await seal(id, code));
    }
    const changes: PlannedChange[] = [];
    for (const user of known.users) {
      const { invite, clientUserId, locationId } = user.data;
      const code = isLeftAlone(user.data, edition) ? '' : codes.get(clientUserId);
      if (code === undefined || locationId !== uId) continue;
      const isKept =
        invite !== undefined && code !== '' && (await openedOr(vault, user.id, invite)) === code;
      const to = code === '' ? '' : isKept ? invite : await seal(user.id, code);
      if (to === (invite ?? '')) continue;
      changes.push(
        plannedChange({ id: user.id, fields: { invite: { from: invite ?? '', to } } }, [], user),
      );
    }
    return { changes, fresh: (draft) => marked(draft, sealed.get(draft.id), isForeign) };
  };

/** What is kept; '' where it was sealed with keys that are gone: Apple's own takes its place. */
const openedOr = async (vault: Marking['vault'], id: string, invite: Sealed): Promise<string> => {
  try {
    return await vault.open(invite, inviteSealedAt(id));
  } catch (error) {
    if (error instanceof VaultLocked) throw error;
    return '';
  }
};

const marked = (draft: Draft, invite: VolumeUserData['invite'], isForeign: boolean): Draft =>
  draft.kind !== 'volume-user'
    ? draft
    : {
        ...draft,
        data: {
          ...draft.data,
          ...(invite === undefined ? {} : { invite }),
          ...(isForeign ? { isForeign } : {}),
        },
      };
