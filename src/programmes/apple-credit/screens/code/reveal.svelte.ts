import {
  sealedAt,
  type RevealReason,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import { logReveal } from '#programmes/apple-credit/work/code/log-reveal.ts';
import { mayBeCode } from '#programmes/apple-credit/import/read/typed-code.ts';
import type { CreditRefused } from '#programmes/apple-credit/rules/credit-problem.ts';
import type { Records } from '#data/records/records.ts';
import {
  ShownSecret,
  type ShowingParts,
} from '#workspace/screens/vault/unlock/shown-secret.svelte.ts';

/** What showing a code needs of the app. */
export type RevealParts = ShowingParts & { readonly records: Records };

/**
 * One code on the screen: hidden until a reason is given and logged, and hidden again after a
 * minute or on leaving.
 */
export class Reveal {
  readonly #records: Records;
  readonly #id: string;
  readonly #shown: ShownSecret<RevealReason>;

  constructor(parts: RevealParts, id: string) {
    [this.#records, this.#id] = [parts.records, id];
    this.#shown = new ShownSecret(parts, sealedAt(id), mayBeCode);
  }

  /** The code while it may be seen. It is handed to the screen and to nothing that keeps it. */
  get code(): string | undefined {
    return this.#shown.text;
  }
  /** Why it was shown last. */
  get reason(): RevealReason | undefined {
    return this.#shown.why;
  }
  get secondsLeft(): number {
    return this.#shown.secondsLeft;
  }

  /**
   * Writes who looks and why, and only then shows the code. Refuses with `cannot-open` where no key
   * here opens it.
   */
  show(reason: RevealReason): Promise<CreditRefused | undefined> {
    return this.#shown.show(reason, () => logReveal(this.#records, this.#id, reason));
  }

  hide(): void {
    this.#shown.hide();
  }

  /**
   * Looks at the clock: called each second, and when the app is visible again, since timers may
   * have been paused.
   */
  tick(): void {
    this.#shown.tick();
  }

  /**
   * Hides on leaving the app and on locking, and counts the seconds, until the returned function is
   * called.
   */
  watch(): () => void {
    return this.#shown.watch();
  }
}
