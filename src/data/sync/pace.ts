import { Subject, type Observable } from 'rxjs';
import { OtherLine } from './couch/couch-asking.ts';

/** Longest wait between two tries (ms). */
const LONGEST = 60_000;

/** When a sync waits and what wakes it. */
export type Pace = {
  readonly ended: AbortSignal;
  /** Waits so long, or until someone asks for a try at once, or the sync ends. */
  pause(ms: number, until?: Observable<unknown>): Promise<void>;
  /**
   * Waits after a failure: twice as long each time, never in step with other devices, and as long
   * as the server asked for.
   */
  backOff(askedMs?: number): Promise<void>;
  /** All went well: the next failure waits shortly again. */
  recovered(): void;
  /** The network came back, the app came into sight, someone pressed "try now". */
  tryNow(): void;
  /** Ends when the line becomes another one, or someone will not wait for what goes out. */
  line(): AbortSignal;
  lineChanged(): void;
  end(): void;
};

/**
 * A pace whose first wait after a failure is about `retryMs`; `random` (0 to 1) spreads the
 * devices.
 */
export const openPace = (retryMs: number, random: () => number): Pace => {
  const end = new AbortController();
  let line = new AbortController();
  const now$ = new Subject<void>();
  let failures = 0;
  const pause: Pace['pause'] = (ms, until = now$) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        heard.unsubscribe();
        end.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      const heard = until.subscribe(done);
      end.signal.addEventListener('abort', done);
      if (end.signal.aborted) done();
    });
  return {
    ended: end.signal,
    pause,
    backOff: (askedMs = 0) => {
      const wait = Math.min(LONGEST, retryMs * 2 ** failures);
      failures += 1;
      return pause(Math.min(LONGEST, askedMs) + wait * (0.5 + random() / 2));
    },
    recovered: () => void (failures = 0),
    tryNow: () => now$.next(),
    line: () => line.signal,
    lineChanged: () => {
      line.abort(new OtherLine('the line is another one'));
      line = new AbortController();
    },
    end: () => end.abort(),
  };
};
