import type { Copy } from '../../merge/copy.ts';
import { keptMoments } from '../kept-moments.ts';
import type { SyncStore } from '../sync-store.ts';

const FROM_FILE = 'from-file';

/**
 * Up to when the records were written that came of a backup file (ms since 1970); -Infinity where
 * none did.
 */
const fromFileUpTo = async (store: SyncStore): Promise<number> =>
  (await store.get<number>(FROM_FILE)) ?? -Infinity;

/**
 * Which records came of a backup file, also where they were written here since: of a device that
 * was never in step all that it has may have, later what it or anything that happened to it was
 * there by then.
 */
export const comesFromFile = async (store: SyncStore): Promise<(copy: Copy) => boolean> => {
  const upTo = await fromFileUpTo(store);
  if (upTo === -Infinity) return () => false;
  if ((await keptMoments(store)).inStepAt === 0) return () => true;
  return ({ updatedAt, steps, history }) =>
    updatedAt <= upTo || [...steps, ...history].some(({ at }) => at <= upTo);
};

/**
 * Notes, before they are written, that records come from a file: they may have been deleted on the
 * server since, which a device that never synced with it cannot know. They are compared with the
 * server before they are sent, and a deletion they meet raises a question.
 */
export const noteFromFile = async (
  store: SyncStore,
  records: readonly Pick<Copy, 'updatedAt'>[],
): Promise<void> => {
  const before = await fromFileUpTo(store);
  const upTo = records.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), before);
  if (upTo > before) await store.set(FROM_FILE, upTo);
};
