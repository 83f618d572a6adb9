import { isSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import type { WireDocument } from './sealing.ts';
import { readable, type Session } from './session.ts';

/**
 * Two revisions of one document stand on the server, since another replicator wrote there: they are merged, the winner is
 * written first and the losers closed after it. Leaves all as it is when one of them cannot be read.
 */
export const healLeaves = async (session: Session, document: WireDocument, winner: Copy): Promise<void> => {
  const { client, codec } = session;
  if (!session.mayWrite()) return;
  // Of what a key sealed that counts no more, and this device has behind it, nothing is taken in.
  let merged = session.behind.has(winner) ? undefined : winner;
  const losers: WireDocument[] = [];
  const lost = (document._conflicts ?? []).map((rev) => ({ id: document._id, rev }));
  for (const leaf of await client.bodies(lost)) {
    const copy = await readable(session, leaf);
    if (copy === undefined) return;
    if (!session.behind.has(copy)) merged = merged === undefined ? copy : merge(undefined, copy, merged);
    // Closed as a sealed tombstone, too: a later deletion of the winner would otherwise show a bare one.
    losers.push({ ...(await codec.pack({ ...copy, _deleted: true })), _rev: leaf._rev });
  }
  if (merged !== undefined && !isSame(merged, winner)) {
    const { _rev, _attachments } = document;
    const [row] = await client.write([{ ...(await codec.pack(merged)), _rev, ...(_attachments && { _attachments }) }]);
    if (row?.error !== undefined) return;
  }
  await client.write(losers);
};
