import type { ContentToken } from '../token/content-token.ts';
import { fileOf, fileSince } from '../token/token-files.ts';
import { NEVER_SYNCED, type TokenSync } from './token-sync.ts';

/**
 * How the last sync with the file that counts ended: another device may have tried the one before
 * since, which says nothing of this one. Undefined before the first sync. Older versions named no
 * file: theirs tells of this one if it came before they tried.
 */
export const syncOfFile = (token: ContentToken): TokenSync | undefined => {
  const { sync } = token.data;
  if (sync === undefined) return undefined;
  const { fingerprint } = fileOf(token);
  const isOfFile =
    sync.file === undefined ? sync.at > fileSince(token.steps) : sync.file === fingerprint;
  if (!isOfFile) return seenBy(sync);
  // Tried with this one, and read with another: two devices' syncs met.
  const { versions, ...rest } = sync;
  return (versions?.file ?? fingerprint) === fingerprint ? sync : rest;
};

/** What stays of it with another file: what was seen, and the doubt. Everything is read then. */
export const seenBy = ({ okAt, apps, licences, users, doubtAt }: TokenSync): TokenSync => ({
  ...NEVER_SYNCED,
  okAt,
  apps,
  licences,
  users,
  ...(doubtAt === undefined ? {} : { doubtAt }),
});
