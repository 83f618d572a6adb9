import { getContext, setContext } from 'svelte';
import type { Example } from '#core/example.ts';
import type { LocalTime } from '#core/day/local-time.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import type { Workspace } from '#workspace/rules/settings/workspace.ts';
import type { Language } from '#core/language/language.ts';
import type { NewWorkspace } from '#data/workspace/create-workspace.ts';
import type { OpenWorkspace } from '#data/workspace/open-workspace.ts';
import type { Records } from '#data/records/records.ts';
import {
  mayChange,
  openSettings,
  type DeviceSettings,
  type Settings,
  type WorkspaceHere,
} from '#data/device/settings.ts';
import { ALONE, type TabStatus } from '#data/sync/tabs/tab-status.ts';
import type { TabSync } from '#data/sync/tabs/tab-sync.ts';
import type { OpenedKeys } from '#data/vault/keys.ts';
import type { VaultState } from '#data/vault/held-keys.ts';
import type { KeyWaiter } from '#data/vault/derive/derive.ts';
import type { Vault } from '#data/vault/vault.ts';
import { liveWorkspace } from '#data/workspace/workspace-in.ts';
import { dayOfMoment, systemClock, type Clock } from '#platform/clock.ts';
import { InstallOffer } from './install/install-offer.svelte.ts';
import { live, type Live } from './live.ts';
import { AppUpdate } from './worker/app-update.svelte.ts';

/**
 * What someone wants who is asked to unlock: one lock has all of it, and its sheet names what it
 * is asked for.
 */
export type UnlockFor = 'codes' | 'token' | 'token-in' | 'invitation' | 'invitation-in' | 'all';

/**
 * Someone of the workspace asked to see what is locked; the root layout shows the unlock sheet and
 * answers.
 */
type UnlockQuestion = { readonly what: UnlockFor; readonly answer: (open: boolean) => void };

const HOUR = 3_600_000;

/** The composition root: everything a screen may use, put together once per page. */
export class App {
  readonly settings: Settings;
  readonly clock: Clock;
  /** New versions of the app, which wait for the user's tap. */
  readonly update: AppUpdate;
  /** Whether and how to suggest installing the app. */
  readonly install: InstallOffer;
  #device: Live<DeviceSettings>;
  #workspace = $state.raw<OpenWorkspace>();
  #sync = $state.raw<{ readonly tab: TabSync; readonly status: Live<TabStatus> }>();
  /** What this tab made the workspace in use. */
  #entered = '';
  #ends: readonly (() => Promise<unknown>)[] = [];
  #today = $state('');
  #now = $state(0);
  #hour = $derived(Math.floor(this.#now / HOUR));
  #unlock = $state.raw<UnlockQuestion>();

  constructor(settings: Settings = openSettings(), clock: Clock = systemClock) {
    this.settings = settings;
    this.clock = clock;
    this.update = new AppUpdate(clock);
    this.install = new InstallOffer(settings, clock);
    this.#device = live(settings.changes$, settings.current);
    this.tick();
  }

  /** Opens the workspace this device used last; without one there is only the first start. */
  async open(): Promise<void> {
    const { workspace } = this.settings.current;
    if (workspace !== '' && this.#workspace === undefined) await this.enter(workspace);
  }

  /** Makes a workspace of this device the one in use. */
  async enter(id: string, opened?: OpenedKeys): Promise<void> {
    const { openWorkspace } = await import('#data/workspace/open-workspace.ts');
    const { settings, clock } = this;
    const next = await openWorkspace(id, {
      settings,
      clock,
      ...(opened === undefined ? {} : { opened }),
    });
    await this.leave();
    this.#workspace = next;
    this.#people = live(next.records.live({ kind: 'person' }), []);
    this.#shared = live(liveWorkspace(next.records), undefined);
    this.#vaultState = live(next.vault.state$, next.vault.isOpen ? 'open' : 'locked');
    this.#entered = id;
    if (settings.current.workspace !== id) settings.change({ workspace: id });
  }

  /** Closes the workspace in use; its data stays on the device. */
  async leave(): Promise<void> {
    const [before, sync] = [this.#workspace, this.#sync];
    this.#workspace = this.#sync = undefined;
    const ends = this.#ends;
    this.#ends = [];
    await Promise.all(ends.map((end) => end()));
    await sync?.tab.stop();
    before?.vault.close();
    await before?.database.close();
  }

  /**
   * Ends what works for the workspace in use when it is left: leaving waits until that has ended,
   * since it may still write.
   */
  endWhenLeft(end: () => Promise<unknown>): void {
    this.#ends = [...this.#ends, end];
  }

  /**
   * Keeps the workspace in step with its server, if it has one; the example has none. After the
   * first paint.
   */
  async startSync(): Promise<void> {
    if (this.isDemo) return;
    const { openTabSync } = await import('#data/sync/tabs/tab-sync.ts');
    const workspace = this.#workspace;
    if (workspace === undefined || this.#sync !== undefined) return;
    const { id, database, records } = workspace;
    const { clock, settings } = this;
    const tab = openTabSync({
      workspaceId: id,
      collection: database.records,
      records,
      clock,
      settings,
    });
    this.#sync = { tab, status: live(tab.status$, ALONE) };
  }

  /**
   * Calls back once when another tab makes another workspace the one in use, or leaves this one.
   */
  onMoved(moved: () => void): () => void {
    let isReported = false;
    // By hand: rxjs' own operators would lie in what home draws with.
    const listening = this.settings.elsewhere$.subscribe(({ workspace }) => {
      if (isReported || workspace === this.#entered) return;
      isReported = true;
      moved();
    });
    return () => listening.unsubscribe();
  }

  /** Reactive: what this device knows of the workspace in use. */
  get #here(): WorkspaceHere | undefined {
    return this.device.workspaces[this.#workspace?.id ?? ''];
  }

  /**
   * Reactive: whether this device was let in and still fetches the records, or does not know who
   * uses it.
   */
  get isJoining(): boolean {
    return this.#here?.joining === true;
  }
  /** Reactive: whether this device may change records, or only read them (X18). */
  get mayChange(): boolean {
    return mayChange(this.#here);
  }
  /**
   * False when the browser threw the workspace's records away and kept only its name. A keyring
   * that someone deleted is no such sign.
   */
  async isWhole(): Promise<boolean> {
    if (this.isJoining || (await this.records.get(KEYRING_ID)) !== undefined) return true;
    return (await this.opened.database.records.findOne().exec()) !== null;
  }

  /**
   * Erases the workspace in use from this device: the example that is left, or one whose records
   * are gone or never came. The user's own other one, if there is one, is in use then, once the
   * page is loaded again.
   */
  async eraseHere(): Promise<void> {
    this.#entered = await (await import('./make-workspace.ts')).eraseHere(this);
  }

  /**
   * Makes a workspace, known to the device from then on, and enters it with its vault open. False
   * when another tab had made one first: that one is entered then, and nothing is made.
   */
  async createWorkspace(made: NewWorkspace, waiter?: KeyWaiter): Promise<boolean> {
    return (await import('./make-workspace.ts')).makeWorkspace(this, made, waiter);
  }

  /** Makes and enters the example workspace, filled with what each programme shows. */
  async startDemo(examples: readonly Example[], waiter?: KeyWaiter): Promise<void> {
    await (await import('./make-workspace.ts')).makeDemo(this, examples, waiter);
  }

  #people = $state.raw<Live<Person[]>>();
  #shared = $state.raw<Live<Workspace | undefined>>();
  #vaultState = $state.raw<Live<VaultState>>();

  /** Reactive: how the workspace is kept in step. */
  get syncStatus(): TabStatus {
    return this.#sync?.status.current ?? ALONE;
  }
  get sync(): TabSync | undefined {
    return this.#sync?.tab;
  }
  get hasWorkspace(): boolean {
    return this.#workspace !== undefined;
  }
  /** The workspace in use; throws without one. */
  get opened(): OpenWorkspace {
    if (this.#workspace === undefined) throw new Error('no workspace is open');
    return this.#workspace;
  }
  get workspaceId(): string {
    return this.opened.id;
  }
  get records(): Records {
    return this.opened.records;
  }
  get vault(): Vault {
    return this.opened.vault;
  }
  /** Reactive: whether codes can be opened now. */
  get vaultIsOpen(): boolean {
    return this.#vaultState?.current === 'open';
  }
  get people(): readonly Person[] {
    return this.#people?.current ?? [];
  }
  /**
   * The workspace's shared settings, as far as they are understood; undefined until they are read.
   */
  get workspace(): Workspace | undefined {
    return this.#shared?.current;
  }
  /** The workspace's name, known to the device before any record is read. */
  get workspaceName(): string {
    return this.workspace?.data.name || this.#here?.name || '';
  }
  /** Person id of the one who uses this device. */
  get me(): string {
    return this.#here?.person ?? '';
  }
  /** Reactive: settings of this device. */
  get device(): DeviceSettings {
    return this.#device.current;
  }
  get language(): Language {
    return this.device.language || (navigator.language.startsWith('en') ? 'en' : 'sv');
  }
  /** Whether this is the example workspace, which is marked on every screen and never synced. */
  get isDemo(): boolean {
    return this.#here?.demo !== undefined;
  }
  /** Reactive: the device's local day. */
  get today(): string {
    return this.#today;
  }
  /**
   * Reactive: what time it is where the user is, as the clock was last looked at. For what ends
   * with a moment.
   */
  get time(): LocalTime {
    return { now: this.#now, today: this.#today, dayOf: dayOfMoment };
  }
  /**
   * Reactive: the same by the hour. For long lists of what ends with a day, Adobe's or the user's:
   * days begin with an hour.
   */
  get hour(): LocalTime {
    return { now: this.#hour * HOUR, today: this.#today, dayOf: dayOfMoment };
  }
  /**
   * Looks at the clock: called each minute and when the app comes into sight, so that midnight and
   * a token's end are seen.
   */
  tick(): void {
    this.#now = this.clock.now();
    this.#today = this.clock.today();
  }

  /**
   * True once the vault is open: asks for the passphrase when it is not, and names what it is asked
   * for.
   */
  askUnlock(what: UnlockFor = 'codes'): Promise<boolean> {
    if (this.vault.isOpen) return Promise.resolve(true);
    this.#unlock?.answer(false);
    return new Promise((resolve) => (this.#unlock = { what, answer: resolve }));
  }
  /** What the passphrase is asked for. */
  get unlockFor(): UnlockFor | undefined {
    return this.#unlock?.what;
  }
  get unlockIsAsked(): boolean {
    return this.#unlock !== undefined;
  }
  answerUnlock(open: boolean): void {
    this.#unlock?.answer(open);
    this.#unlock = undefined;
  }
}

let started: Promise<App> | undefined;

/** The app of this page, opened at the first call. */
export const startApp = (): Promise<App> => {
  started ??= (async () => {
    const app = new App();
    await app.open();
    return app;
  })();
  return started;
};

const key = Symbol('app');

/** Gives the app to all components below. */
export const provideApp = (app: App): App => setContext(key, app);

/** The app that the root layout gives. */
export const useApp = (): App => getContext<App>(key);
