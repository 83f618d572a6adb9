import type { Problem } from '#core/result.ts';
import { UnderWay } from './under-way.svelte.ts';

/**
 * An action that may be refused: nothing else starts while it runs, and the refusal is shown until
 * another result replaces it.
 */
export class Attempt<Code extends string = string> {
  readonly #working = new UnderWay();
  #problem = $state.raw<Problem<Code>>();

  /** Something is under way: a press does nothing now. */
  get busy(): boolean {
    return this.#working.busy;
  }

  /** Why the last was refused; undefined where it went well. */
  get problem(): Problem<Code> | undefined {
    return this.#problem;
  }

  /** Does it unless something is under way; true when it was done and went well. */
  async run(work: () => Promise<Problem<Code> | undefined>): Promise<boolean> {
    const isDone = await this.#working.run(async () => {
      this.#problem = await work();
      return this.#problem === undefined;
    });
    return isDone === true;
  }

  /** Shows a result from elsewhere in the same place. */
  tell(problem: Problem<Code> | undefined): void {
    this.#problem = problem;
  }
}
