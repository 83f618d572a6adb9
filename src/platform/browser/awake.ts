/**
 * Calls back when the app comes into sight, and when the network comes back, for which there may be
 * another call. Returns how to stop.
 */
export const onAwake = (awake: () => void, online = awake): (() => void) => {
  const stop = new AbortController();
  const seen = (): void => void (document.visibilityState === 'visible' && awake());
  window.addEventListener('online', online, { signal: stop.signal });
  document.addEventListener('visibilitychange', seen, { signal: stop.signal });
  return () => stop.abort();
};
