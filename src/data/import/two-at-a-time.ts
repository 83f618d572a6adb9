import { breath } from '#platform/breath.ts';
import { CHUNK, type Watched } from '../in-chunks.ts';

/**
 * Work over chunks of which none asks for another's end: two are under way, so that the page makes the next while the store
 * writes. Once one fails, or the signal aborts, no other begins, and it is thrown when those under way have ended: who takes
 * back what was written then knows all of it.
 */
export const twoAtATime = async <T>(
  items: readonly T[],
  { onProgress, signal }: Watched,
  work: (chunk: readonly T[]) => Promise<void>,
): Promise<void> => {
  let [next, done] = [0, 0];
  const oneAfterTheOther = async (): Promise<void> => {
    while (next < items.length) {
      signal?.throwIfAborted();
      const chunk = items.slice(next, (next += CHUNK));
      await work(chunk);
      done += chunk.length;
      onProgress?.(done);
      await breath();
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
  const ends = await Promise.allSettled([failing(), failing()]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
};
