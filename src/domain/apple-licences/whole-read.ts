import { isWholeReadDue } from './api/paging.ts';
import type { ReadVersions, TokenSync } from './token-sync.ts';

/** From where the next sync asks for changes; undefined where it reads everything: never read whole, long ago, or in doubt since. */
export const versionsToGoOn = (sync: TokenSync | undefined, now: number): ReadVersions | undefined => {
  const { versions, doubtAt = -Infinity } = sync ?? {};
  const isWhole = versions === undefined || doubtAt >= versions.wholeAt || isWholeReadDue(versions.wholeAt, now);
  return isWhole ? undefined : versions;
};
