const waiting = new Map<string, Promise<unknown>>();

/**
 * Does work of one name one after the other, in all tabs together; a browser without locks keeps
 * the order at least within the page. Whoever gives up before their turn came is answered with the
 * reason of `signal`, as a rejection.
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
