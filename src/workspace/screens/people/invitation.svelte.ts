import type { DoorsOf, OpenInvitation } from '#data/sync/server/accounts-client.ts';
import type { Role } from '#data/sync/server/role.ts';
import { invite, type Invites } from '#workspace/work/people/invite.ts';
import { UnderWay } from '#ui/form/under-way.svelte.ts';
import type { JoinProblem } from '../join/joining.svelte.ts';

/** An invitation that this page made: its link is nowhere else. */
export type MadeInvitation = WaitingInvitation & { readonly link: string };

/** An invitation that waits until then, by this device's clock (ms). */
export type WaitingInvitation = {
  readonly id: string;
  readonly role: Role;
  readonly until: number;
};

/** What inviting needs. */
export type InvitingParts = Invites & {
  readonly doors: DoorsOf;
  /** Asks for the passphrase when codes are locked; false when it was not given. */
  readonly askUnlock: () => Promise<boolean>;
  readonly now: () => number;
};

/** The invitations to one workspace, as one screen makes and takes them back. */
export class Inviting {
  readonly #parts: InvitingParts;
  made = $state.raw<MadeInvitation>();
  /** Those that wait and were made before, whose links are not known any more. */
  others = $state.raw<readonly WaitingInvitation[]>([]);
  /** What the one who comes may do. */
  role = $state<Role>('member');
  problem = $state<JoinProblem>();
  readonly #making = new UnderWay();

  constructor(parts: InvitingParts) {
    this.#parts = parts;
  }

  get busy(): boolean {
    return this.#making.busy;
  }

  /** Looks which invitations wait; true when the one that was made here has been used since. */
  async look(): Promise<boolean> {
    const { made } = this;
    const found = await this.#parts.doors.invitations();
    if (!found.ok) return false;
    const others = found.value.filter(({ id }) => id !== this.made?.id);
    this.others = others.map((invitation) => this.#waiting(invitation));
    const isUsed =
      made !== undefined && this.made === made && found.value.every(({ id }) => id !== made.id);
    if (isUsed) this.made = undefined;
    return isUsed;
  }

  /**
   * Chooses what the one who comes may do; a link that was made for the other is taken back and
   * made again.
   */
  async choose(role: Role): Promise<void> {
    const { made } = this;
    this.role = role;
    if (made === undefined || made.role === role) return;
    // Nobody is to send the link of before meanwhile.
    this.made = undefined;
    if (await this.takeBack(made.id)) await this.make();
  }

  /** Makes one; whoever has its link may come in, once. */
  async make(): Promise<void> {
    if (this.busy || !(await this.#parts.askUnlock())) return;
    await this.#making.run(() => this.#makeOne());
  }

  async #makeOne(): Promise<void> {
    this.problem = undefined;
    const made = await invite(this.#parts, this.role);
    if (!made.ok) return void (this.problem = made.problem.code);
    this.made = { ...this.#waiting(made.value), link: made.value.link };
  }

  #waiting({ id, role, leftMs }: OpenInvitation): WaitingInvitation {
    return { id, role, until: this.#parts.now() + leftMs };
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
