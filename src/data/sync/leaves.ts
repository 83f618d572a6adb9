import { isSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import { isKeyInUse } from './key-in-use.ts';
import { packedOver, type WireDocument } from './sealing.ts';
import { noLongerUnreadable, noteUnreadable, readable, type Session } from './session.ts';
import { tombstone } from './tombstone.ts';

/** What lost to the newest revision of a document, by what this device can make of it. */
type Losers = {
  readonly opened: readonly { readonly document: WireDocument; readonly copy: Copy }[];
  /** Without any seal: no device wrote it, and no key could ever open it. */
  readonly sealless: readonly WireDocument[];
  /** Under a key that this device lacks, or with a broken seal: it may be somebody's edit. */
  readonly unopened: readonly WireDocument[];
};

/**
 * Several revisions of one document stand on the server, since another replicator wrote there: those that can be read are merged, the
 * winner is written first and they are closed after it, with what no key could open. A winner that no key could open gives its place to
 * them. All else that cannot be read is left and told.
 */
export const healLeaves = async (session: Session, document: WireDocument, winner?: Copy): Promise<void> => {
  const { client, codec } = session;
  if (!session.mayWrite()) return;
  if (winner === undefined && (isSealed(document) || !(await isKeyInUse(session)))) return;
  const { opened, sealless, unopened } = await losersOf(session, document);
  // Of what a key sealed that counts no more, and this device has behind it, nothing is taken in.
  const own = winner !== undefined && session.behind.has(winner) ? undefined : winner;
  const believed = opened.map(({ copy }) => copy).filter((copy) => !session.behind.has(copy));
  const merged = believed.reduce<Copy | undefined>(
    (met, copy) => (met === undefined ? copy : merge(undefined, copy, met)),
    own,
  );
  if (winner === undefined && merged === undefined) return noteUnreadable(session, document._id);
  if (merged !== undefined && (winner === undefined || !isSame(merged, winner))) {
    const [row] = await client.write([await packedOver(codec, merged, document)]);
    if (row?.error !== undefined) return noteUnreadable(session, document._id);
  }
  await close(session, [...opened.map((one) => one.document), ...sealless]);
  tellOf(session, document, unopened);
};

/**
 * Somebody has what cannot be opened written over: the revisions that lost are closed that can be opened no more than that. Not those under
 * a key that nobody here has heard of: someone may be changing the keys.
 */
export const closeUnopened = async (session: Session, document: WireDocument): Promise<void> => {
  const { sealless, unopened } = await losersOf(session, document);
  const left = unopened.filter(({ key }) => key !== undefined && (!session.isNamed(key) || session.lacks(key)));
  await close(session, [...sealless, ...unopened.filter((one) => !left.includes(one))]);
  tellOf(session, document, left);
};

const tellOf = (session: Session, { _id: id, _rev }: WireDocument, left: readonly WireDocument[]): void => {
  session.withLeaf.delete(id);
  if (left.length === 0) return noLongerUnreadable(session, id, _rev);
  session.withLeaf.add(id);
  noteUnreadable(session, id);
};

const isSealed = ({ sealed }: WireDocument): boolean => sealed !== undefined;

const close = async ({ client, codec }: Session, losers: readonly WireDocument[]): Promise<void> => {
  // A sealed tombstone, too: a later deletion of the winner would otherwise show a bare one. It names the moment of no state, since a
  // server may show it anywhere, and what it told for the loser may be what everybody has: that would be deleted.
  const closing = losers.map(async ({ _id, _rev }) => ({ ...(await codec.pack(tombstone(_id))), _rev }));
  await client.closeLost(await Promise.all(closing));
};

/** Over a live one no deleted one wins, and none loses to a deleted one: what a server tells otherwise is none. */
const losersOf = async (session: Session, document: WireDocument): Promise<Losers> => {
  const { _id: id, _rev, _deleted, _conflicts = [] } = document;
  if (_deleted === true) return { opened: [], sealless: [], unopened: [] };
  const bodies = await session.client.bodies(_conflicts.filter((rev) => rev !== _rev).map((rev) => ({ id, rev })));
  const live = bodies.filter((body) => body._deleted !== true);
  const [opened, unopened]: [{ document: WireDocument; copy: Copy }[], WireDocument[]] = [[], []];
  for (const loser of live.filter(isSealed)) {
    const copy = await readable(session, loser);
    if (copy === undefined) unopened.push(loser);
    else opened.push({ document: loser, copy });
  }
  return { opened, sealless: live.filter((body) => !isSealed(body)), unopened };
};
