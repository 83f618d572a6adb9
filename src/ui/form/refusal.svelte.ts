import type { Problem } from '#domain/result.ts';

/** Why a form was not saved, told at its field until that is mended: nobody has to save to see that it is. */
export class Refusal {
  #problem = $state.raw<Problem>();
  #with = '';
  readonly #check: () => readonly Problem[];
  readonly #input: () => unknown;
  readonly #said = $derived.by(() => this.#stillTrue());

  /** `check` finds what is wrong with the input by itself; `input` is what is typed. Both are read as they are now. */
  constructor(check: () => readonly Problem[], input: () => unknown) {
    [this.#check, this.#input] = [check, input];
  }

  /** What saving answered; undefined where it went well. */
  tell(problem: Problem | undefined): void {
    [this.#with, this.#problem] = [JSON.stringify(this.#input()), problem];
  }

  /** What still stands of it. */
  get said(): Problem | undefined {
    return this.#said;
  }

  #stillTrue(): Problem | undefined {
    const problem = this.#problem;
    if (problem?.field === undefined || JSON.stringify(this.#input()) === this.#with) return problem;
    // What only the records could tell is asked of them again by saving.
    return this.#check().find(({ field }) => field === problem.field);
  }
}
