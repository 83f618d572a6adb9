import type { KeyWaiter, SlowKey } from '#data/vault/derive/derive.ts';

/** A slow key, with which one it is of how many; 0 where nobody knows how many it takes. */
type KeyInTurn = SlowKey & { readonly number: number; readonly of: number };

/** Which wrap of a keyring a secret is tried on. */
type WrapInTurn = { readonly number: number; readonly of: number };

/** The keys that a screen waits for: how far the slow way is, and giving them up. */
export class MakingKey {
  #slow = $state.raw<KeyInTurn>();
  #wrap = $state.raw<WrapInTurn>();
  #left: AbortController | undefined;

  /** How the slow way gets on; undefined while there is nothing to say. */
  get slow(): KeyInTurn | undefined {
    return this.#slow;
  }

  /** Which wrap of how many is tried; undefined where there is one, as in most keyrings. */
  get wrap(): WrapInTurn | undefined {
    return this.#wrap;
  }

  /** Does work that waits for keys, `of` of them where that is known. */
  async during<T>(work: (waiter: KeyWaiter) => Promise<T>, of = 0): Promise<T> {
    const left = new AbortController();
    this.#left = left;
    let number = 0;
    let before = 1;
    const onslow = (slow: SlowKey): void => {
      // Each begins again at the beginning.
      if (slow.share < before) number += 1;
      before = slow.share;
      this.#slow = { ...slow, number, of };
    };
    const onwrap = (at: number, all: number): void =>
      void (this.#wrap = all > 1 ? { number: at, of: all } : undefined);
    try {
      return await work({ signal: left.signal, onslow, onwrap });
    } finally {
      if (this.#left === left)
        [this.#left, this.#slow, this.#wrap] = [undefined, undefined, undefined];
    }
  }

  /** Ends the worker that makes the key: whoever waited for it left. */
  end(): void {
    this.#left?.abort();
  }
}
