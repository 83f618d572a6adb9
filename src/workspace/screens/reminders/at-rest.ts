/** Work that waits until its causes rest. */
export type AtRest = { /** There is a cause again. */ again(): void; stop(): void };

/**
 * Does the work once its causes rest, or when the app goes out of sight: a closed app does not come
 * back to it.
 */
export const atRest = (work: () => void, restMs: number): AtRest => {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const stopped = new AbortController();
  const now = (): void => {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    work();
  };
  const seen = (): void => void (document.visibilityState === 'hidden' && now());
  document.addEventListener('visibilitychange', seen, { signal: stopped.signal });
  return {
    again: () => {
      clearTimeout(waiting);
      waiting = setTimeout(now, restMs);
    },
    stop: () => {
      clearTimeout(waiting);
      stopped.abort();
    },
  };
};
