import type { SyncProgress } from '#programmes/apple-licences/work/sync/sync-location.ts';
import type { AppleSyncTexts } from '#programmes/apple-licences/words/load.ts';

/** What is being done just now. */
export const progressWords = (
  progress: SyncProgress | undefined,
  words: AppleSyncTexts,
  waits?: { readonly until: number; readonly time: (moment: number) => string },
): string => {
  if (waits !== undefined) return words.pauses(waits.time(waits.until));
  if (progress === undefined) return words.begins;
  const { phase, listing, records } = progress;
  return phase === 'reading' ? words.reading[listing](records) : words.writing[listing];
};
