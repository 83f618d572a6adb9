import { isRecordId } from '#core/record/record-form.ts';
import { isRevision, LONGEST_NAME, type Revision, type Sequence } from '../couch/couch-answers.ts';
import { ServerRefused } from '../couch/couch-asking.ts';
import { NO_MARK, type ServerMark } from '../couch/couch-client.ts';
import type { Session } from '../session.ts';

/**
 * The server has an older state than this device saw: a copy was restored, or the power took its
 * last writes.
 */
export class ServerWentBack extends Error {}

/**
 * A mark is on both sides, as in CouchDB's own replication. `next` is a mark whose answer may
 * have been lost.
 */
type MarkHere = { readonly n: number; readonly next: number; readonly seq: number };

const MARK = 'mark';

/** Which way a revision came to this device's knowledge. */
type Way = 'pulled' | 'pushed';

/**
 * The newest revision of each answer from the server. A power cut may undo what it acknowledged
 * after the last mark, without a trace in the mark; a server that still knows the newest revision
 * knows those before it. Earlier ones stay until the next mark: a write may reach a server that was
 * reset before this device noticed, and the server knows that one. Older versions kept one.
 */
type Seen = { readonly [way in Way]?: Revision | readonly Revision[] };

const SEEN = 'seen';

/**
 * Whether any server can be asked for it. A CouchDB document may have a longer name than a record,
 * but a request with a name that no server accepts is refused forever.
 */
export const isAskable = ({ id, rev }: Revision): boolean =>
  isRecordId(id) && isRevision(rev) && rev.length <= LONGEST_NAME;

/** Of more answers between two marks than this only the newest are kept. */
const MOST_SEEN = 50;

const listed = (seen: Seen[Way]): Revision[] => (seen === undefined ? [] : [seen].flat());

const seenBy = async ({ store }: Session): Promise<{ readonly [way in Way]: Revision[] }> => {
  const { pulled, pushed } = (await store.get<Seen>(SEEN)) ?? {};
  return { pulled: listed(pulled), pushed: listed(pushed) };
};

/** The statuses for names that a server does not accept, or for more of them than it reads. */
const NOT_ASKABLE = [400, 413, 414, 431];

const isAllKnown = async (session: Session): Promise<boolean> => {
  const { pulled, pushed } = await seenBy(session);
  try {
    return await session.client.knows([...pulled, ...pushed]);
  } catch (error) {
    // An older version noted whatever a server showed: this is no longer asked for once everything
    // is compared.
    if (error instanceof ServerRefused && NOT_ASKABLE.includes(error.status)) return false;
    throw error;
  }
};

/** Notes on both sides that they agree, and finds out when the server forgot. */
export type ServerHistory = {
  /** Throws `ServerWentBack` when the two marks disagree; all is compared again then. */
  check(): Promise<void>;
  /**
   * Remembers the newest revision, if any, and writes the mark some time after the last news.
   */
  markSoon: MarkSoon;
  /** No mark holds any more. */
  forget(): Promise<void>;
};

/**
 * Tells of news from the server; resolves when its newest revision is remembered, or could not be.
 */
export type MarkSoon = (way: Way, newest: Revision | undefined) => Promise<void>;

/** CouchDB's sequence is opaque; only its number before the hyphen grows. */
const numberOf = (sequence: Sequence | undefined): number =>
  Number.parseInt(String(sequence ?? 0), 10) || 0;

/** `compareAll` begins again with everything. */
export const serverHistory = (
  session: Session,
  markAfterMs: number,
  compareAll: () => void,
): ServerHistory => {
  const { store, pace, problems$ } = session;
  // A check must not meet a half-written mark.
  const alone = oneAtATime();
  // Seen revisions are noted separately: waiting for that does not mean waiting for the server.
  const noting = oneAtATime();
  let soon: ReturnType<typeof setTimeout> | undefined;
  pace.ended.addEventListener('abort', () => clearTimeout(soon));
  let checking: Promise<void> | undefined;
  return {
    check: () => {
      checking ??= alone(() => compareMarks(session, compareAll)).finally(
        () => (checking = undefined),
      );
      return checking;
    },
    markSoon: async (way, newest) => {
      const { generation } = session;
      soon ??= setTimeout(() => {
        soon = undefined;
        if (session.isUnsure || generation !== session.generation || pace.ended.aborted) return;
        alone(() => writeMarks(session, noting)).catch(() => {
          session.isUnsure = true;
          problems$.next({ code: 'mark-not-written' });
        });
      }, markAfterMs);
      if (newest === undefined) return;
      await noting(() => remember(session, generation, way, newest)).catch(() =>
        problems$.next({ code: 'mark-not-written' }),
      );
    },
    forget: async () => {
      clearTimeout(soon);
      soon = undefined;
      await store.set(MARK, undefined);
      await store.set(SEEN, undefined);
    },
  };
};

type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>;

const oneAtATime = (): OneAtATime => {
  let turn: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };
};

const remember = async (
  session: Session,
  generation: number,
  way: Way,
  newest: Revision,
): Promise<void> => {
  if (generation !== session.generation || !isAskable(newest)) return;
  const seen = await seenBy(session);
  const { id, rev } = newest;
  const before = seen[way].filter((revision) => revision.id !== id || revision.rev !== rev);
  await session.store.set(SEEN, {
    ...seen,
    [way]: [...before, newest].slice(-MOST_SEEN),
  } satisfies Seen);
};

/** Revisions covered by the mark need not be asked for any more, except the newest. */
const forgetOlder = async (session: Session): Promise<void> => {
  const { pulled, pushed } = await seenBy(session);
  await session.store.set(SEEN, {
    pulled: pulled.slice(-1),
    pushed: pushed.slice(-1),
  } satisfies Seen);
};

const compareMarks = async (session: Session, compareAll: () => void): Promise<void> => {
  const { client, store, device } = session;
  const here = await store.get<MarkHere>(MARK);
  const there = await client.readMark(device);
  const newest = numberOf(await client.newest());
  const isKnown = await isAllKnown(session);
  if (!isKnown || (here !== undefined && (!agree(here, there) || newest < here.seq))) {
    compareAll();
    throw new ServerWentBack();
  }
};

const agree = ({ n, next }: MarkHere, there: ServerMark | undefined): boolean =>
  [n, next].includes(there?.n ?? NO_MARK);

const writeMarks = async (session: Session, noting: OneAtATime): Promise<void> => {
  const { client, store, device } = session;
  const here = await store.get<MarkHere>(MARK);
  const there = await client.readMark(device);
  // The next check is to see that the server went back: a new mark would hide it.
  if (here !== undefined && !agree(here, there)) throw new ServerWentBack();
  const [n, seq] = [Math.max(here?.n ?? NO_MARK, there?.n ?? NO_MARK) + 1, numberOf(session.known)];
  // The answer may get lost: both numbers are right then. The one that is there may itself have
  // come without an answer.
  await store.set(MARK, {
    n: there?.n ?? NO_MARK,
    next: n,
    seq: here?.seq ?? 0,
  } satisfies MarkHere);
  await client.writeMark(device, { n, ...(there?._rev === undefined ? {} : { _rev: there._rev }) });
  // Asked of the server that has the mark: one that was put back in between would have it, too, and
  // tell of nothing else.
  if (!(await isAllKnown(session))) throw new ServerWentBack();
  await store.set(MARK, { n, next: n, seq } satisfies MarkHere);
  await noting(() => forgetOlder(session));
};
