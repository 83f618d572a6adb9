import { breath } from '#platform/breath.ts';

/** Rows between two breaths: together a few milliseconds, on a slow phone too. */
const ROWS = 1000;

/**
 * Runs work whose steps report how many rows they handled, pausing after every thousand; returns
 * its result, or rejects when the signal aborts.
 */
export const inTurns = async <T>(
  work: Generator<number, T, void>,
  signal?: AbortSignal,
): Promise<T> => {
  let rows = 0;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    rows += step.value;
    if (rows < ROWS) continue;
    rows = 0;
    await breath();
    signal?.throwIfAborted();
  }
};
