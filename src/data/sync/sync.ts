import { Subject, type Observable } from 'rxjs';
import { wasKeptFrom } from '#platform/kept-from.ts';
import type { RecordCollection } from '../records/database.ts';
import type { Copy } from '../merge/copy.ts';
import { storeTroubleOf } from '../records/store-trouble.ts';
import { countHere, oneSided, type OneSided } from './server/both-sides.ts';
import { copiesOf } from './couch/heads.ts';
import { ServerRefused, type CouchAddress } from './couch/couch-asking.ts';
import { couchClient } from './couch/couch-client.ts';
import { keptBases } from './kept-bases.ts';
import {
  keyringAhead,
  putFalseKeyringBack,
  putKeyringBack,
  sendKeyringFirst,
} from './keys/keyring-behind.ts';
import { listen } from './listen.ts';
import { notingTaken, openOvertaken } from './overtaken.ts';
import { openPace } from './pace.ts';
import { openPassed } from './passed.ts';
import { puller } from './pull.ts';
import { NotWritten, OnlyReads, pusher } from './push.ts';
import { openReplication } from './replication.ts';
import { reseal } from './keys/reseal.ts';
import { openSent } from './sent.ts';
import { withoutPlace } from './refused/refused-place.ts';
import { sendingRefused, type SendRefused } from './refused/send-refused.ts';
import { KeysTurned, OtherKeys, type Codec } from './sealing.ts';
import { serverHistory, ServerWentBack, type ServerHistory } from './server/server-history.ts';
import { keptUnreadable, type Session, type SyncProblem } from './session.ts';
import type { SyncStore } from './sync-store.ts';
import { isKeyInUse } from './keys/key-in-use.ts';
import { writeOver } from './refused/write-over.ts';
import { openStatus, type SetAside, type SyncState, type SyncStatus } from './status.ts';

/** What a sync is made of. */
export type SyncParts = {
  readonly collection: RecordCollection;
  readonly address: Omit<CouchAddress, 'ended'>;
  readonly codec: Codec;
  /** What is known about changed keys; nothing if absent. */
  readonly keys?: Pick<
    Session,
    'isRetired' | 'lacks' | 'isNamed' | 'holds' | 'isRefused' | 'heardKeyring'
  >;
  /**
   * Takes the keyring that the server has when the keys were changed elsewhere, so that someone can
   * open it.
   */
  readonly offer?: (keyring: Copy) => Promise<void>;
  readonly store: SyncStore;
  /** Name of this device on the server's mark. */
  readonly device: string;
  readonly now: () => number;
  readonly random: () => number;
  /**
   * Whether the server takes changes of this device; asked each time, since it may say otherwise
   * any time.
   */
  readonly mayWrite?: () => boolean;
  readonly times?: Partial<typeof USUAL>;
};

/** Documents a request, and times in ms. */
const USUAL = {
  batch: 200,
  gapMs: 30,
  retryMs: 1_000,
  pollMs: 50_000,
  lookEveryMs: 300_000,
  markAfterMs: 10_000,
};

/** After this long a device that only reads looks again whether it may send what waits (ms). */
const HELD_MS = 60_000;

/** The sync of a workspace with one server, in one tab. */
export type Sync = {
  readonly status$: Observable<SyncStatus>;
  readonly problems$: Observable<SyncProblem>;
  /** Changes that the server refused for good. */
  readonly aside: ReadonlyMap<string, SetAside<Copy>>;
  /** Documents on the server that this device cannot open. */
  readonly unreadable: ReadonlySet<string>;
  /** How many more there are than are named there. */
  readonly unreadableBeyond: () => number;
  /**
   * Documents on the server that an older key sealed, and that it did not take under the new seal.
   */
  readonly underOldKey: ReadonlySet<string>;
  /**
   * How many states on the server were older than this device's and are written again, on this run.
   */
  readonly writtenBack: () => number;
  /** Tries at once: the network is back, the app in sight, or someone asks. */
  tryNow(): void;
  /** Sends again everything that the server refused, because the user asks. */
  sendRefused(): void;
  /**
   * Tries at once what was refused or held back for lack of rights: the server now allows this
   * device something else.
   */
  rightsChanged(): void;
  /** Tries over another connection, even what is already on its way and takes long. */
  lineChanged(): void;
  /** Forgets the agreed states and compares everything; equal records are not written. */
  compareAll(): void;
  /**
   * Reseals what older keys sealed on the server, and returns what is left; throws if the server
   * does not answer.
   */
  reseal(): ReturnType<typeof reseal>;
  /**
   * Overwrites what cannot be opened with the records here; `onProgress` gets the progress. Throws if the
   * server does not answer.
   */
  writeOver(onProgress: (done: number, of: number) => void): ReturnType<typeof writeOver>;
  /**
   * Whether the keyring on the server opens with the key in use: only then may be written over what
   * cannot be opened.
   */
  isKeyInUse(): Promise<boolean>;
  /** Whether the server accepts changes from this device, as far as it has said. */
  readonly mayWrite: () => boolean;
  /** How many records have a change that the server has not answered for, counted up to `most`. */
  waiting(most: number): Promise<number>;
  /**
   * How many records one side has and the other does not, without what cannot be opened, and what
   * was refused; `closely` by their ids.
   */
  oneSided(closely: boolean): Promise<OneSided>;
  /** How many of the documents that cannot be opened are of records that are here. */
  unreadableHere(): Promise<number>;
  stop(): Promise<void>;
};

/** Starts to keep a collection in step (docs/decisions/sync.md). */
export const startSync = async (parts: SyncParts): Promise<Sync> => {
  const times = { ...USUAL, ...parts.times };
  const { status$, say } = openStatus(parts.now);
  const session = await openSession(parts, times);
  const { pace, problems$, aside, unreadable } = session;
  const failed = failing(session, parts, say);
  const history = serverHistory(session, times.markAfterMs, () => replication.compareAll());
  const answered = (): void => {
    // What could not be written stays told until all is compared.
    if (session.unwritten === Infinity) return;
    if (session.known === undefined) say('fetching', session.fetched);
    // A record that arrived is not here until it is written.
    else if (session.unwritten === 0) say('in-step', session.fetched);
  };
  const guarded = guardBy(session, history, answered, failed);
  const refused = sendingRefused(session, times.lookEveryMs);
  const replication = openReplication(session, {
    url: parts.address.url,
    retryMs: times.retryMs,
    forget: history.forget,
    pull: guarded(
      withoutPlace(session, puller(session, history.markSoon), () => replication.compareAll()),
    ),
    push: guarded(refused.around(pusher(session, history.markSoon))),
    written: answered,
    notWritten: () => {
      say('device-trouble');
      problems$.next({ code: 'device-did-not-write' });
    },
  });
  const trying = tryingBy(session, refused);
  const regularly = setInterval(trying.tryNow, times.lookEveryMs);
  await replication.begin();
  refused.inTime();
  void listen(session, times.pollMs, failed);
  const stop = async (): Promise<void> => {
    pace.end();
    clearInterval(regularly);
    await replication.stop();
  };
  const { compareAll, waiting } = replication;
  return {
    status$,
    problems$,
    aside,
    unreadable,
    ...asking(session),
    ...trying,
    compareAll,
    waiting,
    stop,
  };
};

/** What lets a sync try before its time. */
const tryingBy = (session: Session, refused: SendRefused) => {
  const tryNow = (): void => {
    session.isUnsure = true;
    session.passed.readAll();
    session.pace.tryNow();
    session.wake$.next('RESYNC');
    refused.inTime();
  };
  const rightsChanged = (): void => {
    refused.anew();
    tryNow();
  };
  const lineChanged = (): void => {
    session.pace.lineChanged();
    rightsChanged();
  };
  return { tryNow, sendRefused: refused.all, rightsChanged, lineChanged };
};

/** What to do about a failure before the next try. */
const failing =
  (session: Session, { offer, address: { url } }: SyncParts, say: (state: SyncState) => void) =>
  async (error: unknown): Promise<void> => {
    const { pace } = session;
    // Changes made before this device became read-only wait; everything else is in order.
    if (error instanceof OnlyReads) {
      session.letPull();
      return pace.pause(HELD_MS);
    }
    if (error instanceof KeysTurned) return pace.backOff();
    session.isUnsure = true;
    if (error instanceof OtherKeys) {
      // What a server shows may have any form: it counts as an offer then, which has to be opened.
      const own = await keyringAhead(session, error.offered).catch(() => undefined);
      if (own === undefined) await offer?.(error.offered);
      else return putBack(session, own, { url, say });
    }
    if (!isForbidden(error) || session.mayWrite()) say(stateFor(error, url));
    await pace.backOff(error instanceof ServerRefused ? error.waitMs : 0);
  };

/**
 * Nobody is asked for a passphrase; a read-only device waits until another one has repaired it.
 */
const putBack = async (
  session: Session,
  own: Copy,
  { url, say }: { readonly url: string; readonly say: (state: SyncState) => void },
): Promise<void> => {
  if (session.mayWrite())
    await putKeyringBack(session, own).catch((error: unknown) => say(stateFor(error, url)));
  else say('server-trouble');
  await session.pace.backOff();
};

type Asked =
  | 'underOldKey'
  | 'writtenBack'
  | 'unreadableBeyond'
  | 'oneSided'
  | 'unreadableHere'
  | 'reseal'
  | 'writeOver'
  | 'isKeyInUse'
  | 'mayWrite';

const asking = (session: Session): Pick<Sync, Asked> => ({
  underOldKey: session.underOldKey,
  mayWrite: () => session.mayWrite(),
  reseal: () => reseal(session),
  writeOver: (onProgress) => writeOver(session, onProgress),
  isKeyInUse: () => isKeyInUse(session),
  writtenBack: () => session.writtenBack,
  unreadableBeyond: () => session.unreadableBeyond,
  oneSided: (closely) => oneSided(session, closely),
  unreadableHere: () => countHere(session.collection, [...session.unreadable]),
});

const NO_OTHER_KEYS: NonNullable<SyncParts['keys']> = {
  isRetired: () => false,
  lacks: () => false,
  isNamed: () => true,
  holds: () => true,
  isRefused: () => false,
  heardKeyring: () => Promise.resolve(),
};

const openSession = async (
  parts: SyncParts,
  { batch, gapMs, retryMs }: typeof USUAL,
): Promise<Session> => {
  const { collection, codec, store, device, now, mayWrite = () => true } = parts;
  const pace = openPace(retryMs, parts.random);
  const overtaken = openOvertaken();
  const clientUntil = (ended: AbortSignal): Session['client'] =>
    notingTaken(couchClient({ ...parts.address, ended, line: pace.line }), overtaken);
  return {
    collection,
    codec,
    store,
    device,
    now,
    mayWrite,
    pace,
    batch,
    gapMs,
    overtaken,
    passed: await openPassed(store, pace.ended),
    sent: await openSent(store),
    ...(parts.keys ?? NO_OTHER_KEYS),
    letPull: () => undefined,
    sendOpened: () => undefined,
    takenApart: () => undefined,
    known: undefined,
    ahead: undefined,
    fetched: 0,
    opened: 0,
    unwritten: 0,
    generation: 0,
    isUnsure: true,
    client: clientUntil(pace.ended),
    clientUntil,
    aside: new Map((await store.get<SetAside<Copy>[]>('aside'))?.map((aside) => [aside.id, aside])),
    bases: await keptBases(store),
    ...(await keptUnreadable(store)),
    withLeaf: new Set(),
    underOldKey: new Set<string>(),
    behind: new WeakSet(),
    isUnreadableKept: true,
    isAsideKept: true,
    settled: new Map(),
    sendingAgain: new Set<string>(),
    accepted: new Set<string>(),
    openedSince: new Set<string>(),
    writtenBack: 0,
    isKeyringFalse: false,
    putRight: 0,
    agreed: async () => new Map(),
    replication: async () => undefined,
    problems$: new Subject<SyncProblem>(),
    wake$: new Subject<'RESYNC'>(),
    pulled$: new Subject<void>(),
  };
};

/** Every failure is reported, delayed and rethrown: RxDB then simply tries again. */
const guardBy = (
  session: Session,
  history: ServerHistory,
  answered: () => void,
  failed: (error: unknown) => Promise<void>,
) => {
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    await history.check();
    // Nobody else would believe what is pushed under a key that was changed elsewhere.
    await sendKeyringFirst(session, await copiesOf(session, session.codec.readable));
    session.isUnsure = false;
  };
  return <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      try {
        // One request checks for all: nothing passes while the answer is on its way.
        if (session.isUnsure) await (looking ??= look().finally(() => (looking = undefined)));
        const done = await work(...given);
        await putFalseKeyringBack(session);
        session.pace.recovered();
        answered();
        return done;
      } catch (error) {
        if (!session.pace.ended.aborted) await failed(error);
        throw error;
      }
    };
};

const isForbidden = (error: unknown): boolean =>
  error instanceof ServerRefused && error.status === 403;

const stateFor = (error: unknown, url: string): SyncState => {
  if (error instanceof ServerWentBack) return 'comparing-again';
  if (error instanceof OtherKeys) return 'other-keys';
  if (storeTroubleOf(error) !== undefined) return 'device-trouble';
  if (error instanceof NotWritten) return 'server-trouble';
  if (!(error instanceof ServerRefused)) return wasKeptFrom(url) ? 'not-allowed-here' : 'offline';
  return error.status === 401 || error.status === 403 ? 'not-let-in' : 'server-trouble';
};
