import type { Copy } from '../merge/copy.ts';
import type { SyncStore } from './session.ts';

const FROM_FILE = 'from-file';

/** Up to when the records were written that came of a backup file (ms since 1970); -Infinity where none did. */
export const fromFileUpTo = async (store: SyncStore): Promise<number> =>
  (await store.get<number>(FROM_FILE)) ?? -Infinity;

/** Whether a record, or anything that happened to it, was there by then: it may have been written here since. */
export const wasThereBy = (moment: number, { updatedAt, steps, history }: Copy): boolean =>
  updatedAt <= moment || [...steps, ...history].some(({ at }) => at <= moment);

/**
 * Notes that records come of a file, before they are written: the server may have had them deleted since, which a device that
 * was never in step with it cannot know. They are not sent unread, and a deletion that they meet is asked about.
 */
export const noteFromFile = async (store: SyncStore, records: readonly Pick<Copy, 'updatedAt'>[]): Promise<void> => {
  const before = await fromFileUpTo(store);
  const upTo = records.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), before);
  if (upTo > before) await store.set(FROM_FILE, upTo);
};
