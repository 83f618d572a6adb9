import { isWholeReadDue } from '../api/paging.ts';
import { isDoubted } from './doubted.ts';
import type { ReadVersions, TokenSync } from './token-sync.ts';

/**
 * From where the next sync asks for changes; undefined where it reads everything: never read whole,
 * long ago, or in doubt since.
 */
export const versionsToGoOn = (
  sync: TokenSync | undefined,
  now: number,
): ReadVersions | undefined => {
  const { versions } = sync ?? {};
  if (sync === undefined || versions === undefined || isDoubted(sync)) return undefined;
  return isWholeReadDue(versions.wholeAt, now) ? undefined : versions;
};
