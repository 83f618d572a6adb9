import { isSafariOnPhoneOrPad, runsInstalled, type DeviceSigns } from './install.ts';

/**
 * Whether this device may be notified: `ask` until the user was asked, `install-first` where
 * Safari on a phone or pad gives notifications to installed apps only.
 */
export type NotificationState = 'unsupported' | 'install-first' | 'ask' | 'allowed' | 'blocked';

/** The state of this device now. */
export const notificationState = (signs: DeviceSigns): NotificationState => {
  if ('Notification' in window && 'serviceWorker' in navigator)
    return stateOf(Notification.permission);
  return isSafariOnPhoneOrPad(signs) && !runsInstalled() ? 'install-first' : 'unsupported';
};

/** Shows the browser's own question; only from a press, or browsers refuse it and remember that. */
export const askForNotifications = async (): Promise<NotificationState> =>
  stateOf(await Notification.requestPermission());

/** Tells when the person changed the answer in the browser's settings. Returns what ends it. */
export const watchNotifications = (changed: (state: NotificationState) => void): (() => void) => {
  const stop = new AbortController();
  const tell = (): void => changed(stateOf(Notification.permission));
  const follow = async (): Promise<void> => {
    const status = await navigator.permissions.query({ name: 'notifications' });
    status.addEventListener('change', tell, { signal: stop.signal });
  };
  // Not every browser tells; the next visit to the screen looks again.
  if ('Notification' in window && 'permissions' in navigator) follow().catch(() => undefined);
  return () => stop.abort();
};

const stateOf = (permission: NotificationPermission): NotificationState =>
  permission === 'granted' ? 'allowed' : permission === 'denied' ? 'blocked' : 'ask';
