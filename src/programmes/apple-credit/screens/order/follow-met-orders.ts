import { reportBug } from '#platform/report-bug.ts';
import type { App } from '#ui/app.svelte.ts';
import { effectUntil } from '#ui/effect-until.svelte.ts';

/**
 * Notes which orders may be one, at the start and whenever one is written or comes by sync, until
 * the signal comes.
 */
export const followMetOrders = (app: App, signal: AbortSignal): void =>
  effectUntil(signal, () => {
    // Who may only read writes nothing: the others' devices do.
    if (!app.hasWorkspace || !app.mayChange) return undefined;
    const { records: collection } = app.opened.database;
    const failed = (error: unknown): void => reportBug('orders that met were not noted', error);
    let stop = (): void => undefined;
    let isOver = false;
    import('#programmes/apple-credit/work/order/orders-met.ts').then(({ followOrdersMet }) => {
      if (!isOver) stop = followOrdersMet(collection, failed);
    }, failed);
    return () => {
      isOver = true;
      stop();
    };
  });
