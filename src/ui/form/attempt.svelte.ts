import type { Problem } from '#core/result.ts';

/**
 * What a press does that may be refused: nothing begins beside it, and why it was refused is told
 * until something answers otherwise.
 */
export class Attempt {
  #busy = $state(false);
  #problem = $state.raw<Problem>();

  /** Something is under way: a press does nothing now. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Why the last was refused; undefined where it went well. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Does it unless something is under way; true when it was done and went well. */
  async run(work: () => Promise<Problem | undefined>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    try {
      this.#problem = await work();
    } finally {
      this.#busy = false;
    }
    return this.#problem === undefined;
  }

  /** What something else answered that is told in the same place. */
  tell(problem: Problem | undefined): void {
    this.#problem = problem;
  }
}
