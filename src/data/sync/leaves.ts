import { isSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import { packedOver, type WireDocument } from './sealing.ts';
import { readable, type Session } from './session.ts';
import { tombstone } from './tombstone.ts';

/**
 * Two revisions of one document stand on the server, since another replicator wrote there: they are merged, the winner is
 * written first and the losers closed after it. Leaves all as it is when one of them cannot be read.
 */
export const healLeaves = async (session: Session, document: WireDocument, winner: Copy): Promise<void> => {
  const { client, codec } = session;
  if (!session.mayWrite()) return;
  // Of what a key sealed that counts no more, and this device has behind it, nothing is taken in.
  let merged = session.behind.has(winner) ? undefined : winner;
  const losers = await losersOf(session, document);
  for (const loser of losers) {
    const copy = await readable(session, loser);
    if (copy === undefined) return;
    if (!session.behind.has(copy)) merged = merged === undefined ? copy : merge(undefined, copy, merged);
  }
  if (merged !== undefined && !isSame(merged, winner)) {
    const [row] = await client.write([await packedOver(codec, merged, document)]);
    if (row?.error !== undefined) return;
  }
  // A sealed tombstone, too: a later deletion of the winner would otherwise show a bare one. It names the moment of no state, since a
  // server may show it anywhere, and what it told for the loser may be what everybody has: that would be deleted.
  const closing = losers.map(async ({ _id, _rev }) => ({ ...(await codec.pack(tombstone(_id))), _rev }));
  await client.closeLost(await Promise.all(closing));
};

/** Over a live one no deleted one wins, and none loses to a deleted one: what a server tells otherwise is none. */
const losersOf = async ({ client }: Session, document: WireDocument): Promise<WireDocument[]> => {
  const { _id: id, _rev, _deleted, _conflicts = [] } = document;
  if (_deleted === true) return [];
  const bodies = await client.bodies(_conflicts.filter((rev) => rev !== _rev).map((rev) => ({ id, rev })));
  return bodies.filter((body) => body._deleted !== true);
};
