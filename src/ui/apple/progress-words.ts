import type { SyncProgress } from '#data/licences/sync/sync-location.ts';
import type { AppleSyncTexts } from './load-apple-sync-text.ts';

/** What is being done just now. */
export const progressWords = (progress: SyncProgress | undefined, words: AppleSyncTexts): string => {
  if (progress === undefined) return words.begins;
  const { phase, listing, records } = progress;
  return phase === 'reading' ? words.reading[listing](records) : words.writing[listing];
};
