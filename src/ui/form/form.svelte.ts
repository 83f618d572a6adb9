import { ownEntry } from '#core/own-entry.ts';
import type { Problem } from '#core/result.ts';
import { Refusal } from './refusal.svelte.ts';
import { toWrongField } from './to-wrong-field.ts';

/**
 * A draft in work: its problems are shown for fields that were left, and for all once saving was
 * tried.
 */
export class Form<Draft extends Readonly<Record<string, unknown>>, Code extends string = string> {
  #left = $state.raw<readonly string[]>([]);
  #tried = $state(false);
  readonly #held: { readonly typed: Draft };
  readonly #check: (draft: Draft) => readonly Problem<Code>[];
  readonly #problems = $derived.by(() => this.#check(this.draft));
  /** Why it was not saved: what is told of a field holds until that field is changed. */
  readonly refusal = new Refusal<Code>(
    () => this.#problems,
    (field) => (field === undefined ? undefined : ownEntry(this.draft, field)),
  );

  /** `held` is where it is typed, of itself reactive. */
  constructor(held: { readonly typed: Draft }, check: (draft: Draft) => readonly Problem<Code>[]) {
    this.#held = held;
    this.#check = check;
  }

  get draft(): Draft {
    return this.#held.typed;
  }

  /** The problem to show at a field now. */
  problemOf(field: string): Problem<Code> | undefined {
    const refused = this.refusal.at(field);
    if (refused !== undefined) return refused;
    return this.#tried || this.#left.includes(field)
      ? this.#problems.find((problem) => problem.field === field)
      : undefined;
  }

  leave(field: string): void {
    this.#left = [...this.#left, field];
  }

  /**
   * True when all is well; else shows every problem and puts the focus on the first field that has
   * one.
   */
  isReady(root: ParentNode): boolean {
    this.#tried = true;
    if (this.#problems.length === 0) return true;
    void toWrongField(root);
    return false;
  }
}
