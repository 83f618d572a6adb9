import { breath } from '#platform/breath.ts';

/** Between chunks the page may paint and answer; at 200 no task is long (design §4). */
const CHUNK = 200;

/** How long work is watched and stopped. */
export type Watched = { readonly onProgress?: (done: number) => void; readonly signal?: AbortSignal };

/** Does work in chunks with a breath between them; rejects when the signal aborts. */
export const inChunks = async <T>(
  items: readonly T[],
  watched: Watched,
  work: (chunk: readonly T[], start: number) => Promise<void>,
): Promise<void> => {
  for (let start = 0; start < items.length; start += CHUNK) {
    watched.signal?.throwIfAborted();
    await work(items.slice(start, start + CHUNK), start);
    watched.onProgress?.(Math.min(start + CHUNK, items.length));
    await breath();
  }
};
