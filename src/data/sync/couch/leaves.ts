import { missingIn } from '#core/record/step.ts';
import { isSame, type Copy } from '../../merge/copy.ts';
import { merge } from '../../merge/merge.ts';
import { isReadable, isWhole } from '../../merge/readable.ts';
import { fitsAtOnce } from './fits-beside.ts';
import { isKeyInUse } from '../keys/key-in-use.ts';
import { packedOver, type WireDocument } from '../sealing.ts';
import { noLongerUnreadable, noteUnreadable, readable, type Session } from '../session.ts';
import { statesHere } from '../states-here.ts';
import { tombstone } from './tombstone.ts';

/** A revision that lost, and the state in it. */
type Loser = { readonly document: WireDocument; readonly copy: Copy };

/**
 * The revisions that lost to the newest one of a document, by what this device can do with
 * them.
 */
type Losers = {
  readonly opened: readonly Loser[];
  /** Without any seal: no device wrote it, and no key could ever open it. */
  readonly sealless: readonly WireDocument[];
  /** Under a key that this device lacks, or with a broken seal: it may be someone's edit. */
  readonly unopened: readonly WireDocument[];
};

/**
 * Repairs documents with several live revisions on the server, left by another replicator: the
 * readable ones are merged into the winner, which is written first; then they are closed, along
 * with those that no key can open. A winner that no key can open is replaced by them. Everything
 * else that cannot be read is left and reported.
 */
export const healLeaves = async (
  session: Session,
  document: WireDocument,
  winner?: Copy,
): Promise<void> => {
  const { client, codec } = session;
  if (!session.mayWrite()) return;
  if (winner === undefined && (isSealed(document) || !(await isKeyInUse(session)))) return;
  const { opened, sealless, unopened } = await losersOf(session, document);
  const { merged, left } = await metOf(session, winner, opened);
  if (winner === undefined && merged === undefined) return noteUnreadable(session, document._id);
  if (merged !== undefined && (winner === undefined || !isSame(merged, winner))) {
    const [row] = await client.write([await packedOver(codec, merged, document)]);
    if (row?.error !== undefined) return noteUnreadable(session, document._id);
  }
  await close(session, [
    ...opened.filter((loser) => !left.includes(loser)).map((loser) => loser.document),
    ...sealless,
  ]);
  tellOf(session, document, [...unopened, ...left.map((loser) => loser.document)]);
};

/**
 * All of them merged one after the other. A revision that would make the result unreadable, or too
 * large next to the record here, is left out, even if it is well-formed by itself.
 */
const metOf = async (
  session: Session,
  winner: Copy | undefined,
  opened: readonly Loser[],
): Promise<{ readonly merged: Copy | undefined; readonly left: readonly Loser[] }> => {
  const isBehind = (copy: Copy): boolean => session.behind.has(copy);
  // Nothing is merged from a past state sealed with a key that no longer counts.
  let merged = winner !== undefined && isBehind(winner) ? undefined : winner;
  const [first] = opened;
  if (first === undefined) return { merged, left: [] };
  const here = (await statesHere(session.collection, [first.copy.id], false)).get(first.copy.id);
  const before = sharedBy(
    here ?? merged ?? first.copy,
    opened.map(({ copy }) => copy),
  );
  const left: Loser[] = [];
  const news = ({ copy }: Loser): number => missingIn(before.steps, copy.steps).length;
  for (const loser of opened.toSorted((a, b) => news(a) - news(b))) {
    if (isBehind(loser.copy)) continue;
    const both = merged === undefined ? loser.copy : merge(undefined, loser.copy, merged);
    if (isWhole(both) && (!isReadable(before) || fitsAtOnce(before, both))) merged = both;
    else left.push(loser);
  }
  return { merged, left };
};

/**
 * The state with only the steps that one of them has: steps that only this device has are no news
 * of theirs.
 */
const sharedBy = (copy: Copy, all: readonly Copy[]): Copy => {
  const known = new Set(all.flatMap(({ steps }) => steps.map(({ id }) => id)));
  return { ...copy, steps: (copy.steps ?? []).filter(({ id }) => known.has(id)) };
};

/**
 * When someone has an unopenable document overwritten, closes the losing revisions that cannot be
 * opened either, or have no room next to the others. Not those under an unknown key: someone may be
 * changing the keys.
 */
export const closeUnopened = async (session: Session, document: WireDocument): Promise<void> => {
  const { opened, sealless, unopened } = await losersOf(session, document);
  const winner = opened.length === 0 ? undefined : await readable(session, document);
  const unmet = winner === undefined ? [] : (await metOf(session, winner, opened)).left;
  const left = unopened.filter(
    ({ key }) => key !== undefined && (!session.isNamed(key) || session.lacks(key)),
  );
  const closing = unopened.filter((doc) => !left.includes(doc));
  await close(session, [...sealless, ...closing, ...unmet.map((loser) => loser.document)]);
  tellOf(session, document, left);
};

const tellOf = (
  session: Session,
  { _id: id, _rev }: WireDocument,
  left: readonly WireDocument[],
): void => {
  session.withLeaf.delete(id);
  if (left.length === 0) return noLongerUnreadable(session, id, _rev);
  session.withLeaf.add(id);
  noteUnreadable(session, id);
};

const isSealed = ({ sealed }: WireDocument): boolean => sealed !== undefined;

const close = async (
  { client, codec }: Session,
  losers: readonly WireDocument[],
): Promise<void> => {
  // A sealed tombstone, too: a later deletion of the winner would otherwise show a bare one. It
  // names the moment of no state, since a server may show it anywhere, and what it told for the
  // loser may be what everybody has: that would be deleted.
  const closing = losers.map(async ({ _id, _rev }) => ({
    ...(await codec.pack(tombstone(_id))),
    _rev,
  }));
  await client.closeLost(await Promise.all(closing));
};

/**
 * Over a live one no deleted one wins, and none loses to a deleted one: what a server tells
 * otherwise is none.
 */
const losersOf = async (session: Session, document: WireDocument): Promise<Losers> => {
  const { _id: id, _rev, _deleted, _conflicts = [] } = document;
  if (_deleted === true) return { opened: [], sealless: [], unopened: [] };
  const bodies = await session.client.bodies(
    _conflicts.filter((rev) => rev !== _rev).map((rev) => ({ id, rev })),
  );
  const live = bodies.filter((body) => body._deleted !== true);
  const [opened, unopened]: [{ document: WireDocument; copy: Copy }[], WireDocument[]] = [[], []];
  for (const loser of live.filter(isSealed)) {
    const copy = await readable(session, loser);
    if (copy === undefined) unopened.push(loser);
    else opened.push({ document: loser, copy });
  }
  return { opened, sealless: live.filter((body) => !isSealed(body)), unopened };
};
