import { toHex } from '#platform/hex.ts';
import { randomBytes } from '#platform/ids.ts';

/** A revision with the one before it, as a replicator tells it. */
export type RevisionChain = { readonly _rev: string; readonly _revisions: object };

/** A revision that follows that one. */
export const childOf = (rev: string): RevisionChain => following(rev, toHex(randomBytes(16)));

/** Leading zeros: a revision from another replicator does not have so many by chance. */
const LOWEST = '0'.repeat(8);

/** The same, below all others of its height, and the same on whichever device. */
export const lowestChildOf = (rev: string): RevisionChain =>
  following(rev, LOWEST + (rev.split('-')[1] ?? '').slice(LOWEST.length));

const following = (rev: string, own: string): RevisionChain => {
  const [depth = '', hash = ''] = rev.split('-');
  const start = Number(depth) + 1;
  return { _rev: `${start}-${own}`, _revisions: { start, ids: [own, hash] } };
};
