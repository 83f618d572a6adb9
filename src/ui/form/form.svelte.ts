import type { Problem } from '#core/result.ts';
import { toWrongField } from './to-wrong-field.ts';

/**
 * A draft in work: its problems are shown for fields that were left, and for all once saving was
 * tried.
 */
export class Form<Draft extends object> {
  draft = $state() as Draft;
  #left = $state.raw<readonly string[]>([]);
  #tried = $state(false);
  #refused = $state.raw<{ readonly problem: Problem; readonly value: unknown }>();
  readonly #check: (draft: Draft) => readonly Problem[];
  readonly #problems = $derived.by(() => this.#check(this.draft));

  constructor(draft: Draft, check: (draft: Draft) => readonly Problem[]) {
    this.draft = draft;
    this.#check = check;
  }

  /** The problem to show at a field now. */
  problemOf(field: string): Problem | undefined {
    const refused = this.#refused;
    if (refused?.problem.field === field && refused.value === this.#valueOf(field))
      return refused.problem;
    return this.#tried || this.#left.includes(field)
      ? this.#problems.find((problem) => problem.field === field)
      : undefined;
  }

  /**
   * Saving was refused: a field that it names says why until it is changed, and has the focus.
   * False where no field says it.
   */
  async refuse(problem: Problem, root: ParentNode): Promise<boolean> {
    this.#refused = { problem, value: this.#valueOf(problem.field) };
    return toWrongField(root);
  }

  #valueOf(field: string | undefined): unknown {
    return Object.entries(this.draft).find(([name]) => name === field)?.[1];
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
