import type { Problem } from '#core/result.ts';

/**
 * Why a form was not saved: all of it at once, each told at its field until it is mended. Nobody
 * has to save again to see that it is, nor to hear of the next.
 */
export class Refusal<Code extends string = string> {
  #problem = $state.raw<Problem<Code>>();
  #with = '';
  readonly #check: () => readonly Problem<Code>[];
  readonly #input: (field: string | undefined) => unknown;
  readonly #problems = $derived.by(() => this.#stillTrue());

  /**
   * `check` finds what is wrong with the input by itself; `input` is what is typed, or as much of
   * it as a refusal of `field` depends on. Both are read as they are now.
   */
  constructor(
    check: () => readonly Problem<NoInfer<Code>>[],
    input: (field: string | undefined) => unknown,
  ) {
    [this.#check, this.#input] = [check, input];
  }

  /** What saving answered; undefined where it went well. */
  tell(problem: Problem<Code> | undefined): void {
    // What was saved may have closed the form already: nothing of it is to be read any more.
    if (problem !== undefined) this.#with = this.#typedFor(problem);
    this.#problem = problem;
  }

  /** Everything that is still wrong, in the order of the form. */
  get problems(): readonly Problem<Code>[] {
    return this.#problems;
  }

  /** The first thing that is still wrong. */
  get said(): Problem<Code> | undefined {
    return this.#problems[0];
  }

  /** What is still wrong with a field. */
  at(field: string): Problem<Code> | undefined {
    return this.#problems.find((problem) => problem.field === field);
  }

  /** What is still wrong but belongs to no field of the form. */
  besides(fields: readonly string[]): Problem<Code> | undefined {
    return this.#problems.find(({ field }) => field === undefined || !fields.includes(field));
  }

  #typedFor({ field }: Problem): string {
    return JSON.stringify([this.#input(field)]);
  }

  #stillTrue(): readonly Problem<Code>[] {
    const told = this.#problem;
    if (told === undefined) return [];
    const found = this.#check();
    if (told.field === undefined) return [told];
    // What only the records could tell is asked of them again by saving.
    const isAsSaved = this.#typedFor(told) === this.#with;
    const isFound = found.some(({ field }) => field === told.field);
    return isAsSaved && !isFound ? [told, ...found] : found;
  }
}
