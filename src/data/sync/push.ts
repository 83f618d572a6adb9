import { TRASHED_ON } from '#core/record/trash.ts';
import { dayOfMoment } from '#platform/clock.ts';
import { isSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import { areSameWrite } from '../merge/past.ts';
import { isWhole } from '../merge/readable.ts';
import { isAsPulled } from '../rxdb/note-pulled.ts';
import { baseOf, meetingBase } from './base-of.ts';
import type { Revision, RowAnswer } from './couch/couch-answers.ts';
import { ANSWER_MS } from './couch/couch-asking.ts';
import { NOT_CARRIED } from './couch/couch-writing.ts';
import { comesFromFile } from './server/from-file.ts';
import { goesApart, goingApart, type GoingApart } from './server/going-apart.ts';
import { copiesOf, deletionsOf, type Head } from './couch/heads.ts';
import { packedOver, type WireDocument } from './sealing.ts';
import type { MarkSoon } from './server/server-history.ts';
import {
  epochOf,
  keepUnreadable,
  noteUnreadable,
  putAside,
  takeFromAside,
  type Session,
} from './session.ts';
import { statesHere } from './states-here.ts';
import { triedBefore, type TriedBefore } from './refused/tried-before.ts';

/** What RxDB hands over: the new state, and the one that it believes the server has. */
export type PushRow = { readonly newDocumentState: Copy; readonly assumedMasterState?: Copy };

/** The server refuses this row for good, whatever is tried. */
const FINAL =
  /^(?:forbidden|unauthorized|doc_validation|bad_request|illegal_docid|too_large|not_carried|document_too_large|attachment_too_large|http_\d{3})$/;

/** Changes wait on this device, but the server accepts none from it. */
export class OnlyReads extends Error {}

/** The server answered, and could not write a change this time. */
export class NotWritten extends Error {}

/** A push that meets newer revisions this often gives up and is tried again as a whole. */
const ROUNDS = 5;

/**
 * The base to compare with what the server shows. A refused change that is there all the same was
 * accepted in a try whose answer was lost: it is no longer set aside, and what was written here
 * since is based on it.
 */
const baseAgainst = (
  session: Session,
  id: string,
  assumed: Copy | undefined,
  theirs: Copy | undefined,
): Copy | undefined => {
  const refused = session.aside.get(id);
  if (theirs === undefined || refused === undefined || !isSame(theirs, refused.mine))
    return baseOf(session, id, assumed);
  takeFromAside(session, id);
  return theirs;
};

/**
 * Writes rows to the server and answers the states that are in the way, opened; RxDB merges and
 * comes again.
 */
export const pusher = (session: Session, markSoon: MarkSoon) => {
  const [tried, apart] = [triedBefore(session), goingApart(session, markSoon)];
  return async (rows: readonly PushRow[]): Promise<Copy[]> => {
    tried.begin();
    apart.giveWay(rows.map(({ newDocumentState }) => newDocumentState));
    const there: There = { lost: undefined, newest: undefined };
    try {
      return await pushed(session, rows, { tried, apart, there });
    } finally {
      // Before RxDB hears that the push is done, too: if the app were closed then, this device
      // would treat as agreed what nobody checks with the server.
      for (const revision of [there.lost, there.newest]) await markSoon('pushed', revision);
    }
  };
};

/** The newest that the server has of a push. */
type There = {
  /**
   * What an earlier try wrote: that answer never came, and a server that goes back may forget it
   * all the same.
   */
  lost: Revision | undefined;
  newest: Revision | undefined;
};

type Around = { readonly tried: TriedBefore; readonly apart: GoingApart; readonly there: There };

const pushed = async (
  session: Session,
  rows: readonly PushRow[],
  { tried, apart, there }: Around,
): Promise<Copy[]> => {
  // RxDB may hand over an older copy than the one that is stored now.
  const ids = rows.map(({ newDocumentState }) => newDocumentState.id);
  const [here, pulled] = [
    await statesHere(session.collection, ids, true),
    await session.replication(),
  ];
  const [isComparing, isFromFile] = [
    (await epochOf(session.store)) > 0,
    await comesFromFile(session.store),
  ];
  // New documents are written unread: one request. Where all is compared, what looks new may have
  // been deleted there.
  const isRead = ({ newDocumentState: mine, assumedMasterState: assumed }: PushRow): boolean =>
    isComparing || assumed !== undefined || isFromFile(mine) || tried.wasSent(mine);
  const inTheWay: Copy[] = [];
  let todo = rows.filter(
    (row) => !isOfPull(row, here, pulled) && !tried.isSettled(row.newDocumentState),
  );
  for (let round = 0; todo.length > 0; round += 1) {
    if (round > ROUNDS) throw new Error('the server’s revisions changed too often');
    const asked = round > 0 ? todo : todo.filter(isRead);
    const ids = asked.map(({ newDocumentState }) => newDocumentState.id);
    const heads = ids.length === 0 ? new Map<string, Head>() : await copiesOf(session, ids);
    const sending = new Map<string, Sending>();
    for (const row of todo) {
      const head = heads.get(row.newDocumentState.id);
      const look = {
        head,
        isAsked: asked.includes(row),
        isFromFile: isFromFile(row.newDocumentState),
        here,
      };
      const found = await meetable(session, row, await lookAt(session, row, look));
      if (found === 'settled') {
        const before = revisionOf(row, heads);
        if (before !== undefined) session.overtaken.took(before);
        there.lost = before ?? there.lost;
      } else if ('inTheWay' in found) inTheWay.push(found.inTheWay);
      else sending.set(row.newDocumentState.id, { row, head: found.head, base: found.base });
    }
    if (sending.size > 0 && !session.mayWrite()) throw new OnlyReads();
    tried.send([...sending.keys()]);
    const { answers, cutOff } = await send(session, [...sending.values()]);
    there.newest = newestOf(answers) ?? there.newest;
    todo = settle(session, answers, { sending, tried, apart });
    if (cutOff !== undefined) throw cutOff.why;
  }
  tried.through();
  return inTheWay;
};

/**
 * Whether a state came from a pull and nobody has written here since: then it is no change of this
 * device, whatever RxDB treats as agreed, and nothing is sent. The app was closed between RxDB's
 * two writes, or a push noted something else at that moment.
 */
const isOfPull = (
  { newDocumentState: { id } }: PushRow,
  here: ReadonlyMap<string, Copy>,
  pulled: string | undefined,
): boolean => {
  const now = here.get(id);
  return now !== undefined && isAsPulled(now, pulled);
};

const revisionOf = (
  { newDocumentState: { id } }: PushRow,
  heads: ReadonlyMap<string, Head>,
): Revision | undefined => {
  const rev = heads.get(id)?.rev;
  return rev === undefined ? undefined : { id, rev };
};

const newestOf = (answers: readonly RowAnswer[]): Revision | undefined =>
  answers
    .flatMap(({ id, rev, error }) =>
      error === undefined && rev !== undefined ? [{ id, rev }] : [],
    )
    .at(-1);

type Sending = { readonly row: PushRow } & Written;

/** What the server answered, and why not to all. */
type Sent = { readonly answers: readonly RowAnswer[]; readonly cutOff?: { readonly why: unknown } };

const send = async (session: Session, sending: readonly Sending[]): Promise<Sent> => {
  for (const { row, base } of sending) session.sent.add(base, row.newDocumentState);
  // Before the server gets any of it: its answer may never come.
  await session.sent.keep();
  // Decided once: a separate try may be accepted while the others are sealed.
  const isApart = ({ row }: Sending): boolean => goesApart(session, row.newDocumentState);
  const [apart, others] = [sending.filter(isApart), sending.filter((sending) => !isApart(sending))];
  // All at once: the browser seals in its own threads, and each result waits for the page.
  const documents = await Promise.all(others.map((sending) => packed(session, sending)));
  const answers: RowAnswer[] = apart.map(({ row }) => ({
    id: row.newDocumentState.id,
    error: NOT_CARRIED,
  }));
  try {
    // Whatever takes longer than any other goes on by itself.
    await session.client.write(documents, (some) => void answers.push(...some), ANSWER_MS);
    return { answers };
  } catch (why) {
    return { answers, cutOff: { why } };
  }
};

const goApart = (session: Session, apart: GoingApart, sending: Sending): void =>
  apart.add({
    mine: sending.row.newDocumentState,
    pack: () => packed(session, sending),
    settle: (answer) => void isSettled(session, sending, answer),
  });

/** What a change is written over, and the state that it was made of. */
type Written = { readonly head: Head | undefined; readonly base: Copy | undefined };

type Look = {
  readonly head: Head | undefined;
  readonly isAsked: boolean;
  readonly isFromFile: boolean;
  readonly here: ReadonlyMap<string, Copy>;
};

type Found = 'settled' | { readonly inTheWay: Copy } | Written;

/**
 * The same, if the merge of both can be read. If not, nothing is stored or sent: the state here
 * stays, and the server's is reported, until someone has it overwritten.
 */
const meetable = async (
  session: Session,
  { newDocumentState: mine, assumedMasterState: assumed }: PushRow,
  found: Found,
): Promise<Found> => {
  if (found === 'settled' || !('inTheWay' in found)) return found;
  const { inTheWay: theirs } = found;
  if (isWhole(merge(meetingBase(session, { id: mine.id, assumed, theirs }), mine, theirs)))
    return found;
  const base = baseOf(session, mine.id, assumed);
  putAside(session, { id: mine.id, reason: 'not-authentic', mine, base, at: session.now() });
  noteUnreadable(session, mine.id);
  await keepUnreadable(session);
  return 'settled';
};

const lookAt = async (
  session: Session,
  { newDocumentState: mine, assumedMasterState: assumed }: PushRow,
  { head, isAsked, isFromFile, here }: Look,
): Promise<Found> => {
  const theirs = head?.copy;
  const base = baseAgainst(session, mine.id, assumed, theirs);
  if (head !== undefined && theirs === undefined) {
    putAside(session, { id: mine.id, reason: 'not-authentic', mine, base, at: session.now() });
    return 'settled';
  }
  // It is there already: the answer of an earlier try was lost. Or it never was, and is to be
  // deleted.
  if (theirs === undefined ? mine._deleted === true && isAsked : isSame(theirs, mine)) {
    takeFromAside(session, mine.id);
    return 'settled';
  }
  if (theirs === undefined) return { head, base };
  const now = here.get(mine.id);
  // Overwritten by a pull meanwhile: RxDB holds an old copy, and writing it would undo what others
  // wrote. A refused state has another base and was not pulled; one that the server has after all
  // is as good as pulled.
  const isAgreed = base !== undefined && (base === assumed || base === theirs);
  const isStale = isAgreed && now !== undefined && isSame(now, base);
  if (!isStale && base !== undefined && isSame(theirs, base)) return { head, base };
  // A past state under a key that no longer counts proves nothing: treat it as if the agreed state
  // were there.
  if (session.behind.has(theirs)) return isStale ? { inTheWay: base } : { head, base };
  if (theirs._deleted !== true) return { inTheWay: theirs };
  const gone = await lastWriteBefore(session, mine.id, head);
  // What comes of the two is later than the deletion, or whoever still meets that would take it for
  // the news.
  if (base !== undefined)
    return { inTheWay: { ...base, ...(gone.updatedAt > base.updatedAt && gone), _deleted: true } };
  const deleted = { ...mine, ...gone };
  const isNews = isFromFile && deleted.updatedAt > 0 && !areSameWrite(mine, deleted);
  if (isNews && (await staysDeleted(session, mine)))
    return { inTheWay: { ...mine, _deleted: true } };
  // Nobody here knew about it: treat it as trashed that day, which raises a question.
  const thrownOn = isNews ? dayOfMoment(deleted.updatedAt) : mine.trashedOn;
  return { inTheWay: { ...deleted, trashedOn: thrownOn, _deleted: true } };
};

/**
 * Whether an unused code was deleted by itself while its list still exists: as in the dry run it
 * stays deleted. Codes whose list was deleted come back with the list, which raises the question.
 */
const staysDeleted = async (session: Session, { parent, steps }: Copy): Promise<boolean> => {
  if (parent === '' || steps.length > 0) return false;
  const list = (await copiesOf(session, [parent])).get(parent)?.copy;
  return (
    list !== undefined &&
    list._deleted !== true &&
    list.clashes.every(({ field }) => field !== TRASHED_ON)
  );
};

/**
 * When and by whom the deleted state was written; never, if the tombstone does not prove it: an
 * empty one deletes nothing, nor does one under a key that no longer counts.
 */
const lastWriteBefore = async (
  session: Session,
  id: string,
  head: Head | undefined,
): Promise<Pick<Copy, 'updatedAt' | 'updatedBy'>> => {
  const tombstone =
    head === undefined ? undefined : (await deletionsOf(session, [{ id, rev: head.rev }])).get(id);
  const gone = tombstone === undefined || session.behind.has(tombstone) ? undefined : tombstone;
  return { updatedAt: gone?.updatedAt ?? 0, updatedBy: gone?.updatedBy ?? '' };
};

const packed = ({ codec }: Session, { row, head }: Sending): Promise<WireDocument> =>
  packedOver(codec, row.newDocumentState, {
    _rev: head?.rev,
    _deleted: head?.copy?._deleted === true,
    _attachments: head?.attachments,
  });

/**
 * Takes the server's answers in; answers the rows that have to be looked at again. Throws for what
 * may pass later.
 */
const settle = (
  session: Session,
  answers: readonly RowAnswer[],
  {
    sending,
    tried,
    apart,
  }: Omit<Around, 'there'> & { readonly sending: ReadonlyMap<string, Sending> },
): PushRow[] => {
  const again: PushRow[] = [];
  const failed: string[] = [];
  for (const answer of answers) {
    const { id, error, reason = '' } = answer;
    const sent = sending.get(id);
    if (sent === undefined) continue;
    if (error === undefined) session.accepted.add(id);
    if (isSettled(session, sent, answer)) tried.settled(sent.row.newDocumentState);
    else if (error === 'conflict') again.push(sent.row);
    else failed.push(`${error} ${reason}`);
    if (error === NOT_CARRIED) goApart(session, apart, sent);
  }
  // The others have their answer all the same.
  if (failed[0] !== undefined) throw new NotWritten(failed[0]);
  return again;
};

/** Takes one answer in; whether it is the last word on that state. */
const isSettled = (
  session: Session,
  { row, base }: Sending,
  { id, error, reason = '' }: RowAnswer,
): boolean => {
  const mine = row.newDocumentState;
  const isGone = mine._deleted === true && /not_found|deleted/.test(`${error} ${reason}`);
  if (error === undefined || isGone) takeFromAside(session, id);
  else if (FINAL.test(error))
    putAside(session, { id, reason: error, mine, base, at: session.now() });
  else return false;
  return true;
};
