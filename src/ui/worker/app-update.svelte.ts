import { updated } from '$app/state';
import { betweenWork } from '#platform/update-lock.ts';
import { afterPaint } from '../after-paint.ts';
import { lookNowAndThen } from './update-looks.ts';
import { isAnsweredByWorker, linkWorker, type WorkerLink } from './worker-link.ts';

/** Whether a new version waits for the user's tap. */
export type UpdateState = 'none' | 'ready';

/**
 * New versions of the app: found in the background, kept waiting, started by the user in all tabs
 * at once (X6). A page reloads exactly once, at its own address, and only when the version that
 * answers it was changed.
 */
export class AppUpdate {
  #state: UpdateState = $state('none');
  #link: WorkerLink | undefined;
  #leaving = false;
  readonly #clock: { now(): number };

  constructor(clock: { now(): number }) {
    this.#clock = clock;
  }

  get state(): UpdateState {
    return this.#state;
  }

  /**
   * Begins after the first paint; call once, when the root layout is mounted. Returns what ends it.
   */
  start(): () => void {
    const stop = new AbortController();
    // A file of this version is gone from the server: only a newer version can help, so look for
    // one.
    window.addEventListener('vite:preloadError', () => void this.#look(), { signal: stop.signal });
    afterPaint(() => void this.#connect(stop.signal));
    return () => stop.abort();
  }

  /**
   * The user's tap: the waiting version takes over, and every tab loads itself again, between two
   * pieces of work.
   */
  update(): Promise<void> {
    return betweenWork(() => {
      const takesOver = this.#link?.takeOver() ?? false;
      if (!takesOver) this.#reload();
    });
  }

  async #connect(signal: AbortSignal): Promise<void> {
    this.#link = await linkWorker({
      ready: () => (this.#state = 'ready'),
      replaced: () => this.#reload(),
    });
    if (signal.aborted) return;
    // Another tab may have let a new version take over while this page was on its way.
    if (isAnsweredByWorker() && (await updated.check())) return this.#reload();
    lookNowAndThen(() => void this.#look(), this.#clock, signal);
  }

  /**
   * A new worker reports itself by `ready`; a page without a worker can only be told by the server.
   */
  async #look(): Promise<void> {
    await this.#link?.look();
    if (await updated.check()) this.#state = 'ready';
  }

  #reload(): void {
    if (this.#leaving) return;
    this.#leaving = true;
    location.reload();
  }
}
