import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { BehaviorSubject, Subject, type Observable } from 'rxjs';
import type { RecordCollection } from '../database.ts';
import { isSame, merge, type Copy } from '../merge/merge.ts';
import { couchClient, ServerRefused, type CouchAddress } from './couch-client.ts';
import { listen } from './listen.ts';
import { openPace } from './pace.ts';
import { puller, type PullCheckpoint } from './pull.ts';
import { baseOf, pusher, type PushRow } from './push.ts';
import { openPushing } from './pushing.ts';
import type { Codec } from './sealing.ts';
import { serverHistory, ServerWentBack } from './server-history.ts';
import type { Session, SyncProblem, SyncStore } from './session.ts';
import type { SetAside, SyncState, SyncStatus } from './status.ts';

/** What a sync is made of. */
export type SyncParts = {
  readonly collection: RecordCollection;
  readonly address: Omit<CouchAddress, 'ended'>;
  readonly codec: Codec;
  readonly store: SyncStore;
  /** Name of this device on the server's mark. */
  readonly device: string;
  readonly now: () => number;
  readonly random: () => number;
  readonly times?: Partial<typeof USUAL>;
};

/** Documents a request, and times in ms. */
const USUAL = { batch: 200, gapMs: 30, retryMs: 1_000, pollMs: 50_000, lookEveryMs: 300_000, markAfterMs: 10_000 };

/** A workspace kept in step with one server, in one tab. */
export type Sync = {
  readonly status$: Observable<SyncStatus>;
  readonly problems$: Observable<SyncProblem>;
  /** Changes that the server refused for good. */
  readonly aside: ReadonlyMap<string, SetAside<Copy>>;
  /** Tries at once: the network is back, the app in sight, or someone asks. */
  tryNow(): void;
  /** Forgets what was agreed and compares all; what is equal is not written. */
  compareAll(): void;
  stop(): Promise<void>;
};

/** Starts to keep a collection in step (design §5). */
export const startSync = async (parts: SyncParts): Promise<Sync> => {
  const times = { ...USUAL, ...parts.times };
  const pace = openPace(times.retryMs, parts.random);
  const status$ = new BehaviorSubject<SyncStatus>({ state: 'starting', since: parts.now(), inStepAt: 0 });
  const session: Session = {
    ...{ collection: parts.collection, codec: parts.codec, store: parts.store, device: parts.device, now: parts.now },
    ...{
      pace,
      batch: times.batch,
      gapMs: times.gapMs,
      known: undefined,
      ahead: undefined,
      generation: 0,
      isUnsure: true,
    },
    client: couchClient({ ...parts.address, ended: pace.ended }),
    aside: new Map((await parts.store.get<SetAside<Copy>[]>('aside'))?.map((one) => [one.id, one])),
    ...{ problems$: new Subject<SyncProblem>(), wake$: new Subject<'RESYNC'>(), pulled$: new Subject<void>() },
  };
  const say = (state: SyncState): void => {
    const before = status$.value;
    if (before.state !== state || state === 'in-step')
      status$.next({
        state,
        since: before.state === state ? before.since : parts.now(),
        inStepAt: state === 'in-step' ? parts.now() : before.inStepAt,
      });
  };
  const failed = async (error: unknown): Promise<void> => {
    session.isUnsure = true;
    say(stateFor(error));
    await pace.backOff();
  };

  let replication: RxReplicationState<Copy, PullCheckpoint> | undefined;
  let anew: ReturnType<typeof setTimeout> | undefined;
  // Never from inside a handler: RxDB's cancel waits for it.
  const compareAll = (afterMs = 0): void => {
    anew ??= setTimeout(() => {
      anew = undefined;
      void beginAnew().catch(() => session.problems$.next({ code: 'not-begun' }));
    }, afterMs);
  };
  const history = serverHistory(session, times.markAfterMs, compareAll);
  /** Every failure is said, waited for and thrown on: RxDB then simply tries again. */
  const guarded =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      try {
        if (session.isUnsure) await history.check();
        const done = await work(...given);
        pace.recovered();
        say('in-step');
        return done;
      } catch (error) {
        if (!pace.ended.aborted) await failed(error);
        throw error;
      }
    };
  const pushing = openPushing();
  const pull = guarded(puller(session, pushing, history.markSoon));
  const push = guarded(pusher(session, history.markSoon));
  const pushTracked = async (rows: readonly PushRow[]): Promise<Copy[]> => {
    const sent = rows.map(({ newDocumentState }) => newDocumentState);
    pushing.begin(sent);
    try {
      return await push(rows);
    } finally {
      // Not awaited: the queue waits for this handler.
      void replication?.internalReplicationState?.streamQueue.up.then(() => {
        if (pushing.end(sent) && !pace.ended.aborted) session.wake$.next('RESYNC');
      });
    }
  };

  const begin = async (): Promise<void> => {
    session.generation += 1;
    session.known = session.ahead = undefined;
    await replication?.cancel();
    const epoch = (await parts.store.get<number>('epoch')) ?? 0;
    replication = replicateRxCollection<Copy, PullCheckpoint>({
      collection: parts.collection as never,
      replicationIdentifier: `${parts.address.url}|${epoch}`,
      live: true,
      // The handlers wait by themselves.
      retryTime: 1,
      // One tab alone starts a sync.
      waitForLeadership: false,
      toggleOnDocumentVisible: true,
      pull: { handler: pull as never, batchSize: times.batch, stream$: session.wake$ as never },
      push: { handler: pushTracked as never, batchSize: times.batch },
    });
    replication.error$.subscribe((error) => {
      // Ours name their direction. Without one a write on this device failed, and RxDB's checkpoint has passed it.
      const { parameters } = error as { parameters?: { direction?: unknown } };
      if (parameters?.direction !== undefined || anew !== undefined || pace.ended.aborted) return;
      say('device-trouble');
      session.problems$.next({ code: 'device-did-not-write' });
      compareAll(times.retryMs);
    });
  };
  const beginAnew = async (): Promise<void> => {
    if (pace.ended.aborted) return;
    await history.forget();
    await parts.store.set('epoch', ((await parts.store.get<number>('epoch')) ?? 0) + 1);
    await begin();
  };

  // The base of a change that was refused is another than RxDB's.
  (parts.collection as { conflictHandler: unknown }).conflictHandler = {
    isEqual: isSame,
    resolve: ({ newDocumentState: mine, assumedMasterState: assumed, realMasterState: theirs }: Conflict) =>
      Promise.resolve(merge(baseOf(session, mine.id, assumed), mine, theirs)),
  };
  const tryNow = (): void => {
    session.isUnsure = true;
    pace.tryNow();
    session.wake$.next('RESYNC');
  };
  const regularly = setInterval(tryNow, times.lookEveryMs);
  await begin();
  void listen(session, times.pollMs, failed);
  return {
    status$,
    problems$: session.problems$,
    aside: session.aside,
    tryNow,
    compareAll,
    stop: async () => {
      pace.end();
      clearInterval(regularly);
      clearTimeout(anew);
      await replication?.cancel();
    },
  };
};

type Conflict = { readonly newDocumentState: Copy; readonly assumedMasterState?: Copy; readonly realMasterState: Copy };

const stateFor = (error: unknown): SyncState => {
  if (error instanceof ServerWentBack) return 'comparing-again';
  if (!(error instanceof ServerRefused)) return 'offline';
  return error.status === 401 || error.status === 403 ? 'not-let-in' : 'server-trouble';
};
