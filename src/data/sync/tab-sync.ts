import { BehaviorSubject, type Observable } from 'rxjs';
import { onceHolding } from '#platform/held.ts';
import { reportBug } from '#platform/report-bug.ts';
import { openTabLine, type TabLine } from '#platform/tabs.ts';
import { connectionOf, type Connection } from './connection.ts';
import type { LedSync, SyncedWorkspace } from './led-sync.ts';
import { ALONE, type TabStatus } from './tab-status.ts';

/** The sync of one workspace as a tab sees it: one tab of the device does it, all of them know how it stands. */
export type TabSync = {
  readonly status$: Observable<TabStatus>;
  /** Tries at once, whichever tab does it. */
  tryNow(): void;
  /** This device was let in a moment ago: begins, in all tabs. */
  connected(): void;
  stop(): Promise<void>;
};

type Message = { readonly status: TabStatus } | 'how' | 'try' | 'connected';

/** Begins when this device is let in somewhere, once the tab that did it before is gone. */
export const openTabSync = (parts: SyncedWorkspace): TabSync => {
  const status$ = new BehaviorSubject<TabStatus>(ALONE);
  const name = `volym-sync-${parts.workspaceId}`;
  let led: LedSync | undefined;
  const line: TabLine<Message> = openTabLine(name, (message) => {
    if (message === 'connected') runs.begin();
    else if (message === 'try') led?.tryNow();
    else if (message !== 'how') status$.next(message.status);
    else if (led !== undefined) line.say({ status: status$.value });
  });
  const told: Told = {
    status: (status) => {
      status$.next(status);
      line.say({ status });
    },
    leads: (next) => void (led = next),
  };
  const run = async (signal: AbortSignal): Promise<void> => {
    const connection = await connectionOf(parts.workspaceId);
    if (connection === undefined || signal.aborted) return;
    status$.next({ ...status$.value, state: 'starting' });
    line.say('how');
    await onceHolding(name, signal, () => leadUntil(signal, parts, connection, told));
  };
  const failed = (error: unknown): void => {
    reportBug('no sync', error);
    status$.next({ ...status$.value, state: 'device-trouble' });
  };
  const runs = restarting(run, failed);
  runs.begin();
  const connected = (): void => {
    runs.begin();
    line.say('connected');
  };
  const stop = async (): Promise<void> => {
    await runs.stop();
    line.close();
  };
  return { status$, tryNow: () => (led === undefined ? line.say('try') : led.tryNow()), connected, stop };
};

/** Work that goes on until it is stopped, or begun anew: one after the other, for the device may be let in elsewhere now. */
const restarting = (work: (signal: AbortSignal) => Promise<void>, failed: (error: unknown) => void) => {
  let end = new AbortController();
  let running = Promise.resolve();
  return {
    begin: (): void => {
      end.abort();
      end = new AbortController();
      const { signal } = end;
      running = running.then(() => work(signal)).catch(failed);
    },
    stop: async (): Promise<void> => {
      end.abort();
      await running;
    },
  };
};

type Told = {
  status(status: TabStatus): void;
  /** This tab does the sync from now on, or no more. */
  leads(led: LedSync | undefined): void;
};

const leadUntil = async (
  signal: AbortSignal,
  parts: SyncedWorkspace,
  connection: Connection,
  { status, leads }: Told,
): Promise<void> => {
  const { leadSync } = await import('./led-sync.ts');
  const led = await leadSync(parts, connection, status);
  leads(led);
  await ended(signal);
  await led.stop();
  leads(undefined);
};

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
