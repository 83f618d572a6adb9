import type { ContentToken } from './content-token.ts';
import { fileOf } from './token-files.ts';
import { NEVER_SYNCED, type TokenSync } from './token-sync.ts';

/**
 * How the last sync with the file that counts ended: another device may have tried the one before since, which says nothing of
 * this one. Undefined before the first sync; older versions named no file.
 */
export const syncOfFile = (token: ContentToken): TokenSync | undefined => {
  const { sync } = token.data;
  const isOfFile = sync?.file === undefined || sync.file === fileOf(token).fingerprint;
  return sync === undefined || isOfFile ? sync : seenBy(sync);
};

/** What stays of it with another file: what was seen, and the doubt. Everything is read then. */
export const seenBy = ({ okAt, apps, licences, users, doubtAt }: TokenSync): TokenSync => ({
  ...{ ...NEVER_SYNCED, okAt, apps, licences, users },
  ...(doubtAt === undefined ? {} : { doubtAt }),
});
