import type { DoorsOf, OpenInvitation } from '#data/sync/accounts-client.ts';
import { sealedForNewcomer } from '#data/sync/handed-keys.ts';
import { invitationLink } from '#data/sync/link.ts';
import type { Vault } from '#data/vault/vault.ts';
import type { JoinProblem } from './joining.svelte.ts';

/** An invitation that this page made: its link is nowhere else. */
export type MadeInvitation = OpenInvitation & { readonly link: string };

/** What inviting needs. */
export type InvitingParts = {
  readonly doors: DoorsOf;
  readonly vault: Vault;
  /** Asks for the passphrase when codes are locked; false when it was not given. */
  readonly askUnlock: () => Promise<boolean>;
  /** The address of the screen that reads links. */
  readonly join: string;
};

/** The invitations to one workspace, as one screen makes and takes them back. */
export class Inviting {
  readonly #parts: InvitingParts;
  made = $state.raw<MadeInvitation>();
  /** Those that wait and were made before, whose links are not known any more. */
  others = $state.raw<readonly OpenInvitation[]>([]);
  problem = $state<JoinProblem>();
  busy = $state(false);

  constructor(parts: InvitingParts) {
    this.#parts = parts;
  }

  /** Looks which invitations wait; true when the one that was made here has been used since. */
  async look(): Promise<boolean> {
    const { made } = this;
    const found = await this.#parts.doors.invitations();
    if (!found.ok) return false;
    this.others = found.value.filter(({ id }) => id !== this.made?.id);
    const isUsed = made !== undefined && this.made === made && found.value.every(({ id }) => id !== made.id);
    if (isUsed) this.made = undefined;
    return isUsed;
  }

  /** Makes one; whoever has its link may come in, once. */
  async make(): Promise<void> {
    const { doors, vault, askUnlock, join } = this.#parts;
    if (this.busy || !(await askUnlock())) return;
    [this.busy, this.problem] = [true, undefined];
    try {
      const { opens, keys } = await sealedForNewcomer(vault);
      const made = await doors.invite(keys);
      if (!made.ok) return void (this.problem = made.problem.code);
      const { id, until, invitation } = made.value;
      this.made = { id, until, link: invitationLink(join, invitation, opens) };
    } finally {
      this.busy = false;
    }
  }

  /** Takes one back; true when its link lets nobody in any more. */
  async takeBack(id: string): Promise<boolean> {
    const done = await this.#parts.doors.takeBack(id);
    if (!done.ok) this.problem = done.problem.code;
    else if (this.made?.id === id) this.made = undefined;
    await this.look();
    return done.ok;
  }
}
