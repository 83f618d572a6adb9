import { ok, type Result } from '#core/result.ts';
import type { TabStatus } from '#data/sync/tabs/tab-status.ts';
import type { ChangingSecret } from '#data/vault/keyring/change-secret.ts';
import type { KeyWaiter } from '#data/vault/derive/derive.ts';
import type { WrapSecret } from '#data/vault/keyring/keyring.ts';
import type { RotateUnder } from '#data/vault/keyring/rotate-keys.ts';
import { lockLater, type LocksLater } from '#data/vault/lock/lock-later.ts';
import type { Vault } from '#data/vault/vault.ts';
import type { VaultProblem } from '#data/vault/vault-problem.ts';
import { reportBug } from '#platform/report-bug.ts';
import { UnderWay } from '#ui/form/under-way.svelte.ts';
import { MakingKey } from '../unlock/making-key.svelte.ts';
import { Unlocking } from '../unlock/unlocking.svelte.ts';

/** What locks, and by which limits. */
type Locks = LocksLater & { readonly vault: Pick<Vault, 'untilLocked'> };

/** The workspace's sync state. */
type HowItStands = () => Pick<TabStatus, 'state'>;

/**
 * A passphrase or kit on its way to be replaced: what opens the vault now is asked for first.
 * Nothing is put in place while a server does not answer: someone else may change the keys
 * meanwhile, and what was made here would open nothing.
 */
export class Changing {
  readonly unlocking: Unlocking;
  /** Whether the keys are at hand. */
  isProved = $state(false);
  problem = $state.raw<VaultProblem>();
  /** What the browser says of the network, once the screen has asked. */
  online = $state<boolean>();
  /** Whether the screen is gone; what was stored before counts all the same. */
  isLeft = false;
  /** The keys that are made for what takes the place of the old. */
  readonly making = new MakingKey();
  readonly #working = new UnderWay();
  readonly #secret: ChangingSecret;
  readonly #sync: HowItStands;
  /** The passphrase of example data, which is filled in whenever it is asked for. */
  readonly #phrase: string;
  /** Starts the time for which a proof is valid; returns how to stop. */
  #begin: () => () => void = () => () => undefined;
  #stop: (() => void) | undefined;
  #isLocked = false;
  #onforgotten: () => void = () => undefined;

  constructor(secret: ChangingSecret, sync: HowItStands, phrase = '') {
    [this.#secret, this.#sync, this.#phrase] = [secret, sync, phrase];
    this.unlocking = new Unlocking(secret, phrase);
  }

  get busy(): boolean {
    return this.#working.busy;
  }
  /** Whether the workspace has a server that does not answer. */
  get isUnreached(): boolean {
    const { state } = this.#sync();
    return state !== 'alone' && (this.online === false || !['in-step', 'fetching'].includes(state));
  }

  proved(): void {
    [this.isProved, this.problem, this.#isLocked] = [true, undefined, false];
    this.#stop?.();
    this.#stop = this.#begin();
  }

  /** Puts another secret in the place of the one of its kind; true when it counts from now on. */
  replace(next: WrapSecret): Promise<boolean> {
    // One wraps, and one opens what was wrapped.
    return this.#once((waiter) => this.#secret.replace(next, waiter), 2);
  }

  /**
   * Puts other keys in the place of those that were, and opens `vault` with them, unless it was
   * locked meanwhile; without a passphrase the proved one stays.
   */
  rotate(
    kit: RotateUnder['kit'],
    passphrase: string | undefined,
    vault: Pick<Vault, 'unlock' | 'untilLocked'>,
  ): Promise<boolean> {
    const { untilLocked } = vault;
    return this.#once(async (waiter) => {
      const done = await this.#secret.rotate(kit, passphrase, waiter);
      if (!done.ok) return done;
      if (untilLocked.aborted) return ok(undefined);
      // They count from now on; where they do not open at once, they are asked for as on every
      // other device.
      await vault
        .unlock(done.value, waiter)
        .catch((error: unknown) => reportBug('the new keys were not opened', error));
      return ok(undefined);
    });
  }

  async #once(
    work: (waiter: KeyWaiter) => Promise<Result<void, VaultProblem>>,
    keys = 0,
  ): Promise<boolean> {
    if (this.busy || this.isUnreached || this.isLeft) return false;
    this.problem = undefined;
    const isDone = (await this.#working.run(() => this.#tried(work, keys))) === true;
    // Locked meanwhile: where it is done nothing is left to ask for, and what is left to do is
    // shown.
    if (this.#isLocked && isDone) this.#secret.forget();
    else if (this.#isLocked) this.#lock(this.problem);
    return isDone;
  }

  async #tried(
    work: (waiter: KeyWaiter) => Promise<Result<void, VaultProblem>>,
    keys: number,
  ): Promise<boolean> {
    try {
      const done = await this.making.during(work, keys);
      if (!done.ok && done.problem.code !== 'given-up') this.problem = done.problem;
      // What was proved holds keys that count no more: it is asked for again, and what was drawn or
      // printed stays.
      if (this.problem?.code === 'keys-changed') this.#unprove();
      return done.ok;
    } catch (error) {
      reportBug('no other secret was put in place', error);
      this.problem = { code: 'not-changed' };
      return false;
    }
  }

  /**
   * Forgets the keys with each lock of the vault, and after the time at which it would lock if it
   * were open, until the returned function is called: the user has to prove themselves again, and
   * `onforgotten` is called. Work in progress continues.
   */
  forgetWithLock(locks: Locks, onforgotten: () => void = () => undefined): () => void {
    const stop = new AbortController();
    const watch = (): void => {
      const locked = (): void => {
        this.#lock();
        watch();
      };
      locks.vault.untilLocked.addEventListener('abort', locked, {
        once: true,
        signal: stop.signal,
      });
    };
    watch();
    this.#onforgotten = onforgotten;
    this.#begin = () => lockLater(locks, () => this.#lock());
    if (this.isProved) this.#stop = this.#begin();
    return () => {
      stop.abort();
      this.#stop?.();
      this.#begin = () => () => undefined;
    };
  }

  #lock(problem: VaultProblem = { code: 'locked' }): void {
    this.#isLocked = true;
    if (this.busy) return;
    this.#secret.forget();
    if (!this.isProved) return;
    this.#unprove();
    this.problem = problem;
    this.#onforgotten();
  }

  #unprove(): void {
    this.#stop?.();
    this.#secret.forget();
    this.isProved = false;
    this.unlocking.forgetKit();
    this.unlocking.phrase = this.#phrase;
  }

  /** Forgets the keys, and gives up those that are made: the screen goes. */
  forget(): void {
    this.isLeft = true;
    this.#stop?.();
    this.making.end();
    this.#secret.forget();
  }
}
