/** Calls back when the network comes back and when the app comes into sight. Returns how to stop. */
export const onAwake = (awake: () => void): (() => void) => {
  const stop = new AbortController();
  const seen = (): void => void (document.visibilityState === 'visible' && awake());
  window.addEventListener('online', awake, { signal: stop.signal });
  document.addEventListener('visibilitychange', seen, { signal: stop.signal });
  return () => stop.abort();
};
