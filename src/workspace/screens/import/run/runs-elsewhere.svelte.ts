import { importState, type ImportRun } from '#core/import/import-run.ts';
import { isRunning, whenOver } from '#data/import/running.ts';

/**
 * Imports that some tab is writing just now: they are not cut off, and nothing is to be undone yet.
 */
export class RunsElsewhere {
  #ids = $state.raw<readonly string[]>([]);

  has(run: string): boolean {
    return this.#ids.includes(run);
  }

  /** Looks at those that have no end yet, and forgets one when its tab is done or gone. */
  async look(runs: readonly ImportRun[]): Promise<void> {
    for (const run of runs) if (importState(run) === 'unfinished') await this.#watch(run.id);
  }

  async #watch(id: string): Promise<void> {
    if (this.#ids.includes(id) || !(await isRunning(id))) return;
    this.#ids = [...this.#ids, id];
    void whenOver(id).then(() => (this.#ids = this.#ids.filter((running) => running !== id)));
  }
}
