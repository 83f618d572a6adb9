/** The least time between two looks for a new version when the app comes back into sight, in ms. */
export const LOOK_EVERY_MS = 60 * 60 * 1000;

/**
 * Looks for a new version now, when the network returns, and at most hourly when the app comes back
 * into sight.
 */
export const lookNowAndThen = (
  look: () => void,
  clock: { now(): number },
  signal: AbortSignal,
): void => {
  let lastLook = clock.now();
  const lookNow = (): void => {
    lastLook = clock.now();
    look();
  };
  const lookWhenLong = (): void => {
    const visible = document.visibilityState === 'visible';
    if (visible && clock.now() - lastLook >= LOOK_EVERY_MS) lookNow();
  };
  document.addEventListener('visibilitychange', lookWhenLong, { signal });
  // A window that is never hidden on a desktop still loses and gets the focus.
  window.addEventListener('focus', lookWhenLong, { signal });
  window.addEventListener('online', lookNow, { signal });
  lookNow();
};
