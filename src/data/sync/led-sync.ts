import { KEYRING_ID } from '#domain/workspace/keyring.ts';
import type { Clock } from '#platform/clock.ts';
import { onAwake } from '#platform/awake.ts';
import { randomIndex } from '#platform/ids.ts';
import { reportBug } from '#platform/report-bug.ts';
import type { RecordCollection } from '../database.ts';
import { deviceKeysOf } from '../vault/device-keys.ts';
import { syncStoreOf, type Connection } from './connection.ts';
import { sealing } from './sealing.ts';
import type { SyncStore } from './session.ts';
import type { SyncStatus } from './status.ts';
import { startSync, type Sync } from './sync.ts';
import type { TabStatus } from './tab-status.ts';

/** The workspace that is kept in step. */
export type SyncedWorkspace = {
  readonly workspaceId: string;
  readonly collection: RecordCollection;
  readonly clock: Clock;
};

/** The sync of the one tab that does it. */
export type LedSync = { tryNow(): void; stop(): Promise<void> };

/** Beyond this many, what waits is not counted. */
const MOST_WAITING = 1_000;

/** Counting reads the store: it rests between (ms). */
const COUNT_EVERY = 500;

const IN_STEP_AT = 'in-step-at';

/** When this device last compared all with the server. */
const COMPARED_AT = 'compared-at';

/** Whatever went wrong without a sign is found after this long (ms): a week, or when the clock went back. */
const COMPARE_EVERY = 7 * 86_400_000;

const compareInTime = async (sync: Sync, store: SyncStore, now: number): Promise<void> => {
  const comparedAt = await store.get<number>(COMPARED_AT);
  if (comparedAt !== undefined && now >= comparedAt && now - comparedAt < COMPARE_EVERY) return;
  await store.set(COMPARED_AT, now);
  // A first run has compared all already.
  if (comparedAt !== undefined) sync.compareAll();
};

const randomPart = (): number => randomIndex(2 ** 32) / 2 ** 32;

/** The moment of the last agreement is kept no more often (ms): a closed tab stops nothing and says nothing. */
const KEEP_EVERY = 30_000;

/** Starts the sync of a workspace in this tab, and tells how it stands. Throws when this device has no key for it. */
export const leadSync = async (
  { workspaceId, collection, clock }: SyncedWorkspace,
  { server, database, device, credential }: Connection,
  tell: (status: TabStatus) => void,
): Promise<LedSync> => {
  const keys = await deviceKeysOf(workspaceId);
  if (keys === undefined) throw new Error('this device has no key of the workspace');
  const store = syncStoreOf(workspaceId);
  const inStepBefore = (await store.get<number>(IN_STEP_AT)) ?? 0;
  const sync = await startSync({
    ...{ collection, store, device, random: randomPart },
    now: () => clock.now(),
    codec: sealing(keys.workspace, [KEYRING_ID]),
    address: { url: `${server}/db/${database}`, authorization: () => `Bearer ${device}.${credential}` },
  });
  await compareInTime(sync, store, clock.now());
  let keptAt = inStepBefore;
  const keepMoment = (inStepAt: number): void => {
    if (Math.abs(inStepAt - keptAt) < KEEP_EVERY) return;
    keptAt = inStepAt;
    store.set(IN_STEP_AT, inStepAt).catch((error: unknown) => reportBug('the moment was not kept', error));
  };
  const telling = tellBy(sync, inStepBefore, (status) => {
    tell(status);
    keepMoment(status.inStepAt);
  });
  const changes = collection.$.subscribe(telling.again);
  const awake = onAwake(sync.tryNow);
  return {
    tryNow: sync.tryNow,
    stop: async () => {
      awake();
      changes.unsubscribe();
      telling.stop();
      await sync.stop();
    },
  };
};

/** Tells each new state, and how much waits: only what was counted to nothing is in step. */
const tellBy = (sync: Sync, inStepBefore: number, tell: (status: TabStatus) => void) => {
  let now: SyncStatus = { state: 'starting', since: 0, inStepAt: 0, fetched: 0 };
  let [waiting, inStepAt] = [0, inStepBefore];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const missing = countingMissing(sync);
  const say = (): void => {
    const { state, fetched } = now;
    const { aside, unreadable, writtenBack } = sync;
    tell({
      ...{ state, fetched, waiting, inStepAt, missing: missing.seen() },
      ...{ aside: aside.size, unreadable: unreadable.size, writtenBack: writtenBack() },
    });
  };
  const again = (): void => void (timer ??= setTimeout(() => void count(), COUNT_EVERY));
  const count = async (): Promise<void> => {
    timer = undefined;
    const { state, inStepAt: at } = now;
    waiting = await sync.waiting(MOST_WAITING).catch(() => waiting);
    if (state === 'in-step' && waiting === 0) {
      inStepAt = at;
      if (!(await missing.count())) again();
    }
    say();
  };
  const states = sync.status$.subscribe((status) => {
    const isNews = status.state !== now.state;
    if (isNews) missing.begin();
    now = status;
    if (status.state !== 'in-step') say();
    if (isNews && status.state === 'in-step') void count();
    else again();
  });
  return {
    again,
    stop: (): void => {
      clearTimeout(timer);
      states.unsubscribe();
    },
  };
};

/**
 * Counts both sides whenever all has come to be in step. What is missing here twice in a row is fetched again with all else,
 * once on a run: a full disk has been seen to end a first pull with a part of it, and no error.
 */
const countingMissing = (sync: Pick<Sync, 'missing' | 'compareAll'>) => {
  let [seen, isCounted, hasCompared] = [0, false, false];
  return {
    seen: (): number => seen,
    begin: (): void => void (isCounted = false),
    /** False while it has to be counted once more. */
    count: async (): Promise<boolean> => {
      if (isCounted) return true;
      const before = seen;
      seen = await sync.missing().catch(() => 0);
      isCounted = seen === 0 || hasCompared;
      if (seen === 0 || before === 0 || hasCompared) return isCounted;
      hasCompared = true;
      sync.compareAll();
      return true;
    },
  };
};
