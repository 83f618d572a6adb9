import type { Problem } from '#core/result.ts';

/**
 * An action that may be refused: nothing else starts while it runs, and the refusal is shown until
 * another result replaces it.
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

  /** Shows a result from elsewhere in the same place. */
  tell(problem: Problem | undefined): void {
    this.#problem = problem;
  }
}
