import { BehaviorSubject, type Observable } from 'rxjs';
import { onceHolding } from '#platform/held.ts';
import { reportBug } from '#platform/report-bug.ts';
import { openTabLine, type TabLine } from '#platform/tabs.ts';
import { connectionOf } from './connection.ts';
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
  const end = new AbortController();
  const name = `volym-sync-${parts.workspaceId}`;
  let led: LedSync | undefined;
  let running = Promise.resolve();
  const line: TabLine<Message> = openTabLine(name, (message) => {
    if (message === 'connected') begin();
    else if (message === 'try') led?.tryNow();
    else if (message !== 'how') status$.next(message.status);
    else if (led !== undefined) line.say({ status: status$.value });
  });
  const run = async (): Promise<void> => {
    const connection = await connectionOf(parts.workspaceId);
    if (connection === undefined || end.signal.aborted) return;
    status$.next({ ...status$.value, state: 'starting' });
    line.say('how');
    await onceHolding(name, end.signal, async () => {
      const { leadSync } = await import('./led-sync.ts');
      led = await leadSync(parts, connection, (status) => {
        status$.next(status);
        line.say({ status });
      });
      await ended(end.signal);
      await led.stop();
    });
  };
  // One after the other: the first look may have found that this device is let in nowhere.
  const begin = (): void => void (running = running.then(run).catch((error: unknown) => reportBug('no sync', error)));
  begin();
  const connected = (): void => {
    begin();
    line.say('connected');
  };
  const stop = async (): Promise<void> => {
    end.abort();
    await running;
    line.close();
  };
  return { status$, tryNow: () => (led === undefined ? line.say('try') : led.tryNow()), connected, stop };
};

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
