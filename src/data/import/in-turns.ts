import { breath } from '#platform/breath.ts';

/** Rows between two breaths: together a few milliseconds, on a slow phone too. */
const ROWS = 1000;

/**
 * Does work whose steps say how many rows they went over, with a breath after every thousand;
 * answers its end, or rejects when the signal aborts.
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
