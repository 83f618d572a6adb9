/**
 * Runs an effect outside of any screen until the signal comes; not at all when it has come already.
 */
export const effectUntil = (signal: AbortSignal, effect: () => void | (() => void)): void => {
  if (signal.aborted) return;
  const stop = $effect.root(() => {
    $effect(effect);
  });
  signal.addEventListener('abort', stop);
};
