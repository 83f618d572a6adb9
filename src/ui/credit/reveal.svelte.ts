import { reveal } from '#domain/apple-credit/code-commands.ts';
import { sealedAt, type RedemptionCodeData, type RevealReason } from '#domain/apple-credit/redemption-code.ts';
import { ok, type Problem } from '#domain/result.ts';
import type { Records } from '#data/records.ts';
import type { Vault } from '#data/vault/vault.ts';
import type { Clock } from '#platform/clock.ts';

/** How long a code is shown (A6). */
export const SHOWN_MS = 60_000;

/** What showing a code needs of the app. */
export type RevealParts = {
  readonly records: Records;
  readonly vault: Vault;
  readonly clock: Clock;
  askUnlock(): Promise<boolean>;
};

/** One code on the screen: hidden until a reason is given and logged, and hidden again after a minute or on leaving. */
export class Reveal {
  readonly #parts: RevealParts;
  readonly #id: string;
  #code = $state.raw<string>();
  #reason = $state.raw<RevealReason>();
  #left = $state(0);
  #until = 0;
  /** A second tap while the first is being logged is the same look. */
  #isAsking = false;
  /** Counts up whenever the code is hidden, so that a late answer of the vault shows nothing. */
  #hidden = 0;

  constructor(parts: RevealParts, id: string) {
    this.#parts = parts;
    this.#id = id;
  }

  /** The code while it may be seen. It is handed to the screen and to nothing that keeps it. */
  get code(): string | undefined {
    return this.#code;
  }
  /** Why it was shown last. */
  get reason(): RevealReason | undefined {
    return this.#reason;
  }
  get secondsLeft(): number {
    return this.#left;
  }

  /** Writes who looks and why, and only then shows the code. Refuses with `cannot-open` where no key here opens it. */
  async show(reason: RevealReason): Promise<Problem | undefined> {
    const isSameLook = this.#isAsking || (this.#code !== undefined && this.#reason === reason);
    if (isSameLook || !(await this.#parts.askUnlock())) return undefined;
    this.#isAsking = true;
    try {
      return await this.#open(reason);
    } finally {
      this.#isAsking = false;
    }
  }

  async #open(reason: RevealReason): Promise<Problem | undefined> {
    const { records, vault, clock } = this.#parts;
    const hidden = this.#hidden;
    const logged = await records.change<RedemptionCodeData>(this.#id, (code, doing) => ok(reveal(code, reason, doing)));
    if (!logged.ok) return logged.problem;
    try {
      const code = await vault.open(logged.value.data.sealed, sealedAt(this.#id));
      if (hidden !== this.#hidden) return undefined;
      [this.#code, this.#reason, this.#until] = [code, reason, clock.now() + SHOWN_MS];
      this.tick();
      return undefined;
    } catch {
      // Locked meanwhile: nothing to say, it is simply not shown. The error is not kept: it stood beside a secret.
      return vault.isOpen ? { code: 'cannot-open' } : undefined;
    }
  }

  hide(): void {
    this.#hidden += 1;
    this.#code = undefined;
    this.#left = 0;
  }

  /** Looks at the clock: called each second, and when the app is in sight again, since timers may have stood still. */
  tick(): void {
    if (this.#code === undefined) return;
    this.#left = Math.max(0, Math.ceil((this.#until - this.#parts.clock.now()) / 1000));
    if (this.#left === 0) this.hide();
  }

  /** Hides on leaving the app and on locking, and counts the seconds, until the returned function is called. */
  watch(): () => void {
    const stop = this.#parts.vault.onHide(() => this.hide());
    const seconds = setInterval(() => this.tick(), 1000);
    return () => {
      stop();
      clearInterval(seconds);
      this.hide();
    };
  }
}
