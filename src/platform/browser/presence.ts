/** What a page can notice of the person before it. */
export type PresenceListener = {
  /** The app lost focus or went out of sight: secrets are hidden at once. */
  left?(): void;
  /** Out of sight: another tab, app or page, or a dark screen. */
  hidden?(): void;
  /** Visible again; timers may have been paused meanwhile. */
  shown?(): void;
  /** A real touch, key, wheel or pointer; events made by scripts do not count. */
  active?(): void;
};

/**
 * Watches the page until the returned function is called; if the page is hidden already, the
 * listener hears of it at once.
 */
export type WatchPresence = (listener: PresenceListener) => () => void;

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel'] as const;

/** Presence as the browser reports it. RxDB dispatches a fake `mousemove`, hence `isTrusted`. */
export const watchPresence: WatchPresence = (listener) => {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true };
  const shown = (): void => {
    if (document.visibilityState === 'visible') listener.shown?.();
  };
  const gone = (): void => {
    listener.left?.();
    listener.hidden?.();
  };
  const seen = (): void => (document.visibilityState === 'visible' ? shown() : gone());
  document.addEventListener('visibilitychange', seen, options);
  // In the back/forward cache the page is frozen: not every browser also reports such a page as
  // hidden.
  window.addEventListener('pagehide', gone, options);
  window.addEventListener('pageshow', shown, options);
  // Fields get and lose the focus too; only the window's own says that someone came or went.
  window.addEventListener('focus', (event) => event.target === window && shown(), options);
  window.addEventListener('blur', (event) => event.target === window && listener.left?.(), options);
  if (document.visibilityState === 'hidden') gone();
  for (const sign of SIGNS)
    window.addEventListener(sign, (event) => event.isTrusted && listener.active?.(), options);
  return () => stop.abort();
};
