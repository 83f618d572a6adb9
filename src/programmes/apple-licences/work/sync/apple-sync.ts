import { BehaviorSubject } from 'rxjs';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { SyncEnd } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import type { Clock } from '#platform/clock.ts';
import { holding } from '#platform/held.ts';
import { chance } from '#platform/ids.ts';
import { reportBug } from '#platform/report-bug.ts';
import { wait } from '#platform/wait.ts';
import type { ImportParts } from '#data/import/trial.ts';
import { connectionOf, type OwnConnection } from '#data/sync/server/connection.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import type { Vault } from '#data/vault/vault.ts';
import { appleClient, type AppleClient } from '../api/client.ts';
import type { Hold } from '../api/line.ts';
import { canAskApple } from '../api/relay-here.ts';
import { DATE, throughRelay, type Send } from '../api/send.ts';
import type { SyncProgress } from './sync-location.ts';
import { openedText } from './opened-text.ts';
import { syncToken } from './sync-token.ts';
import { Tries } from './tries.ts';
import { holdToken, WorkspaceLeft, type TurnedAway } from './turned-away.ts';
import { readOne } from '#data/records/read-under.ts';

/** The state of the tokens of a workspace and Apple, in this tab. */
export type AppleSyncState = {
  /** Whether the workspace's own server passes calls on; undefined until that is known. */
  readonly canAsk: boolean | undefined;
  /** The token that is being synced, and how far that is. */
  readonly running?:
    | { readonly token: string; readonly progress: SyncProgress | undefined }
    | undefined;
  /** Tokens whose sync is due and waits until codes are unlocked. */
  readonly waiting: readonly string[];
  /** Apple wants to be left alone, or does not answer: it is asked again at this moment (ms). */
  readonly waitsUntil?: number | undefined;
  /**
   * How far this device's clock is ahead of the server's (ms), negative where behind; undefined
   * while they agree.
   */
  readonly clockAhead?: number | undefined;
};

/** What it works with. */
export type AppleSyncParts = ImportParts & {
  readonly vault: Vault;
  readonly workspaceId: string;
  readonly clock: Clock;
  /** The app's own address with its host. */
  readonly root: string;
  /** Whether this device may write, and has all that others wrote. */
  readonly isReady: () => boolean;
};

/** How a sync ended, or why it did not begin. */
export type SyncAnswer = SyncEnd | NotBegun;

/**
 * Why nothing was asked: another tab asks, no server passes calls on or none answers, the token's
 * text is not kept here, or the workspace is left.
 */
export type NotBegun = {
  readonly ok: false;
  readonly code: 'busy-tab' | 'no-endpoint' | 'no-reply' | 'no-text' | 'stopped';
};

/** Clocks that are nearer than this (ms) agree: no day is counted otherwise for it. */
const CLOCK_MS = 10 * 60_000;

/** A shorter wait (ms) is over before it is read. */
const TOLD_MS = 5_000;

const NO_TEXT: NotBegun = { ok: false, code: 'no-text' };

/** Why it did not begin where it may another time: what is due, or waits, is and does so still. */
const NOT_YET = ['busy-tab', 'no-reply', 'stopped'];

const STOPPED: NotBegun = { ok: false, code: 'stopped' };

/**
 * Syncs a workspace's tokens with Apple: those that are due by itself, and any by hand. Nothing
 * happens before it is asked to look.
 */
export class AppleSync {
  readonly #parts: AppleSyncParts;
  readonly state$ = new BehaviorSubject<AppleSyncState>({ canAsk: undefined, waiting: [] });
  readonly #stopped = new AbortController();
  readonly #hold: Hold = {};
  #halted = new AbortController();
  #isLooking = false;
  /** Asked to look while it did: what it looked at may be over. */
  #looksAgain = false;
  readonly #tries: Tries;
  /** What this tab asks, one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  /** What leaving the workspace waits for. */
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(parts: AppleSyncParts) {
    this.#parts = parts;
    this.#tries = new Tries(parts.clock);
  }

  /**
   * Syncs one now. `bearer` is its file's text where that is not kept here. Throws `VaultLocked`.
   * What a lock cuts off goes on once it is open.
   */
  async syncNow(id: string, bearer?: string): Promise<SyncAnswer> {
    const { records, vault, workspaceId } = this.#parts;
    const report = (progress?: SyncProgress): void =>
      this.#say({ running: { token: id, progress } });
    let hasBegun = false;
    const syncing = async (
      client: AppleClient,
      { left, locked }: TurnedAway,
    ): Promise<SyncEnd | undefined> => {
      hasBegun = true;
      report();
      this.#halted = new AbortController();
      const signal = AbortSignal.any([left, this.#halted.signal, locked]);
      try {
        return await syncToken(
          { records, vault, workspaceId, client, signal, onProgress: report },
          id,
        );
      } finally {
        this.#say({ running: undefined });
      }
    };
    // Without a text that is kept here someone has to choose the file again.
    const waits = (isCutOff: boolean): void => this.#waits(id, isCutOff && bearer === undefined);
    try {
      const ended = (await this.#ask(id, syncing, bearer)) ?? NO_TEXT;
      const isOver = hasBegun || ended.ok || !NOT_YET.includes(ended.code);
      if (isOver) waits(!ended.ok && ended.code === 'vault-locked');
      return ended;
    } catch (error) {
      if (error instanceof VaultLocked) waits(true);
      throw error;
    }
  }

  /**
   * Access to Apple for a token, for as long as the work lasts; no other tab uses it meanwhile. An
   * automatic sync gives way to a person, and continues another time. The work learns when it is
   * turned away: nothing of it is written after the workspace is left, and leaving waits until it
   * has ended. Throws `VaultLocked`.
   */
  asking<T>(
    id: string,
    work: (client: AppleClient, turnedAway: TurnedAway) => Promise<T>,
    bearer?: string,
  ): Promise<T | NotBegun> {
    if (this.#isLooking) this.halt();
    return this.#ask(id, work, bearer);
  }

  /** Looks whether some are due, and syncs them; with the vault locked it notes that they wait. */
  async look(): Promise<void> {
    this.#looksAgain = this.#isLooking;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      do {
        this.#looksAgain = false;
        await this.whileHere(() => this.#look());
      } while (this.#looksAgain);
    } finally {
      this.#isLooking = false;
    }
  }

  /** Ends what is under way; it goes on from there next time. */
  halt(): void {
    this.#looksAgain = false;
    this.#halted.abort();
  }

  /** Ends for good: the workspace is left. Resolves once nothing more of it is read or written. */
  async stop(): Promise<void> {
    this.#stopped.abort(new WorkspaceLeft('the workspace is left'));
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  /**
   * Does something with the workspace's records, which leaving it waits for; once it is left
   * nothing is done, and undefined answered.
   */
  async whileHere<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#stopped.signal.aborted) return undefined;
    const doing = work();
    this.#underWay.add(doing);
    try {
      return await doing;
    } finally {
      this.#underWay.delete(doing);
    }
  }

  /** A wait that is long enough to be told. */
  readonly #waiting = async (ms: number, signal: AbortSignal): Promise<void> => {
    if (ms < TOLD_MS) return wait(ms, signal);
    this.#say({ waitsUntil: this.#parts.clock.now() + ms });
    await wait(ms, signal);
    this.#say({ waitsUntil: undefined });
  };

  /** Notes with each answer how far the two clocks are apart: days are counted by this one. */
  #minding(send: Send): Send {
    return async (call, signal) => {
      const reply = await send(call, signal);
      const ahead = this.#parts.clock.now() - Date.parse(reply.headers[DATE] ?? '');
      const clockAhead = Math.abs(ahead) > CLOCK_MS ? ahead : undefined;
      if (clockAhead === undefined || this.state$.value.clockAhead === undefined)
        this.#say({ clockAhead });
      return reply;
    };
  }

  async #ask<T>(
    id: string,
    work: (client: AppleClient, turnedAway: TurnedAway) => Promise<T>,
    bearer?: string,
  ): Promise<T | NotBegun> {
    const asked = await this.whileHere(async () => {
      const to = await this.#connection();
      if (typeof to === 'string') return { it: { ok: false, code: to } as const };
      if (!this.#parts.vault.isOpen) throw new VaultLocked();
      const inTurn = async () => ({ it: await this.#askOver(to, id, work, bearer) });
      const turn = this.#turn.then(() => holding(`volym-apple-${this.#parts.workspaceId}`, inTurn));
      this.#turn = turn.catch(() => undefined);
      return (await turn) ?? { it: { ok: false, code: 'busy-tab' } as const };
    });
    return asked === undefined ? STOPPED : asked.it;
  }

  /** The text is opened when its turn has come, and no sooner. */
  async #askOver<T>(
    to: OwnConnection,
    id: string,
    work: (client: AppleClient, turnedAway: TurnedAway) => Promise<T>,
    bearer?: string,
  ): Promise<T | NotBegun> {
    const { records, vault, clock } = this.#parts;
    const left = this.#stopped.signal;
    if (left.aborted) return STOPPED;
    if (!vault.isOpen) throw new VaultLocked();
    const text = bearer ?? (await openedText(vault, await readOne(records, id, 'content-token')));
    if (text === undefined) return NO_TEXT;
    const opened = holdToken(vault, text);
    const world = { now: () => clock.now(), random: chance, wait: this.#waiting, hold: this.#hold };
    const client = appleClient({ ...world, send: this.#minding(throughRelay(to, opened.text)) });
    try {
      return await work(client, { left, locked: opened.locked });
    } finally {
      opened.letGo();
    }
  }

  async #look(): Promise<void> {
    try {
      const due = this.#parts.isReady() ? await this.#due() : [];
      const isAsked = this.state$.value.canAsk === undefined || due.length > 0;
      const isThere = isAsked && typeof (await this.#connection()) !== 'string';
      const waits = isThere && !this.#parts.vault.isOpen;
      this.#say({ waiting: waits ? due.map(({ id }) => id) : [] });
      if (isThere && !waits) await this.#syncAll(due);
    } catch (error) {
      // Locked meanwhile: it is noted that it waits.
      if (!(error instanceof VaultLocked)) throw error;
    }
  }

  #waits(id: string, isCutOff: boolean): void {
    const others = this.state$.value.waiting.filter((other) => other !== id);
    this.#tries.ended(id, isCutOff);
    this.#say({ waiting: isCutOff ? [...others, id] : others });
    // Opened again before it had ended: nobody else would look.
    if (isCutOff && this.#parts.vault.isOpen)
      void this.look().catch((error: unknown) =>
        reportBug('a sync with Apple did not go on', error),
      );
  }

  #say(more: Partial<AppleSyncState>): void {
    this.state$.next({ ...this.state$.value, ...more });
  }

  /**
   * The way to the server; or that it asks nobody, or that it does not answer just now, which says
   * nothing of what it does.
   */
  async #connection(): Promise<OwnConnection | 'no-endpoint' | 'no-reply'> {
    const known = await connectionOf(this.#parts.workspaceId);
    const canAsk = await canAskApple(this.#parts.root, known, { signal: this.#stopped.signal });
    if (canAsk === undefined) return 'no-reply';
    this.#say({ canAsk });
    return canAsk ? (known as OwnConnection) : 'no-endpoint';
  }

  async #syncAll(due: readonly ContentToken[]): Promise<void> {
    for (const token of due) {
      const ended = await this.syncNow(token.id);
      if (ended.ok || ended.code !== 'vault-locked') this.#tries.tried(token);
      const isOver = this.#stopped.signal.aborted || this.#halted.signal.aborted;
      if (isOver || (!ended.ok && ended.code === 'busy-tab')) return;
    }
  }

  async #due(): Promise<ContentToken[]> {
    const tokens = await this.#parts.records.find({
      kind: 'content-token',
      isReadable: true,
    });
    return tokens.filter((token) => this.#tries.isDue(token));
  }
}
