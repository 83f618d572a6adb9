import type { Person } from '#workspace/rules/people/person.ts';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { comeInByInvitation, comeInBySetUp } from '#data/sync/server/come-in.ts';
import type { JoinLink } from '#data/sync/server/link.ts';
import type { App } from '#ui/app.svelte.ts';
import { live } from '#ui/live.ts';
import { askToKeep } from '../storage/ask-to-keep.ts';
import type { Texts } from '#ui/text.ts';
import { Entering } from './entering.svelte.ts';
import { beSomeone } from '#workspace/work/join/be-someone.ts';
import { tellCameBack, tellDevice } from '#workspace/work/sync/tell-device.ts';

/**
 * Where someone is who comes in by a link; a reload finds the same place, from what the device
 * knows.
 */
export type JoinStep =
  | 'paste'
  | 'workspace-first'
  | 'connect'
  | 'invited'
  | 'fetching'
  | 'who'
  | 'arrived';

/** Why it did not go on. */
export type JoinProblem = keyof Texts['sync']['problems'];

const isLocal = (address: string): boolean =>
  /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::|\/|$)/.test(address);

/** A device on its way into a workspace, or a workspace on its way to a server. */
export class Joining extends Entering<JoinProblem> {
  readonly #app: App;
  /** Where the app was loaded from, with its prefix and no slash at its end. */
  readonly #here: string;
  link = $state.raw<JoinLink>();

  constructor(app: App, here: string) {
    super();
    this.#app = app;
    this.#here = here;
  }

  /**
   * The server that the link leads to. Behind a proxy a server prints the address that it has on
   * its own computer, which is none for an app that came from elsewhere.
   */
  get #server(): string {
    const to = this.link?.server ?? this.#here;
    return isLocal(to) && !isLocal(this.#here) ? this.#here : to;
  }
  /** The host of that server where it is another than the one of the app; '' otherwise. */
  get elsewhere(): string {
    const [, , host = ''] = this.#server.split('/');
    return this.#here.split('/')[2] === host ? '' : host;
  }

  /**
   * Without it nothing of the workspace is whole: the device that invited may not have sent all
   * yet.
   */
  #keyring = $derived.by(() =>
    this.#app.isJoining
      ? live<unknown>(this.#app.records.liveOne(KEYRING_ID), undefined)
      : undefined,
  );

  get #reads(): boolean {
    return this.#app.device.workspaces[this.#app.workspaceId]?.onlyReads === true;
  }

  get step(): JoinStep {
    // A new link counts for more than a coming in that got stuck.
    if (this.link?.kind === 'invited') return 'invited';
    if (this.#app.isJoining) {
      if (this.#app.syncStatus.inStepAt === 0 || this.#keyring?.current === undefined)
        return 'fetching';
      // A read-only user writes nothing that would carry a name.
      return this.#reads ? 'arrived' : 'who';
    }
    if (this.link === undefined) return 'paste';
    return this.#app.hasWorkspace && !this.#app.isDemo ? 'connect' : 'workspace-first';
  }

  /** Puts the link away, so that another one can be pasted. */
  forget(): void {
    [this.link, this.problem] = [undefined, undefined];
  }

  /** Reads a link that was opened or pasted again. */
  follow(link: JoinLink): void {
    [this.link, this.problem] = [link, undefined];
  }

  /** Keeps this device's workspace in step with the link's server; true when it is connected. */
  connect(): Promise<boolean> {
    return this.working('coming in failed', async () => {
      const { link } = this;
      if (link?.kind !== 'set-up') return false;
      const { workspaceId: workspace, me } = this.#app;
      const done = await comeInBySetUp(link, { server: this.#server, workspace });
      if (!done.ok) return this.refused(done.problem.code);
      await tellDevice(this.#app.records, done.value.device, me);
      await this.#app.startSync();
      this.#app.sync?.connected();
      return true;
    });
  }

  /**
   * Comes in by the invitation; the records are fetched from then on. Who was here before is home
   * again at once.
   */
  join(): Promise<boolean> {
    return this.working('coming in failed', async () => {
      const { link } = this;
      if (link?.kind !== 'invited') return false;
      const { settings } = this.#app;
      const done = await comeInByInvitation(link, { server: this.#server, settings });
      if (!done.ok) return this.refused(done.problem.code);
      const { workspace, device, shutOut } = done.value;
      // What lets it in would be gone with the rest, and only someone of the workspace gives it
      // again.
      askToKeep();
      this.link = undefined;
      if (this.#app.hasWorkspace && this.#app.isDemo) await this.#app.eraseHere();
      const isHere = this.#app.hasWorkspace && this.#app.workspaceId === workspace;
      if (!isHere) await this.#app.enter(workspace);
      await this.#app.startSync();
      if (isHere) this.#app.sync?.connected();
      if (!this.#app.isJoining) {
        await tellDevice(this.#app.records, device, this.#app.me);
        await tellCameBack(this.#app.records, shutOut);
      }
      return true;
    });
  }

  /** Is in, and reads from then on. */
  arrive(): void {
    const { workspaceId, workspaceName, settings } = this.#app;
    settings.changeWorkspace(workspaceId, { name: workspaceName, joining: false });
  }

  /** Says who uses this device: someone of the workspace, or someone new by name. */
  be(who: Person | string): Promise<boolean> {
    return this.working('coming in failed', async () => {
      await beSomeone(this.#app, who);
      this.#app.sync?.tryNow();
      return true;
    });
  }
}
