import type { Problem, Result } from '#core/result.ts';
import type { Texts } from './text.ts';

/** Takes back what was done. Where that is refused it may answer why, and the line says so. */
export type TakeBack<Code extends string = string> = () => void | Promise<Taken<Code> | void>;

type Taken<Code extends string = string> =
  | Result<unknown, Problem<Code>>
  | Problem<Code>
  | undefined;

/** One short sentence about what was done, with a way back where there is one. */
export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly undo?: TakeBack | undefined;
  /** The sheets that were open when it was shown. */
  readonly over: readonly string[];
};

/** Names the fields that an undo left; undefined where one of them has no name. */
type NameLeft = (problem: Problem, text: Texts) => Promise<string | undefined>;

const SHOWN_MS = 8_000;

/** Why something was not taken back; undefined where it was. */
export const whyNot = <Code extends string>(
  taken: Taken<Code> | void,
): Problem<Code> | undefined => {
  if (taken === undefined) return undefined;
  if ('code' in taken) return taken;
  return taken.ok ? undefined : taken.problem;
};

/**
 * The line at the foot of the screen: one toast at a time, a new one takes the place of the old.
 */
class ToastLine {
  #current = $state.raw<Toast>();
  /** The sheets that are open, the topmost last. */
  #sheets = $state.raw<readonly string[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;
  #nameLeft: NameLeft | undefined;

  get current(): Toast | undefined {
    return this.#current;
  }

  /**
   * Where the message is drawn: in the topmost sheet that was open when it was shown and still is,
   * since everything under it is inert; '' without any. A sheet opened later starts something else
   * and is not covered by it.
   */
  get drawnIn(): string {
    return this.#current?.over.findLast((id) => this.#sheets.includes(id)) ?? '';
  }

  /** A sheet opened; the returned function says that it closed. */
  sheetOpened(id: string): () => void {
    this.#sheets = [...this.#sheets, id];
    return () => (this.#sheets = this.#sheets.filter((open) => open !== id));
  }

  /** Shows a sentence for eight seconds; `undo` puts "Undo" beside it. */
  say(text: string, undo?: TakeBack): void {
    this.#count += 1;
    this.#current = { id: this.#count, text, undo, over: this.#sheets };
    this.resume();
  }

  /** Takes what was done back, and the toast away; answers why not where that was refused. */
  async undo(): Promise<Problem | undefined> {
    const toast = this.#current;
    this.dismiss();
    return whyNot(await toast?.undo?.());
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#current = undefined;
  }

  /** Says how the fields are named that an undo left as they are. */
  nameLeftBy(name: NameLeft): void {
    this.#nameLeft = name;
  }

  /** Names what an undo left; undefined where it has no name, or none can be fetched now. */
  async leftWords(problem: Problem, text: Texts): Promise<string | undefined> {
    try {
      return await this.#nameLeft?.(problem, text);
    } catch {
      return undefined;
    }
  }

  /** Stays while a finger, pointer or focus is on it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    if (this.#current !== undefined) this.#timer = setTimeout(() => this.dismiss(), SHOWN_MS);
  }
}

/** The one toast line of the app: `toasts.say('Markerad som hämtad', () => …)`. */
export const toasts = new ToastLine();
