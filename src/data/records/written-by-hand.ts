import type { RecordCollection } from './database.ts';

/** RxDB's own name for what a sync writes, in this tab or another. */
const PULLED = 'replication-';

/**
 * Calls back once with the first thing that someone writes: what comes from the server is there
 * already, and records whose time in the trash is over are deleted without anyone doing it. Returns
 * how to stop.
 */
export const onFirstWritten = (collection: RecordCollection, written: () => void): (() => void) => {
  const writes = collection.eventBulks$.subscribe(({ context, events }) => {
    if (context.startsWith(PULLED) || events.every(({ operation }) => operation === 'DELETE'))
      return;
    writes.unsubscribe();
    written();
  });
  return () => writes.unsubscribe();
};
