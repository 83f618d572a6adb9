import { comeInAtCouch, connectToCouch } from '#data/sync/couch/come-in-couch.ts';
import { couchServerIn } from '#data/sync/couch/couch-address.ts';
import {
  lookIntoCouch,
  type CouchLogin,
  type FoundWorkspace,
} from '#data/sync/couch/couch-door.ts';
import { noteOpenedOutside } from '#data/vault/keyring/opened-outside.ts';
import { outsideLock, type OutsideLock } from '#data/vault/lock/outside-lock.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { Entering } from '../join/entering.svelte.ts';
import { tellDevice } from '#workspace/work/sync/tell-device.ts';

/** Why it did not go on. */
export type CouchJoinProblem = keyof Texts['couch']['problems'];

/** A workspace on its way to a CouchDB, or a device without one on its way in there. */
export class CouchJoining extends Entering<CouchJoinProblem> {
  readonly #app: App;
  /** Where the app was loaded from. */
  readonly #here: string;
  address = $state('');
  database = $state('');
  user = $state('');
  password = $state('');
  /** The keyring that was found there, to be opened. */
  lock = $state.raw<OutsideLock>();
  #found: (FoundWorkspace & { readonly login: CouchLogin }) | undefined;

  constructor(app: App, here: string) {
    super();
    this.#app = app;
    this.#here = here;
  }

  /** Whether this device has a workspace, which is connected then; without one it comes in. */
  get connects(): boolean {
    return this.#app.hasWorkspace && !this.#app.isDemo;
  }
  get isFilled(): boolean {
    return [this.address, this.database, this.user, this.password].every(
      (text) => text.trim() !== '',
    );
  }
  /** The host that was found; '' before. */
  get host(): string {
    return this.#found?.login.server.split('/')[2] ?? '';
  }

  /**
   * Asks the server; true when the workspace is connected, while one that is to be opened has its
   * `lock` from then on.
   */
  go(): Promise<boolean> {
    return this.working('a CouchDB was not entered', async () => {
      const server = couchServerIn(this.address, this.#here);
      if (!server.ok) return this.refused(server.problem.code);
      const { password } = this;
      const login = {
        server: server.value,
        database: this.database.trim(),
        user: this.user.trim(),
        password,
      };
      return this.connects ? this.#connect(login) : this.#look(login);
    });
  }

  async #connect(login: CouchLogin): Promise<boolean> {
    const { workspaceId, me, mayChange, records } = this.#app;
    if (!mayChange) return this.refused('only-reads');
    const done = await connectToCouch(login, workspaceId);
    if (!done.ok) return this.refused(done.problem.code);
    await tellDevice(records, done.value.device, me);
    await this.#app.startSync();
    this.#app.sync?.connected();
    return true;
  }

  async #look(login: CouchLogin): Promise<false> {
    const found = await lookIntoCouch(login, { mayMake: false });
    if (!found.ok) return this.refused(found.problem.code);
    if (found.value === undefined) return this.refused('no-workspace');
    this.#found = { ...found.value, login };
    const { settings, clock } = this.#app;
    this.lock = outsideLock(found.value, { settings, clock, onlocked: () => this.#locked() });
    return false;
  }

  /** It locked by itself before anything was made of it: it is asked for again. */
  #locked(): void {
    if (this.busy) return;
    this.forget();
    this.refused('locked');
  }

  /** Comes in once the keyring is open; the records are fetched from then on. */
  enter(): Promise<boolean> {
    return this.working('a CouchDB was not entered', async () => {
      const [found, keys] = [this.#found, this.lock?.opened];
      if (found === undefined || keys === undefined) return false;
      const { workspace, login } = found;
      const done = await comeInAtCouch(login, { workspace, keys }, this.#app.settings);
      this.forget();
      if (!done.ok) return this.refused(done.problem.code);
      if (this.#app.hasWorkspace && this.#app.isDemo) await this.#app.eraseHere();
      await this.#app.enter(workspace);
      await this.#app.startSync();
      if (this.#app.isJoining) return true;
      await tellDevice(this.#app.records, done.value.device, this.#app.me);
      await noteOpenedOutside(this.#app);
      return true;
    });
  }

  /** Leaves the keyring that was found, and is where the address is typed. */
  forget(): void {
    this.lock?.forget();
    [this.lock, this.#found] = [undefined, undefined];
  }
}
