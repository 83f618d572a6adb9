import { ok } from '#core/result.ts';
import { sealedForNewcomer } from '#data/sync/keys/handed-keys.ts';
import type { DoorsOf } from '#data/sync/server/accounts-client.ts';
import { invitationLink, type Names } from '#data/sync/server/link.ts';
import type { Role } from '#data/sync/server/role.ts';
import type { Vault } from '#data/vault/vault.ts';

/** What an invitation is made of. */
export type Invites = {
  readonly doors: Pick<DoorsOf, 'invite'>;
  readonly vault: Vault;
  /** The address of the screen that reads links. */
  readonly join: string;
  /** What the link says of who invites, and to what. */
  readonly names: () => Names;
};

/** Makes an invitation with its link, which hands over the keys and is nowhere else. */
export const invite = async ({ doors, vault, join, names }: Invites, role: Role) => {
  const { opens, keys } = await sealedForNewcomer(vault);
  const made = await doors.invite(role, keys);
  if (!made.ok) return made;
  const { invitation } = made.value;
  const link = invitationLink({ ...names(), join, opens, invitation, role });
  return ok({ ...made.value, role, link });
};
