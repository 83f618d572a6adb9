import { breath } from './in-chunks.ts';

/** Small steps between two breaths: together a few milliseconds, on a slow phone too. */
const STEPS = 1000;

/** Does a generator's work with a breath after every thousand steps; answers its end, or rejects when the signal aborts. */
export const inTurns = async <T>(work: Generator<unknown, T, void>, signal?: AbortSignal): Promise<T> => {
  for (let step = 1; ; step += 1) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (step % STEPS > 0) continue;
    await breath();
    signal?.throwIfAborted();
  }
};
