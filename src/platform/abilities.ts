import { deviceSigns, runsInstalled, type DeviceSigns } from './browser/install.ts';
import { canShare } from './browser/share.ts';
import { canPersist } from './browser/storage.ts';

/** What this browser and this window of it can do, as far as Volym uses it. */
export type Abilities = {
  /** Whether the app runs as an installed one. */
  readonly isInstalled: boolean;
  /** Whether the browser deletes what a site keeps when it was not used for a week. */
  readonly clearsUnused: boolean;
  /** Whether it can promise to keep what is stored. */
  readonly promises: boolean;
  /** Whether it asks where to save, and can be read back from there. */
  readonly asksWhereToSave: boolean;
  /** Whether it can show a notification from here. */
  readonly notifies: boolean;
  /** Whether it wakes the app while it is closed. */
  readonly wakes: boolean;
  readonly shares: boolean;
  readonly badges: boolean;
};

/**
 * Whether this is WebKit on a device of Apple's (Safari, and every browser on an iPhone or iPad):
 * there, what a site stores by script is deleted after seven days of browser use without a visit to
 * it, unless it is on the Home Screen or in the Dock (webkit.org/blog/10218).
 */
export const isWebKitOfApple = ({ userAgent }: Pick<DeviceSigns, 'userAgent'>): boolean =>
  userAgent.includes('AppleWebKit/') &&
  /iPhone|iPad|iPod|Macintosh/.test(userAgent) &&
  !userAgent.includes('Chrome/');

/** Asks the browser itself, now. */
export const abilitiesHere = (): Abilities => {
  const isInstalled = runsInstalled();
  return {
    isInstalled,
    clearsUnused: !isInstalled && isWebKitOfApple(deviceSigns()),
    promises: canPersist(),
    asksWhereToSave: 'showSaveFilePicker' in window,
    notifies: 'Notification' in window && 'serviceWorker' in navigator,
    wakes:
      'ServiceWorkerRegistration' in window &&
      'periodicSync' in ServiceWorkerRegistration.prototype,
    shares: canShare(),
    badges: 'setAppBadge' in navigator,
  };
};

/** What this browser lacks and what matters, each with a way around it. */
export type Lack = 'promises' | 'asksWhereToSave' | 'notifies' | 'wakes' | 'shares' | 'badges';

const LACKS: readonly Lack[] = [
  'promises',
  'asksWhereToSave',
  'notifies',
  'wakes',
  'shares',
  'badges',
];

/**
 * What is missing, the most serious first. A user who cannot be notified at all need not hear that
 * the app is never woken to notify.
 */
export const lacksOf = (abilities: Abilities): Lack[] =>
  LACKS.filter((lack) => !abilities[lack] && !(lack === 'wakes' && !abilities.notifies));
