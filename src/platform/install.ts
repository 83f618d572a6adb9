/** What the device says of itself. */
export type DeviceSigns = { readonly userAgent: string; readonly touchPoints: number };

/**
 * Whether this is Safari on an iPhone or iPad, where a web app is added by hand in the share menu. An iPad calls itself
 * a Mac, but no Mac has a touch screen; other browsers there name themselves beside Safari.
 */
export const isSafariOnPhoneOrPad = ({ userAgent, touchPoints }: DeviceSigns): boolean => {
  const device = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
  return (
    device && /Version\/[\d.]+ .*Safari\//.test(userAgent) && !/CriOS|FxiOS|EdgiOS|OPT\/|DuckDuckGo/.test(userAgent)
  );
};

/** This device's signs. */
export const deviceSigns = (): DeviceSigns => ({
  userAgent: navigator.userAgent,
  touchPoints: navigator.maxTouchPoints,
});

/** Whether the app runs as an installed one, in a window of its own. */
export const runsInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);

/** Chromium's event, which no other browser has. */
type InstallEvent = Event & { prompt(): Promise<unknown> };

/** What the browser says about installing. */
export type InstallNews = {
  /** The browser can install the app; `ask` shows its own question, once, from a tap. */
  offered(ask: () => Promise<void>): void;
  installed(): void;
};

/** Listens for the browser's offer to install, and keeps it from showing a banner of its own. */
export const watchInstall = (news: InstallNews, signal: AbortSignal): void => {
  const offered = (event: Event): void => {
    if (!('prompt' in event)) return;
    event.preventDefault();
    news.offered(async () => void (await (event as InstallEvent).prompt()));
  };
  window.addEventListener('beforeinstallprompt', offered, { signal });
  window.addEventListener('appinstalled', () => news.installed(), { signal });
};
