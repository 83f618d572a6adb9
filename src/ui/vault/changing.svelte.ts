import type { Problem } from '#domain/result.ts';
import type { ChangingSecret } from '#data/vault/change-secret.ts';
import type { WrapSecret } from '#data/vault/keyring.ts';
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
  }

  /** Puts another secret in the place of the one of its kind; true when it counts from now on. */
  async replace(next: WrapSecret): Promise<boolean> {
    if (this.busy) return false;
    [this.busy, this.problem] = [true, undefined];
    try {
      const done = await this.#secret.replace(next);
      if (!done.ok) this.problem = done.problem;
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
