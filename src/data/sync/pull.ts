import { isSame, type Copy } from '../merge/copy.ts';
import type { Revision, Sequence } from './couch/couch-answers.ts';
import { copiesOf, deletionsOf } from './couch/heads.ts';
import { healLeaves } from './couch/leaves.ts';
import { isAskable, type MarkSoon } from './server/server-history.ts';
import type { WireDocument } from './sealing.ts';
import { waitingAmong, withoutPast, type Opened, type Taken } from './past-states.ts';
import { isPassedForRefused } from './refused/refused-changes.ts';
import { changesSince } from './refused/refused-place.ts';
import { keepSetAside, keepUnreadable, readable, type AskedPage, type Session } from './session.ts';
import { statesHere } from './states-here.ts';

/** Up to where RxDB has pulled. */
export type PullCheckpoint = { readonly seq: Sequence };

/** What a pull gives to RxDB. */
export type Pulled = { readonly documents: Copy[]; readonly checkpoint: PullCheckpoint };

/**
 * How far pages were read from which RxDB got nothing: after a broken connection they are not read
 * again.
 */
type Reached = {
  readonly from: Sequence;
  readonly since: Sequence;
  readonly newest: Revision | undefined;
  readonly generation: number;
};

/**
 * Reads the server's changes in pages. A filtered page is refilled, because RxDB takes a short page
 * for the last one; records whose change was set aside are withheld, since RxDB would overwrite the
 * refused change.
 */
export const puller = (session: Session, markSoon: MarkSoon) => {
  let reached: Reached | undefined;
  return async (checkpoint: PullCheckpoint | undefined, size: number): Promise<Pulled> => {
    const { generation, passed } = session;
    const documents: Copy[] = [];
    const take = (taken: Taken): void => {
      documents.push(...taken.given);
      for (const { id } of taken.held) passed.add(id);
      for (const { id } of taken.later) passed.addForLater(id);
    };
    const from: Sequence = checkpoint?.seq ?? 0;
    const before =
      reached?.from === from && reached.generation === generation ? reached : undefined;
    let since = before?.since ?? from;
    let newest = before?.newest;
    let hasMore = true;
    while (hasMore && documents.length < size) {
      const { page, asked } = await nextPage(session, since, size);
      take(await copiesIn(session, { page, asked }));
      newest = newestIn(page) ?? newest;
      hasMore = !page.isLast;
      since = page.last_seq;
      if (documents.length === 0) reached = { from, since, newest, generation };
      // After a page from which nothing is stored, the next one is requested here: a server may
      // have endless such pages.
      if (hasMore && documents.length < size && session.gapMs > 0)
        await session.pace.pause(session.gapMs);
    }
    const { length: fetched } = documents;
    // After what was held back is noted as passed: the answer that it waited for may have come
    // meanwhile.
    take(await readAnew(session));
    // Before RxDB notes that it has passed this page.
    await passed.keep();
    await keepUnreadable(session);
    if (generation === session.generation) {
      session.fetched += fetched;
      if (!hasMore) {
        session.known = since;
        session.pulled$.next();
      } else if (session.gapMs > 0) await session.pace.pause(session.gapMs);
      // Remembered before RxDB stores the page: after any restart, a server that was reset is asked
      // about it.
      if (newest !== undefined || documents.length > 0 || checkpoint === undefined)
        await markSoon('pulled', newest);
    }
    return { documents, checkpoint: { seq: since } };
  };
};

const nextPage = async (session: Session, since: Sequence, size: number): Promise<AskedPage> => {
  const { ahead } = session;
  session.ahead = undefined;
  if (ahead?.since === since) return ahead;
  const asked = session.overtaken.asked();
  return { page: await changesSince(session, since, size), asked };
};

const newestIn = ({ results }: AskedPage['page']): Revision | undefined =>
  results
    .flatMap(({ doc: { _id: id, _rev: rev } = {} }) => (id && rev ? [{ id, rev }] : []))
    .findLast(isAskable);

const isRecord = (document: WireDocument | undefined): document is WireDocument =>
  document !== undefined && !document._id.startsWith('_design/');

const copiesIn = async (session: Session, { page, asked }: AskedPage): Promise<Taken> => {
  const wire = page.results.map(({ doc }) => doc).filter(isRecord);
  // Even what RxDB does not get: a change that met something unreadable waits until it can be read.
  const ids = wire.map(({ _id }) => _id);
  const here = await statesHere(session.collection, ids, true);
  for (const { _id, _conflicts } of wire)
    if (_conflicts === undefined) session.withLeaf.delete(_id);
  const copies = await Promise.all(wire.map((document) => readable(session, document, here)));
  session.opened += copies.filter((copy) => copy !== undefined).length;
  const found: Opened[] = [];
  for (const [at, copy] of copies.entries()) {
    const document = wire[at] as WireDocument;
    if (copy !== undefined && isPassedForRefused(session, copy)) continue;
    if (document._conflicts !== undefined)
      await healLeaves(session, document, copy).catch(() =>
        session.problems$.next({ id: document._id, code: 'two-revisions' }),
      );
    if (copy === undefined) continue;
    session.overtaken.read(copy, document._rev, asked);
    found.push({ document, copy });
  }
  await keepSetAside(session);
  return withoutPast(session, found);
};

/**
 * Reads the passed records, and hands them over again. Only a record that has arrived here since is
 * no longer passed: what was handed over may be dropped, when the page is hidden or everything is
 * compared again. Records that are still waiting or set aside are not read.
 */
const readAnew = async (session: Session): Promise<Taken> => {
  const { passed, aside, collection } = session;
  const added = passed.toRead();
  const passedIds = [...added.keys()].filter((id) => !aside.has(id));
  if (passedIds.length === 0) return { given: [], held: [], later: [] };
  const here = await statesHere(collection, passedIds, true);
  const waiting = await waitingAmong(session, [...here.values()]);
  const ids = passedIds.filter((id) => !waiting.has(id));
  const found = await openedOf(session, ids, here);
  const taken = await withoutPast(session, found);
  // Of what this device has instead, and wrote, nothing more is to come.
  const idsIn = (copies: readonly Copy[]): string[] =>
    found.flatMap(({ copy }) => (copies.includes(copy) ? [copy.id] : []));
  const [given, held, later] = [
    idsIn(taken.given),
    idsIn(taken.held),
    taken.later.map(({ id }) => id),
  ];
  const isOver = (id: string): boolean => ![...given, ...held, ...later].includes(id);
  for (const id of ids.filter(isOver)) {
    // What cannot be opened at this look may be the next time.
    if (session.unreadable.has(id)) passed.addForLater(id);
    else passed.drop(id, added.get(id) ?? 0);
  }
  passed.given(given);
  return taken;
};

/** What the server has of these and is not here, as far as it can be opened. */
const openedOf = async (
  session: Session,
  ids: readonly string[],
  here: ReadonlyMap<string, Copy>,
): Promise<Opened[]> => {
  const found: Opened[] = [];
  for (let from = 0; from < ids.length; from += session.batch)
    found.push(...(await pageOf(session, ids.slice(from, from + session.batch), here)));
  return found;
};

const pageOf = async (
  session: Session,
  ids: readonly string[],
  here: ReadonlyMap<string, Copy>,
): Promise<Opened[]> => {
  const asked = session.overtaken.asked();
  const isNews = (id: string, copy: Copy | undefined): boolean => {
    const own = here.get(id);
    return copy !== undefined && (own === undefined || !isSame(own, copy));
  };
  const heads = [...(await copiesOf(session, ids))].filter(([id, { copy }]) => isNews(id, copy));
  // Of a deletion the list of heads only says that it is there: its body tells who wrote it.
  const deleted = heads.flatMap(([id, { rev, copy }]) =>
    copy?._deleted === true ? [{ id, rev }] : [],
  );
  const gone = await deletionsOf(session, deleted, here);
  return heads.flatMap(([id, { rev, copy: head, attachments }]) => {
    const isDeleted = head?._deleted === true;
    const copy = isDeleted ? gone.get(id) : head;
    if (copy === undefined || isPassedForRefused(session, copy)) return [];
    session.overtaken.read(copy, rev, asked);
    return [
      { document: { _id: id, _rev: rev, _deleted: isDeleted, _attachments: attachments }, copy },
    ];
  });
};
