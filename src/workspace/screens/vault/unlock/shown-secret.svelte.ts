import type { Problem, Result } from '#core/result.ts';
import type { Sealed } from '#core/record/sealed.ts';
import { forgettingMatch } from '#platform/forget-match.ts';
import type { Place } from '#data/vault/seal/sealed-field.ts';
import type { Vault } from '#data/vault/vault.ts';
import type { Clock } from '#platform/clock.ts';

/** How long a secret is shown, in ms (A6). */
export const SHOWN_MS = 60_000;

/** What showing a secret needs of the app. */
export type ShowingParts = {
  readonly vault: Pick<Vault, 'open' | 'isOpen' | 'onHide'>;
  readonly clock: Pick<Clock, 'now'>;
  askUnlock(): Promise<boolean>;
};

type Log<Code extends string> = () => Promise<Result<Sealed, Problem<Code>>>;

type NotShown<Code extends string> = Problem<Code | 'cannot-open' | 'holds-another-text'>;

/**
 * A secret on the screen: hidden until the look is logged, and hidden again after a minute, on
 * leaving and on locking.
 */
export class ShownSecret<Why = undefined> {
  readonly #parts: ShowingParts;
  readonly #at: Place;
  readonly #isOurs: (opened: string) => boolean;
  #text = $state.raw<string>();
  #why = $state.raw<Why>();
  #left = $state(0);
  #until = 0;
  /** A second tap while the first is being logged is the same look. */
  #isAsking = false;
  /** Counts up whenever it is hidden, so that a late answer of the vault shows nothing. */
  #hidden = 0;

  /** `isOurs` says whether what was sealed is what belongs there: a member can seal any text. */
  constructor(parts: ShowingParts, at: Place, isOurs: (opened: string) => boolean) {
    [this.#parts, this.#at, this.#isOurs] = [parts, at, isOurs];
  }

  /** The secret while it may be seen. It is handed to the screen and to nothing that keeps it. */
  get text(): string | undefined {
    return this.#text;
  }
  /** Why it was shown last. */
  get why(): Why | undefined {
    return this.#why;
  }
  get secondsLeft(): number {
    return this.#left;
  }

  /**
   * Logs the look by `log`, which answers what was sealed, and only then shows it. Answers its
   * refusal, `cannot-open` where no key here opens it, or `holds-another-text` where that is
   * nothing to show.
   */
  async show<Code extends string>(why: Why, log: Log<Code>): Promise<NotShown<Code> | undefined> {
    const isSameLook = this.#isAsking || (this.#text !== undefined && this.#why === why);
    if (isSameLook || !(await this.#parts.askUnlock())) return undefined;
    this.#isAsking = true;
    try {
      return await this.#open(why, log);
    } finally {
      this.#isAsking = false;
    }
  }

  async #open<Code extends string>(why: Why, log: Log<Code>): Promise<NotShown<Code> | undefined> {
    const { vault, clock } = this.#parts;
    const hidden = this.#hidden;
    const logged = await log();
    if (!logged.ok) return logged.problem;
    try {
      const text = await vault.open(logged.value, this.#at);
      if (hidden !== this.#hidden) return undefined;
      if (!forgettingMatch(() => this.#isOurs(text))) return { code: 'holds-another-text' };
      [this.#text, this.#why, this.#until] = [text, why, clock.now() + SHOWN_MS];
      this.tick();
      return undefined;
    } catch {
      // Locked meanwhile: nothing to say, it is simply not shown. The error is not kept: it may
      // contain a secret.
      return vault.isOpen ? { code: 'cannot-open' } : undefined;
    }
  }

  hide(): void {
    this.#hidden += 1;
    this.#text = undefined;
    this.#left = 0;
  }

  /**
   * Looks at the clock: called each second, and when the app is visible again, since timers may
   * have been paused.
   */
  tick(): void {
    if (this.#text === undefined) return;
    this.#left = Math.max(0, Math.ceil((this.#until - this.#parts.clock.now()) / 1000));
    if (this.#left === 0) this.hide();
  }

  /**
   * Hides on leaving the app and on locking, and counts the seconds, until the returned function is
   * called.
   */
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
