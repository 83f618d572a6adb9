import type { RecordCollection } from '#data/database.ts';
import { askToPersist, isPersisted } from '#platform/storage.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { App } from '../app.svelte.ts';
import { effectUntil } from '../effect-until.svelte.ts';

/**
 * Asks the browser never to clear what the app keeps here, with the first thing that is written after it was opened, until
 * the signal comes: some browsers ask the person, who has something to lose by then. What was promised is not asked for again.
 */
export const followStorage = (app: Pick<App, 'hasWorkspace' | 'opened'>, signal: AbortSignal): void =>
  effectUntil(signal, () => (app.hasWorkspace ? askAtFirstWrite(app.opened.database.records) : undefined));

const askAtFirstWrite = (collection: RecordCollection): (() => void) => {
  const writes = collection.eventBulks$.subscribe(() => {
    writes.unsubscribe();
    ask().catch((error: unknown) => reportBug('the browser was not asked to keep what is here', error));
  });
  return () => writes.unsubscribe();
};

const ask = async (): Promise<boolean> => (await isPersisted()) || askToPersist();
