import { BehaviorSubject, type Observable } from 'rxjs';
import { onceHolding } from '#platform/held.ts';
import { reportBug } from '#platform/report-bug.ts';
import { openTabLine, type TabLine } from '#platform/tabs.ts';
import { connectionOf, type Connection } from '../server/connection.ts';
import type { LedSync, SyncedWorkspace } from './led-sync.ts';
import { syncLine, type SyncMessage, type SyncWish } from '../sync-line.ts';
import { ALONE, type TabStatus } from './tab-status.ts';
import { watching, type WatchTimes } from './tab-watch.ts';

/**
 * The sync of one workspace as a tab sees it: one tab of the device runs it, all of them know its
 * state.
 */
export type TabSync = {
  readonly status$: Observable<TabStatus>;
  /** Tries at once, also what the server refused: someone asks. Whichever tab does it. */
  tryNow(): void;
  /**
   * The user looks at the state: the tab that runs the sync counts both sides again, and reports
   * what it found.
   */
  look(): void;
  /**
   * Overwrites what the server has and nobody here can open, in whichever tab runs the sync; the
   * status shows the progress.
   */
  writeOver(): void;
  /** This device has just been admitted: starts the sync, in all tabs. */
  connected(): void;
  stop(): Promise<void>;
};

const USUAL: WatchTimes = { watchMs: 20_000, answerMs: 10_000 };

/**
 * Starts when this device is admitted somewhere, after the tab that ran the sync before is gone or
 * no longer answers: in that case this tab takes over its lock, and the other one stops as soon as
 * it wakes.
 */
export const openTabSync = (parts: SyncedWorkspace, times: WatchTimes = USUAL): TabSync => {
  const status$ = new BehaviorSubject<TabStatus>(ALONE);
  const name = syncLine(parts.workspaceId);
  const tab: Tab = { led: undefined, waits: false };
  const heard = (message: SyncMessage): void => {
    if (message === 'connected') runs.begin();
    else if (typeof message !== 'string') {
      watch.heard();
      status$.next(message.status);
    } else if (message !== 'how') tab.led?.obey(message);
    else if (tab.led !== undefined) line.say({ status: status$.value });
  };
  const line: TabLine<SyncMessage> = openTabLine(name, heard);
  const tell = (status: TabStatus): void => (status$.next(status), line.say({ status }));
  const run = async (signal: AbortSignal, steal: boolean): Promise<void> => {
    const connection = await connectionOf(parts.workspaceId);
    if (connection === undefined || signal.aborted) return;
    status$.next({ ...status$.value, state: 'starting' });
    line.say('how');
    tab.waits = true;
    const lead = (): Promise<void> => leadUntil(signal, parts, { connection, tab, tell });
    if ((await onceHolding(name, { signal, steal }, lead)) === 'stolen') runs.begin();
  };
  const runs = restarting(run, (error) => {
    reportBug('no sync', error);
    status$.next({ ...status$.value, state: 'device-trouble' });
  });
  runs.begin();
  const ask = (): void => line.say('how');
  const watch = watching(times, {
    isWaiting: () => tab.waits,
    ask,
    onHanging: () => runs.begin(true),
  });
  const connected = (): void => {
    runs.begin();
    line.say('connected');
  };
  const wish = (what: SyncWish) => (): void =>
    tab.led === undefined ? line.say(what) : tab.led.obey(what);
  const stop = async (): Promise<void> => (watch.stop(), await runs.stop(), line.close());
  return {
    status$,
    tryNow: wish('try'),
    look: wish('look'),
    writeOver: wish('write-over'),
    connected,
    stop,
  };
};

/** What a tab is at the moment: it syncs, or waits until it may. */
type Tab = { led: LedSync | undefined; waits: boolean };

/**
 * Work that runs until it is stopped or restarted, one run after the other: the device may be
 * admitted elsewhere now.
 */
const restarting = (
  work: (signal: AbortSignal, steal: boolean) => Promise<void>,
  failed: (error: unknown) => void,
) => {
  let end = new AbortController();
  let running = Promise.resolve();
  return {
    begin: (steal = false): void => {
      end.abort();
      end = new AbortController();
      const { signal } = end;
      running = running.then(() => work(signal, steal)).catch(failed);
    },
    stop: async (): Promise<void> => {
      end.abort();
      await running;
    },
  };
};

type Leading = {
  readonly connection: Connection;
  readonly tab: Tab;
  readonly tell: (status: TabStatus) => void;
};

const leadUntil = async (
  signal: AbortSignal,
  parts: SyncedWorkspace,
  { connection, tab, tell }: Leading,
): Promise<void> => {
  tab.waits = false;
  const { leadSync } = await import('./led-sync.ts');
  const led = await leadSync(parts, connection, tell);
  tab.led = led;
  await ended(signal);
  await led.stop();
  if (tab.led === led) tab.led = undefined;
};

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
