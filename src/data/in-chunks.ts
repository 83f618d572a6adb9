import { breath } from '#platform/breath.ts';

/** How long work over many records is watched and stopped. Between chunks the page may paint and answer. */
export type Watched = { readonly onProgress?: (done: number) => void; readonly signal?: AbortSignal };

/** How many records are worked on at once: at 200 no task of the page is long (proven/data-layer.md §4). */
export const CHUNK = 200;

/** Does the work on some of the items after the other; throws the signal's reason before the next some when it is aborted. */
export const inChunks = async <T>(
  items: readonly T[],
  watched: Watched,
  work: (chunk: readonly T[]) => Promise<void>,
): Promise<void> => {
  for (let start = 0; start < items.length; start += CHUNK) {
    watched.signal?.throwIfAborted();
    await work(items.slice(start, start + CHUNK));
    watched.onProgress?.(Math.min(start + CHUNK, items.length));
    if (start + CHUNK < items.length) await breath();
  }
};
