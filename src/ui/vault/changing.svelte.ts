import { ok, type Problem, type Result } from '#domain/result.ts';
import type { ChangingSecret } from '#data/vault/change-secret.ts';
import type { WrapSecret } from '#data/vault/keyring.ts';
import type { RotateUnder } from '#data/vault/rotate-keys.ts';
import type { Vault } from '#data/vault/vault.ts';
import { reportBug } from '#platform/report-bug.ts';
import { Unlocking } from './unlocking.svelte.ts';

/** A passphrase or kit on its way to be replaced: what opens the vault now is asked for first. */
export class Changing {
  readonly unlocking: Unlocking;
  /** Whether the keys are at hand. */
  isProved = $state(false);
  busy = $state(false);
  problem = $state.raw<Problem>();
  readonly #secret: ChangingSecret;

  constructor(secret: ChangingSecret, phrase = '') {
    this.#secret = secret;
    this.unlocking = new Unlocking(secret, phrase);
  }

  proved(): void {
    this.isProved = true;
    this.problem = undefined;
  }

  /** Puts another secret in the place of the one of its kind; true when it counts from now on. */
  replace(next: WrapSecret): Promise<boolean> {
    return this.#once(() => this.#secret.replace(next));
  }

  /** Puts other keys in the place of those that were, and opens `vault` with them; without a passphrase the proved one stays. */
  rotate(kit: RotateUnder['kit'], passphrase: string | undefined, vault: Pick<Vault, 'unlock'>): Promise<boolean> {
    return this.#once(async () => {
      const done = await this.#secret.rotate(kit, passphrase);
      if (!done.ok) return done;
      // They count from now on; where they do not open at once, they are asked for as on every other device.
      await vault.unlock(done.value).catch((error: unknown) => reportBug('the new keys were not opened', error));
      return ok(undefined);
    });
  }

  async #once(work: () => Promise<Result<void>>): Promise<boolean> {
    if (this.busy) return false;
    [this.busy, this.problem] = [true, undefined];
    try {
      const done = await work();
      if (!done.ok) this.problem = done.problem;
      // What was proved holds keys that count no more: it is asked for anew, and what was drawn or printed stays.
      if (this.problem?.code === 'keys-changed') this.isProved = false;
      return done.ok;
    } catch (error) {
      reportBug('no other secret was put in place', error);
      this.problem = { code: 'not-changed' };
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Forgets the keys: the screen goes. */
  forget(): void {
    this.#secret.forget();
  }
}
