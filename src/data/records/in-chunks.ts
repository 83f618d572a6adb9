import { breath } from '#platform/breath.ts';

/**
 * How long work over many records is watched and stopped. Between chunks the page may paint and
 * answer.
 */
export type Watched = {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * How many records are worked on at once: at 200 no task of the page is long
 * (docs/decisions/records.md).
 */
export const CHUNK = 200;

/**
 * Two chunks at a time: the page makes the next one while the store writes. For work whose chunks
 * do not depend on each other.
 */
export const TWO = 2;

/**
 * Does the work on the items chunk by chunk, with this many chunks at a time. Once one fails, or
 * the signal aborts, no other begins, and the error is thrown when the running ones have ended:
 * code that undoes what was written then knows all of it.
 */
export const inChunks = async <T>(
  items: readonly T[],
  { onProgress, signal }: Watched,
  work: (chunk: readonly T[]) => Promise<void>,
  underWay: 1 | typeof TWO = 1,
): Promise<void> => {
  let [next, done] = [0, 0];
  const oneAfterTheOther = async (): Promise<void> => {
    while (next < items.length) {
      signal?.throwIfAborted();
      const chunk = items.slice(next, (next += CHUNK));
      await work(chunk);
      done += chunk.length;
      onProgress?.(done);
      if (next < items.length) await breath();
    }
  };
  const failing = async (): Promise<void> => {
    try {
      await oneAfterTheOther();
    } catch (error) {
      next = items.length;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: underWay }, failing));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
};
