import { reportBug } from '#platform/report-bug.ts';

/**
 * What a device does on its way in: one thing at a time, and what nobody foresaw becomes the
 * problem `failed`.
 */
export class Entering<Problem extends string> {
  problem = $state<Problem | 'failed'>();
  busy = $state(false);

  /** Ends a piece of work with a problem. */
  protected refused(problem: Problem | 'failed'): false {
    this.problem = problem;
    return false;
  }

  /** Runs the work unless something else is running; `what` names it in a bug report. */
  protected async working(what: string, work: () => Promise<boolean>): Promise<boolean> {
    if (this.busy) return false;
    [this.busy, this.problem] = [true, undefined];
    try {
      return await work();
    } catch (error) {
      reportBug(what, error);
      return this.refused('failed');
    } finally {
      this.busy = false;
    }
  }
}
