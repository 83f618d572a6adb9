import type { Problem, Result } from '#core/result.ts';

/**
 * The save of a form that is over once it is saved. The next screen takes a moment, and a second
 * Enter comes before it is there: no save begins beside another, nor after one that went well.
 */
export class SaveOnce {
  #busy = $state(false);

  /** A save is under way, or went well: nothing can be saved now. */
  get busy(): boolean {
    return this.#busy;
  }

  /**
   * Saves unless it is busy; answers what saving answered, and undefined where it did not begin.
   */
  async run<T, P extends Problem>(
    save: () => Promise<Result<T, P>>,
  ): Promise<Result<T, P> | undefined> {
    if (this.#busy) return undefined;
    this.#busy = true;
    let isSaved = false;
    try {
      const answer = await save();
      isSaved = answer.ok;
      return answer;
    } finally {
      this.#busy = isSaved;
    }
  }
}
