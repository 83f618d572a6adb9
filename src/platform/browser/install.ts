/** What the device says about itself. */
export type DeviceSigns = { readonly userAgent: string; readonly touchPoints: number };

/** Whether this is an iPhone or iPad. An iPad calls itself a Mac, but no Mac has a touch screen. */
export const isPhoneOrPadOfApple = ({ userAgent, touchPoints }: DeviceSigns): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1);

/**
 * Whether this is Safari on an iPhone or iPad, where a web app is added by hand in the share menu.
 * Other browsers there name themselves beside Safari.
 */
export const isSafariOnPhoneOrPad = (signs: DeviceSigns): boolean =>
  isPhoneOrPadOfApple(signs) &&
  /Version\/[\d.]+ .*Safari\//.test(signs.userAgent) &&
  !/CriOS|FxiOS|EdgiOS|OPT\/|DuckDuckGo/.test(signs.userAgent);

/** This device's signs. */
export const deviceSigns = (): DeviceSigns => ({
  userAgent: navigator.userAgent,
  touchPoints: navigator.maxTouchPoints,
});

/** Whether the app runs installed, in its own window. */
export const runsInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches ||
  ('standalone' in navigator && navigator.standalone === true);

/**
 * Whether the browser installs apps that the system then hands files to: Chromium, on Android and
 * computers.
 */
export const installsApps = (): boolean => 'onbeforeinstallprompt' in window;

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
