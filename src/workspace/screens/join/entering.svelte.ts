import { reportBug } from '#platform/report-bug.ts';
import { UnderWay } from '#ui/form/under-way.svelte.ts';

/**
 * What a device does on its way in: one thing at a time, and what nobody foresaw becomes the
 * problem `failed`.
 */
export class Entering<Code extends string> {
  problem = $state<Code | 'failed'>();
  readonly #underWay = new UnderWay();

  get busy(): boolean {
    return this.#underWay.busy;
  }

  /** Ends a piece of work with a problem. */
  protected refused(problem: Code | 'failed'): false {
    this.problem = problem;
    return false;
  }

  /** Runs the work unless something else is running; `what` names it in a bug report. */
  protected async working(what: string, work: () => Promise<boolean>): Promise<boolean> {
    const isDone = await this.#underWay.run(async () => {
      this.problem = undefined;
      try {
        return await work();
      } catch (error) {
        reportBug(what, error);
        return this.refused('failed');
      }
    });
    return isDone === true;
  }
}
