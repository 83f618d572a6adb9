import type { DeviceSettings, Settings } from '#data/device/settings.ts';
import type { Clock } from '#platform/clock.ts';
import {
  deviceSigns,
  isSafariOnPhoneOrPad,
  runsInstalled,
  watchInstall,
} from '#platform/browser/install.ts';
import { live, type Live } from '../live.ts';

/**
 * How the app is installed here: by hand in Safari's share menu, by the browser's own question, or
 * not at all.
 */
export type InstallWay = 'safari' | 'browser' | 'none';

/** The hint comes with this visit, or with the first reminder. */
const SHOWN_FROM_VISIT = 3;

/** A start counts as a visit of its own when the last start was this long ago, in ms. */
const VISIT_GAP_MS = 30 * 60 * 1000;

/** Whether and how to suggest installing the app on this device (picture 52). */
export class InstallOffer {
  readonly #settings: Settings;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #device: Live<DeviceSettings>;
  #ask = $state.raw<() => Promise<void>>();
  #installed = $state(false);

  constructor(settings: Settings, clock: Pick<Clock, 'now'>) {
    this.#settings = settings;
    this.#clock = clock;
    this.#device = live(settings.changes$, settings.current);
  }

  /** How the app can be installed here, whether or not it is suggested now. */
  get way(): InstallWay {
    if (this.#installed) return 'none';
    if (this.#ask !== undefined) return 'browser';
    return isSafariOnPhoneOrPad(deviceSigns()) ? 'safari' : 'none';
  }

  /** Whether the app is installed on this device, as far as this page knows. */
  get isInstalled(): boolean {
    return this.#installed;
  }

  /** Whether the hint should be on the screen. */
  get isDue(): boolean {
    // Read for the screen, so that it follows; the value itself is the newest one also outside of a
    // screen.
    void this.#device.current;
    const { visits, closed } = this.#settings.current.installHint;
    return this.way !== 'none' && visits >= SHOWN_FROM_VISIT && !closed;
  }

  /**
   * Counts this visit and listens for the browser's offer; call once, when the root layout is
   * mounted.
   */
  start(): () => void {
    const stop = new AbortController();
    const news = {
      offered: (ask: () => Promise<void>) => (this.#ask = ask),
      installed: () => (this.#installed = true),
    };
    this.#installed = runsInstalled();
    watchInstall(news, stop.signal);
    this.#countVisit();
    return () => stop.abort();
  }

  /** A reminder was shown for the first time: the hint need not wait for more visits. */
  noteReminder(): void {
    const { visits } = this.#settings.current.installHint;
    this.#keep({ visits: Math.max(visits, SHOWN_FROM_VISIT) });
  }

  /** Shows the browser's own question; it can be asked once for each offer. */
  async install(): Promise<void> {
    const ask = this.#ask;
    this.#ask = undefined;
    await ask?.();
  }

  /** Closes the hint for good. */
  close(): void {
    this.#keep({ closed: true });
  }

  #countVisit(): void {
    const { visits, lastVisit } = this.#settings.current.installHint;
    const now = this.#clock.now();
    const isNew = now - lastVisit >= VISIT_GAP_MS;
    this.#keep({ visits: isNew ? visits + 1 : visits, lastVisit: now });
  }

  #keep(part: Partial<DeviceSettings['installHint']>): void {
    this.#settings.change({ installHint: { ...this.#settings.current.installHint, ...part } });
  }
}
