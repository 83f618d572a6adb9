import { lockLater, type LocksLater } from '#data/vault/lock/lock-later.ts';
import type { Vault } from '#data/vault/vault.ts';

/** What locks, and by which limits. */
type Locks = LocksLater & { readonly vault: Pick<Vault, 'untilLocked'> };

/**
 * A secret that is typed and not sealed yet. It goes with the vault when that locks, and at the
 * time at which it would where it is locked already: most open it only to save.
 */
export class TypedSecret {
  text = $state('');
  #isForgotten = $state(false);

  /** Made with a screen, which it goes with. */
  constructor(locks: Locks) {
    const isTyped = $derived(this.text !== '');
    $effect(() => {
      if (!isTyped) return;
      this.#isForgotten = false;
      return this.#watch(locks);
    });
  }

  /** Whether it went so, until something is typed again. */
  get isForgotten(): boolean {
    return this.#isForgotten && this.text === '';
  }

  #watch(locks: Locks): () => void {
    const stop = new AbortController();
    const forget = (): void => {
      stop.abort();
      [this.text, this.#isForgotten] = ['', true];
    };
    stop.signal.addEventListener('abort', lockLater(locks, forget));
    if (!stop.signal.aborted)
      locks.vault.untilLocked.addEventListener('abort', forget, {
        once: true,
        signal: stop.signal,
      });
    return () => stop.abort();
  }
}
