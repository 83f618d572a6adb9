import type { RxChangeEventBulk } from 'rxdb/plugins/core';
import type { VolymRecord } from '#domain/record.ts';
import type { RecordCollection } from '#data/database.ts';
import type { App } from '../app.svelte.ts';
import { effectUntil } from '../effect-until.svelte.ts';
import { askToKeep } from './ask-to-keep.ts';

/**
 * Asks the browser never to clear what the app keeps here, with the first thing that someone writes after it was opened,
 * until the signal comes: some browsers ask the person, who has something to lose by then.
 */
export const followStorage = (app: Pick<App, 'hasWorkspace' | 'opened'>, signal: AbortSignal): void =>
  effectUntil(signal, () => (app.hasWorkspace ? askAtFirstWrite(app.opened.database.records) : undefined));

const askAtFirstWrite = (collection: RecordCollection): (() => void) => {
  const writes = collection.eventBulks$.subscribe((bulk) => {
    if (!isByHand(bulk)) return;
    writes.unsubscribe();
    askToKeep();
  });
  return () => writes.unsubscribe();
};

/** RxDB's own name for what a sync writes, in this tab or another. */
const PULLED = 'replication-';

/** What comes from the server is there already, and what has lain in the trash for its time goes without anyone's hand. */
const isByHand = ({ context, events }: RxChangeEventBulk<VolymRecord>): boolean =>
  !context.startsWith(PULLED) && events.some(({ operation }) => operation !== 'DELETE');
