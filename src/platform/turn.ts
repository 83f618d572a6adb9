const waiting = new Map<string, Promise<unknown>>();

/**
 * Runs work of the same name one at a time, across all tabs; a browser without locks keeps the
 * order at least within the page. Aborting before the turn comes rejects with the reason of
 * `signal`.
 */
export const inTurn = <T>(
  name: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> => {
  if ('locks' in navigator)
    return navigator.locks.request(name, signal === undefined ? {} : { signal }, work);
  const mine = (waiting.get(name) ?? Promise.resolve()).then(() => {
    signal?.throwIfAborted();
    return work();
  });
  waiting.set(
    name,
    mine.catch(() => undefined),
  );
  return mine;
};
