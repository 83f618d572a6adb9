import { isSame, type Copy } from '../merge/copy.ts';
import { merge, withEntriesOf } from '../merge/merge.ts';
import { isPast, mayKnow } from '../merge/past.ts';
import { packedOver, type WireDocument } from './sealing.ts';
import type { Session } from './session.ts';
import { statesHere } from './states-here.ts';

/** A document of the server, and the record in it. */
export type Opened = { readonly document: WireDocument; readonly copy: Copy };

/**
 * What of a page is taken over. A state that this device has behind it (a replay, a server that was put back, a revision
 * that lost) never is: the device's own, newer one is written again (design §6). Nor does one that says nothing of what both
 * sides had agreed on take its place, since the server lost that: what both say is written. Who wrote in between is not
 * overwritten: the server refuses then, and brings that state next.
 */
export const withoutPast = async (session: Session, page: readonly Opened[]): Promise<Copy[]> => {
  const ids = page.map(({ copy }) => copy.id);
  const here = await statesHere(session.collection, ids, true);
  const instead = new Map(page.flatMap((one) => insteadOf(one, here.get(one.copy.id))));
  const meant = await withoutWaiting(session, [...instead.keys()], here);
  if (meant.length === 0) return page.map(({ copy }) => copy);
  const left = new Set(meant);
  const rest = page.filter((one) => !left.has(one)).map(({ copy }) => copy);
  const own = (one: Opened): Copy => instead.get(one) as Copy;
  // Who only reads keeps its own; a device that may write brings it back.
  if (!session.mayWrite()) return [...rest, ...meant.filter(({ copy }) => !isBehind(copy, here.get(copy.id))).map(own)];
  const documents = meant.map((one) => packedOver(session.codec, own(one), one.document));
  for (const { id, error } of await session.client.write(await Promise.all(documents))) {
    // A page that was read before this device's last push is old by itself: the server has the newer state already.
    if (error !== undefined) continue;
    session.writtenBack += 1;
    session.problems$.next({ id, code: 'older-on-server' });
  }
  return rest;
};

const isBehind = (copy: Copy, own: Copy | undefined): boolean => own !== undefined && isPast(own, copy);

/** What is written in the place of a state that the server shows; nothing of one that is taken over. */
const insteadOf = (one: Opened, own: Copy | undefined): [Opened, Copy][] => {
  const { copy } = one;
  if (own === undefined) return [];
  if (isPast(own, copy)) return [[one, withEntriesOf(own, copy)]];
  if (own._deleted === true || copy._deleted === true || mayKnow(copy, own)) return [];
  const both = merge(undefined, own, copy);
  return isSame(both, copy) ? [] : [[one, both]];
};

/** Without those that have a change here which the server has not answered for: their push meets it. */
const withoutWaiting = async (
  { agreed }: Session,
  page: readonly Opened[],
  here: ReadonlyMap<string, Copy>,
): Promise<Opened[]> => {
  if (page.length === 0) return [];
  const known = await agreed(page.map(({ copy }) => copy.id));
  return page.filter(({ copy: { id } }) => {
    const [both, own] = [known.get(id), here.get(id)];
    return both !== undefined && own !== undefined && isSame(both, own);
  });
};
