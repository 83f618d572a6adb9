import {
  getAssumedMasterState,
  type ReplicationPullHandler,
  type ReplicationPushHandler,
} from 'rxdb/plugins/core';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { filter } from 'rxjs';
import { reportBug } from '#platform/report-bug.ts';
import { isSame, type Copy } from '../merge/copy.ts';
import { merge } from '../merge/merge.ts';
import { afterPush } from '../rxdb/after-push.ts';
import { holdCheckpoint } from '../rxdb/hold-checkpoint.ts';
import { noteInserts } from '../rxdb/note-pulled.ts';
import { keepReadable } from '../rxdb/keep-readable.ts';
import { refusePulled } from '../rxdb/refuse-pulled.ts';
import { isPassedForRefused, letGoOfAgreed, noteMet } from './refused/refused-changes.ts';
import { meetingBase } from './base-of.ts';
import { keepBases } from './kept-bases.ts';
import type { PullCheckpoint, Pulled } from './pull.ts';
import type { PushRow } from './push.ts';
import { epochOf, keepSetAside, type Session } from './session.ts';
import { waitingIn } from './waiting-in.ts';

type Pull = (checkpoint: PullCheckpoint | undefined, size: number) => Promise<Pulled>;
type Push = (rows: readonly PushRow[]) => Promise<Copy[]>;
type PullHandler = ReplicationPullHandler<Copy, PullCheckpoint>;
type PushHandler = ReplicationPushHandler<Copy>;
type Running = RxReplicationState<Copy, PullCheckpoint>;

/**
 * What moves the records, and what there is to do around it. The handlers wait after a failure by
 * themselves.
 */
export type ReplicationParts = {
  readonly url: string;
  readonly retryMs: number;
  readonly pull: Pull;
  readonly push: Push;
  /** No mark holds any more, before all is compared again. */
  readonly forget: () => Promise<void>;
  /** What arrived is written on this device. */
  readonly written: () => void;
  /** A write on this device failed. */
  readonly notWritten: () => void;
};

/** RxDB's replication of one session. */
export type Replication = {
  begin(): Promise<void>;
  /** Begins again with all records, after a while in ms. */
  compareAll(afterMs?: number): void;
  /** How many records of this device the server has not answered for yet, counted up to `most`. */
  waiting(most: number): Promise<number>;
  stop(): Promise<void>;
};

/** Idle until it is started. */
export const openReplication = (session: Session, parts: ReplicationParts): Replication => {
  const { store, pace, problems$ } = session;
  let running: Running | undefined;
  let anew: ReturnType<typeof setTimeout> | undefined;
  // Never from inside a handler: RxDB's cancel waits for it.
  const beginSoon = (): void => {
    anew = undefined;
    void beginAnew().catch(() => {
      problems$.next({ code: 'not-begun' });
      // A full disk cannot store a note of it either.
      if (!pace.ended.aborted) compareAll(parts.retryMs);
    });
  };
  const compareAll = (afterMs = 0): void => void (anew ??= setTimeout(beginSoon, afterMs));
  const begin = async (): Promise<void> => {
    asNew(session);
    const [epoch] = await Promise.all([epochOf(store), running?.cancel()]);
    // Nobody would stop a run that starts after the end.
    if (pace.ended.aborted) return;
    running = replicate(session, `${parts.url}|${epoch}`, parts);
    running.error$.pipe(filter(isNotWritten)).subscribe(() => {
      if (pace.ended.aborted) return;
      session.unwritten = Infinity;
      if (anew !== undefined) return;
      parts.notWritten();
      compareAll(parts.retryMs);
    });
  };
  const beginAnew = async (): Promise<void> => {
    if (pace.ended.aborted) return;
    await forgetAgreed(session, parts, running);
    await begin();
  };
  const endings = [pullingOn(session), () => clearTimeout(anew)];
  const stop = async (): Promise<void> => {
    for (const end of endings) end();
    await running?.cancel();
  };
  answerFor(session, () => running);
  mergeConflicts(session);
  return { begin, compareAll, waiting: (most) => waitingIn(session, running, most), stop };
};

/** Nothing has been requested yet, and earlier results no longer count. */
const asNew = (session: Session): void => {
  session.generation += 1;
  session.known = session.ahead = undefined;
  session.fetched = session.unwritten = 0;
  session.overtaken.forget();
};

/**
 * Ours name their direction. Without one a write on this device failed, and RxDB goes on with what
 * comes after it.
 */
const isNotWritten = (error: unknown): boolean => {
  const { parameters } = error as {
    parameters?: { direction?: unknown; writeError?: { status?: number } };
  };
  // A push and a pull noted the agreed state at the same moment: nothing is lost, and pulled
  // records are known as such.
  return parameters?.writeError?.status !== 409 && parameters?.direction === undefined;
};

/** What other parts of the sync ask of the replication that runs. */
const answerFor = (session: Session, running: () => Running | undefined): void => {
  session.agreed = (ids) => agreedIn(running(), ids);
  session.replication = () => nameOf(running());
  session.letPull = () => sayNotPushing(running());
};

const sayNotPushing = (running: Running | undefined): void =>
  running?.internalReplicationState?.events.active.up.next(false);

/**
 * RxDB holds back what arrives while it pushes: a read-only device sends nothing, so nothing should
 * be held back. Not at once, since RxDB hears of news only after some turns of its own. Returns how
 * to stop.
 */
const pullingOn = (session: Session): (() => void) => {
  const news = session.wake$.subscribe(
    () => session.mayWrite() || setTimeout(() => session.letPull()),
  );
  return () => news.unsubscribe();
};

const forgetAgreed = async (
  session: Session,
  { forget }: ReplicationParts,
  running: Running | undefined,
) => {
  // A sync that has only just begun should know as much about them as one that has run for long.
  await running?.startPromise;
  await keepBases(session, running?.internalReplicationState);
  await forget();
  // They are all read again.
  [session.unreadableBeyond, session.isUnreadableKept] = [0, false];
  session.countedBeyond.clear();
  await session.store.set('epoch', (await epochOf(session.store)) + 1);
};

const agreedIn = async (
  running: Running | undefined,
  ids: readonly string[],
): Promise<Map<string, Copy>> => {
  const state = running?.internalReplicationState;
  if (state === undefined) return new Map();
  const found = await getAssumedMasterState(state, [...ids]);
  return new Map(Object.entries(found).map(([id, { docData }]) => [id, docData]));
};

const nameOf = async (running: Running | undefined): Promise<string | undefined> => {
  const input = running?.internalReplicationState?.input;
  return input?.hashFunction(input.identifier);
};

const replicate = (
  session: Session,
  identifier: string,
  { pull, push, written }: Pick<ReplicationParts, 'pull' | 'push' | 'written'>,
): Running => {
  const { collection, batch, wake$ } = session;
  keepReadable(collection.storageInstance);
  let noting: Promise<void> | undefined;
  const note = (): Promise<void> => (noting ??= noteBoth(running, session));
  const pulled: Pull = async (...given) => {
    await note();
    const through = counted(session, written);
    try {
      return await pull(...given);
    } finally {
      // Not awaited: the queue waits for this handler, and then writes what it brought.
      void running.internalReplicationState?.streamQueue.down.then(through, through);
    }
  };
  const answered: Push = async (rows) => {
    await note();
    return push(rows);
  };
  const running = replicateRxCollection<Copy, PullCheckpoint>({
    collection,
    replicationIdentifier: identifier,
    live: true,
    // The handlers wait by themselves.
    retryTime: 1,
    // One tab alone starts a sync.
    waitForLeadership: false,
    toggleOnDocumentVisible: true,
    // A copy that is there says nothing of deletion, and RxDB asks for no more.
    pull: { handler: pulled as PullHandler, batchSize: batch, stream$: wake$ },
    push: { handler: answered as PushHandler, batchSize: batch },
  });
  return running;
};

/**
 * Counts an answer that is not yet written here. Call the returned function when RxDB has written
 * it.
 */
const counted = (session: Session, written: () => void): (() => void) => {
  const { generation, passed, pace, wake$ } = session;
  session.unwritten += 1;
  return () => {
    const wasReadAnew = passed.through();
    if (generation !== session.generation || pace.ended.aborted) return;
    session.unwritten -= 1;
    written();
    // Whether that has come, a look alone tells.
    if (wasReadAnew && session.unwritten !== Infinity) wake$.next('RESYNC');
  };
};

/**
 * Sets up two things before anything arrives: pulled records are distinguished from those made
 * here, even if the app is closed at that moment; and what was read before the server accepted
 * something newer from this device is not written, but read again.
 */
const noteBoth = async (running: Running, session: Session): Promise<void> => {
  const { overtaken, passed, wake$ } = session;
  const { storageInstance } = session.collection;
  await running.startPromise;
  const flag = await running.internalReplicationState?.downstreamBulkWriteFlag;
  const name = await nameOf(running);
  if (flag === undefined || name === undefined || running.metaInstance === undefined) return;
  holdCheckpoint(running.metaInstance, () => session.unwritten === Infinity);
  afterPush(running.metaInstance, (ids) => void afterAnswer(session, ids));
  noteInserts(storageInstance, flag, name);
  const isRefused = (pulled: Copy): boolean => {
    // It was read before the server refused what this device made of the record; it is read again
    // once that goes through.
    if (isPassedForRefused(session, pulled)) return true;
    void keepLetGo(session);
    if (!overtaken.isOvertaken(pulled)) return false;
    passed.add(pulled.id);
    wake$.next('RESYNC');
    return true;
  };
  refusePulled(storageInstance, flag, { isRefused, refused: passed.keep });
};

/**
 * RxDB has processed the server's answers to a push of these: those that were passed are read
 * again.
 */
const afterAnswer = async (session: Session, ids: readonly string[]): Promise<void> => {
  session.sent.drop(ids);
  await letGo(session, ids);
  const { pace, passed, aside, wake$ } = session;
  if (!pace.ended.aborted && ids.some((id) => passed.has(id) && !aside.has(id)))
    wake$.next('RESYNC');
};

const letGo = async (session: Session, ids: readonly string[]): Promise<void> => {
  const { pace } = session;
  if (pace.ended.aborted) return;
  try {
    await letGoOfAgreed(session, ids);
    await keepSetAside(session);
  } catch (error) {
    // The store is closed after the end.
    if (!pace.ended.aborted)
      reportBug('what was refused was not compared with what is agreed', error);
  }
};

const keepLetGo = (session: Session): Promise<void> =>
  keepSetAside(session).catch((error: unknown) => {
    if (!session.pace.ended.aborted) reportBug('what was let go of was not noted', error);
  });

type Conflict = {
  readonly newDocumentState: Copy;
  readonly assumedMasterState?: Copy;
  readonly realMasterState: Copy;
};

/**
 * The base of a change that was refused is another than RxDB's, and RxDB must not take it for sent
 * where it is sent again.
 */
const mergeConflicts = (session: Session): void => {
  (session.collection as { conflictHandler: unknown }).conflictHandler = {
    isEqual: (left: Copy, right: Copy, asked: string) =>
      isSame(left, right) &&
      !(asked === 'upstream-check-if-equal' && session.sendingAgain.has(left.id)),
    resolve: ({
      newDocumentState: mine,
      assumedMasterState: assumed,
      realMasterState: theirs,
    }: Conflict) => {
      // Whether it can be read, the push has asked that answered with their state.
      const both = merge(meetingBase(session, { id: mine.id, assumed, theirs }), mine, theirs);
      noteMet(session, theirs, both);
      return Promise.resolve(both);
    },
  };
};
